"""The made-up district, linked: without decisions, or anew under some."""

from collections.abc import Callable, Iterator

import duckdb
import pytest

from poimenno import people
from poimenno.entries import dialects
from poimenno.sources.archive import Archive
from poimenno.sources.decision_log import Decision
from tests.people import district


@pytest.fixture(scope="session")
def district_archive(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    archive = Archive.create(tmp_path_factory.mktemp("district") / "archive")
    archive.add(list(district.LISTS), made_up=True, detect=dialects.detect)
    return archive


@pytest.fixture(scope="session")
def linked(district_archive: Archive) -> Iterator[duckdb.DuckDBPyConnection]:
    """The district, linked without decisions; to be read only."""
    db = district.read(district_archive)
    people.link(db, [])
    yield db
    db.close()


@pytest.fixture
def relinked(district_archive: Archive) -> Iterator[Callable[[list[Decision]], duckdb.DuckDBPyConnection]]:
    """Link the district under decisions."""
    records = []

    def link(decisions: list[Decision]) -> duckdb.DuckDBPyConnection:
        records.append(district.read(district_archive))
        people.link(records[-1], decisions)
        return records[-1]

    yield link
    for db in records:
        db.close()
