"""The paragraphs of a page, each with the order that its section is about.

A section begins with a heading that names an order or an operation. It ends with the next, with two blank lines, or
with a paragraph that speaks of the whole terror.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from poimenno import reference
from poimenno.claims.reading.prose import numbers
from poimenno.claims.reading.prose.words import Words

_LONGEST_HEADING = 250
# A shorter line without a full stop was not broken at the width of a page.
_WIDTH = 60
_ENDS = re.compile(r"[.!?…][”\"»)]*$")
_NUMBER_OF_ORDER = re.compile(r"(?:No\.?|№|[nN]°)\s*(\d{3,5})")
_STOP = re.compile(r"[.!?…][”\"»]?(?:\[\d+\])?\s+(?=[“\"«(\[]?[A-ZА-ЯЁ0-9])")
_ABBREVIATION = re.compile(r"(?:\b(?:No|pp?|vol|ed|cf|ca?|St|Dr|г|гг|тыс|млн|ок|стр|ст|им|см|т|д|обл)|\b[A-ZА-ЯЁ])\.$")
# A section about an order that is in no table: its numbers must not be taken for those of all operations.
UNKNOWN = "?"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph: line, from 1, text, and the code of its section's operation ("" none, UNKNOWN not in the table)."""

    line: int
    text: str
    operation: str
    # The day of the heading's order as EDTF; "" if the paragraph is no heading or names none.
    issued: str = ""
    heading: bool = False


def paragraphs(text: str, words: Words) -> Iterator[Paragraph]:
    """The paragraphs of a text, including headings."""
    operation, blank_lines = "", 0
    for line, paragraph in _unwrapped(text):
        if not paragraph:
            blank_lines += 1
            continue
        heading = _heading(paragraph, words)
        if heading:
            operation, issued = heading
            yield Paragraph(line, paragraph, operation, issued, heading=True)
        else:
            if blank_lines > 1 or _is_of_whole_terror(paragraph, words):
                operation = ""
            yield Paragraph(line, paragraph, operation)
        blank_lines = 0


def _unwrapped(text: str) -> Iterator[tuple[int, str]]:
    """The lines of a text with their numbers, from 1; a line broken at the page's width is joined to the next."""
    joined, start = "", 0
    for number, raw in enumerate([*text.splitlines(), ""], start=1):
        line = raw.strip()
        if not joined:
            start = number
        joined = f"{joined} {line}" if joined and line else joined or line
        if len(line) >= _WIDTH and not line.endswith((".", "!", "?", ";", ":")):
            continue
        yield start, joined
        if joined and not line:
            yield number, ""
        joined = ""


def sentences(text: str) -> Iterator[str]:
    """The sentences of a paragraph."""
    start = 0
    for match in _STOP.finditer(text):
        if _ABBREVIATION.search(text[start : match.start() + 1]):
            continue
        yield text[start : match.end()].strip()
        start = match.end()
    if text[start:].strip():
        yield text[start:].strip()


def operations_named(text: str, words: Words) -> list[str]:
    """The codes of the operations that a text names, by the number of their order or by their adjective."""
    known = {row["operation"] for row in reference.rows("operations")}
    by_number = [code for code in re.findall(r"(?<![\w,.])\d{3,5}(?![\w,])", text) if code in known and len(code) > 3]
    return list(dict.fromkeys([*by_number, *(match.value for match in words.all("operation", text))]))


def _heading(text: str, words: Words) -> tuple[str, str] | None:
    """The operation and the day that a heading names; None for a paragraph that is no heading."""
    if len(text) > _LONGEST_HEADING or _ENDS.search(text) or not words.has("heading", text):
        return None
    ordered = _NUMBER_OF_ORDER.search(text)
    dated = [value for start, _stop, value in numbers.dates(text, words) if start < 3]
    named = operations_named(text, words)
    if not (ordered or dated or (named and len(text.split()) <= 8)):
        return None
    known = {row["operation"] for row in reference.rows("operations")}
    code = ordered[1] if ordered and ordered[1] in known else (named[0] if named else UNKNOWN)
    return code, dated[0].iso or "" if dated else ""


def _is_of_whole_terror(text: str, words: Words) -> bool:
    first = next(sentences(text), "")
    return words.has("whole", first[:60]) and not re.search(r"operation|операци", first, re.IGNORECASE)
