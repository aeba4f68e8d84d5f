"""Parses a source, on all cores, into rows of the tables entries, rejected and fields."""

import collections
import concurrent.futures
import concurrent.futures.process
import hashlib
import itertools
import json
import multiprocessing
import os
import signal
from collections.abc import Iterable, Iterator
from typing import Any

from poimenno.entries import engine
from poimenno.entries.field import Field
from poimenno.entries.parse import parse_entry
from poimenno.errors import SourceError
from poimenno.language import gettext as _
from poimenno.sources import readers
from poimenno.sources.raw import RawEntry, Rejected
from poimenno.sources.settings import Settings, Source
from poimenno.values import ids

# A rejected row, or an entry without its fields and what they are to be read from.
Row = dict[str, Any] | tuple[dict[str, Any], RawEntry]
Rows = dict[str, list[str]]
CHUNK = 500
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

    def parsed(self, source: Source) -> Iterator[Rows]:
        """The rows of a source, a chunk of its entries at a time, in the order of the source.

        Raises SourceError where a process was ended from outside, as the system does when memory is short.
        """
        chunks = _chunks(source)
        first = list(itertools.islice(chunks, _FEW // CHUNK))
        few = len(first) * CHUNK < _FEW
        chunks = itertools.chain(first, chunks)
        if few or _CORES == 1:
            yield from (_parse_chunk(source.settings, chunk) for chunk in chunks)
            return
        try:
            yield from self._spread(source.settings, chunks)
        except concurrent.futures.process.BrokenProcessPool as error:
            raise SourceError(
                _(
                    "{source}: a process that parsed it was ended from outside, perhaps for want of memory; the old "
                    "record is untouched, build again."
                ).format(source=source.source_id)
            ) from error

    def _spread(self, settings: Settings, chunks: Iterable[tuple[Row, ...]]) -> Iterator[Rows]:
        # Some chunks ahead of the one that is awaited, and no more: memory stays bounded.
        under_way: collections.deque[concurrent.futures.Future[Rows]] = collections.deque()
        for chunk in chunks:
            if self._pool is None:
                # Fork would be faster, but is unsafe beside DuckDB's threads.
                self._pool = concurrent.futures.ProcessPoolExecutor(
                    _CORES, multiprocessing.get_context("spawn"), initializer=_ignore_interrupts
                )
            under_way.append(self._pool.submit(_parse_chunk, settings, chunk))
            if len(under_way) > 4 * _CORES:
                yield under_way.popleft().result()
        while under_way:
            yield under_way.popleft().result()


def _ignore_interrupts() -> None:
    # Ctrl+C reaches all processes of the terminal; the one that the user started ends the others.
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _chunks(source: Source) -> Iterator[tuple[Row, ...]]:
    rows = _numbered(source)
    while chunk := tuple(itertools.islice(rows, CHUNK)):
        yield chunk


def _numbered(source: Source) -> Iterator[Row]:
    """Each row of a source: a rejected one as it is, an entry with all of its columns but the fields."""
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
        yield (
            {
                "entry_id": entry_id,
                "source_id": source.source_id,
                "locator": one.locator,
                "ordinal": ordinal,
                "handle": ids.handle(source.source_id, content, nth),
                "text": one.text,
                "columns": one.columns or None,
                "context": one.context or None,
                "head_entry_id": head if role == "member" else None,
            },
            one,
        )
        ordinal += 1


def _parse_chunk(settings: Settings, chunk: tuple[Row, ...]) -> Rows:
    """The rows of a chunk by table, each as a line of JSON, so that all processes share the work of writing."""
    rows: Rows = {"entries": [], "rejected": [], "fields": []}
    for one in chunk:
        if isinstance(one, dict):
            rows["rejected"].append(_line(one))
            continue
        row, raw = one
        rows["entries"].append(_line(row))
        rows["fields"] += [
            field_line(row["entry_id"], ordinal, field) for ordinal, field in enumerate(parse_entry(raw, settings))
        ]
    return rows


def field_line(entry_id: str, ordinal: int, field: Field) -> str:
    """A row of the table of fields as a line of JSON."""
    return _line(_field_row(entry_id, ordinal, field))


def _line(row: dict[str, Any]) -> str:
    return json.dumps(row, ensure_ascii=False) + "\n"


def _field_row(entry_id: str, ordinal: int, field: Field) -> dict[str, Any]:
    return {
        "entry_id": entry_id,
        "ordinal": ordinal,
        "episode": field.episode,
        "field": field.name,
        "value": field.value,
        "normal": field.normal,
        "earliest": field.earliest.isoformat() if field.earliest else None,
        "latest": field.latest.isoformat() if field.latest else None,
        "number": field.number,
        "part": field.part,
        "start": field.start,
        "stop": field.stop,
    }
