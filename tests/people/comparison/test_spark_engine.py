"""The model on Spark: every condition translated, the same similarity, the same links as DuckDB's."""

import pathlib
import shutil
import subprocess
import sys
from typing import Any

import pytest

from benchmarks import made_up_lists
from poimenno import entries, people, reference, sources
from poimenno.entries import dialects, parse_cache
from poimenno.foundation import database, sql
from poimenno.foundation.errors import EngineError, ReferenceTableError
from poimenno.foundation.progress import QUIET
from poimenno.people.comparison import spark_engine
from poimenno.people.comparison.comparison_engine import Engine
from poimenno.people.comparison.duckdb_engine import DuckDBEngine
from poimenno.people.comparison.score_cache import ScoreCache
from poimenno.people.comparison.spark_engine import SparkEngine
from poimenno.reference import loader
from poimenno.sources.archive import Archive


def _missing() -> str | None:
    try:
        SparkEngine().check()
    except EngineError as error:
        return str(error)
    return None


needs_spark = pytest.mark.skipif(_missing() is not None, reason=f"Spark is not tested: {_missing()}")


def test_every_condition_of_the_model_is_translated() -> None:
    conditions = {row["condition"] for row in reference.rows("linkage_levels")} - {"ELSE"}
    made = {condition: spark_engine.translated(condition) for condition in conditions}
    assert len(conditions) > 30
    for condition, spark_sql in made.items():
        assert "jaro_winkler_similarity" not in spark_sql
        assert "list_" not in spark_sql and "&&" not in spark_sql, condition


@pytest.mark.parametrize(
    ("condition", "sql"),
    [
        ("jaro_winkler_similarity(a_l, a_r) >= 0.9", "poimenno_jaro_winkler(a_l, a_r) >= 0.9"),
        ("list_has_any(a_l, a_r)", "arrays_overlap(a_l, a_r)"),
        ("len(list_intersect(a_l, a_r)) >= 2", "size(array_intersect(a_l, a_r)) >= 2"),
        ("a_l[1] = a_r[1]", "SUBSTRING(a_l, 1, 1) = SUBSTRING(a_r, 1, 1)"),
    ],
)
def test_functions_of_duckdb_get_their_counterparts(condition: str, sql: str) -> None:
    assert spark_engine.translated(condition).lower() == sql.lower()


def test_a_function_without_a_counterpart_is_named() -> None:
    with pytest.raises(ReferenceTableError, match="list_cosine_similarity"):
        spark_engine.translated("list_cosine_similarity(a_l, a_r) > 0.5")


def test_without_pyspark_one_sentence_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyspark", None)
    with pytest.raises(EngineError, match=r"poimenno\[spark\]"):
        SparkEngine().check()


@needs_spark
def test_without_java_one_sentence_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: None)
    monkeypatch.delenv("JAVA_HOME", raising=False)
    with pytest.raises(EngineError, match="Java 17"):
        SparkEngine().check()


def test_the_command_fails_before_it_reads_where_spark_is_missing(tmp_path: pathlib.Path) -> None:
    Archive.create(tmp_path / "archive")
    # A pyspark that is none, found before any that is installed.
    (tmp_path / "pyspark.py").write_text("raise ImportError", encoding="utf-8")
    code = "import sys; sys.path.insert(0, sys.argv.pop(1)); from poimenno.cli.main import main; main()"
    command = [sys.executable, "-c", code, str(tmp_path), "build", str(tmp_path / "archive"), "--engine", "spark"]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == EngineError.exit_code
    assert "pip install 'poimenno[spark]'" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "archive" / "record.duckdb").exists()


def _linked(folder: pathlib.Path, engine: Engine) -> dict[str, list[tuple[Any, ...]]]:
    archive = Archive.open(folder)
    db = database.memory()
    for room in ("reference", "sources", "entries", "people"):
        sql.run(db, room)
    loader.load(db)
    sources.load(db, archive)
    entries.load(db, archive, QUIET)
    keys = {source.source_id: parse_cache.cache_key(source) for source in archive.sources}
    people.link(db, [], engine, ScoreCache(archive.cache, keys))
    tables = {
        name: db.execute(f"FROM {name} ORDER BY ALL").fetchall() for name in ("persons", "person_entries", "links")
    }
    db.close()
    return tables


@needs_spark
def test_spark_gives_the_links_that_duckdb_gives_also_of_a_list_added(tmp_path: pathlib.Path) -> None:
    made_up_lists.write(500, tmp_path / "lists")
    *first, last = sorted((tmp_path / "lists").glob("list-*.csv"))
    last.write_text("".join(last.read_text(encoding="utf-8").splitlines(keepends=True)[:20]), encoding="utf-8")
    folder = tmp_path / "archive"
    Archive.create(folder).add(first, made_up=True, detect=dialects.detect)
    _linked(folder, SparkEngine("local[2]"))  # kept: the scores of these lists are taken from here below
    Archive.open(folder).add([last], made_up=True, detect=dialects.detect)
    grown = _linked(folder, SparkEngine("local[2]"))
    shutil.rmtree(folder / "cache")
    assert grown == _linked(folder, DuckDBEngine())
    assert len(grown["links"]) > 100
