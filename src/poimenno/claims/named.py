"""The counts of named people in the record, as claims of the record itself.

The rule: a person counts once for each case, by the operation that the case was attributed to (and once for all
operations together): as executed if the case ended in a shooting, as camp if it ended in imprisonment, as arrested if a
day of arrest in 1937-1938 is certain; the day of the sentence, else of the shooting, must lie in 1937-1938.

Entries that were not linked to one another may name a person twice, and those who are in no list are not counted: the
number named is a lower bound, as far as the linkage goes. Made-up people are not counted with real ones.
"""

from typing import TYPE_CHECKING

from poimenno.foundation import sql

if TYPE_CHECKING:
    import duckdb

RULE = (
    "cases of named people in this record whose sentence, shooting or (for arrested) arrest certainly lies within "
    "1937-1938, by the operation they were attributed to; at least so many, as far as entries are linked"
)


def load(db: "duckdb.DuckDBPyConnection") -> None:
    """Add the counts to claims; none for a record without such people."""
    sql.run(db, "claims", "named", rule=RULE)
