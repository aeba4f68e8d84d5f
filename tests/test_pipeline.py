"""A build is a function of its inputs, and never harms the record that is there."""

import pathlib
import re
import signal
import subprocess
import sys

import duckdb
import pytest

from poimenno import cases, pipeline
from poimenno.foundation.errors import ArchiveError, PoimennoError
from poimenno.foundation.progress import QUIET
from poimenno.sources.archive import Archive

EXAMPLE = pathlib.Path(__file__).resolve().parent.parent / "docs" / "example" / "made-up-list.csv"


def comments(db: duckdb.DuckDBPyConnection, schema: str) -> dict[str, str | None]:
    """The tables of a schema and their comments."""
    question = "SELECT table_name, comment FROM duckdb_tables() WHERE schema_name = ?"
    return dict(db.execute(question, [schema]).fetchall())


def contents(record: pathlib.Path) -> dict[str, list[tuple[object, ...]]]:
    with duckdb.connect(str(record), read_only=True) as db:
        return {table: db.execute(f'SELECT * FROM "{table}"').fetchall() for table in sorted(comments(db, "main"))}


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


BUILD = "import pathlib, sys; from poimenno import pipeline; from poimenno.foundation.progress import QUIET; "


def _run(folder: pathlib.Path, before: str) -> subprocess.CompletedProcess[str]:
    code = f"{BUILD}{before}\nif __name__ == '__main__': pipeline.build(pathlib.Path(sys.argv[1]), QUIET)"
    return subprocess.run(
        [sys.executable, "-c", code, str(folder)], capture_output=True, text=True, encoding="utf-8", check=False
    )


def test_a_build_killed_in_the_middle_leaves_the_old_record_whole(archive: pathlib.Path) -> None:
    record = pipeline.build(archive, QUIET).record
    before = record.read_bytes()
    done = _run(
        archive, "import os, signal; from poimenno import cases; cases.assemble = lambda db: os.kill(os.getpid(), 9)"
    )
    assert done.returncode == -signal.SIGKILL
    assert record.read_bytes() == before
    assert contents(pipeline.build(archive, QUIET).record)["persons"]


def test_a_full_disk_is_said_in_one_sentence_and_leaves_the_old_record_whole(archive: pathlib.Path) -> None:
    record = pipeline.build(archive, QUIET).record
    before = record.read_bytes()
    # No file may grow beyond 100 kB: writing then fails as on a full disk.
    done = _run(archive, "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))")
    assert done.returncode != 0
    assert "RecordError" in done.stderr.strip().splitlines()[-1]
    assert record.read_bytes() == before
    assert [path.name for path in archive.glob("record.*")] == ["record.duckdb"]


def test_a_second_build_at_the_same_time_is_refused(archive: pathlib.Path) -> None:
    with Archive.open(archive).lock(), pytest.raises(ArchiveError, match="is running"):
        pipeline.build(archive, QUIET)


def test_kept_steps_are_explained_and_change_no_other_table(archive: pathlib.Path) -> None:
    before = contents(pipeline.build(archive, QUIET).record)
    kept = pipeline.build(archive, QUIET, keep_steps=True).record
    with duckdb.connect(str(kept), read_only=True) as db:
        steps = comments(db, "steps")
        rows = {
            table: db.execute(f"SELECT count(*) FROM steps.{table}").fetchall()[0][0]
            for table in ("linkage_input", "name_keys", "place_keys", "cluster_members", "episodes_of_persons")
        }
    assert contents(kept) == before
    assert all(steps.values())
    # Of the linkage and of the cases: what the pages of the docs name is there, and is not empty.
    assert {"scored_pairs", "frequency_of_surname", "clustered_entries", "ranked_values"} <= steps.keys()
    assert all(rows.values())


def test_every_intermediate_table_of_the_code_is_kept(archive: pathlib.Path) -> None:
    """No room drops its intermediate tables by itself, apart from copies of what is compared."""
    source = pathlib.Path(pipeline.__file__).parent
    written = [
        name
        for room in ("people", "cases")
        for path in (source / room).rglob("*.sql")
        for name in re.findall(r"CREATE OR REPLACE TEMP TABLE (\w+)", path.read_text(encoding="utf-8"))
    ]
    with duckdb.connect(str(pipeline.build(archive, QUIET, keep_steps=True).record), read_only=True) as db:
        steps = {
            name
            for (name,) in db.execute("SELECT table_name FROM duckdb_tables() WHERE schema_name = 'steps'").fetchall()
        }
    assert len(written) > 20
    assert set(written) - steps == {"cached_pairs", "linkage_old", "linkage_new"}
