"""Records of made-up people: told by their fields, or built from lists as an archive is."""

import pathlib
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings
from starlette.testclient import TestClient

from poimenno import pipeline, reference
from poimenno.disclosure import published_view
from poimenno.entries import dialects
from poimenno.entries.recognisers.bodies import read_body
from poimenno.estimates.estimate_file import write_estimate
from poimenno.foundation import database, sql
from poimenno.foundation.progress import QUIET
from poimenno.reference import loader
from poimenno.site.application import application
from poimenno.sources.archive import Archive
from poimenno.values.dates import parse_date
from tests.made_up_estimate import made_up_estimate

if TYPE_CHECKING:
    import duckdb

# A busy machine is no failure of a property.
settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")
# (entry, episode, field, value, normal): the source is what stands before "/" in the entry.
Told = tuple[str, int, str, str]
ROOT = pathlib.Path(__file__).resolve().parent.parent
LISTS = (
    ROOT / "docs" / "example" / "made-up-list.csv",
    *sorted((ROOT / "tests" / "data" / "made-up").glob("*.csv"), reverse=True),
)
ROOMS = ("reference", "sources", "entries", "people", "cases", "operations", "claims")


def _row(ordinal: int, one: Told) -> list[object]:
    entry, episode, field, value = one
    normal: str | None = None
    first = last = None
    number = None
    if reference.field_type(field) == "date":
        date = parse_date(value)
        assert date is not None
        normal, first, last = date.edtf, date.earliest, date.latest
    elif field == "sentencing_body":
        normal = read_body(value).body_type
    elif field == "ethnicity":
        normal = reference.ethnic_group(value)
    elif field == "sentence":
        normal = {"ВМН": "death", "ИТЛ": "camp"}.get(value)
    elif field == "sentence_years":
        number = float(value)
    elif field == "article":
        normal = value
    return [entry, ordinal, episode, field, value, normal, first, last, number]


@pytest.fixture
def record_of() -> Callable[..., "duckdb.DuckDBPyConnection"]:
    """Make a record in memory from fields, and from the entries of each person (default: one entry each)."""

    def make(told: Iterable[Told], people: dict[str, list[str]] | None = None) -> "duckdb.DuckDBPyConnection":
        db = database.memory()
        for room in ROOMS:
            sql.run(db, room)
        loader.load(db)
        told = list(told)
        names = list(dict.fromkeys(one[0] for one in told))
        sources = sorted({name.partition("/")[0] for name in names})
        for ordinal, source in enumerate(sources, start=1):
            db.execute(
                "INSERT INTO sources VALUES (?, ?, 'made up', 'list', 'ru', NULL, NULL, NULL, 'lines', NULL, true)",
                [source, ordinal],
            )
        for ordinal, name in enumerate(names):
            db.execute(
                "INSERT INTO entries VALUES (?, ?, ?, ?, ?, '', NULL, NULL, NULL)",
                [name, name.partition("/")[0], "line:1", ordinal, name],
            )
        for ordinal, one in enumerate(told):
            db.execute("INSERT INTO fields VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, NULL, NULL, NULL)", _row(ordinal, one))
        sql.run(db, "entries", "readings")
        sql.run(db, "entries", "episodes")
        for person, held in (people or {name.replace("/", "."): [name] for name in names}).items():
            db.execute(
                "INSERT INTO persons BY NAME SELECT ? AS person_id, ? AS founding_entry_id, 'Вымышленный' AS name, "
                "? AS entries, 1 AS sources, 1 AS confidence, true AS made_up",
                [person, held[0], len(held)],
            )
            for name in held:
                db.execute("INSERT INTO person_entries VALUES (?, ?, 1)", [name, person])
        return db

    return make


@pytest.fixture(scope="session")
def made_up_record(tmp_path_factory: pytest.TempPathFactory) -> pathlib.Path:
    """The record of the made-up lists, with an estimate beside it, built once: to be read, never written."""
    archive = Archive.create(tmp_path_factory.mktemp("made-up") / "archive")
    archive.add(list(LISTS), made_up=True, detect=dialects.detect)
    write_estimate(archive.folder, made_up_estimate())
    return pipeline.build(archive.folder, QUIET).record


@pytest.fixture
def db(made_up_record: pathlib.Path) -> Iterator["duckdb.DuckDBPyConnection"]:
    """The record, nobody withheld."""
    with database.opened(made_up_record) as connection:
        published_view.publish(connection, None)
        yield connection


@pytest.fixture(scope="session")
def client(made_up_record: pathlib.Path) -> TestClient:
    """A reader of the pages; an error of the program is a page to it, not an exception."""
    return TestClient(application(made_up_record), raise_server_exceptions=False)
