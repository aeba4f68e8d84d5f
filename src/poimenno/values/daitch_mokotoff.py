"""Daitch–Mokotoff Soundex (Mokotoff and Daitch 1985), for names of Eastern Europe in Latin letters or Cyrillic.

Six digits, or several such codes if letters can be read in two ways. Each run of letters is coded by its place: at the
beginning, before a vowel, or elsewhere. Names that have a code in common may sound alike.
"""

import functools
import itertools
import unicodedata

# Runs of letters, and their codes at the beginning, before a vowel, elsewhere: "" is not coded, "a|b" are two readings.
_TABLE = {
    "ai aj ay": ("0", "1", ""), "au": ("0", "7", ""), "a": ("0", "", ""), "b": ("7", "7", "7"),
    "chs": ("5", "54", "54"), "ch": ("5|4", "5|4", "5|4"), "ck": ("5|45", "5|45", "5|45"),
    "cz cs csz czs": ("4", "4", "4"), "c": ("5|4", "5|4", "5|4"), "drz drs ds dsh dsz dz dzh dzs": ("4", "4", "4"),
    "d dt": ("3", "3", "3"), "ei ej ey": ("0", "1", ""), "eu": ("1", "1", ""), "e": ("0", "", ""),
    "fb f": ("7", "7", "7"), "g": ("5", "5", "5"), "h": ("5", "5", ""), "ia ie io iu": ("1", "", ""),
    "i": ("0", "", ""), "j": ("1|4", "|4", "|4"), "ks": ("5", "54", "54"), "kh k": ("5", "5", "5"),
    "l": ("8", "8", "8"),
    "mn nm": ("66", "66", "66"), "m n": ("6", "6", "6"), "oi oj oy": ("0", "1", ""), "o": ("0", "", ""),
    "p pf ph": ("7", "7", "7"), "q": ("5", "5", "5"), "rz rs": ("94|4", "94|4", "94|4"), "r": ("9", "9", "9"),
    "schtsch schtsh schtch shtch shch shtsh stch stsch sc strz strs stsh szcz szcs": ("2", "4", "4"),
    "sht scht schd st szt shd szd sd": ("2", "43", "43"), "sch sh sz s": ("4", "4", "4"),
    "tch ttch ttsch trz trs tsch tsh ts tts ttsz tc tz ttz tzs tsz": ("4", "4", "4"), "t th": ("3", "3", "3"),
    "ui uj uy": ("0", "1", ""), "ue u": ("0", "", ""), "v w": ("7", "7", "7"), "x": ("5", "54", "54"),
    "y": ("1", "", ""), "zdz zdzh zhdzh": ("2", "4", "4"), "zd zhd": ("2", "43", "43"),
    "zh zs zsch zsh z": ("4", "4", "4"),
}  # fmt: skip
_RUNS = {run: codes for runs, codes in _TABLE.items() for run in runs.split()}
_LONGEST = max(map(len, _RUNS))
_CYRILLIC = dict(
    zip(
        "абвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґў",
        "a b v g d e e zh z i i k l m n o p r s t u f kh ts ch sh shch - y - e yu ya i i e g u".split(),  # noqa: SIM905
        strict=True,
    )
)
_MARKED = {"ł": "l", "ß": "ss", "ø": "o", "đ": "d", "æ": "e"}
# Digits of a code.
LENGTH = 6
# Sounds of a name that are coded: more cannot change six digits, but would multiply the readings.
_MAX_SOUNDS = 16


@functools.lru_cache(maxsize=100_000)
def codes(name: str) -> tuple[str, ...]:
    """The codes of a name, in order, each of six digits; a name without letters has none."""
    letters = "".join(letter for letter in "".join(map(_latin, name.lower())) if "a" <= letter <= "z")
    if not letters:
        return ()
    sounds = list(_sounds(letters))
    readings = itertools.product(*(sound.split("|") for sound in sounds[:_MAX_SOUNDS]))
    return tuple(sorted({_joined(reading) for reading in readings}))


def _latin(letter: str) -> str:
    if letter in _CYRILLIC:
        return _CYRILLIC[letter].replace("-", "")
    return _MARKED.get(letter, unicodedata.normalize("NFD", letter)[0])


def _sounds(letters: str) -> list[str]:
    """The code of each run of letters, the longest run first."""
    sounds = []
    at = 0
    while at < len(letters):
        run = next(letters[at : at + n] for n in range(_LONGEST, 0, -1) if letters[at : at + n] in _RUNS)
        first, before_vowel, other = _RUNS[run]
        following = letters[at + len(run) : at + len(run) + 1]
        sounds.append(first if at == 0 else before_vowel if following and following in "aeiou" else other)
        at += len(run)
    return sounds


def _joined(reading: tuple[str, ...]) -> str:
    """The code of a reading: equal neighbours count once, unless a sound that is not coded is between them."""
    digits = [code for code, before in zip(reading, (None, *reading), strict=False) if code and code != before]
    return "".join(digits)[:LENGTH].ljust(LENGTH, "0")
