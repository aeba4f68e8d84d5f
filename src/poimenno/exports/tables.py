"""Exports: a table of the record as one flat file that outlives the program.

CSV is UTF-8 with commas (RFC 4180). A text cell that a spreadsheet would run as a formula gets an
apostrophe before it in CSV only; Parquet and JSON Lines hold the exact text. Lists are joined by "; ".
An export is for the owner of the archive and holds everybody; `may_be_alive` says whom the pages withhold today.
"""

import pathlib
import shutil
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from poimenno.claims import findings as claim_findings
from poimenno.disclosure import published_view
from poimenno.exports import codebook
from poimenno.foundation import database, files, sql
from poimenno.foundation.errors import ArchiveError
from poimenno.foundation.language import LANGUAGES
from poimenno.foundation.language import gettext as _
from poimenno.reference.vocabularies import ExportTable
from poimenno.values.formula_guard import FORMULA
from poimenno.wording import finding_words

if TYPE_CHECKING:
    import duckdb

ENDINGS = (".csv", ".parquet", ".jsonl")


def export(
    record: pathlib.Path, table: str, target: pathlib.Path, *, excel: bool = False, described: bool = False
) -> int:
    """Write a table of `ExportTable` to a .csv, .parquet or .jsonl file; return the number of rows.

    With `described`, the meaning of the columns of a CSV is written next to it (see `codebook`); with `excel`, a CSV
    begins with a byte order mark. The file is written whole or not at all.

    Raises ArchiveError for another ending, a folder that does not exist or a file that cannot be written, and
    RecordError if the record cannot be read.
    """
    ending = target.suffix.lower()
    if ending not in ENDINGS:
        raise ArchiveError(
            _("{file}: cannot tell the format; expected a name ending in .csv, .parquet or .jsonl.").format(file=target)
        )
    with files.output_file(target) as tmp_path, database.opened(record) as db:
        published_view.publish(db, datetime.now(tz=UTC).date())
        if table == ExportTable.CLAIM_FINDINGS:
            _word_findings(db)
        sql.run(db, "exports", table.replace("-", "_"))
        _copy(db, target, tmp_path)
        if ending == ".csv" and described:
            metadata = codebook.describe(db, table, target.name)
            with files.output_file(codebook.path_of(target)) as metadata_path:
                metadata_path.write_text(metadata, encoding="utf-8")
        if ending == ".csv" and excel:
            _mark_utf8(tmp_path)
        return int(sql.scalar(db, "exports", "row_count"))


def _word_findings(db: "duckdb.DuckDBPyConnection") -> None:
    """Make the table of sentences of findings; the record has findings as data only."""
    findings = claim_findings.read(db)
    words = [finding_words.sentences(finding) for finding in findings.values()]
    columns = {f"sentence_{language}": [row[f"sentence_{language}"] for row in words] for language in LANGUAGES}
    texts = {"finding_id": list(findings), **columns}
    sql.temp_table(db, "finding_sentences", {name: ("VARCHAR", column) for name, column in texts.items()})


def _copy(db: "duckdb.DuckDBPyConnection", target: pathlib.Path, tmp_path: pathlib.Path) -> None:
    """Write the view `exported` in the format of the target's ending."""
    import duckdb

    ending = target.suffix.lower()
    try:
        if ending == ".csv":
            sql.run(db, "exports", "copy_csv", file=str(tmp_path), formula=FORMULA)
        else:
            sql.run(db, "exports", f"copy_{ending[1:]}", file=str(tmp_path))
    except duckdb.IOException as error:
        raise ArchiveError(
            _("{file}: could not be written ({reason}).").format(file=target, reason=str(error).splitlines()[0])
        ) from error


def _mark_utf8(path: pathlib.Path) -> None:
    """Put the byte order mark of UTF-8 before the content of a file."""
    marked = path.with_name(path.name + ".marked")
    try:
        with path.open("rb") as source, marked.open("wb") as out:
            out.write(b"\xef\xbb\xbf")
            shutil.copyfileobj(source, out)
        marked.replace(path)
    finally:
        marked.unlink(missing_ok=True)
