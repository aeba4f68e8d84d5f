"""What a reader yields: an entry as it stands in the file, or a row that cannot be one."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class RawEntry:
    """One record about one person, verbatim.

    `text` is the notice ("" where the source has columns only); `columns` the cells by header;
    `context` what stands around it and holds for it (a street); `key` the source's own id of it, if any.
    """

    locator: str
    text: str
    columns: dict[str, str] = field(default_factory=dict)
    context: dict[str, str] = field(default_factory=dict)
    key: str | None = None


@dataclass(frozen=True, slots=True)
class Rejected:
    """A row that became no entry: `reason` is a code of the table `rejected`, `text` the row."""

    locator: str
    reason: str
    text: str
