"""Lines of a text file, streamed: a line that is too long is cut and never held whole in memory."""

import codecs
import pathlib
from collections.abc import Iterator

_PIECE = 1 << 20


def lines(path: pathlib.Path, encoding: str, longest: int) -> Iterator[tuple[str, bool]]:
    """Each line without its line end, and whether it was longer than `longest` characters and was cut.

    Bytes that the encoding does not define, and zero bytes, become U+FFFD, which stays visible in the entry.
    """
    decoder = codecs.getincrementaldecoder(encoding)(errors="replace")
    rest = ""
    cut = False
    old_mac = _ends_with_cr(path)
    with path.open("rb") as file:
        while piece := file.read(_PIECE):
            text = rest + decoder.decode(piece).replace("\x00", "\ufffd")
            # A piece may end between CR and LF.
            *whole, tail = text.split("\r") if old_mac else text.replace("\r\n", "\n").split("\n")
            for line in whole:
                yield line.rstrip("\r")[:longest], cut or len(line) > longest
                cut = False
            rest = tail
            if len(rest) > longest and not rest.endswith("\r"):
                rest, cut = rest[: longest + 1], True
    rest += decoder.decode(b"", final=True)
    if rest:
        yield rest.rstrip("\r")[:longest], cut or len(rest) > longest


def _ends_with_cr(path: pathlib.Path) -> bool:
    """Whether lines end with CR alone, as on the Macintosh before 2001."""
    with path.open("rb") as file:
        piece = file.read(_PIECE)
    return b"\n" not in piece and b"\r" in piece
