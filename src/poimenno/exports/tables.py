"""Exports: a table of the record as one flat file that outlives the program.

CSV is UTF-8 with commas (RFC 4180). A text cell that a spreadsheet would run as a formula gets an
apostrophe before it in CSV only; Parquet and JSON Lines hold the exact text. Lists are joined by "; ".
An export is for the owner of the archive and holds everybody; `may_be_alive` says whom the pages withhold today.
"""

import pathlib
import uuid
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from poimenno.disclosure import published_view
from poimenno.exports import codebook
from poimenno.foundation import database, sql
from poimenno.foundation.errors import ArchiveError
from poimenno.foundation.language import gettext as _
from poimenno.values.formula_guard import FORMULA

if TYPE_CHECKING:
    import duckdb

FORMATS = {
    ".csv": "FORMAT csv, HEADER true",
    ".parquet": "FORMAT parquet, COMPRESSION zstd",
    ".jsonl": "FORMAT json, ARRAY false",
}


def export(
    record: pathlib.Path, table: str, target: pathlib.Path, *, excel: bool = False, described: bool = False
) -> int:
    """Write persons, entries, cases or claims to a .csv, .parquet or .jsonl file; return the number of rows.

    `described` writes what the columns of a CSV mean beside it (see `codebook`).

    Writes beside the target and renames, so that a failure leaves an older file whole. Raises
    ArchiveError for another ending, a folder that is not there or a file that cannot be written.
    """
    options = FORMATS.get(target.suffix.lower())
    if options is None:
        raise ArchiveError(
            _("{file}: cannot tell the format; expected a name ending in .csv, .parquet or .jsonl.").format(file=target)
        )
    if not target.absolute().parent.is_dir():
        raise ArchiveError(_("{folder}: this folder is not there; make it first.").format(folder=target.parent))
    beside = target.with_name(f".{target.name}.{uuid.uuid4().hex[:8]}")
    import duckdb

    try:
        with database.opened(record) as db:
            published_view.publish(db, datetime.now(tz=UTC).date())
            db.execute("CREATE TEMP VIEW exported AS " + sql.script("exports", table))
            selected = _guarded_columns(db) if target.suffix.lower() == ".csv" else "*"
            db.execute(f"COPY (SELECT {selected} FROM exported) TO $file ({options})", {"file": str(beside)})  # noqa: S608
            counted = db.execute("SELECT count(*) FROM exported").fetchall()[0][0]
            if described and target.suffix.lower() == ".csv":
                version = db.execute("SELECT value FROM record WHERE key = 'version'").fetchall()[0][0]
                codebook.path_of(target).write_text(codebook.describe(db, table, target, version), encoding="utf-8")
        if excel and target.suffix.lower() == ".csv":
            _mark_utf8(beside)
        beside.replace(target)
    except (duckdb.IOException, OSError) as error:
        raise ArchiveError(
            _("{file}: could not be written ({reason}).").format(file=target, reason=str(error).splitlines()[0])
        ) from error
    finally:
        beside.unlink(missing_ok=True)
    return int(counted)


def _guarded_columns(db: "duckdb.DuckDBPyConnection") -> str:
    # The names come from our own SQL file, never from a source.
    columns = db.execute("SELECT column_name, column_type FROM (DESCRIBE exported)").fetchall()
    guarded = "if(regexp_matches({0}, '" + FORMULA.replace("'", "''") + "'), chr(39) || {0}, {0}) AS {0}"
    return ", ".join(guarded.format(f'"{name}"') if kind == "VARCHAR" else f'"{name}"' for name, kind in columns)


def _mark_utf8(path: pathlib.Path) -> None:
    import shutil

    marked = path.with_name(path.name + ".marked")
    with path.open("rb") as source, marked.open("wb") as out:
        out.write(b"\xef\xbb\xbf")
        shutil.copyfileobj(source, out)
    marked.replace(path)
