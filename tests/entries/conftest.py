"""What tests of this room share: a made-up archive, a record to fill, and the tables of an archive."""

import pathlib
from collections.abc import Callable, Iterator
from typing import Any

import duckdb
import pytest

from poimenno import entries, sources
from poimenno.entries import table_rows
from poimenno.foundation import database, sql
from poimenno.foundation.progress import QUIET
from poimenno.sources.archive import Archive

LIST = (
    "№;Фамилия;Имя;Отчество;Год рождения;Справка\n"
    "1;Примеров;Вымысел;Образцович;1890;Арестован 31.02.1937.\n"
    "2;Образцова;Примера;Вымысловна;12.03.1902;\n"
    "3;;;;;\n"
)
FAMILIES = (
    "NÄIDIS, Väljamõeldud, Jaan, s. 1890, eluk. Näidismaa Näite v., küüdit. 25.03.49; Tomski obl. [1A]\n"
    "Näidis, Mõeldud, Jüri, abikaasa, s. 1895, küüdit.\n"
    "Näidis, Välja, Väljamõeldud, poeg, s. 1930, küüdit.\n"
    "TEINE, Näide, Mart, s. 1900, eluk. Näidismaa Näite v., küüdit. 25.03.49; Tomski obl. [2A]\n"
)
Tables = dict[str, list[tuple[Any, ...]]]


@pytest.fixture
def archive(tmp_path: pathlib.Path) -> Archive:
    """Two made-up lists and one table of figures."""
    archive = Archive.create(tmp_path / "archive")
    (tmp_path / "list.csv").write_text(LIST, encoding="utf-8")
    (tmp_path / "families.txt").write_text(FAMILIES, encoding="utf-8")
    (tmp_path / "figures.csv").write_text("measure,operation,value,source\nexecuted,x,1,made up\n", encoding="utf-8")
    archive.add([tmp_path / "list.csv", tmp_path / "families.txt", tmp_path / "figures.csv"], made_up=True)
    return archive


@pytest.fixture
def db() -> Iterator[duckdb.DuckDBPyConnection]:
    """An empty record with the tables of the rooms up to this one."""
    with database.memory() as connection:
        for room in ("reference", "sources", "entries"):
            sql.run(connection, room)
        yield connection


@pytest.fixture
def tables() -> Callable[[Archive], Tables]:
    """Load an archive into a record of its own: the rows of all tables of sources and entries."""

    def load(archive: Archive) -> Tables:
        with database.memory() as db:
            for room in ("reference", "sources", "entries"):
                sql.run(db, room)
            sources.load(db, archive)
            entries.load(db, archive, QUIET)
            return {
                table: db.execute(f"SELECT * FROM {table}").fetchall()
                for table in ("sources", "files", *table_rows.TABLES, "readings", "episodes")
            }

    return load
