"""From an archive's sources to the tables of entries and fields.

Sources that were parsed before come from the cache (`parse_cache`). The others are parsed on all cores; their rows go
through files, so memory stays bounded.
"""

import pathlib
import tempfile
from collections.abc import Sequence
from typing import TYPE_CHECKING

from poimenno.entries import dialects, parse_cache
from poimenno.entries.field import Field
from poimenno.entries.table_rows import TABLES, Parsers, fields_line, spill_file
from poimenno.foundation import sql
from poimenno.foundation.errors import SourceError
from poimenno.foundation.language import gettext as _
from poimenno.foundation.progress import Progress
from poimenno.sources.archive import Archive
from poimenno.sources.register import NOTICES
from poimenno.sources.settings import Source

if TYPE_CHECKING:
    import duckdb


def load(db: "duckdb.DuckDBPyConnection", archive: Archive, progress: Progress) -> None:
    """Fill entries, rejected, fields, readings and episodes from the lists of an archive.

    Raises SourceError if a file cannot be read as its source.toml says, or a dialect is not known; nothing is then
    left half-parsed in the cache.
    """
    sources = [source for source in archive.sources if source.settings.kind == "list"]
    for source in sources:
        _check_dialect(source)
    folders = {source.source_id: archive.cache / parse_cache.cache_key(source) for source in sources}
    parse_cache.prune(archive.cache, folders.values())
    with Parsers() as parsers:
        for source in sources:
            if not folders[source.source_id].is_dir():
                parse_cache.parse_source(db, source, folders[source.source_id], parsers, progress)
    for table in TABLES:
        _insert(db, table, list(folders.values()))
    sql.run(db, "entries", "readings")
    sql.run(db, "entries", "episodes")


def load_notices(db: "duckdb.DuckDBPyConnection", notices: Sequence[Sequence[Field]]) -> list[str]:
    """Fill the tables from the fields of notices outside an archive; returns the entry id of each, in order."""
    count = len(notices)
    names = [f"{NOTICES}/notice:{number}" for number in range(1, count + 1)]
    columns: dict[str, Sequence[object]] = {
        "entry_id": names, "source_id": [NOTICES] * count, "locator": names, "ordinal": range(1, count + 1),
        "handle": names, "text": [""] * count,
    }  # fmt: skip
    sql.insert(db, "entries", columns)
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        with spill_file(folder, "fields", 0).open("wb") as file:
            for entry_id, fields in zip(names, notices, strict=True):
                file.write(fields_line(entry_id, fields))
        parse_cache.to_parquet(db, "fields", folder)
        _insert(db, "fields", [folder])
    sql.run(db, "entries", "readings")
    sql.run(db, "entries", "episodes")
    return names


def _insert(db: "duckdb.DuckDBPyConnection", table: str, folders: Sequence[pathlib.Path]) -> None:
    if folders:
        paths = [str(parse_cache.parquet_file(folder, table)) for folder in folders]
        db.execute(sql.script("entries", "insert_parquet", table=table), {"paths": paths})


def _check_dialect(source: Source) -> None:
    known = [dialects.AUTO, *dialects.names()]
    if source.settings.dialect not in (None, *known):
        raise SourceError(
            _("{file}: `dialect` is {value!r}; expected one of: {choices}.").format(
                file=source.folder / "source.toml", value=source.settings.dialect, choices=", ".join(known)
            )
        )
