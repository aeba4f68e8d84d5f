"""Which encoding a received text is in.

A mark at its beginning or valid UTF-8 decides. Of the old one-byte encodings of Cyrillic, detectors that weigh
frequencies over all languages often miss in short texts; so each is tried, and the one that gives the most
frequent letters of Russian in the right case wins (cp1251, KOI8-R, cp866). Otherwise charset-normalizer is asked.
"""

import codecs
import pathlib

from poimenno.errors import SourceError
from poimenno.language import gettext as _

SAMPLE = 1 << 18
CYRILLIC = ("cp1251", "koi8_r", "cp866")
# The commonest letters, about two thirds of Russian text; upper case is rare within a word.
_FREQUENT = set("оеаинтсрвлкмдпу")
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def detect(path: pathlib.Path) -> str:
    """The encoding of a file, as Python names it. Raises SourceError where it is no text in a known encoding."""
    with path.open("rb") as file:
        sample = file.read(SAMPLE)
    return detect_bytes(sample, str(path), whole=len(sample) < SAMPLE)


def detect_bytes(sample: bytes, name: str, *, whole: bool = True) -> str:
    """The encoding of the beginning of a file (`whole`: all of it)."""
    for mark, encoding in _MARKS:
        if sample.startswith(mark):
            return encoding
    if not sample or _is_utf8(sample, whole=whole):
        return "utf-8"
    wide = _wide(sample)
    if wide:
        return wide
    if b"\x00" in sample:
        raise SourceError(_("{file}: this is not text; expected a list, a spreadsheet or notices.").format(file=name))
    scores = {encoding: _russian(sample, encoding) for encoding in CYRILLIC}
    best = max(scores, key=lambda encoding: scores[encoding])
    if scores[best] > 0.3:
        return best
    from charset_normalizer import from_bytes

    guess = from_bytes(sample).best()
    if guess is None:
        raise SourceError(
            _("{file}: the encoding of this text is not recognised; save it as UTF-8 and add it again.").format(
                file=name
            )
        )
    return guess.encoding


def _is_utf8(sample: bytes, *, whole: bool) -> bool:
    try:
        codecs.getincrementaldecoder("utf-8")().decode(sample, final=whole)
    except UnicodeDecodeError:
        return False
    return b"\x00" not in sample


def _wide(sample: bytes) -> str | None:
    """UTF-16 without a mark: every other byte of ASCII, or of Cyrillic, is 0 or 4."""
    even, odd = sample[0::2], sample[1::2]
    for high, encoding in ((odd, "utf-16-le"), (even, "utf-16-be")):
        if high and sum(byte in (0, 4) for byte in high) > 0.9 * len(high):
            return encoding
    return None


def _russian(sample: bytes, encoding: str) -> float:
    """How much a reading looks like Russian: the share of frequent lower-case letters among all beyond ASCII."""
    letters = [character for character in sample.decode(encoding, errors="replace") if ord(character) > 127]
    if not letters:
        return 0.0
    frequent = sum(character.lower() in _FREQUENT for character in letters)
    cyrillic = sum("а" <= character.lower() <= "я" or character in "ёЁ" for character in letters)
    text = sample.decode(encoding, errors="replace")
    # In a wrong reading capitals follow small letters.
    odd = sum(
        a.islower() and b.isupper() for a, b in zip(text, text[1:], strict=False) if ord(a) > 127 and ord(b) > 127
    )
    return (frequent + cyrillic - 3 * odd) / (2 * len(letters))
