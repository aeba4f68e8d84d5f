"""Ends the intermediate tables of a room: drops them, after keeping a copy in the record if that was asked for.

A room makes its intermediate tables as temporary tables, under names that say what they hold, each with a comment. No
other room reads them. With `poimenno build --keep-steps` they stay in the record in the schema `steps`, for people to
look at; all other tables are the same either way.
"""

from typing import TYPE_CHECKING

from poimenno.foundation import sql

if TYPE_CHECKING:
    import duckdb

_ROOM = "foundation"


def finish(db: "duckdb.DuckDBPyConnection", *, keep: bool = False) -> None:
    """Drop all temporary tables; with `keep`, copy each with its comment into the schema `steps` first.

    Raises ValueError if a table to be kept has no comment: a fault of the program.
    """
    for table, comment in sql.run(db, _ROOM, "temporary_tables"):
        if keep:
            if not comment:
                raise ValueError(f"the intermediate table {table} has no comment")
            sql.run(db, _ROOM, "steps_schema")
            db.execute(sql.script(_ROOM, "keep_step", table=table))
            sql.comment_on(db, "steps", table, comment)
        db.execute(sql.script(_ROOM, "drop_temporary_table", table=table))
