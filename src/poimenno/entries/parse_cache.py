"""Parsed sources, kept as Parquet files in the archive's cache, so that nothing is parsed twice.

The key of a source is a checksum of the content of its files, of the settings that decide how it is read, and of the
code and tables that read it. A folder of the cache is complete or is not there; all of it may be deleted at any time.
"""

import dataclasses
import functools
import hashlib
import importlib.resources
import json
import pathlib
import shutil
from collections.abc import Iterable
from typing import TYPE_CHECKING

from poimenno.entries.table_rows import TABLES, Parsers, spill_file, spilled
from poimenno.foundation import sql
from poimenno.foundation.language import gettext as _
from poimenno.foundation.progress import Progress
from poimenno.sources.settings import Source

if TYPE_CHECKING:
    import duckdb

# The rooms whose code decides what is read from a file.
_PARSING = ("values", "sources", "entries", "reference")
# Settings that describe a source and do not change how it is read.
_DESCRIPTIVE = ("title", "citation", "licence", "url", "made_up", "added")


@functools.cache
def parser_version() -> str:
    """A checksum of all code and tables that decide what is read from a file."""
    digest = hashlib.sha256()
    root = importlib.resources.files("poimenno")
    for room in _PARSING:
        for file in sorted(pathlib.Path(str(root / room)).rglob("*")):
            if file.suffix in (".py", ".sql", ".toml", ".csv") and file.is_file():
                digest.update(file.name.encode())
                digest.update(file.read_bytes())
    return digest.hexdigest()


def cache_key(source: Source) -> str:
    """The name of a source's folder in the cache: 32 hexadecimal digits."""
    digest = hashlib.sha256(parser_version().encode())
    # A better title is no reason to parse again.
    settings = {name: value for name, value in dataclasses.asdict(source.settings).items() if name not in _DESCRIPTIVE}
    digest.update(json.dumps([source.source_id, settings], ensure_ascii=False, sort_keys=False).encode())
    return digest.hexdigest()[:32]


def prune(cache: pathlib.Path, wanted: Iterable[pathlib.Path]) -> None:
    """Delete the folders of a cache that no source needs any more; the cache is made if it is not there."""
    cache.mkdir(exist_ok=True)
    needed = set(wanted)
    for folder in cache.iterdir():
        if folder not in needed and folder.is_dir():
            shutil.rmtree(folder)


def parse_source(
    db: "duckdb.DuckDBPyConnection", source: Source, folder: pathlib.Path, parsers: Parsers, progress: Progress
) -> None:
    """Parse a source into Parquet files, one a table of `TABLES`; they appear in `folder` all at once or not at all.

    Raises SourceError if a file of the source cannot be read, OSError if the disk is full.
    """
    tmp_folder = folder.with_name(folder.name + ".parsing")
    shutil.rmtree(tmp_folder, ignore_errors=True)
    tmp_folder.mkdir()
    try:
        label = _("Reading {source}").format(source=source.source_id)
        for _rows in progress.track(parsers.spill(source, tmp_folder), label, count=int):
            pass
        for table in TABLES:
            to_parquet(db, table, tmp_folder)
        tmp_folder.rename(folder)
    finally:
        shutil.rmtree(tmp_folder, ignore_errors=True)


def parquet_file(folder: pathlib.Path, table: str) -> pathlib.Path:
    """The Parquet file of a table in a folder of the cache."""
    return folder / f"{table}.parquet"


def to_parquet(db: "duckdb.DuckDBPyConnection", table: str, folder: pathlib.Path) -> None:
    """Turn the files of rows of a table in a folder (`spilled`) into its Parquet file, and delete them."""
    columns = dict(row[:2] for row in db.execute(sql.script("entries", "columns_of", table=table)).fetchall())
    script = "rows_to_parquet"
    if table == "fields":
        # A line of this file has all fields of an entry.
        parts = ", ".join(f"{name} {kind}" for name, kind in columns.items() if name not in ("entry_id", "ordinal"))
        columns = {"entry_id": "VARCHAR", "fields": f"STRUCT({parts})[]"}
        script = "fields_to_parquet"
    files = spilled(folder, table)
    if not files:
        files = [spill_file(folder, table, 0)]
        files[0].touch()
    path = str(parquet_file(folder, table))
    sql.run(db, "entries", script, files=[str(file) for file in files], columns=columns, path=path)
    for file in files:
        file.unlink()
