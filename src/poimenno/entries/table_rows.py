"""Parses a source, on all cores, into files of rows of the tables entries, rejected and fields.

Each chunk of a source is written by the process that parses it, to files of its own: sent back to the first process,
the rows would be copied twice.
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
from dataclasses import dataclass

import orjson

from poimenno.entries import engine
from poimenno.entries.field import Field
from poimenno.entries.parse import parse_entry
from poimenno.foundation.errors import SourceError
from poimenno.foundation.language import gettext as _
from poimenno.reference.vocabularies import RejectionReason
from poimenno.sources import readers
from poimenno.sources.raw import RawEntry, Rejected
from poimenno.sources.settings import Settings, Source
from poimenno.values import ids

TABLES = ("entries", "rejected", "fields")
# Rows that a process parses at a time.
CHUNK = 1_000
# For fewer rows, starting processes costs more than it saves.
_FEW = 2_000
_CORES = os.cpu_count() or 1


# Not frozen: frozen instances take three times as long between processes.
@dataclass(slots=True)
class EntryRow:
    """A row of the table entries; its columns are explained in tables.sql."""

    entry_id: str
    source_id: str
    locator: str
    ordinal: int
    handle: str
    text: str
    columns: dict[str, str] | None
    context: dict[str, str] | None
    head_entry_id: str | None


@dataclass(slots=True)
class RejectedRow:
    """A row of the table rejected; its columns are explained in tables.sql."""

    source_id: str
    locator: str
    reason: RejectionReason
    text: str


Chunk = tuple[EntryRow | RejectedRow, ...]


class Parsers:
    """The processes that parse: started when there is enough to parse, stopped at the end of the block."""

    def __init__(self) -> None:
        self._pool: concurrent.futures.ProcessPoolExecutor | None = None

    def __enter__(self) -> "Parsers":
        return self

    def __exit__(self, *error: object) -> None:
        if self._pool:
            self._pool.shutdown(cancel_futures=True)

    def spill(self, source: Source, folder: pathlib.Path) -> Iterator[int]:
        """Parse a source into files of a folder; `spilled` lists them. Yields the number of rows of each chunk.

        Raises SourceError if a file cannot be read, or a process was terminated, as happens when memory runs out.
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

    def _spread(self, settings: Settings, chunks: Iterable[tuple[int, Chunk]], folder: pathlib.Path) -> Iterator[int]:
        # Only some chunks are submitted ahead of the one whose result is awaited, so memory stays bounded.
        pending: collections.deque[concurrent.futures.Future[int]] = collections.deque()
        for number, chunk in chunks:
            if self._pool is None:
                # Fork would be faster, but is unsafe in a process with DuckDB's threads.
                self._pool = concurrent.futures.ProcessPoolExecutor(
                    _CORES, multiprocessing.get_context("spawn"), initializer=_prepare_process
                )
            pending.append(self._pool.submit(_parse_chunk, settings, chunk, folder, number))
            if len(pending) > 4 * _CORES:
                yield pending.popleft().result()
        while pending:
            yield pending.popleft().result()


def _prepare_process() -> None:
    # Rows make no reference cycles; looking for them takes a tenth of the time.
    gc.disable()
    # Ctrl+C reaches all processes of the terminal; the process that the user started ends the others.
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _chunks(source: Source) -> Iterator[Chunk]:
    rows = _numbered(source)
    while chunk := tuple(itertools.islice(rows, CHUNK)):
        yield chunk


def _numbered(source: Source) -> Iterator[EntryRow | RejectedRow]:
    """Each row of a source, as a row of the table entries or of the table rejected."""
    occurrences: dict[bytes, int] = {}
    head: str | None = None
    ordinal = 0
    dialect = source.settings.dialect
    for raw in readers.read(source):
        if isinstance(raw, Rejected):
            yield RejectedRow(source.source_id, raw.locator, raw.reason, raw.text[: readers.SHOWN])
            continue
        reason = None if raw.columns else engine.reject_reason(raw.text, dialect)
        if reason:
            yield RejectedRow(source.source_id, raw.locator, reason, raw.text[: readers.SHOWN])
            continue
        entry_id = f"{source.source_id}/{raw.locator}"
        content = raw.key or "\x1e".join([raw.text, *map("=".join, raw.columns.items())])
        mark = hashlib.blake2b(content.encode(), digest_size=8).digest()
        nth = occurrences.get(mark, 0)
        occurrences[mark] = nth + 1
        role = engine.family_role(raw.text, dialect)
        head = entry_id if role == "head" else head
        yield EntryRow(
            entry_id=entry_id,
            source_id=source.source_id,
            locator=raw.locator,
            ordinal=ordinal,
            handle=ids.handle(source.source_id, content, nth),
            text=raw.text,
            columns=raw.columns or None,
            context=raw.context or None,
            head_entry_id=head if role == "member" else None,
        )
        ordinal += 1


def spilled(folder: pathlib.Path, table: str) -> list[pathlib.Path]:
    """The files of rows of a table, as JSON Lines, in the order of the source."""
    return sorted(folder.glob(f"{table}-*.jsonl"))


def spill_file(folder: pathlib.Path, table: str, number: int) -> pathlib.Path:
    """The file of a chunk's rows of a table."""
    return folder / f"{table}-{number:08}.jsonl"


def _parse_chunk(settings: Settings, chunk: Chunk, folder: pathlib.Path, number: int) -> int:
    """Write the rows of a chunk, and the fields of its entries, to its files; returns the number of rows."""
    entries, rejected, fields = [], [], []
    for row in chunk:
        if isinstance(row, RejectedRow):
            rejected.append(_line(row))
            continue
        entries.append(_line(row))
        raw = RawEntry(row.locator, row.text, row.columns or {}, row.context or {})
        fields.append(fields_line(row.entry_id, parse_entry(raw, settings)))
    for table, lines in zip(TABLES, (entries, rejected, fields), strict=True):
        if lines:
            spill_file(folder, table, number).write_bytes(b"".join(lines))
    return len(chunk)


def fields_line(entry_id: str, fields: Iterable[Field]) -> bytes:
    """The fields of an entry, in the order of reading, as a line of JSON."""
    return b'{"entry_id":%b,"fields":[%b]}\n' % (orjson.dumps(entry_id), b",".join(map(_encoded, fields)))


# A field of a column, without its place, is the same in thousands of rows.
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


def _line(row: EntryRow | RejectedRow) -> bytes:
    return orjson.dumps(row, option=orjson.OPT_APPEND_NEWLINE)
