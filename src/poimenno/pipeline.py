"""The few lines that run the whole book: from an archive's sources and decisions to its record."""

import pathlib

from poimenno import cases, claims, database, entries, operations, people, publication, reference
from poimenno.language import gettext as _
from poimenno.progress import Progress
from poimenno.sources.archive import Archive

ROOMS = ("reference", "sources", "entries", "people", "cases", "operations", "claims", "publication")


def build(folder: pathlib.Path, progress: Progress) -> Archive:
    """Build the record of an archive and put it in the place of the old one.

    Raises ArchiveError, SourceError, DecisionError or RecordError; the old record is then untouched.
    """
    archive = Archive.open(folder)
    with archive.lock(), database.creating(archive.record) as db:
        for room in ROOMS:
            database.run(db, room)
        reference.load(db)
        entries.load(db, archive, progress)
        progress.say(_("Linking entries to persons"))
        people.link(db, archive.decisions(), progress)
        progress.say(_("Assembling cases"))
        cases.assemble(db)
        operations.attribute(db)
        claims.load(db, archive)
        publication.prepare(db, archive.inputs())
    return archive
