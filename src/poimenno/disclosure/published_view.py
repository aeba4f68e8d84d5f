"""The one gate that protects the living: a person who may be alive is not published by default.

Published is whoever a source says to have died, been shot or been buried, and whoever was born, at the latest
possible, a hundred years ago: the term after which archives open files of persons. A person whose birth no source
states is taken to have been sixteen or older at the first arrest or sentence. All others are counted and withheld.

Every question about persons reads the view `published`, which does not exist before `publish` made it.
"""

import pathlib
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING

from poimenno.foundation import database, sql

if TYPE_CHECKING:
    import duckdb

YEARS = 100


def publish(db: "duckdb.DuckDBPyConnection", today: date | None) -> None:
    """Make the temporary view `published`: the cards of the persons who may be shown on this day.

    None is for the owner of the archive, who has the sources anyway: everybody is shown.
    """
    if today is None:
        sql.run(db, "disclosure", "published_to_owner")
        return
    sql.run(db, "disclosure", "published_year", year=today.year - YEARS)
    sql.run(db, "disclosure", "published")


@contextmanager
def open_for_owner(record: pathlib.Path) -> Iterator["duckdb.DuckDBPyConnection"]:
    """A finished record, open to read, with everybody in the view `published`. Raises RecordError as `opened` does."""
    with database.opened(record) as db:
        publish(db, None)
        yield db
