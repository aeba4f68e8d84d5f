"""The record of the made-up lists as its owner opens it, and as readers see it."""

import pathlib
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from starlette.testclient import TestClient

from poimenno import database
from poimenno.publication import disclosure
from poimenno.publication.site.application import application

if TYPE_CHECKING:
    import duckdb


@pytest.fixture
def db(made_up_record: pathlib.Path) -> Iterator["duckdb.DuckDBPyConnection"]:
    """The record, nobody withheld."""
    with database.opened(made_up_record) as connection:
        disclosure.publish(connection, None)
        yield connection


@pytest.fixture(scope="session")
def client(made_up_record: pathlib.Path) -> TestClient:
    """A reader of the pages; an error of the program is a page to it, not an exception."""
    return TestClient(application(made_up_record), raise_server_exceptions=False)
