"""The rule that protects the living: a person who may be alive is not published by default.

Published is whoever a source says to have died, been shot or been buried, and whoever was born, at the latest
possible, a hundred years ago: the term after which archives open files of persons. A person whose birth nobody
tells is taken to have been sixteen or older at the first arrest or sentence. All others are counted and withheld.
"""

from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import duckdb

YEARS = 100


def publish(db: "duckdb.DuckDBPyConnection", today: date | None) -> None:
    """Make the temporary view `published`: the cards of the persons who may be shown on this day.

    None is for the owner of the archive, who has the sources anyway: everybody is shown.
    """
    # A view cannot hold a parameter; the year is a number of ours.
    rule = "true" if today is None else f"dead OR latest_birth_year <= {today.year - YEARS:d}"
    db.execute(f"CREATE OR REPLACE TEMP VIEW published AS SELECT * FROM cards WHERE {rule}")  # noqa: S608
