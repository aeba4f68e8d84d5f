"""Parses a source, on all cores, into rows of the tables entries, rejected and fields."""

import hashlib
import itertools
import multiprocessing
import os
from collections.abc import Iterator
from typing import Any

from poimenno.entries import engine
from poimenno.entries.parse import parse_entry
from poimenno.sources import readers
from poimenno.sources.raw import RawEntry, Rejected
from poimenno.sources.settings import Settings, Source
from poimenno.values import ids

# A rejected row, or an entry without its fields and what they are to be read from.
Row = dict[str, Any] | tuple[dict[str, Any], RawEntry]
Rows = dict[str, list[dict[str, Any]]]
CHUNK = 500
# Below this many rows a pool costs more than it saves.
_FEW = 2_000
_FED = 64

_settings: Settings


def parsed(source: Source) -> Iterator[Rows]:
    """The rows of a source, a chunk of its entries at a time, in the order of the source."""
    chunks = _chunks(source)
    first = list(itertools.islice(chunks, _FEW // CHUNK))
    if len(first) * CHUNK < _FEW or (os.cpu_count() or 1) == 1:
        _start(source.settings)
        yield from map(_parse_chunk, first)
        return
    # Fork is faster, but unsafe beside DuckDB's threads.
    with multiprocessing.get_context("spawn").Pool(initializer=_start, initargs=(source.settings,)) as pool:
        # A pool reads ahead without end: it is fed a bounded number of chunks at a time.
        chunks = itertools.chain(first, chunks)
        while fed := list(itertools.islice(chunks, _FED)):
            yield from pool.imap(_parse_chunk, fed)


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


def _start(settings: Settings) -> None:
    global _settings  # noqa: PLW0603 - one value for each worker process
    _settings = settings


def _parse_chunk(chunk: tuple[Row, ...]) -> Rows:
    rows: Rows = {"entries": [], "rejected": [], "fields": []}
    for one in chunk:
        if isinstance(one, dict):
            rows["rejected"].append(one)
            continue
        row, raw = one
        rows["entries"].append(row)
        rows["fields"] += [
            {
                "entry_id": row["entry_id"],
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
            for ordinal, field in enumerate(parse_entry(raw, _settings))
        ]
    return rows
