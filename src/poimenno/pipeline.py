"""The few lines that run the whole book: from an archive's sources and decisions to its record."""

import contextlib
import pathlib
from collections.abc import Callable

from poimenno import cases, claims, disclosure, entries, operations, people, reference, sources
from poimenno.entries import ingest, notice_files, parse_cache
from poimenno.foundation import database, sql
from poimenno.foundation.language import gettext as _
from poimenno.foundation.progress import Progress
from poimenno.people.comparison import scoring, spark_engine
from poimenno.sources import register
from poimenno.sources.archive import Archive

ROOMS = ("reference", "sources", "entries", "people", "cases", "operations", "claims", "disclosure")


def build(folder: pathlib.Path, progress: Progress, spark_master: str | None = None) -> Archive:
    """Build the record of an archive and put it in the place of the old one; with a master, Spark compares the pairs.

    Raises ArchiveError, SourceError, DecisionError, RecordError or EngineError; the old record is then untouched.
    """
    archive = Archive.open(folder)
    if spark_master is not None:
        spark_engine.check()
    with archive.lock(), database.creating(archive.record) as db:
        for room in ROOMS:
            sql.run(db, room)
        reference.load(db)
        decided = archive.decisions()
        steps: list[tuple[str, Callable[[], object]]] = [
            (_("Checking the sources"), lambda: sources.load(db, archive)),
            (_("Reading the lists"), lambda: entries.load(db, archive, progress)),
            (_("Linking entries to persons"), lambda: people.link(db, decided, _scores(archive), spark_master)),
            (_("Assembling cases"), lambda: cases.assemble(db)),
            (_("Attributing cases to operations"), lambda: operations.attribute(db)),
            (_("Taking in published figures"), lambda: claims.load(db, archive)),
            (_("Preparing search and pages"), lambda: disclosure.prepare(db, archive.inputs())),
        ]
        progress.steps(steps)
    return archive


def _scores(archive: Archive) -> scoring.Cache:
    lists = [source for source in archive.sources if source.settings.kind == "list"]
    keys = {source.source_id: parse_cache.cache_key(source) for source in lists}
    return scoring.Cache(archive.cache, keys)


def parse(path: pathlib.Path, dialect: str | None) -> list[dict[str, object]]:
    """Read the notices of a file, or of the files of a folder, without an archive.

    One flat object a notice, with the operation inferred for it; each notice is taken for a person of its own.
    Raises SourceError where a file cannot be read.
    """
    files = sorted(one for one in path.iterdir() if one.is_file()) if path.is_dir() else [path]
    parsed = [notice for file in files for notice in notice_files.parse(file, dialect)]
    with contextlib.closing(database.memory()) as db:
        for room in ROOMS:
            sql.run(db, room)
        reference.load(db)
        register.register_notices(db)
        names = ingest.load_notices(db, [notice.fields for notice in parsed])
        people.separate(db)
        cases.assemble(db)
        operations.attribute(db)
        inferred = dict(
            db.execute(
                "SELECT ce.entry_id, arg_max(a.operation, a.case_id) FROM case_entries AS ce "
                "JOIN attributions AS a ON a.case_id = ce.case_id GROUP BY ce.entry_id"
            ).fetchall()
        )
    return [notice.as_object(inferred.get(name)) for name, notice in zip(names, parsed, strict=True)]
