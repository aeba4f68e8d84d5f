"""Detects the encoding of a received text.

A byte order mark at its beginning decides, then UTF-16 by its zero bytes, then valid UTF-8. Any other text is in one of
the old one-byte encodings, in which every byte has a meaning, so only the language can decide. Detectors that weigh all
encodings of the world are often wrong about short lists of names; here each likely encoding is tried, and the reading
that looks most like Russian or Ukrainian wins: frequent letters, and capitals only at the beginning of a word. If
letters beyond ASCII are inside words of ASCII letters, the text is not Cyrillic but, for example, Estonian.
"""

import codecs
import pathlib
import re
from collections.abc import Iterable, Iterator

from poimenno.foundation.errors import SourceError
from poimenno.foundation.language import gettext as _

# Bytes of lines beyond ASCII that are weighed; lines of ASCII only have no evidence and are skipped.
SAMPLE = 1 << 14
_PIECE = 1 << 20
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
CYRILLIC = ("cp1251", "koi8-r", "cp866", "koi8-u", "iso8859-5")
# Share of each letter in Russian text, in thousandths (after the National Corpus); Ukrainian's own letters added.
_FREQUENCY = dict(zip("оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъёіїєґ", (
    110, 85, 80, 74, 67, 63, 55, 47, 45, 44, 35, 32, 30, 28, 26, 20, 19, 17, 17, 16, 16, 14, 12, 10, 9, 7, 6, 5, 4, 3,
    3, 1, 1, 12, 4, 4, 1,
), strict=True))  # fmt: skip
_SIGNS = frozenset("№«»“”„–—…’ \xa0§°")
_WORD = re.compile(rb"[A-Za-z\x80-\xff]+")
_ASCII_LETTER = re.compile(rb"[A-Za-z]")
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x19\x1b-\x1f]")
_BEYOND_ASCII = re.compile(rb"[\x80-\xff]")


def detect(path: pathlib.Path) -> str:
    """The encoding of a file, by its Python name. Raises SourceError if the file is not text."""
    with path.open("rb") as file:
        return detect_bytes(iter(lambda: file.read(_PIECE), b""), str(path))


def detect_bytes(pieces: Iterable[bytes], name: str) -> str:
    """The encoding of a text that comes in pieces. Raises SourceError, with `name` in it, if it is not text."""
    stream = iter(pieces)
    first = next(stream, b"")
    for mark, encoding in _MARKS:
        if first.startswith(mark):
            return encoding
    wide = _wide(first)
    if wide:
        return wide
    decoder = codecs.getincrementaldecoder("utf-8")()
    valid = True
    sample = b""
    for piece in _and_end(first, stream):
        if valid:
            try:
                decoder.decode(piece, final=not piece)
            except UnicodeDecodeError:
                valid = False
        if len(sample) < SAMPLE:
            sample += b"\n".join(line for line in piece.split(b"\n") if _BEYOND_ASCII.search(line))[:SAMPLE]
        elif not valid:
            break
    if valid or _mostly_utf8(sample):
        return "utf-8"
    if len(_CONTROL.findall(first)) > len(first) // 50:
        raise SourceError(_("{file}: this is not text; expected a list, a spreadsheet or notices.").format(file=name))
    return one_byte(sample)


def _mostly_utf8(sample: bytes) -> bool:
    """Whether nearly all bytes are valid UTF-8: the others, shown as U+FFFD, are no reason to misread the rest."""
    text = sample.decode("utf-8", errors="replace")
    broken = text.count("\ufffd")
    return broken * 20 < sum(character > "\x7f" for character in text)


def one_byte(sample: bytes) -> str:
    """The one-byte encoding in which a sample reads best."""
    words = [word for word in _WORD.findall(sample) if _BEYOND_ASCII.search(word)]
    mixed = sum(bool(_ASCII_LETTER.search(word)) for word in words)
    if mixed * 2 > len(words):
        return _latin(sample)
    return max(CYRILLIC, key=lambda encoding: _likeness(sample.decode(encoding, errors="replace")))


def _and_end(first: bytes, stream: Iterator[bytes]) -> Iterator[bytes]:
    yield first
    yield from stream
    yield b""


def _wide(sample: bytes) -> str | None:
    """UTF-16 without a mark: every second byte of ASCII, or of Cyrillic, is 0 or 4, and the bytes between are not."""
    halves = {"utf-16-le": sample[1:4000:2], "utf-16-be": sample[0:4000:2]}
    shares = {encoding: sum(byte in (0, 4) for byte in high) / max(len(high), 1) for encoding, high in halves.items()}
    best = max(shares, key=lambda encoding: shares[encoding])
    return best if shares[best] > 0.85 and min(shares.values()) < 0.3 else None


def _likeness(text: str) -> float:
    """How much a reading looks like Russian or Ukrainian: the mean weight of its characters beyond ASCII."""
    total = 0
    count = 0
    before = " "
    for character in text:
        if character > "\x7f":
            count += 1
            lower = character.lower()
            if lower in _FREQUENCY:
                # A capital after a lower-case letter is a sign of a wrong reading.
                total += -100 if character != lower and before.islower() else _FREQUENCY[lower]
            else:
                total -= 0 if character in _SIGNS else 100
        before = character
    return total / max(count, 1)


def _latin(sample: bytes) -> str:
    # Š and ž stand at 8A-9E in cp1252, at D0-FE in cp1257; õ, ä, ö, ü are at the same place in both.
    baltic = sum(map(sample.count, (b"\xd0", b"\xde", b"\xf0", b"\xfe")))
    western = sum(map(sample.count, (b"\x8a", b"\x8e", b"\x9a", b"\x9e")))
    return "cp1257" if baltic > western else "cp1252"


def check(path: pathlib.Path, encoding: str) -> None:
    """Raise SourceError if a file is clearly not in the encoding that its source.toml states."""
    detected = detect(path)
    if codecs.lookup(detected) == codecs.lookup(encoding) or "utf" not in detected + encoding:
        return
    if {detected, encoding} <= {"utf-8", "utf-8-sig"} or (detected == "utf-8" and is_ascii(path)):
        return
    raise SourceError(
        _(
            "{file}: this text is not in {stated}, as its source.toml says, but looks like {detected}; correct "
            "`encoding`."
        ).format(file=path, stated=encoding, detected=detected)
    )


def is_ascii(path: pathlib.Path) -> bool:
    """Whether a file has ASCII only, and so reads the same in all encodings but UTF-16 and UTF-32."""
    with path.open("rb") as file:
        return all(piece.isascii() for piece in iter(lambda: file.read(_PIECE), b""))
