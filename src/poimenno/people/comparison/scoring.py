"""The scores of the candidates: by Splink on DuckDB, or from the cache where neither entry nor model changed.

A pair's score rests on the two entries, on the model, and on how common their names, days and places are. The last is
counted in the base: the first sources, in the order of their adding, that hold four fifths of all entries. So a list
added to many leaves the old pairs as they were: only its own are compared, and the result equals that of a build
from nothing.
"""

import contextlib
import functools
import hashlib
import importlib.resources
import json
import logging
import pathlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from poimenno.entries.parse_cache import parser_version
from poimenno.people.comparison import match_model, spark_engine

if TYPE_CHECKING:
    import duckdb

# Pairs of less weight (log2) than this are no candidates for anything.
LEAST_WEIGHT = -10


@dataclass(frozen=True, slots=True)
class Cache:
    """Where scores are kept between builds, and the key of what each source was read as."""

    folder: pathlib.Path
    keys: dict[str, str]


class DuckDB:
    """Splink's DuckDB backend, in the record itself. `spark_engine.Spark` answers to the same calls."""

    def __init__(self, db: "duckdb.DuckDBPyConnection") -> None:
        from splink import DuckDBAPI

        self.api = DuckDBAPI(connection=db)

    def settings(self, entries: int) -> Any:
        """The model for so many entries."""
        return match_model.settings(entries)

    def table(self, name: str) -> Any:
        """A table of the record, known to Splink."""
        return self.api.register(name)

    def scored(self, predicted: Any) -> str:
        """The name of the table in the record that holds what Splink predicted."""
        return str(predicted.physical_name)


@contextlib.contextmanager
def _engine(db: "duckdb.DuckDBPyConnection", spark_master: str | None) -> "Iterator[DuckDB | spark_engine.Spark]":
    if spark_master is None:
        yield DuckDB(db)
        return
    with spark_engine.running(db, spark_master) as engine:
        yield engine


def score(db: "duckdb.DuckDBPyConnection", cache: Cache | None = None, spark_master: str | None = None) -> bool:
    """Compare the candidates of linkage_input; False where there are too few entries to compare.

    With a master, Spark compares; otherwise DuckDB does.

    The temporary table scored then has a row a pair: its ids, weight (log2 of the Bayes factor), probability, and
    for each comparison its weight (`mw_`) and what the frequency of the value adds to it (`mw_tf_adj_`).
    """
    sources = {source for (source,) in db.execute("SELECT DISTINCT source_id FROM linkage_input").fetchall()}
    entries = int(db.execute("SELECT count(*) FROM linkage_input").fetchall()[0][0])
    if entries < 2:
        db.execute(
            "CREATE OR REPLACE TEMP TABLE scored (unique_id_l VARCHAR, unique_id_r VARCHAR, match_weight DOUBLE)"
        )
        return False
    stem = f"scored-{_fingerprint(db, cache, spark_master is not None)}" if cache else ""
    before = _read(db, cache, stem) if cache else {}
    old = sorted(source for source in sources if cache and before.get(source) == cache.keys[source])
    _compare(db, old, sources - set(old), spark_master)
    if cache and set(old) != sources:
        _keep(db, cache, stem, sources)
    return True


def _compare(db: "duckdb.DuckDBPyConnection", old: list[str], new: set[str], spark_master: str | None = None) -> None:
    """Fill scored: of the old sources from scored_before, of the new among themselves and with the old by the model."""
    parts = []
    if old:
        db.execute("CREATE OR REPLACE TEMP TABLE known AS SELECT unnest($1) AS source_id", [old])
        parts.append("SELECT * FROM scored_before WHERE source_l IN (FROM known) AND source_r IN (FROM known)")
    if new:
        with _engine(db, spark_master) as engine:
            parts += [f'SELECT {_COLUMNS} FROM "{table}"' for table in _predicted(db, engine, old)]  # noqa: S608
    db.execute(f"CREATE OR REPLACE TEMP TABLE scored AS {' UNION ALL '.join(parts)}")
    _tidy(db)


def _predicted(db: "duckdb.DuckDBPyConnection", engine: "DuckDB | spark_engine.Spark", old: list[str]) -> list[str]:
    """The tables of pairs that the model scored: all, or where sources are old only those that a new one is part of."""
    from splink import Linker

    logging.getLogger("splink").setLevel(logging.ERROR)
    base = int(db.execute("SELECT count(*) FROM linkage_input SEMI JOIN base USING (source_id)").fetchall()[0][0])
    # The settings are our own and the same each time: to hold each of their columns against the table takes a while.
    linker = Linker(
        engine.table("linkage_input"), engine.settings(base), validate_settings=False, log_level=logging.ERROR
    )
    for column, sql in match_model.frequencies().items():
        db.execute(f"CREATE OR REPLACE TEMP TABLE tf_{column} AS {sql}")
        linker.table_management.register_term_frequency_lookup(engine.table(f"tf_{column}"), column)
    if not old:
        return [engine.scored(linker.inference.predict(threshold_match_weight=LEAST_WEIGHT))]
    for name, side in (("linkage_old", "SEMI"), ("linkage_new", "ANTI")):
        db.execute(f"CREATE OR REPLACE TEMP TABLE {name} AS FROM linkage_input {side} JOIN known USING (source_id)")
    added, known = engine.table("linkage_new"), engine.table("linkage_old")
    return [
        engine.scored(linker.inference.predict_within(added, threshold_match_weight=LEAST_WEIGHT)),
        engine.scored(linker.inference.predict_between(known, added, threshold_match_weight=LEAST_WEIGHT)),
    ]


_COLUMNS = (
    "unique_id_l, unique_id_r, source_id_l AS source_l, source_id_r AS source_r, match_weight, match_probability, "
    "COLUMNS('^mw_')"
)


def _tidy(db: "duckdb.DuckDBPyConnection") -> None:
    left = db.execute(
        "SELECT table_name FROM duckdb_tables() WHERE starts_with(table_name, '__splink__') "
        "OR starts_with(table_name, 'tf_') OR table_name IN ('known', 'linkage_old', 'linkage_new', 'scored_before')"
    ).fetchall()
    for (table,) in left:
        db.execute(f'DROP TABLE IF EXISTS "{table}"')


@functools.cache
def _version() -> str:
    """A checksum of all that decides a score but the entries."""
    import duckdb
    import splink

    digest = hashlib.sha256(f"{parser_version()} {splink.__version__} {duckdb.__version__}".encode())
    for file in sorted(pathlib.Path(str(importlib.resources.files("poimenno") / "people")).rglob("*")):
        if file.suffix in (".py", ".sql"):
            digest.update(file.read_bytes())
    return digest.hexdigest()


def _fingerprint(db: "duckdb.DuckDBPyConnection", cache: Cache, on_spark: bool) -> str:
    base = [source for (source,) in db.execute("SELECT source_id FROM base ORDER BY source_id").fetchall()]
    told = json.dumps([_version(), on_spark, [(source, cache.keys[source]) for source in base]])
    return hashlib.sha256(told.encode()).hexdigest()[:32]


def _read(db: "duckdb.DuckDBPyConnection", cache: Cache, stem: str) -> dict[str, str]:
    """Read the scores kept under a name into scored_before; the keys of the sources that they are of."""
    import duckdb

    said = cache.folder / f"{stem}.json"
    if not said.is_file():
        return {}
    told: dict[str, Any] = json.loads(said.read_text(encoding="utf-8"))
    try:
        db.execute(
            "CREATE OR REPLACE TEMP TABLE scored_before AS FROM read_parquet($1)", [str(cache.folder / told["scores"])]
        )
    except duckdb.Error:  # lost or damaged: it is made again
        return {}
    return dict(told["sources"])


def _keep(db: "duckdb.DuckDBPyConnection", cache: Cache, stem: str, sources: set[str]) -> None:
    """Keep the scores; what was kept before goes, once the new are named."""
    keys = {source: cache.keys[source] for source in sorted(sources)}
    name = f"{stem}-{hashlib.sha256(json.dumps(keys).encode()).hexdigest()[:16]}.parquet"
    path = str(cache.folder / name).replace("'", "''")
    db.execute(f"COPY (FROM scored ORDER BY unique_id_l, unique_id_r) TO '{path}' (FORMAT parquet)")
    beside = cache.folder / f"{stem}.part"
    beside.write_text(json.dumps({"scores": name, "sources": keys}), encoding="utf-8")
    beside.replace(cache.folder / f"{stem}.json")
    for file in cache.folder.glob("scored-*"):
        if file.name not in (name, f"{stem}.json"):
            file.unlink()
