"""A build is a function of its inputs, and never harms the record that is there."""

import pathlib

import duckdb
import pytest

from poimenno import cases, pipeline
from poimenno.errors import PoimennoError
from poimenno.progress import QUIET
from poimenno.sources.archive import Archive

EXAMPLE = pathlib.Path(__file__).resolve().parent.parent / "docs" / "example" / "made-up-list.csv"


def contents(record: pathlib.Path) -> dict[str, list[tuple[object, ...]]]:
    with duckdb.connect(str(record), read_only=True) as db:
        tables = [name for (name,) in db.execute("SELECT table_name FROM duckdb_tables() ORDER BY 1").fetchall()]
        return {table: db.execute(f'SELECT * FROM "{table}"').fetchall() for table in tables}


@pytest.fixture
def archive(tmp_path: pathlib.Path) -> pathlib.Path:
    folder = tmp_path / "archive"
    Archive.create(folder)
    Archive.open(folder).add([EXAMPLE], made_up=True)
    return folder


def test_two_builds_give_the_same_tables(archive: pathlib.Path) -> None:
    first = contents(pipeline.build(archive, QUIET).record)
    second = contents(pipeline.build(archive, QUIET).record)
    assert first == second
    assert first["persons"]


def test_a_rebuild_from_nothing_gives_the_same_tables(archive: pathlib.Path) -> None:
    import shutil

    first = contents(pipeline.build(archive, QUIET).record)
    (archive / "record.duckdb").unlink()
    shutil.rmtree(archive / "cache")
    assert contents(pipeline.build(archive, QUIET).record) == first


def test_a_failure_leaves_the_old_record_whole(archive: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> None:
    record = pipeline.build(archive, QUIET).record
    before = record.read_bytes()

    def fail(*_: object) -> None:
        raise PoimennoError("the power went")

    monkeypatch.setattr(cases, "assemble", fail)
    with pytest.raises(PoimennoError, match="the power went"):
        pipeline.build(archive, QUIET)
    assert record.read_bytes() == before
    assert [path.name for path in archive.glob("record.*")] == ["record.duckdb"]


def test_every_column_of_the_record_is_explained_by_a_table_comment(archive: pathlib.Path) -> None:
    record = pipeline.build(archive, QUIET).record
    with duckdb.connect(str(record), read_only=True) as db:
        bare = db.execute("SELECT table_name FROM duckdb_tables() WHERE comment IS NULL").fetchall()
    assert bare == []


def test_each_case_is_attributed_or_said_to_be_unknown(archive: pathlib.Path) -> None:
    tables = contents(pipeline.build(archive, QUIET).record)
    assert len(tables["attributions"]) == len(tables["cases"]) > 0
