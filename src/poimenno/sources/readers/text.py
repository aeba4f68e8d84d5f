"""Lines of a text file, streamed: a line of any length is cut, never held whole."""

import codecs
import pathlib
from collections.abc import Iterator

_PIECE = 1 << 20


def lines(path: pathlib.Path, encoding: str, longest: int) -> Iterator[tuple[str, bool]]:
    """Each line without its end, and whether it was longer than `longest` characters and is cut.

    Bytes that the encoding does not have, and zero bytes, become U+FFFD, which stays visible in the entry.
    """
    decoder = codecs.getincrementaldecoder(encoding)(errors="replace")
    kept = ""
    cut = False
    old_mac = _ends_with_cr(path)
    with path.open("rb") as file:
        while piece := file.read(_PIECE):
            text = kept + decoder.decode(piece).replace("\x00", "\ufffd")
            # A piece may end between CR and LF.
            *whole, rest = text.split("\r") if old_mac else text.replace("\r\n", "\n").split("\n")
            for line in whole:
                yield line.rstrip("\r")[:longest], cut or len(line) > longest
                cut = False
            kept = rest
            if len(kept) > longest and not kept.endswith("\r"):
                kept, cut = kept[: longest + 1], True
    kept += decoder.decode(b"", final=True)
    if kept:
        yield kept.rstrip("\r")[:longest], cut or len(kept) > longest


def _ends_with_cr(path: pathlib.Path) -> bool:
    """Whether lines end with CR alone, as on the Macintosh before 2001."""
    with path.open("rb") as file:
        piece = file.read(_PIECE)
    return b"\n" not in piece and b"\r" in piece
