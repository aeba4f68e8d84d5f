"""What can be asked of places: who was shot or buried there, and where they had lived."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from poimenno.foundation import sql

if TYPE_CHECKING:
    import duckdb


@dataclass(frozen=True)
class Place:
    """A place of execution, burial or detention; degrees are WGS 84, null if unknown."""

    place_id: str
    name_en: str
    name_ru: str
    kind: str
    region: str | None
    latitude: float | None
    longitude: float | None
    source: str
    note: str | None


@dataclass(frozen=True)
class PlaceSummary(Place):
    """A place in the list of all, with the published persons who were shot or buried there."""

    persons: int


@dataclass(frozen=True)
class Residence:
    """A point at which `count` persons had lived."""

    latitude: float
    longitude: float
    count: int


def list_places(db: "duckdb.DuckDBPyConnection") -> tuple[PlaceSummary, ...]:
    """All places, those with the most persons first."""
    return tuple(sql.rows_as(db, PlaceSummary, "queries", "places"))


def find_place(db: "duckdb.DuckDBPyConnection", place_id: str) -> Place | None:
    """A place by its code; None if there is none."""
    return sql.row_as(db, Place, "queries", "place", place_id=place_id)


def residences_of_place(db: "duckdb.DuckDBPyConnection", place_id: str) -> tuple[Residence, ...]:
    """Where the published persons of a place had lived."""
    return tuple(sql.rows_as(db, Residence, "queries", "place_residences", place_id=place_id))
