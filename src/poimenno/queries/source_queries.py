"""What can be asked of the sources: their citations, their files, what was read from them and what was not."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from poimenno.foundation import sql
from poimenno.queries.answers import extend
from poimenno.reference.vocabularies import FieldName, RejectionReason

if TYPE_CHECKING:
    import duckdb


@dataclass(frozen=True)
class SourceSettings:
    """A source as its settings describe it, and the number of its entries."""

    source_id: str
    ordinal: int
    title: str
    kind: str
    language: str
    citation: str | None
    licence: str | None
    url: str | None
    reader: str
    dialect: str | None
    made_up: bool
    entries: int


@dataclass(frozen=True)
class SourceSummary(SourceSettings):
    """A source in the list of all, with the number of rows that became no entry."""

    rejected: int


@dataclass(frozen=True)
class SourceFile:
    """A file as received; `encoding` is null for a binary format."""

    name: str
    bytes: int
    sha256: str
    encoding: str | None


@dataclass(frozen=True)
class Rejection:
    """How many rows became no entry for one reason."""

    reason: RejectionReason
    count: int


@dataclass(frozen=True)
class FieldCount:
    """In how many entries a field was read."""

    field: FieldName
    count: int


@dataclass(frozen=True)
class SourceOverlap:
    """How many persons also have an entry in another source."""

    source_id: str
    title: str
    count: int


@dataclass(frozen=True)
class SourceDetail(SourceSettings):
    """A source with its files, what was read from it, what was rejected, and the sources that share persons with it."""

    files: tuple[SourceFile, ...]
    rejected: tuple[Rejection, ...]
    read: tuple[FieldCount, ...]
    shared: tuple[SourceOverlap, ...]


def list_sources(db: "duckdb.DuckDBPyConnection") -> tuple[SourceSummary, ...]:
    """All sources in their order."""
    return tuple(sql.rows_as(db, SourceSummary, "queries", "sources"))


def find_source(db: "duckdb.DuckDBPyConnection", source_id: str) -> SourceDetail | None:
    """A source by its id; None if there is none."""
    settings = sql.row_as(db, SourceSettings, "queries", "source", source_id=source_id)
    if settings is None:
        return None
    return extend(
        SourceDetail,
        settings,
        files=tuple(sql.rows_as(db, SourceFile, "queries", "source_files", source_id=source_id)),
        rejected=tuple(sql.rows_as(db, Rejection, "queries", "source_rejections", source_id=source_id)),
        read=tuple(sql.rows_as(db, FieldCount, "queries", "source_fields", source_id=source_id)),
        shared=tuple(sql.rows_as(db, SourceOverlap, "queries", "source_overlaps", source_id=source_id)),
    )
