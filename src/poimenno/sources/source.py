"""A source of the archive: its settings, as `source.toml` holds them, and its files as received.

Nothing here touches the disk: `settings_file` reads and writes the settings, `archive` the files.
"""

import pathlib
from dataclasses import dataclass, field

KINDS = ("list", "notices", "figures")
READERS = ("delimited", "xlsx", "jsonl", "yaml", "separated", "lines", "html")
# What a column can hold besides a field of reference/fields.csv. An empty text: kept verbatim, not read.
NAME, NOTICE, KEY, ROW_NUMBER, UNREAD = "name", "notice", "key", "row_number", ""
COLUMN_ROLES = (NAME, NOTICE, KEY, ROW_NUMBER, UNREAD)
AUTO = "auto"


@dataclass(frozen=True, slots=True)
class Settings:
    """What a source is and how it is read; None and empty: not stated, or of no use to its reader.

    `encoding` and `dialect` may be `auto`: found for each file, for each notice. `mapping` says for a
    column what it holds (a field, or one of `COLUMN_ROLES`). `header` are the rows of a table's header,
    from 1, where the reader would not find them itself. `element` is the CSS selector of an entry in HTML,
    `context` the selectors of what stands above entries and holds for them, from the widest to the narrowest.
    """

    title: str
    kind: str
    language: str
    reader: str
    citation: str | None = None
    licence: str | None = None
    url: str | None = None
    dialect: str | None = None
    encoding: str | None = None
    delimiter: str | None = None
    separator: str | None = None
    header: tuple[int, ...] | None = None
    element: str | None = None
    context: dict[str, str] = field(default_factory=dict)
    mapping: dict[str, str] = field(default_factory=dict)
    made_up: bool = False
    notes: str | None = None

    def columns_of(self, role: str) -> tuple[str, ...]:
        """The columns that are mapped to a role or field, in the order of the mapping."""
        return tuple(column for column, meant in self.mapping.items() if meant == role)


@dataclass(frozen=True, slots=True)
class File:
    """A file of a source as received: name in the source's folder, bytes, SHA-256 in lower-case hex."""

    name: str
    bytes: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Source:
    """A source: `ordinal` is the order in which it was added to the archive, from 1."""

    id: str
    ordinal: int
    settings: Settings
    folder: pathlib.Path
    files: tuple[File, ...]
