"""Notices of several lines, with a separator line between them."""

import pathlib
from collections.abc import Iterator

from poimenno.reference.vocabularies import RejectionReason
from poimenno.sources.raw import RawEntry, Rejected
from poimenno.sources.readers import LONGEST_ROW, SHOWN, too_long
from poimenno.sources.readers.text import lines
from poimenno.sources.settings import Settings

SEPARATOR = "---"


def read(path: pathlib.Path, settings: Settings, name: str | None) -> Iterator[RawEntry | Rejected]:
    """Read notices between separator lines; locators are `notice:N`, from 1."""
    separator = settings.separator or SEPARATOR
    prefix = f"{name}#" if name else ""
    notice: list[str] = []
    size = 0
    cut = False
    number = 1
    for line, line_cut in lines(path, settings.encoding or "utf-8", LONGEST_ROW):
        if line.strip("\ufeff ") == separator:
            yield _entry(f"{prefix}notice:{number}", notice, cut=cut)
            notice, size, cut, number = [], 0, False, number + 1
            continue
        size += len(line) + 1
        cut = cut or line_cut or size > LONGEST_ROW
        if size <= LONGEST_ROW:
            notice.append(line)
    if any(line.strip() for line in notice) or cut:
        yield _entry(f"{prefix}notice:{number}", notice, cut=cut)


def _entry(locator: str, notice: list[str], *, cut: bool) -> RawEntry | Rejected:
    text = "\n".join(notice).strip("\ufeff\n")
    if cut:
        return too_long(locator, text)
    if not text.strip():
        return Rejected(locator, RejectionReason.EMPTY, text[:SHOWN])
    return RawEntry(locator, text)
