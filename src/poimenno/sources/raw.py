"""What a reader yields: an entry exactly as the file has it, or a row that cannot be an entry."""

from dataclasses import dataclass, field

from poimenno.reference.vocabularies import RejectionReason


@dataclass(frozen=True, slots=True)
class RawEntry:
    """One record about one person, verbatim.

    `text` is the notice ("" if the source has columns only), `columns` the cells by header, `context` the headings
    above the entry that apply to it (a street), `key` the source's own id of it, if it has one.
    """

    locator: str
    text: str
    columns: dict[str, str] = field(default_factory=dict)
    context: dict[str, str] = field(default_factory=dict)
    key: str | None = None


@dataclass(frozen=True, slots=True)
class Rejected:
    """A row that became no entry, and why; `text` is the row."""

    locator: str
    reason: RejectionReason
    text: str
