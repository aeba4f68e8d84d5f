"""What was received, as the record has it: one row a source, one row a file, checked against the checksum."""

import pathlib
from collections.abc import Iterator

import duckdb
import pytest

from poimenno import sources
from poimenno.foundation import database, sql
from poimenno.foundation.errors import SourceError
from poimenno.sources import register
from poimenno.sources.archive import Archive, checksum


@pytest.fixture
def archive(tmp_path: pathlib.Path) -> Archive:
    folder = tmp_path / "pages"
    folder.mkdir()
    for name in ("1.txt", "2.txt", "10.txt"):
        (folder / name).write_text(f"Примеров, Вымысел {name}\n", encoding="cp1251")
    (tmp_path / "list.csv").write_text("Фамилия;Имя\nПримеров;Вымысел\n", encoding="utf-8")
    archive = Archive.create(tmp_path / "archive")
    archive.add([folder, tmp_path / "list.csv"], citation="A made-up citation", made_up=True)
    return archive


@pytest.fixture
def db() -> Iterator[duckdb.DuckDBPyConnection]:
    with database.memory() as connection:
        sql.run(connection, "sources")
        yield connection


def test_sources_are_registered_in_order(archive: Archive, db: duckdb.DuckDBPyConnection) -> None:
    sources.load(db, archive)
    rows = db.execute(
        "SELECT source_id, ordinal, title, kind, language, citation, licence, reader, made_up FROM sources"
    ).fetchall()
    assert rows == [
        ("pages", 1, "pages", "list", "ru", "A made-up citation", None, "lines", True),
        ("list", 2, "list", "list", "ru", "A made-up citation", None, "delimited", True),
    ]


def test_files_have_their_size_and_checksum(archive: Archive, db: duckdb.DuckDBPyConnection) -> None:
    sources.load(db, archive)
    rows = db.execute("SELECT source_id, name, bytes, sha256, encoding FROM files").fetchall()
    assert [(row[0], row[1], row[4]) for row in rows] == [
        ("pages", "1.txt", "cp1251"),
        ("pages", "2.txt", "cp1251"),
        ("pages", "10.txt", "cp1251"),
        ("list", "list.csv", "utf-8"),
    ]
    for source_id, name, size, sha256, _encoding in rows:
        path = archive.folder / "sources" / source_id / name
        assert (size, sha256) == (path.stat().st_size, checksum(path))


def test_a_missing_file_stops_before_anything_is_registered(archive: Archive, db: duckdb.DuckDBPyConnection) -> None:
    (archive.folder / "sources" / "pages" / "2.txt").unlink()
    with pytest.raises(SourceError, match=r"2\.txt: this file of the source is missing"):
        sources.load(db, archive)
    assert db.execute("SELECT count(*) FROM sources").fetchall() == [(0,)]


def test_an_empty_archive_has_no_sources(tmp_path: pathlib.Path, db: duckdb.DuckDBPyConnection) -> None:
    sources.load(db, Archive.create(tmp_path / "empty"))
    assert db.execute("SELECT count(*) FROM sources").fetchall() == [(0,)]


def test_notices_outside_an_archive_belong_to_one_source(db: duckdb.DuckDBPyConnection) -> None:
    register.register_notices(db)
    assert db.execute("SELECT source_id, kind, made_up FROM sources").fetchall() == [("notices", "list", False)]
