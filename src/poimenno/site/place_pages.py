"""The pages of places of execution and burial, and of the bodies that sentenced."""

from dataclasses import dataclass
from operator import attrgetter

from poimenno.queries.body_queries import Body, BodySummary, find_body, list_bodies
from poimenno.queries.count_queries import DayCount, NamedCount, count_named, shootings_by_day
from poimenno.queries.place_queries import (
    Place,
    PlaceSummary,
    Residence,
    find_place,
    list_places,
    residences_of_place,
)
from poimenno.site.page_request import PageRequest, get_or_404


@dataclass(frozen=True, slots=True)
class PlacesPage:
    """All places of execution, burial and detention."""

    places: tuple[PlaceSummary, ...]


@dataclass(frozen=True, slots=True)
class PlacePage:
    """A place: the persons buried there, the days of the shootings, and where the people had lived."""

    place: Place
    named: NamedCount
    shootings: tuple[DayCount, ...]
    residences: tuple[Residence, ...]


@dataclass(frozen=True, slots=True)
class BodiesPage:
    """All bodies that sentenced, those with the most persons named here first."""

    bodies: tuple[BodySummary, ...]


@dataclass(frozen=True, slots=True)
class BodyPage:
    """A body that sentenced: the persons named here, and the days of the shootings."""

    body: Body
    named: NamedCount
    shootings: tuple[DayCount, ...]


def places(request: PageRequest) -> PlacesPage:
    """All places, with the persons of each."""
    return PlacesPage(list_places(request.db))


def place(request: PageRequest) -> PlacePage:
    """A place: who was shot or buried there, and where they had lived."""
    code = request.path["code"]
    return PlacePage(
        place=get_or_404(find_place(request.db, code)),
        named=count_named(request.db, place=code),
        shootings=shootings_by_day(request.db, place=code),
        residences=residences_of_place(request.db, code),
    )


def bodies(request: PageRequest) -> BodiesPage:
    """All bodies that sentenced."""
    by_name = attrgetter(f"name_{request.language}")
    return BodiesPage(tuple(sorted(list_bodies(request.db), key=lambda row: (-row.persons, by_name(row)))))


def body(request: PageRequest) -> BodyPage:
    """A sentencing body: powers, time, the persons it sentenced."""
    code = request.path["code"]
    return BodyPage(
        body=get_or_404(find_body(request.db, code)),
        named=count_named(request.db, body=code),
        shootings=shootings_by_day(request.db, body=code),
    )
