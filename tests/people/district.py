"""The made-up district of tests/data/district: three lists of some sixty people whose truth is known."""

import csv
import itertools
import pathlib
from typing import Any

import duckdb

from poimenno import entries, sources
from poimenno.foundation import database, sql
from poimenno.foundation.progress import QUIET
from poimenno.reference import loader
from poimenno.sources.archive import Archive

DISTRICT = pathlib.Path(__file__).parents[1] / "data" / "district"
LISTS = tuple(DISTRICT / "lists" / name for name in ("kniga.txt", "spisok.csv", "register.csv"))
ROOMS = ("reference", "sources", "entries", "people")
Pair = tuple[str, str]


def truth() -> dict[str, str]:
    """The true person of each entry."""
    with (DISTRICT / "truth.csv").open(encoding="utf-8", newline="") as file:
        return {row["entry_id"]: row["person"] for row in csv.DictReader(file)}


def read(archive: Archive) -> duckdb.DuckDBPyConnection:
    """A record in memory of what an archive's lists say, not yet linked."""
    db = database.memory()
    for room in ROOMS:
        sql.run(db, room)
    loader.load(db)
    sources.load(db, archive)
    entries.load(db, archive, QUIET)
    return db


def persons(db: duckdb.DuckDBPyConnection) -> dict[str, str]:
    """The person that the linkage gave each entry."""
    return dict(db.execute("SELECT entry_id, person_id FROM person_entries").fetchall())


def tables(db: duckdb.DuckDBPyConnection) -> dict[str, list[tuple[Any, ...]]]:
    """All that the linkage wrote."""
    return {name: db.execute(f"SELECT * FROM {name}").fetchall() for name in ("persons", "person_entries", "links")}


def pairs_of(person_of: dict[str, str]) -> set[Pair]:
    """The pairs of entries that are about one person."""
    return {(a, b) for a, b in itertools.combinations(sorted(person_of), 2) if person_of[a] == person_of[b]}
