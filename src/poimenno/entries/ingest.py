"""From an archive's sources to the tables of entries and fields.

What was parsed before is taken from the cache: the key is the content of the source's files, its settings, and the
code and tables that parse. Parsing runs on all cores; the rows go through files, so memory stays bounded.
"""

import dataclasses
import functools
import hashlib
import importlib.resources
import json
import pathlib
import shutil
import tempfile
from collections.abc import Sequence
from typing import TYPE_CHECKING

from poimenno.entries import dialects
from poimenno.entries.field import Field
from poimenno.entries.table_rows import TABLES, Parsers, fields_line, spill_file, spilled
from poimenno.foundation import sql
from poimenno.foundation.errors import SourceError
from poimenno.foundation.language import gettext as _
from poimenno.foundation.progress import Progress
from poimenno.sources.archive import Archive
from poimenno.sources.settings import Source

if TYPE_CHECKING:
    import duckdb

# The rooms whose code decides what is read from a file.
_PARSING = ("values", "sources", "entries", "reference")
# Settings that say what a source is, and not how it is read.
_ABOUT = ("title", "citation", "licence", "url", "made_up", "added")


def load(db: "duckdb.DuckDBPyConnection", archive: Archive, progress: Progress) -> None:
    """Fill sources, files, entries, rejected, fields, readings and episodes from the sources of an archive.

    Raises SourceError where a file is not as it was received or cannot be read; nothing is then half-cached.
    """
    archive.check()
    sources = [source for source in archive.sources if source.settings.kind == "list"]
    for source in sources:
        _check_dialect(source)
    wanted = {source.source_id: archive.cache / key(source) for source in sources}
    _prune(archive.cache, set(wanted.values()))
    for source in archive.sources:
        _note(db, source)
    with Parsers() as parsers:
        for source in sources:
            if not wanted[source.source_id].is_dir():
                _parse(db, source, wanted[source.source_id], parsers, progress)
    for table in TABLES:
        _insert(db, table, list(wanted.values()))
    sql.run(db, "entries", "readings")
    sql.run(db, "entries", "episodes")


def load_notices(db: "duckdb.DuckDBPyConnection", notices: Sequence[Sequence[Field]]) -> list[str]:
    """Fill the tables from the fields of notices that stand in no archive; the entry id of each, in order."""
    names = [f"notices/notice:{number}" for number in range(1, len(notices) + 1)]
    db.execute("INSERT INTO sources VALUES ('notices', 1, 'notices', 'list', '', NULL, NULL, NULL, '', NULL, false)")
    db.execute(
        "INSERT INTO entries SELECT name, 'notices', name, row_number() OVER (), name, '', NULL, NULL, NULL "
        "FROM (SELECT unnest($1::VARCHAR[]) AS name)",
        [names],
    )
    with tempfile.TemporaryDirectory() as folder:
        with spill_file(pathlib.Path(folder), "fields", 0).open("wb") as file:
            for name, fields in zip(names, notices, strict=True):
                file.write(fields_line(name, fields))
        _to_parquet(db, "fields", pathlib.Path(folder))
        _insert(db, "fields", [pathlib.Path(folder)])
    sql.run(db, "entries", "readings")
    sql.run(db, "entries", "episodes")
    return names


def _insert(db: "duckdb.DuckDBPyConnection", table: str, folders: Sequence[pathlib.Path]) -> None:
    if folders:
        db.execute(
            f"INSERT INTO {table} BY NAME SELECT * FROM read_parquet($paths)",  # noqa: S608 - one of TABLES
            {"paths": [str(folder / f"{table}.parquet") for folder in folders]},
        )


@functools.cache
def parser_version() -> str:
    """A checksum of all code and tables that decide what is read from a file."""
    digest = hashlib.sha256()
    root = importlib.resources.files("poimenno")
    for room in _PARSING:
        for file in sorted(pathlib.Path(str(root / room)).rglob("*")):
            if file.suffix in (".py", ".toml", ".csv") and file.is_file():
                digest.update(file.name.encode())
                digest.update(file.read_bytes())
    return digest.hexdigest()


def key(source: Source) -> str:
    """The key of a source in the cache."""
    digest = hashlib.sha256(parser_version().encode())
    said = dataclasses.asdict(source.settings)
    # A better title is no reason to parse again.
    read_by = {name: value for name, value in said.items() if name not in _ABOUT}
    digest.update(json.dumps([source.source_id, read_by], ensure_ascii=False, sort_keys=False).encode())
    return digest.hexdigest()[:32]


def _check_dialect(source: Source) -> None:
    known = [dialects.AUTO, *dialects.names()]
    if source.settings.dialect not in (None, *known):
        raise SourceError(
            _("{file}: `dialect` is {value!r}; expected one of: {choices}.").format(
                file=source.folder / "source.toml", value=source.settings.dialect, choices=", ".join(known)
            )
        )


def _prune(cache: pathlib.Path, wanted: set[pathlib.Path]) -> None:
    cache.mkdir(exist_ok=True)
    for folder in cache.iterdir():
        if folder not in wanted and folder.is_dir():
            shutil.rmtree(folder)


def _note(db: "duckdb.DuckDBPyConnection", source: Source) -> None:
    settings = source.settings
    db.execute(
        "INSERT INTO sources VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            source.source_id, settings.added, settings.title, settings.kind, settings.language, settings.citation,
            settings.licence, settings.url, settings.reader, settings.dialect, settings.made_up,
        ],
    )  # fmt: skip
    for path, (name, sha256) in zip(source.files, settings.files.items(), strict=True):
        db.execute(
            "INSERT INTO files VALUES (?, ?, ?, ?, ?)",
            [source.source_id, name, path.stat().st_size, sha256, settings.encoding],
        )


def _parse(
    db: "duckdb.DuckDBPyConnection", source: Source, folder: pathlib.Path, parsers: Parsers, progress: Progress
) -> None:
    """Parse a source into Parquet files in the cache; they appear there all at once or not at all."""
    beside = folder.with_name(folder.name + ".parsing")
    shutil.rmtree(beside, ignore_errors=True)
    beside.mkdir()
    try:
        label = _("Reading {source}").format(source=source.source_id)
        for _rows in progress.track(parsers.spill(source, beside), label, count=int):
            pass
        for table in TABLES:
            _to_parquet(db, table, beside)
        beside.rename(folder)
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def _to_parquet(db: "duckdb.DuckDBPyConnection", table: str, folder: pathlib.Path) -> None:
    columns = dict(
        db.execute(
            "SELECT column_name, data_type FROM duckdb_columns() WHERE table_name = ? ORDER BY column_index", [table]
        ).fetchall()
    )
    rows = "*"
    if table == "fields":
        # A line has all fields of an entry.
        told = ", ".join(f"{name} {kind}" for name, kind in columns.items() if name not in ("entry_id", "ordinal"))
        columns = {"entry_id": "VARCHAR", "fields": f"STRUCT({told})[]"}
        rows = "entry_id, generate_subscripts(fields, 1) - 1 AS ordinal, unnest(fields, max_depth := 2)"
    files = spilled(folder, table)
    if not files:
        files = [str(spill_file(folder, table, 0))]
        pathlib.Path(files[0]).touch()
    db.execute(
        f"COPY (SELECT {rows} FROM read_json($files, format = 'newline_delimited', columns = {columns!r}, "  # noqa: S608
        f"maximum_object_size = 67108864)) TO '{_quoted(folder / table)}.parquet' (FORMAT parquet)",
        {"files": files},
    )
    for file in files:
        pathlib.Path(file).unlink()


def _quoted(path: pathlib.Path) -> str:
    return str(path).replace("'", "''")
