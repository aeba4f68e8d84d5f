"""The counts of named people in the record, as claims of the record itself.

The rule: a person counts once a case, by the operation that the case was attributed to (all operations together,
too), under executed where it ended in a shooting, under camp where it ended in imprisonment, under arrested where a
day of arrest within 1937-1938 is certain; the day of the sentence, else of the shooting, lies within 1937-1938.
Entries that were not linked to one another may name a person twice; who is not in any list is not counted: what is
named is at least so many, as far as the linkage goes. Made-up people are not counted beside real ones.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import duckdb

RULE = (
    "cases of named people in this record whose sentence, shooting or (for arrested) arrest certainly lies within "
    "1937-1938, by the operation they were attributed to; at least so many, as far as entries are linked"
)


def load(db: "duckdb.DuckDBPyConnection") -> None:
    """Add the counts to claims; none for a record without such people."""
    from poimenno.foundation import sql

    sql.run(db, "claims", "named", rule=RULE)
