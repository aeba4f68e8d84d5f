"""Scores kept between builds: what the engine computed, by the content of the sources, the model and the program.

The cache is two files in the archive's cache folder: the scores (Parquet), and a manifest that says which sources they
are of, with the key of what each was read as. Both are named by a fingerprint of everything else that decides a score.
The cache may be deleted at any time; a damaged one is ignored, and the scores are computed again.
"""

import functools
import hashlib
import importlib.resources
import json
import pathlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from poimenno.entries.parse_cache import parser_version
from poimenno.foundation import files, sql

if TYPE_CHECKING:
    import duckdb

_ROOM = "people/comparison"


@dataclass(frozen=True, slots=True)
class ScoreCache:
    """The folder in which scores are kept, and for each source the key of what it was read as."""

    folder: pathlib.Path
    keys: dict[str, str]


def load(db: "duckdb.DuckDBPyConnection", cache: ScoreCache, engine: str) -> dict[str, str]:
    """Load the kept scores of an engine into the temporary table cached_pairs.

    Returns the keys of the sources that they are of; empty if there are none, or if they are lost or damaged.
    """
    import duckdb

    path = cache.folder / f"{_stem(db, cache, engine)}.json"
    if not path.is_file():
        return {}
    try:
        manifest: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        sources: dict[str, str] = dict(manifest["sources"])
        sql.run(db, _ROOM, "load_cached_pairs", path=str(cache.folder / manifest["scores"]))
    except (ValueError, KeyError, TypeError, duckdb.Error):
        return {}
    return sources


def save(db: "duckdb.DuckDBPyConnection", cache: ScoreCache, engine: str, sources: set[str]) -> None:
    """Keep the scores of scored_pairs, which are of these sources; older ones are removed once the new are named."""
    stem = _stem(db, cache, engine)
    keys = {source: cache.keys[source] for source in sorted(sources)}
    scores = f"{stem}-{hashlib.sha256(json.dumps(keys).encode()).hexdigest()[:16]}.parquet"
    manifest = f"{stem}.json"
    sql.run(db, _ROOM, "save_scored_pairs", path=str(cache.folder / scores))
    files.write_text(cache.folder / manifest, json.dumps({"scores": scores, "sources": keys}))
    for path in cache.folder.glob("scored-*"):
        if path.name not in (scores, manifest):
            path.unlink()


def _stem(db: "duckdb.DuckDBPyConnection", cache: ScoreCache, engine: str) -> str:
    """The name of the files: a fingerprint of the program, the engine, and the content of the base sources."""
    base = [source for (source,) in sql.run(db, _ROOM, "base_source_ids")]
    content = json.dumps([_program_version(), engine, [(source, cache.keys[source]) for source in base]])
    return f"scored-{hashlib.sha256(content.encode()).hexdigest()[:32]}"


@functools.cache
def _program_version() -> str:
    """A checksum of all code and tables that decide a score."""
    import duckdb
    import splink

    digest = hashlib.sha256(f"{parser_version()} {splink.__version__} {duckdb.__version__}".encode())
    for file in sorted(pathlib.Path(str(importlib.resources.files("poimenno") / "people")).rglob("*")):
        if file.suffix in (".py", ".sql"):
            digest.update(file.read_bytes())
    return digest.hexdigest()
