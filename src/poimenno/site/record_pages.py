"""The home page, and the page about the record: what it holds, what it was made from, how to read it."""

from dataclasses import dataclass
from operator import attrgetter

from poimenno.queries.count_queries import DayCount, NamedOperation, operations_named, shootings_by_day
from poimenno.queries.record_queries import (
    Holdings,
    RecordInput,
    TableDescription,
    TotalOfTheShot,
    holdings,
    record_inputs,
    table_descriptions,
    totals_of_the_shot,
)
from poimenno.site.api import ROUTES
from poimenno.site.page_request import PageRequest


@dataclass(frozen=True, slots=True)
class HomePage:
    """What the record holds, the shootings by day, rival published totals, and the operations named here."""

    holdings: Holdings
    shootings: tuple[DayCount, ...]
    published_totals: tuple[TotalOfTheShot, ...]
    operations: tuple[NamedOperation, ...]


@dataclass(frozen=True, slots=True)
class ApiAddress:
    """An address of the interface for programs, and what it answers, in English."""

    address: str
    sentence: str


@dataclass(frozen=True, slots=True)
class AboutPage:
    """What the record holds, what it was made from, its tables, and the interface for programs."""

    holdings: Holdings
    inputs: tuple[RecordInput, ...]
    tables: tuple[TableDescription, ...]
    api: tuple[ApiAddress, ...]


def home(request: PageRequest) -> HomePage:
    """What the record holds; how many are named, how many only counted; the shootings by day."""
    by_name = attrgetter(f"name_{request.language}")
    return HomePage(
        holdings=holdings(request.db),
        shootings=shootings_by_day(request.db),
        published_totals=totals_of_the_shot(request.db),
        operations=tuple(sorted(operations_named(request.db), key=lambda row: (-row.persons, by_name(row)))),
    )


def about(request: PageRequest) -> AboutPage:
    """How to read the record; what it was made from; its tables; the interface for programs."""
    return AboutPage(
        holdings=holdings(request.db),
        inputs=record_inputs(request.db),
        tables=table_descriptions(request.db),
        api=tuple(ApiAddress(route.address, route.sentence) for route in ROUTES),
    )
