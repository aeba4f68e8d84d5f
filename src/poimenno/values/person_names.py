"""Names: one fold for search and linkage, and the parts of a name as a list prints it.

The fold turns Cyrillic and Latin spellings into one lower-case ASCII form, one byte per letter, because string
similarity in the database compares bytes. It is for comparing only and is never shown: it loses differences on purpose
(ё/е/ье/ие/ye/ie, о/е after ж, ч and ш, и/і/й/ы/y/j, doubled letters, soft signs). Spellings that it cannot join
(Mandelstam and Mandelshtam; х, г and h) stay similar, for a similarity measure. Letters of Estonian and German lose
their marks (Mägi, Magi), as on keyboards without them. A `?` stays: it marks a letter lost in print.
"""

import functools
import re
import unicodedata
from dataclasses import dataclass

_CYRILLIC = {
    "а": "a", "б": "b", "в": "v", "г": "g", "ґ": "g", "д": "d", "е": "e", "ё": "e", "є": "e", "ж": "zh", "з": "z",
    "и": "i", "і": "i", "ї": "i", "й": "y", "ј": "i", "к": "k", "қ": "k", "л": "l", "м": "m", "н": "n", "ң": "n",
    "о": "o", "ө": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ў": "u", "ү": "u", "ұ": "u", "ф": "f",
    "х": "h", "һ": "h", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "sh", "ъ": "", "ы": "i", "ь": "", "э": "e", "ә": "a",
    "ю": "iu", "я": "ia", "ѣ": "e", "ѳ": "f", "ѵ": "i",
}  # fmt: skip
_LATIN = {
    "ł": "l",
    "ß": "s",
    "æ": "a",
    "ø": "o",
    "đ": "d",
    "š": "sh",
    "ž": "zh",
    "č": "ch",
    "ć": "ch",
    "ś": "s",
    "ż": "zh",
    "ı": "i",
    "œ": "e",
    "ə": "a",
    "ð": "d",
    "þ": "t",
    "ŋ": "n",
}
# Digraphs of Polish, German, English and Estonian spellings, longest first.
_DIGRAPHS = [
    ("schtsch", "sh"), ("shtsh", "sh"), ("shch", "sh"), ("szcz", "sh"), ("tsch", "ch"), ("tsh", "ch"), ("tch", "ch"),
    ("zgh", "zg"), ("sch", "sh"), ("sz", "sh"), ("cz", "ch"), ("rz", "zh"), ("kh", "h"), ("ck", "k"), ("ph", "f"),
    ("th", "t"), ("tz", "ts"), ("x", "ks"), ("q", "k"), ("w", "v"),
]  # fmt: skip
_SOFT_O = re.compile(r"(?<=[bcdfghklmnprstvz])[yj]o")  # Semyonov, Semjonov: Семёнов
_HUSHED_O = re.compile(r"([csz]h)o")  # Gorbatšov, Горбачов: Горбачёв
_SOFT_E = re.compile(r"i+e")  # Yeltsin, Jeltsin: Ельцин; Анатолиевич: Анатольевич; Sienkiewicz: Сенкевич
_SOFT_C = re.compile(r"c(?=[ei])")
_HARD_C = re.compile(r"c(?!h)")
_DOUBLED = re.compile(r"([a-z])\1+")
# A word without any of these is not changed by joining: one search is enough for most words, and a list has many.
_TO_JOIN = re.compile(r"[jyxqw]|c(?!h)|[csz]ho|ie|([a-z])\1|[dt]er\b|sch|sht?ch|tsc?h|tch|sz|zgh|rz|kh|ph|th|tz")
# In a word of a Polish spelling ch is х, not ч: Tuchaczewski.
_POLISH = re.compile(r"\w*(?:[cs]z|[ąćęłńśźż])\w*")
_VOWEL_LOST = re.compile(r"(?<=[dt])er\b")  # Aleksander, Peeter: Александр, Пётр


@functools.lru_cache(maxsize=200_000)
def fold(text: str) -> str:
    """Fold a name to lower-case ASCII letters, digits, `?` and single blanks."""
    letters = []
    lower = unicodedata.normalize("NFKC", text).lower().replace("ьо", "ё")
    for character in _POLISH.sub(lambda word: word[0].replace("ch", "h"), lower):
        if character in _CYRILLIC:
            letters.append(_CYRILLIC[character])
        elif character in _LATIN:
            letters.append(_LATIN[character])
        else:
            plain = unicodedata.normalize("NFD", character)[0]
            letters.append(plain if plain.isascii() and (plain.isalnum() or plain == "?") else _gap(character))
    word = "".join(letters)
    # A joined digraph may leave another ("shtch"), so that one round is not always enough.
    while _TO_JOIN.search(word) and (joined := _joined(word)) != word:
        word = joined
    return " ".join(word.split())


def _joined(word: str) -> str:
    for digraph, letter in _DIGRAPHS:
        word = word.replace(digraph, letter)
    word = _HUSHED_O.sub(r"\1e", _SOFT_O.sub("e", word))
    word = _SOFT_E.sub("e", word.replace("j", "i").replace("y", "i"))
    word = _HARD_C.sub("k", _SOFT_C.sub("ts", word))
    return _VOWEL_LOST.sub("r", _DOUBLED.sub(r"\1", word))


def _gap(character: str) -> str:
    # Stress marks, soft hyphens and the primes of library transliteration are no gaps between words.
    return "" if character in "'’`ʼ´\"" or unicodedata.category(character) in ("Mn", "Cf", "Lm") else " "


@dataclass(frozen=True, slots=True)
class NamePart:
    """A part of a name. `kind` is surname, given_name, patronymic, name_variant or maiden_name; `text[start:stop]`."""

    kind: str
    value: str
    start: int
    stop: int


_WORD = re.compile(r"(?<![\w\-])(?:[^\W\d_][\w?'’`ʼ\-]*(?:\.(?=\S))?|[^\W\d_]\.|\?[\w?'’\-]+)")
_BRACKET = re.compile(r"\(([^()]*)\)?|\[([^\[\]]*)\]?")
_BLANKED = "\0"  # replaces each character of a bracket while the rest is read
_PIECE = re.compile(r"[^\0\s](?:[^\0]*[^\0\s])?")
_LABEL = re.compile(
    r"^(?:он(?:а)?\s+же|вар(?:ианты?)?\.?(?:\s+(?:фамилии|имени|отчества))?|наст\.?\s*(?:фам|имя)\w*\.?|псевд\w*\.?|"
    r"по\s+др\w*\.?\s+данным|также|ka|или)(?!\w)\s*[:\-–]?\s*",
    re.IGNORECASE,
)
_MAIDEN = re.compile(r"^(?:урожд\w*\.?|девичья(?:\s+фамилия)?|дев\.|до\s+замужества|en\.)\s*[:\-–]?\s*", re.IGNORECASE)
# Latin endings, as English, Polish and Estonian spell them; not those of Heinrich and Erich.
_LATIN_MALE, _LATIN_FEMALE = r"(?:(?<!r)i(?:ch|č|tch)|itš|itsch|icz)", r"(?:[oeiy][vw]|[iy](?:ch|č|tš|cz))na"
_PATRONYMIC = re.compile(
    r"(?:[оеє]вич|[иі]ч|[оеє]вна|[иі]нична|ична|[иі]вна|[йї]вна|[йї]ович|оглы|оглу|кызы|кизи|угли|"
    rf"{_LATIN_MALE}|{_LATIN_FEMALE})$",
    re.IGNORECASE,
)
# Particles that belong to the surname; written with a capital they may be a surname (Ван, Де).
_PARTICLES = {"фон", "ван", "дер", "де", "ди", "да", "ла", "ле", "von", "van", "der", "de", "zu", "Фон", "Von"}
_INITIALS = re.compile(r"[^\W\d_]\.?\s?[^\W\d_]\.?")
_SUFFIXES = {"оглы", "оглу", "кызы", "кизи", "угли", "улы", "заде"}


def split_name(text: str) -> list[NamePart]:
    """Split a whole name, surname first, into its parts with their spans.

    Reads `Surname Given Patronymic`, with or without commas, initials, variants and maiden names in brackets.
    Text in brackets becomes variants; a part that a bracket interrupts becomes two parts of one kind. Nothing is
    guessed beyond the order of the words.
    """
    parts: list[NamePart] = []
    plain = list(text)
    for bracket in _BRACKET.finditer(text):
        inner = 1 if bracket[1] is not None else 2
        parts += _variants(text, bracket.start(inner), bracket.end(inner))
        plain[bracket.start() : bracket.end()] = _BLANKED * (bracket.end() - bracket.start())
    bare = "".join(plain)
    if "," in bare:
        parts += _by_commas(bare)
    else:
        parts += _by_words([(match.start(), match.end()) for match in _WORD.finditer(bare)], bare)
    return sorted(parts, key=lambda part: part.start)


def _variants(text: str, start: int, stop: int) -> list[NamePart]:
    variants = []
    kind = "name_variant"
    for item in re.finditer(r"[^,;]+", text[start:stop]):
        value = item[0]
        offset = start + item.start() + len(value) - len(value.lstrip())
        value = value.strip()
        for label, meant in ((_MAIDEN, "maiden_name"), (_LABEL, "name_variant")):
            if (match := label.match(value)) is not None:
                kind, offset, value = meant, offset + match.end(), value[match.end() :]
        if value and any(character.isalpha() for character in value):
            variants.append(NamePart(kind, value, offset, offset + len(value)))
    return variants


def _by_commas(text: str) -> list[NamePart]:
    parts: list[NamePart] = []
    kinds = iter(("surname", "given_name", "patronymic"))
    for item in re.finditer(r"[^,]+", text):
        pieces = [match.span() for match in _PIECE.finditer(text, item.start(), item.end())]
        if not pieces:
            continue
        kind = next(kinds, None)
        if kind is None:
            break
        value = text[slice(*pieces[-1])]
        words = [match.span() for match in _WORD.finditer(text, item.start(), item.end())]
        if kind == "given_name" and len(words) > 1 and (_PATRONYMIC.search(value) or _INITIALS.fullmatch(value)):
            return parts + _by_words([(0, 0), *words], text)[1:]
        parts += [NamePart(kind, text[start:stop], start, stop) for start, stop in pieces]
    return parts


def _by_words(spans: list[tuple[int, int]], text: str) -> list[NamePart]:
    if not spans:
        return []
    first = 1
    while first < len(spans) - 1 and text[slice(*spans[first - 1])] in _PARTICLES:
        first += 1
    rest = spans[first:]
    last = len(rest)
    if len(rest) >= 3 and text[slice(*rest[-1])].lower() in _SUFFIXES:
        last -= 2
    elif len(rest) >= 2:
        last -= 1
    groups = [spans[:first], rest[:last], rest[last:]]
    parts = []
    for kind, group in zip(("surname", "given_name", "patronymic"), groups, strict=True):
        if group:
            start, stop = group[0][0], group[-1][1]
            pieces = [match.span() for match in _PIECE.finditer(text, start, stop)] or [(start, stop)]
            parts += [NamePart(kind, text[slice(*piece)], *piece) for piece in pieces]
    return parts


_FEMALE = re.compile(r"(?:[оеє]вна|[иі]нична|[иі]чна|[йї]вна|[іи]вна|кызы|кизи|" rf"{_LATIN_FEMALE})$", re.IGNORECASE)
_MALE = re.compile(r"(?:[оеєйї]вич|[йї]ович|[иі]ч|оглы|оглу|угли|" rf"{_LATIN_MALE})$", re.IGNORECASE)


@functools.lru_cache(maxsize=1 << 16)
def sex_of(patronymic: str) -> str | None:
    """The sex by the form of an East Slavic or Turkic patronymic: m or f; None if the form does not show it."""
    if _FEMALE.search(patronymic):
        return "f"
    return "m" if _MALE.search(patronymic) else None


def is_patronymic(word: str) -> bool:
    """Whether a word has the form of an East Slavic or Turkic patronymic; some surnames have it too (Рабинович)."""
    return _PATRONYMIC.search(word) is not None


_PATRONYMIC_ENDS = re.compile(
    r"(?:ovich|evich|iovich|ievich|avich|ivich|ovna|evna|iovna|ievna|ivna|inichna|ichna|ich|oglu|ogli|kizi|uli)$"
)


def patronymic_stem(text: str) -> str:
    """The folded name of the father in a patronymic, so that Иванович, Ivanovich and Ivan compare.

    The ending is removed if a stem of three letters remains; `Ильич` and `Ilja` only become similar.
    The Estonian `p.` (poeg, son) and `t.` (tütar, daughter) after the father's name are removed.
    """
    folded = re.sub(r" [pt]$", "", fold(text)).replace(" ", "")
    stem = _PATRONYMIC_ENDS.sub("", folded)
    return stem if len(stem) >= 3 else folded
