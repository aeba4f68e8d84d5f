"""Parses a source, on all cores, into files of rows of the tables entries, rejected and fields.

Each chunk of a source is written by the process that parses it, to files of its own: between processes the rows
would have to be copied twice.
"""

import collections
import concurrent.futures
import concurrent.futures.process
import functools
import gc
import hashlib
import itertools
import multiprocessing
import os
import pathlib
import signal
from collections.abc import Iterable, Iterator
from typing import Any

import orjson

from poimenno.entries import engine
from poimenno.entries.field import Field
from poimenno.entries.parse import parse_entry
from poimenno.foundation.errors import SourceError
from poimenno.foundation.language import gettext as _
from poimenno.sources import readers
from poimenno.sources.raw import RawEntry, Rejected
from poimenno.sources.settings import Settings, Source
from poimenno.values import ids

# A row of the table entries, or of the table rejected, which alone has a reason.
Row = dict[str, Any]
TABLES = ("entries", "rejected", "fields")
CHUNK = 1_000
# Below this many rows a pool costs more than it saves.
_FEW = 2_000
_CORES = os.cpu_count() or 1


class Parsers:
    """The processes that parse; started when there is enough to parse, stopped at the end of the block."""

    def __init__(self) -> None:
        self._pool: concurrent.futures.ProcessPoolExecutor | None = None

    def __enter__(self) -> "Parsers":
        return self

    def __exit__(self, *error: object) -> None:
        if self._pool:
            self._pool.shutdown(cancel_futures=True)

    def spill(self, source: Source, folder: pathlib.Path) -> Iterator[int]:
        """Parse a source into files of a folder, `spilled` in the order of the source; yields rows done, by chunks.

        Raises SourceError where a process was ended from outside, as the system does when memory is short.
        """
        chunks = _chunks(source)
        first = list(itertools.islice(chunks, _FEW // CHUNK))
        few = len(first) * CHUNK < _FEW
        numbered = enumerate(itertools.chain(first, chunks))
        if few or _CORES == 1:
            yield from (_parse_chunk(source.settings, chunk, folder, number) for number, chunk in numbered)
            return
        try:
            yield from self._spread(source.settings, numbered, folder)
        except concurrent.futures.process.BrokenProcessPool as error:
            raise SourceError(
                _(
                    "{source}: a process that was parsing it was terminated, possibly because memory ran out. The old "
                    "record is unchanged; run the build again."
                ).format(source=source.source_id)
            ) from error

    def _spread(
        self, settings: Settings, chunks: Iterable[tuple[int, tuple[Row, ...]]], folder: pathlib.Path
    ) -> Iterator[int]:
        # Some chunks ahead of the one that is awaited, and no more: memory stays bounded.
        under_way: collections.deque[concurrent.futures.Future[int]] = collections.deque()
        for number, chunk in chunks:
            if self._pool is None:
                # Fork would be faster, but is unsafe beside DuckDB's threads.
                self._pool = concurrent.futures.ProcessPoolExecutor(
                    _CORES, multiprocessing.get_context("spawn"), initializer=_begin
                )
            under_way.append(self._pool.submit(_parse_chunk, settings, chunk, folder, number))
            if len(under_way) > 4 * _CORES:
                yield under_way.popleft().result()
        while under_way:
            yield under_way.popleft().result()


def _begin() -> None:
    # Rows make no cycles: to look for some all the time takes a tenth of the work.
    gc.disable()
    # Ctrl+C reaches all processes of the terminal; the one that the user started ends the others.
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _chunks(source: Source) -> Iterator[tuple[Row, ...]]:
    rows = _numbered(source)
    while chunk := tuple(itertools.islice(rows, CHUNK)):
        yield chunk


def _numbered(source: Source) -> Iterator[Row]:
    """Each row of a source, as a row of the table entries or of the table rejected."""
    occurrences: dict[bytes, int] = {}
    head: str | None = None
    ordinal = 0
    dialect = source.settings.dialect
    for one in readers.read(source):
        reason = engine.reject_reason(one.text, dialect) if isinstance(one, RawEntry) and not one.columns else None
        if isinstance(one, Rejected) or reason:
            yield {
                "source_id": source.source_id,
                "locator": one.locator,
                "reason": one.reason if isinstance(one, Rejected) else reason,
                "text": one.text[:1000],
            }
            continue
        entry_id = f"{source.source_id}/{one.locator}"
        content = one.key or "\x1e".join([one.text, *map("=".join, one.columns.items())])
        mark = hashlib.blake2b(content.encode(), digest_size=8).digest()
        nth = occurrences.get(mark, 0)
        occurrences[mark] = nth + 1
        role = engine.family_role(one.text, dialect)
        head = entry_id if role == "head" else head
        yield {
            "entry_id": entry_id,
            "source_id": source.source_id,
            "locator": one.locator,
            "ordinal": ordinal,
            "handle": ids.handle(source.source_id, content, nth),
            "text": one.text,
            "columns": one.columns or None,
            "context": one.context or None,
            "head_entry_id": head if role == "member" else None,
        }
        ordinal += 1


def spilled(folder: pathlib.Path, table: str) -> list[pathlib.Path]:
    """The files of rows of a table, as JSON Lines, in the order of the source."""
    return sorted(folder.glob(f"{table}-*.jsonl"))


def spill_file(folder: pathlib.Path, table: str, number: int) -> pathlib.Path:
    """The file of a chunk's rows of a table."""
    return folder / f"{table}-{number:08}.jsonl"


def _parse_chunk(settings: Settings, chunk: tuple[Row, ...], folder: pathlib.Path, number: int) -> int:
    entries, rejected, fields = [], [], []
    for row in chunk:
        if "reason" in row:
            rejected.append(_line(row))
            continue
        entries.append(_line(row))
        raw = RawEntry(row["locator"], row["text"], row["columns"] or {}, row["context"] or {})
        fields.append(fields_line(row["entry_id"], parse_entry(raw, settings)))
    for table, lines in zip(TABLES, (entries, rejected, fields), strict=True):
        if lines:
            spill_file(folder, table, number).write_bytes(b"".join(lines))
    return len(chunk)


def fields_line(entry_id: str, fields: Iterable[Field]) -> bytes:
    """The fields of an entry, in the order of reading, as a line of JSON."""
    return b'{"entry_id":%b,"fields":[%b]}\n' % (orjson.dumps(entry_id), b",".join(map(_encoded, fields)))


# A field of a column, without where it was found, is the same in thousands of rows.
@functools.lru_cache(maxsize=1 << 16)
def _encoded(field: Field) -> bytes:
    row = {
        "episode": field.episode,
        "field": field.name,
        "value": field.value,
        "normal": field.normal,
        "earliest": field.earliest,
        "latest": field.latest,
        "number": field.number,
        "part": field.part,
        "start": field.start,
        "stop": field.stop,
    }
    return orjson.dumps({name: value for name, value in row.items() if value is not None})


def _line(row: dict[str, Any]) -> bytes:
    return orjson.dumps(row, option=orjson.OPT_APPEND_NEWLINE)
