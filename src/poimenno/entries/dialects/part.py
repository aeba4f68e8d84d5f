"""A part of a segment: what is read in a stretch of text, where, and how; compiled from a table of a dialect.

docs/dialects.md explains each setting. `None` and `False` mean that the dialect does not state it.
"""

import dataclasses
import re
from dataclasses import dataclass
from typing import Any

from poimenno.reference.vocabularies import DatePosition, DialectPart, FieldName

_PATTERNS = ("pattern", "skip", "lead", "until", "fits", "unless", "separator")
_NAMES = ("kinds", "seen", "unseen")
# Parts whose field is always the same.
_FIELDS = {DialectPart.BODY: FieldName.SENTENCING_BODY, DialectPart.SENTENCE: FieldName.SENTENCE}
_SEPARATOR = re.compile(r"[;,]\s*")


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a segment."""

    read: DialectPart
    field: str = ""
    # Where to look: in the first line or sentence or the rest, on one side of a field, after segments seen or unseen.
    line: str | None = None
    sentence: str | None = None
    behind: str | None = None
    ahead: str | None = None
    loose: bool = False
    seen: tuple[str, ...] | None = None
    unseen: tuple[str, ...] | None = None
    # Of dates.
    where: DatePosition = DatePosition.FIRST
    # Of patterns.
    pattern: re.Pattern[str] | None = None
    every: bool = False
    normal: str | None = None
    date: bool = False
    number: bool = False
    ethnicity: bool = False
    years: bool = False
    keep: bool = False
    # Of what is left.
    skip: re.Pattern[str] | None = None
    lead: re.Pattern[str] | None = None
    needs_lead: bool = False
    until: re.Pattern[str] | None = None
    fits: re.Pattern[str] | None = None
    unless: re.Pattern[str] | None = None
    once: bool = False
    known: bool = False
    # Of items.
    separator: re.Pattern[str] = _SEPARATOR
    sentences: bool = False
    kinds: tuple[str, ...] = ()
    first: str | None = None
    before: str | None = None
    after: str | None = None
    alone: str | None = None
    # Of articles.
    bare: bool = False
    # Whether the part reads all that is left of its segment: nothing is stated on where to look.
    everywhere: bool = dataclasses.field(init=False)

    def __post_init__(self) -> None:
        places = (self.line, self.sentence, self.behind, self.ahead, self.seen, self.unseen)
        object.__setattr__(self, "everywhere", all(place is None for place in places))

    @classmethod
    def of(cls, table: dict[str, Any]) -> "Part":
        """Compile a table that `checks` has passed."""
        read = DialectPart(table["read"])
        values = {key: value for key, value in table.items() if key != "read"}
        values |= {key: re.compile(values[key]) for key in _PATTERNS if key in values}
        values |= {key: tuple(values[key]) for key in _NAMES if key in values}
        if "all" in values:
            values["every"] = values.pop("all")
        if "where" in values:
            values["where"] = DatePosition(values["where"])
        return cls(read, **({"field": str(_FIELDS[read])} if read in _FIELDS else {}) | values)
