"""How many of the persons who may be shown a fact is true of: an operation, a body, a region, a place of burial."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Literal

from poimenno.foundation import sql

if TYPE_CHECKING:
    import duckdb


@dataclass(frozen=True)
class DayCount:
    """Persons shot on a day."""

    day: date
    count: int


@dataclass(frozen=True)
class MonthCount:
    """Persons sentenced in a month, which is given by its first day."""

    month: date
    count: int


@dataclass(frozen=True)
class NamedCount:
    """Persons named here, those of them who were shot, and sentences by month where the sources tell it."""

    persons: int
    shot: int
    months: tuple[MonthCount, ...]


@dataclass(frozen=True)
class CodeCount:
    """Persons named here, and those of them who were shot, of one operation, body or region."""

    code: str
    persons: int
    shot: int


@dataclass(frozen=True)
class NamedOperation:
    """A mass operation of which persons are named here."""

    operation: str
    name_en: str
    name_ru: str
    persons: int
    shot: int


def shootings_by_day(
    db: "duckdb.DuckDBPyConnection",
    *,
    operation: str | None = None,
    body: str | None = None,
    region: str | None = None,
    place: str | None = None,
) -> tuple[DayCount, ...]:
    """Published persons shot, by day of 1937-1938; each fact that is given narrows the count."""
    return tuple(
        sql.rows_as(
            db, DayCount, "queries", "shootings_by_day", operation=operation, body=body, region=region, place=place
        )
    )


def count_named(
    db: "duckdb.DuckDBPyConnection",
    *,
    operation: str | None = None,
    body: str | None = None,
    region: str | None = None,
    place: str | None = None,
) -> NamedCount:
    """How many published persons the facts are true of, how many of them were shot, and sentences by month."""
    (answer,) = sql.rows_as(
        db, NamedCount, "queries", "persons_named", operation=operation, body=body, region=region, place=place
    )
    return answer


def persons_by(db: "duckdb.DuckDBPyConnection", fact: Literal["operation", "body", "region"]) -> dict[str, CodeCount]:
    """Published persons by each value of a fact of their cases; codes without persons are missing."""
    return {row.code: row for row in sql.rows_as(db, CodeCount, "queries", "persons_by_fact", fact=fact)}


def operations_named(db: "duckdb.DuckDBPyConnection") -> tuple[NamedOperation, ...]:
    """The mass operations of which persons are named here, those with the most persons first."""
    return tuple(sql.rows_as(db, NamedOperation, "queries", "operations_named"))
