"""From an archive to tables: every row accounted for, the same tables each time, nothing parsed twice."""

from collections.abc import Callable
from typing import Any

import duckdb
import pytest

from poimenno import entries, sources
from poimenno.foundation.errors import SourceError
from poimenno.foundation.progress import QUIET
from poimenno.sources.archive import Archive

Tables = Callable[[Archive], dict[str, list[tuple[Any, ...]]]]


def test_every_row_is_an_entry_or_rejected(archive: Archive, db: duckdb.DuckDBPyConnection) -> None:
    sources.load(db, archive)
    entries.load(db, archive, QUIET)
    found = db.execute(
        "SELECT source_id, (SELECT count(*) FROM entries AS e WHERE e.source_id = s.source_id), "
        "(SELECT count(*) FROM rejected AS r WHERE r.source_id = s.source_id) FROM sources AS s ORDER BY ordinal"
    ).fetchall()
    assert found == [("list", 2, 1), ("families", 4, 0), ("figures", 0, 0)]
    assert db.execute("SELECT * FROM rejected").fetchall() == [("list", "row:4", "empty", "3 |  |  |  |  | ")]


def test_an_entry_is_verbatim_and_what_was_read_stands_beside(archive: Archive, db: duckdb.DuckDBPyConnection) -> None:
    sources.load(db, archive)
    entries.load(db, archive, QUIET)
    row = db.execute(
        "SELECT entry_id, locator, ordinal, text, columns->>'Фамилия', context, head_entry_id FROM entries LIMIT 1"
    ).fetchone()
    assert row == ("list/row:2", "row:2", 0, "Арестован 31.02.1937.", "Примеров", None, None)
    read = db.execute(
        "SELECT surname, given_name, patronymic, sex, birth_edtf FROM readings WHERE entry_id = 'list/row:3'"
    ).fetchone()
    assert read == ("Образцова", "Примера", "Вымысловна", "f", "1902-03-12")


def test_spans_count_in_the_text_or_in_the_column(archive: Archive, db: duckdb.DuckDBPyConnection) -> None:
    sources.load(db, archive)
    entries.load(db, archive, QUIET)
    spans = db.execute(
        "SELECT f.value, coalesce(e.columns->>f.part, e.text), f.start, f.stop "
        "FROM fields AS f JOIN entries AS e USING (entry_id) WHERE f.start IS NOT NULL"
    ).fetchall()
    assert spans
    assert all(text[start:stop] == value for value, text, start, stop in spans)


def test_two_loads_give_the_same_tables(tables: Tables, archive: Archive) -> None:
    assert tables(archive) == tables(archive)


def test_a_changed_file_stops_the_build_with_a_sentence(tables: Tables, archive: Archive) -> None:
    (archive.folder / "sources" / "list" / "list.csv").write_text("changed", encoding="utf-8")
    with pytest.raises(SourceError, match="has changed since it was received"):
        tables(archive)


def test_an_unknown_dialect_is_named(tables: Tables, archive: Archive) -> None:
    toml = archive.folder / "sources" / "list" / "source.toml"
    toml.write_text('dialect = "klingon"\n' + toml.read_text(encoding="utf-8").replace("dialect", "# dialect"))
    with pytest.raises(SourceError, match=r"source\.toml: `dialect` is 'klingon'; expected one of: auto"):
        tables(archive)
