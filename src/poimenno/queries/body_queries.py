"""What can be asked of the bodies that sentenced: their powers, their time, and how many persons each sentenced."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from poimenno.foundation import sql
from poimenno.queries.answers import extend
from poimenno.queries.count_queries import CodeCount, persons_by
from poimenno.reference.vocabularies import BodyType

if TYPE_CHECKING:
    import duckdb


@dataclass(frozen=True)
class Body:
    """A body that sentenced; its period is null where it is not limited."""

    body_type: BodyType
    name_en: str
    name_ru: str
    period_start: date | None
    period_end: date | None
    composition: str | None
    powers: str | None
    source: str
    note: str | None


@dataclass(frozen=True)
class BodySummary(Body):
    """A body in the list of all, with the published persons it sentenced and those of them who were shot."""

    persons: int
    shot: int


def list_bodies(db: "duckdb.DuckDBPyConnection") -> tuple[BodySummary, ...]:
    """All bodies by code, with the published persons of each."""
    counts = persons_by(db, "body")
    return tuple(
        extend(BodySummary, body, persons=count.persons, shot=count.shot)
        for body in sql.rows_as(db, Body, "queries", "bodies")
        for count in [counts.get(body.body_type, CodeCount(body.body_type, 0, 0))]
    )


def find_body(db: "duckdb.DuckDBPyConnection", code: str) -> Body | None:
    """A body by its code; None if there is none."""
    bodies = sql.rows_as(db, Body, "queries", "bodies")
    return next((body for body in bodies if body.body_type == code), None)
