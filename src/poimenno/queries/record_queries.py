"""What can be asked of a record as a whole: what it holds, what it was made from, which tables it has.

`holdings` counts what the pages show, persons withheld included; `count_record` counts everything, for its owner.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from poimenno.foundation import sql
from poimenno.queries.answers import extend
from poimenno.reference.vocabularies import BodyType, Confidence, Operation, RejectionReason

if TYPE_CHECKING:
    import duckdb


@dataclass(frozen=True)
class Holdings:
    """What the record holds; `withheld` persons may be alive, `shot` are those with a day of 1937-1938."""

    sources: int
    entries: int
    rejected: int
    persons: int
    linked: int
    withheld: int
    shot: int
    claims: int
    findings: int
    made_up: bool
    version: str
    program: str


@dataclass(frozen=True)
class RecordInput:
    """One thing that the record was made from, by its key in the table `record`."""

    key: str
    value: str


@dataclass(frozen=True)
class ColumnDescription:
    """A column of a table: its SQL type, and its unit, origin and the meaning of null as the comment says them."""

    name: str
    type: str
    comment: str | None


@dataclass(frozen=True)
class TableDescription:
    """A table of the record with its columns in their order."""

    name: str
    comment: str | None
    columns: tuple[ColumnDescription, ...]


@dataclass(frozen=True)
class SourceCount:
    """Entries and rejected rows of a source."""

    source: str
    title: str
    count: int
    rejected: int


@dataclass(frozen=True)
class ReasonCount:
    """Rejected rows of a source for one reason."""

    source: str
    reason: RejectionReason
    count: int


@dataclass(frozen=True)
class RejectedFigure:
    """A row of figures that became no claim, with its reason in words."""

    source: str
    locator: str
    reason: str


@dataclass(frozen=True)
class OperationCount:
    """Cases of an operation (null: none, or unknown) by how sure the attribution is."""

    operation: Operation | None
    confidence: Confidence
    count: int


@dataclass(frozen=True)
class BodyCount:
    """Cases of a sentencing body; null: unknown."""

    body: BodyType | None
    count: int


@dataclass(frozen=True)
class YearCount:
    """Cases of a year; null: unknown."""

    year: int | None
    count: int


@dataclass(frozen=True)
class Totals:
    """How many rows the tables of the record have; `linked` persons have several entries."""

    sources: int
    entries: int
    rejected: int
    fields: int
    persons: int
    linked: int
    cases: int
    executed: int
    findings: int
    claims: int
    rejected_claims: int


@dataclass(frozen=True)
class Statistics(Totals):
    """All counts of a record: totals, what it was made from, and breakdowns, unknowns included."""

    record: dict[str, str]
    by_source: tuple[SourceCount, ...]
    rejected_by_reason: tuple[ReasonCount, ...]
    rejected_figures: tuple[RejectedFigure, ...]
    by_operation: tuple[OperationCount, ...]
    by_body: tuple[BodyCount, ...]
    by_year: tuple[YearCount, ...]


def holdings(db: "duckdb.DuckDBPyConnection") -> Holdings:
    """What the record holds, and how much of it is withheld."""
    (answer,) = sql.rows_as(db, Holdings, "queries", "holdings")
    return answer


def record_inputs(db: "duckdb.DuckDBPyConnection") -> tuple[RecordInput, ...]:
    """What the record was made from, by key."""
    return tuple(sql.rows_as(db, RecordInput, "queries", "record_inputs"))


def table_descriptions(db: "duckdb.DuckDBPyConnection") -> tuple[TableDescription, ...]:
    """The tables of the record with their comments, by name."""
    return tuple(sql.rows_as(db, TableDescription, "queries", "table_descriptions"))


def count_record(db: "duckdb.DuckDBPyConnection") -> Statistics:
    """Count a record: totals and breakdowns."""
    (totals,) = sql.rows_as(db, Totals, "queries", "record_totals")
    return extend(
        Statistics,
        totals,
        record={row.key: row.value for row in record_inputs(db)},
        by_source=tuple(sql.rows_as(db, SourceCount, "queries", "entries_by_source")),
        rejected_by_reason=tuple(sql.rows_as(db, ReasonCount, "queries", "rejected_rows_by_reason")),
        rejected_figures=tuple(sql.rows_as(db, RejectedFigure, "queries", "rejected_claims")),
        by_operation=tuple(sql.rows_as(db, OperationCount, "queries", "cases_by_operation")),
        by_body=tuple(sql.rows_as(db, BodyCount, "queries", "cases_by_body")),
        by_year=tuple(sql.rows_as(db, YearCount, "queries", "cases_by_year")),
    )


@dataclass(frozen=True)
class TotalOfTheShot:
    """A published total of all who were shot or sentenced to death in 1937-1938; the first claim that states it."""

    value: int
    claim_id: str


def totals_of_the_shot(db: "duckdb.DuckDBPyConnection") -> tuple[TotalOfTheShot, ...]:
    """The rival totals of all who were shot or sentenced to death in 1937-1938, the smallest first."""
    return tuple(sql.rows_as(db, TotalOfTheShot, "queries", "totals_of_the_shot"))
