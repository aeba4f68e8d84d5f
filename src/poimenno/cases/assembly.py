"""The steps from entries and persons to cases."""

import itertools
from datetime import date
from typing import TYPE_CHECKING, Any

from poimenno import reference
from poimenno.cases.grouping import Episode, Interval, group
from poimenno.entries.recognisers.burial_places import find_place
from poimenno.entries.recognisers.regions import region_of_address
from poimenno.foundation import sql

if TYPE_CHECKING:
    import duckdb


def assemble(db: "duckdb.DuckDBPyConnection") -> None:
    """Fill cases, case_entries, case_values, person_values, person_places and findings."""
    _field_types(db)
    sql.run(db, "cases", "episodes_of_persons")
    _group(db)
    sql.run(db, "cases", "case_entries")
    sql.run(db, "cases", "values")
    _read_texts(db, "text_regions", "region", "arrest_body", "residence")
    _read_texts(db, "text_places", "place_id", "burial_place", "execution_place")
    sql.run(db, "cases", "places")
    sql.run(db, "cases", "cases")
    sql.run(db, "cases", "findings")


def _field_types(db: "duckdb.DuckDBPyConnection") -> None:
    """The levels and types of reference/fields.csv as a table to join with."""
    columns = [[row[name] for row in reference.rows("fields")] for name in ("field", "level", "type")]
    db.execute(
        "CREATE OR REPLACE TEMP TABLE field_types AS "
        "SELECT unnest($1) AS field, unnest($2) AS level, unnest($3) AS type",
        columns,
    )


def _group(db: "duckdb.DuckDBPyConnection") -> None:
    """Number the cases of persons with several episodes, in the temporary table grouped."""
    people: list[str] = []
    entries: list[str] = []
    numbers: list[int] = []
    ordinals: list[int] = []
    rows = sql.run(db, "cases", "several")
    for person_id, told in itertools.groupby(rows, key=lambda row: row[0]):
        for ordinal, case in enumerate(group([_episode(*row[1:]) for row in told]), start=1):
            for one in case:
                people.append(person_id)
                entries.append(one.entry_id)
                numbers.append(one.episode)
                ordinals.append(ordinal)
    db.execute(
        "CREATE OR REPLACE TEMP TABLE grouped AS SELECT unnest($1::VARCHAR[]) AS person_id, "
        "unnest($2::VARCHAR[]) AS entry_id, unnest($3::INTEGER[]) AS episode, unnest($4::INTEGER[]) AS ordinal",
        [people, entries, numbers, ordinals],
    )


def _episode(entry_id: str, episode: int, *days: Any) -> Episode:
    return Episode(entry_id, episode, *(_interval(*days[at : at + 2]) for at in range(0, 8, 2)))


def _interval(first: date | None, last: date | None) -> Interval:
    if first is None and last is None:
        return None
    return first or date.min, last or date.max


def _read_texts(db: "duckdb.DuckDBPyConnection", table: str, code: str, *fields: str) -> None:
    """Recognise what every distinct text of some fields names, into a temporary table of text and code."""
    read = {"region": region_of_address, "place_id": find_place}[code]
    texts = db.execute(
        "SELECT DISTINCT unnest([value, normal]) AS text FROM fields WHERE field IN (SELECT unnest($1)) ORDER BY text",
        [list(fields)],
    )
    found = [(text, named) for (text,) in texts.fetchall() if text and (named := read(text))]
    db.execute(
        f"CREATE OR REPLACE TEMP TABLE {table} AS "
        f"SELECT unnest($1::VARCHAR[]) AS text, unnest($2::VARCHAR[]) AS {code}",
        [[text for text, named in found], [named for text, named in found]],
    )
