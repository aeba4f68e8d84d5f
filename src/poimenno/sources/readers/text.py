"""Lines of a text file, streamed: a line of any length is cut, never held whole."""

import codecs
import pathlib
from collections.abc import Iterator

_PIECE = 1 << 20


def lines(path: pathlib.Path, encoding: str, longest: int) -> Iterator[tuple[str, bool]]:
    """Each line without its end, and whether it was longer than `longest` characters and is cut.

    Bytes that the encoding does not have become U+FFFD, which stays visible in the entry.
    """
    decoder = codecs.getincrementaldecoder(encoding)(errors="replace")
    kept = ""
    cut = False
    with path.open("rb") as file:
        while piece := file.read(_PIECE):
            # A piece may end between CR and LF.
            *whole, rest = (kept + decoder.decode(piece)).replace("\r\n", "\n").split("\n")
            for line in whole:
                yield line.rstrip("\r")[:longest], cut or len(line) > longest
                cut = False
            kept = rest
            if len(kept) > longest and not kept.endswith("\r"):
                kept, cut = kept[: longest + 1], True
    kept += decoder.decode(b"", final=True)
    if kept:
        yield kept.rstrip("\r")[:longest], cut or len(kept) > longest
