"""Registers what an archive received in the record: one row a source, one row a file.

The files themselves stay where they are and are never changed: only their names, sizes and checksums are registered.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from poimenno.foundation import sql
from poimenno.sources.archive import Archive
from poimenno.sources.settings import Source

if TYPE_CHECKING:
    import duckdb

# The id of the source of notices outside an archive.
NOTICES = "notices"


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A row of the table sources; its columns are explained in tables.sql."""

    source_id: str
    ordinal: int
    title: str
    kind: str
    language: str
    reader: str
    made_up: bool = False
    citation: str | None = None
    licence: str | None = None
    url: str | None = None
    dialect: str | None = None


@dataclass(frozen=True, slots=True)
class FileRow:
    """A row of the table files; its columns are explained in tables.sql."""

    source_id: str
    name: str
    bytes: int
    sha256: str
    encoding: str | None


def register(db: "duckdb.DuckDBPyConnection", archive: Archive) -> None:
    """Fill the tables sources and files, after comparing each file with its checksum.

    Raises SourceError if a source.toml is faulty, or a file is missing or not as it was received.
    """
    sources = archive.sources
    archive.check()
    sql.insert_rows(db, "sources", [_source_row(source) for source in sources])
    sql.insert_rows(db, "files", [row for source in sources for row in _file_rows(source)])


def register_notices(db: "duckdb.DuckDBPyConnection") -> None:
    """Fill the table sources with the one source that notices outside an archive belong to."""
    sql.insert_rows(db, "sources", [SourceRow(NOTICES, 1, NOTICES, kind="list", language="", reader="")])


def _source_row(source: Source) -> SourceRow:
    settings = source.settings
    return SourceRow(
        source_id=source.source_id,
        ordinal=settings.added,
        title=settings.title,
        kind=settings.kind,
        language=settings.language,
        reader=settings.reader,
        made_up=settings.made_up,
        citation=settings.citation,
        licence=settings.licence,
        url=settings.url,
        dialect=settings.dialect,
    )


def _file_rows(source: Source) -> list[FileRow]:
    settings = source.settings
    return [
        FileRow(source.source_id, name, path.stat().st_size, sha256, settings.encoding)
        for path, (name, sha256) in zip(source.files, settings.files.items(), strict=True)
    ]
