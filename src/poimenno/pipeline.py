"""The few lines that run the whole book: from an archive's sources and decisions to its record."""

import contextlib
import pathlib
from collections.abc import Callable
from typing import TYPE_CHECKING

from poimenno import cases, claims, disclosure, entries, operations, people, sources
from poimenno.entries import ingest, notice_files, parse_cache
from poimenno.foundation import database, sql, steps
from poimenno.foundation.language import gettext as _
from poimenno.foundation.progress import Progress
from poimenno.people.comparison.comparison_engine import Engine
from poimenno.people.comparison.duckdb_engine import DuckDBEngine
from poimenno.people.comparison.score_cache import ScoreCache
from poimenno.reference import loader
from poimenno.sources import register
from poimenno.sources.archive import Archive

if TYPE_CHECKING:
    import duckdb

ROOMS = ("reference", "sources", "entries", "people", "cases", "operations", "claims", "disclosure")


def build(
    folder: pathlib.Path, progress: Progress, engine: Engine | None = None, *, keep_steps: bool = False
) -> Archive:
    """Build the record of an archive and replace the old one by it; the engine, by default DuckDB, compares the pairs.

    With `keep_steps`, the record also has the intermediate tables, in its schema `steps`; nothing else differs. All
    scores are then computed anew, so that no step is left out because its result was cached.
    Raises ArchiveError, SourceError, DecisionError, RecordError or EngineError; the old record is then untouched.
    """
    archive = Archive.open(folder)
    engine = engine or DuckDBEngine()
    engine.check()
    with archive.lock(), database.creating(archive.record) as db:
        for room in ROOMS:
            sql.run(db, room)
        loader.load(db)
        decisions = archive.decisions()
        cache = None if keep_steps else _score_cache(archive)
        room_steps: list[tuple[str, Callable[[], object]]] = [
            (_("Checking the sources"), lambda: sources.load(db, archive)),
            (_("Reading the lists"), lambda: entries.load(db, archive, progress)),
            (_("Linking entries to persons"), lambda: people.link(db, decisions, engine, cache)),
            (_("Assembling cases"), lambda: cases.assemble(db)),
            (_("Attributing cases to operations"), lambda: operations.attribute(db)),
            (_("Loading published claims"), lambda: claims.load(db, archive)),
            (_("Preparing search and pages"), lambda: disclosure.prepare(db, archive.inputs())),
        ]
        progress.steps([(label, _finishing(db, run, keep=keep_steps)) for label, run in room_steps])
    return archive


def _finishing(db: "duckdb.DuckDBPyConnection", run: Callable[[], object], *, keep: bool) -> Callable[[], object]:
    """A room's work, followed by the end of its intermediate tables."""

    def run_and_finish() -> None:
        run()
        steps.finish(db, keep=keep)

    return run_and_finish


def _score_cache(archive: Archive) -> ScoreCache:
    lists = [source for source in archive.sources if source.settings.kind == "list"]
    return ScoreCache(archive.cache, {source.source_id: parse_cache.cache_key(source) for source in lists})


def parse(path: pathlib.Path, dialect: str | None) -> list[dict[str, object]]:
    """Read the notices of a file, or of the files of a folder, without an archive.

    One flat object a notice, with the operation inferred for it; each notice is taken for a person of its own.
    Raises SourceError if a file cannot be read.
    """
    files = sorted(file for file in path.iterdir() if file.is_file()) if path.is_dir() else [path]
    parsed = [notice for file in files for notice in notice_files.parse(file, dialect)]
    with contextlib.closing(database.memory()) as db:
        for room in ROOMS:
            sql.run(db, room)
        loader.load(db)
        register.register_notices(db)
        names = ingest.load_notices(db, [notice.fields for notice in parsed])
        people.separate(db)
        cases.assemble(db)
        operations.attribute(db)
        inferred: dict[str, str] = dict(sql.run(db, "operations", "operations_of_entries"))
    return [notice.as_object(inferred.get(name)) for name, notice in zip(names, parsed, strict=True)]
