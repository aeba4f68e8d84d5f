"""From an archive to tables: every row accounted for, the same tables each time, nothing parsed twice."""

import json
import pathlib
from typing import Any

import duckdb
import pytest

from poimenno import entries, sources
from poimenno.entries import parse_cache, table_rows
from poimenno.foundation import database, sql
from poimenno.foundation.errors import SourceError
from poimenno.foundation.progress import QUIET
from poimenno.sources.archive import Archive
from poimenno.values import ids

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


@pytest.fixture
def archive(tmp_path: pathlib.Path) -> Archive:
    found = Archive.create(tmp_path / "archive")
    (tmp_path / "list.csv").write_text(LIST, encoding="utf-8")
    (tmp_path / "families.txt").write_text(FAMILIES, encoding="utf-8")
    (tmp_path / "figures.csv").write_text("measure,operation,value,source\nexecuted,x,1,made up\n", encoding="utf-8")
    found.add([tmp_path / "list.csv", tmp_path / "families.txt", tmp_path / "figures.csv"], made_up=True)
    return found


@pytest.fixture
def db() -> Any:
    with database.memory() as connection:
        for room in ("reference", "sources", "entries"):
            sql.run(connection, room)
        yield connection


def tables(archive: Archive) -> dict[str, list[tuple[Any, ...]]]:
    with database.memory() as db:
        for room in ("reference", "sources", "entries"):
            sql.run(db, room)
        sources.load(db, archive)
        entries.load(db, archive, QUIET)
        return {
            table: db.execute(f"SELECT * FROM {table}").fetchall()
            for table in ("sources", "files", *table_rows.TABLES, "readings", "episodes")
        }


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


def test_no_character_is_lost_on_the_way_to_the_record(tmp_path: pathlib.Path) -> None:
    lines = [
        'Примеров "Вымысел" \\ \'',
        "a\u2028b\x0b\x1f",
        "\U0001f600 \ufffd é e\u0301",
        "\u200bNÄIDIS\xa0; -- '); DROP",
    ]
    (tmp_path / "odd.txt").write_text("\n".join(lines), encoding="utf-8")
    (tmp_path / "odd.csv").write_text(
        "Фамилия\tПримечание\n" + "\n".join(f"Примеров\t{line}" for line in lines[1:]), encoding="utf-8"
    )
    odd = Archive.create(tmp_path / "odd")
    odd.add([tmp_path / "odd.txt", tmp_path / "odd.csv"])
    found = tables(odd)["entries"]
    assert [row[5] for row in found[:4]] == lines
    assert [json.loads(row[6])["Примечание"] for row in found[4:]] == lines[1:]


def test_spans_count_in_the_text_or_in_the_column(archive: Archive, db: duckdb.DuckDBPyConnection) -> None:
    sources.load(db, archive)
    entries.load(db, archive, QUIET)
    spans = db.execute(
        "SELECT f.value, coalesce(e.columns->>f.part, e.text), f.start, f.stop "
        "FROM fields AS f JOIN entries AS e USING (entry_id) WHERE f.start IS NOT NULL"
    ).fetchall()
    assert spans
    assert all(text[start:stop] == value for value, text, start, stop in spans)


def test_members_of_a_family_lead_to_their_head(archive: Archive, db: duckdb.DuckDBPyConnection) -> None:
    toml = archive.folder / "sources" / "families" / "source.toml"
    toml.write_text(toml.read_text(encoding="utf-8").replace('"auto"', '"memento-et"'), encoding="utf-8")
    sources.load(db, archive)
    entries.load(db, archive, QUIET)
    heads = db.execute(
        "SELECT locator, head_entry_id FROM entries WHERE source_id = 'families' ORDER BY ordinal"
    ).fetchall()
    assert heads == [
        ("line:1", None),
        ("line:2", "families/line:1"),
        ("line:3", "families/line:1"),
        ("line:4", None),
    ]


def test_handles_are_valid_distinct_and_outlive_a_line_put_in_above(archive: Archive, tmp_path: pathlib.Path) -> None:
    lines = ["Примеров, Вымысел", "Образцова, Примера", "Примеров, Вымысел"]
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    (tmp_path / "a" / "lines.txt").write_text("\n".join(lines), encoding="utf-8")
    (tmp_path / "b" / "lines.txt").write_text("\n".join(["Вымышленный, Новый", *lines]), encoding="utf-8")
    handles = []
    for folder in ("a", "b"):
        one = Archive.create(tmp_path / f"archive-{folder}")
        one.add([tmp_path / folder / "lines.txt"])
        handles.append([row[4] for row in tables(one)["entries"]])
    assert handles[1][1:] == handles[0]
    assert len(set(handles[1])) == 4
    assert all(ids.is_valid(handle) for handle in handles[1])


def test_two_loads_give_the_same_tables(archive: Archive) -> None:
    assert tables(archive) == tables(archive)


def test_parsing_by_several_processes_gives_the_same(
    archive: Archive, tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = "".join(f"NÄIDIS{n}, Välja, Mõel, s. 1890, arr. 0{1 + n % 9}.10.37.\n" for n in range(60))
    (tmp_path / "long.txt").write_text(lines, encoding="utf-8")
    archive.add([tmp_path / "long.txt"])
    alone = tables(archive)
    monkeypatch.setattr(table_rows, "CHUNK", 5)
    monkeypatch.setattr(table_rows, "_FEW", 10)
    monkeypatch.setattr(table_rows, "_CORES", 2)
    for folder in archive.cache.iterdir():
        for file in folder.iterdir():
            file.unlink()
        folder.rmdir()
    assert tables(archive) == alone
    assert len(alone["entries"]) == 66


def test_what_is_unchanged_is_not_parsed_again(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    before = tables(archive)

    def refuse(*_: object) -> None:
        raise AssertionError("parsed again")

    monkeypatch.setattr(parse_cache, "parse_source", refuse)
    toml = archive.folder / "sources" / "list" / "source.toml"
    written = toml.read_text(encoding="utf-8")
    toml.write_text(written.replace('title = "list"', 'title = "Another title"'), encoding="utf-8")
    assert tables(archive)["fields"] == before["fields"]
    toml.write_text(written.replace('"birth_date"', '"note"'), encoding="utf-8")
    with pytest.raises(AssertionError, match="parsed again"):
        tables(archive)


def test_the_cache_holds_only_what_is_of_use(archive: Archive) -> None:
    tables(archive)
    (archive.cache / "left.parsing").mkdir()
    (archive.cache / "of-another-version").mkdir()
    tables(archive)
    assert len(list(archive.cache.iterdir())) == 2


def test_a_failure_leaves_nothing_half_parsed(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = tables(archive)
    toml = archive.folder / "sources" / "list" / "source.toml"
    toml.write_text(toml.read_text(encoding="utf-8").replace('"birth_date"', '"note"'), encoding="utf-8")

    def fail(*_: object) -> None:
        raise OSError("No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(parse_cache, "to_parquet", fail)
        with pytest.raises(OSError, match="No space"):
            tables(archive)
    assert not list(archive.cache.glob("*.parsing"))
    assert len(tables(archive)["entries"]) == len(whole["entries"])


def test_a_changed_file_stops_the_build_with_a_sentence(archive: Archive) -> None:
    (archive.folder / "sources" / "list" / "list.csv").write_text("changed", encoding="utf-8")
    with pytest.raises(SourceError, match="has changed since it was received"):
        tables(archive)


def test_an_unknown_dialect_is_named(archive: Archive) -> None:
    toml = archive.folder / "sources" / "list" / "source.toml"
    toml.write_text('dialect = "klingon"\n' + toml.read_text(encoding="utf-8").replace("dialect", "# dialect"))
    with pytest.raises(SourceError, match=r"source\.toml: `dialect` is 'klingon'; expected one of: auto"):
        tables(archive)
