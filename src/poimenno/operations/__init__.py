"""Within which campaign? Each case is attributed by the first fitting rule of reference/attribution_rules.csv.

The rules are data: conditions, an outcome, a reason in both languages and its source. This module decides nothing else.
"""

from typing import TYPE_CHECKING

from poimenno.foundation import sql

if TYPE_CHECKING:
    import duckdb


def attribute(db: "duckdb.DuckDBPyConnection") -> None:
    """Give every case one row in `attributions`: an operation, none, or unknown, and the rule that says why."""
    sql.run(db, "operations", "attribute")
