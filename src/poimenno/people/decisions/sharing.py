"""Judgements of reviewers: one by one, and as CSV that two archives share.

An archive names a source as it likes; what is in its files is the same everywhere. So a shared judgement names an
entry by the content of the source's files (SHA-256) and the locator in them.
"""

import csv
import hashlib
import io
import pathlib
from collections import Counter
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from poimenno.foundation import database
from poimenno.foundation.errors import DecisionError
from poimenno.foundation.language import gettext as _
from poimenno.people.decisions import binding
from poimenno.sources.decision_log import KINDS
from poimenno.values.formula_guard import guarded, verbatim

if TYPE_CHECKING:
    import duckdb

    from poimenno.sources.archive import Archive

COLUMNS = (
    "decision",
    "content_a",
    "locator_a",
    "content_b",
    "locator_b",
    "reason",
    "author",
    "time",
    "name_a",
    "name_b",
)
Decision = dict[str, Any]


def judge(archive: "Archive", entries: tuple[str, str], kind: str, reason: str, author: str) -> Decision:
    """Note a reviewer's decision on two entries, named by entry id or handle; the next build honours it.

    Raises DecisionError where an entry is not in the record, or the decision contradicts another; nothing is noted
    then.
    """
    with archive.lock(), database.opened(archive.record) as db:
        known = binding.known(db, set(entries))
        for entry in entries:
            if entry not in known:
                raise DecisionError(
                    _(
                        "{entry}: the record has no such entry; expected an entry's id, as on its page, or a handle."
                    ).format(entry=entry)
                )
        decision = _decision(kind, [known[entry] for entry in entries], reason, author)
        binding.binding(db, [*archive.decisions(), decision])
        archive.decide([decision])
    return decision


def _decision(kind: str, entries: list[str], reason: str, author: str, time: str | None = None) -> Decision:
    if entries[0] == entries[1]:
        raise DecisionError(_("{entry}: a decision needs two different entries.").format(entry=entries[0]))
    return {
        "decision": kind,
        "entries": sorted(entries),
        "reason": reason,
        "author": author,
        "time": time or datetime.now(tz=UTC).isoformat(timespec="seconds"),
    }


def write(archive: "Archive", target: pathlib.Path) -> int:
    """Write the judgements of an archive as CSV, to be read by another; the number written.

    A judgement on an entry that the record has no longer is left out. Raises DecisionError where the file cannot be
    written.
    """
    with database.opened(archive.record) as db:
        contents, names = _contents(db), _names(db)
        said = archive.decisions()
        known = binding.known(db, {name for one in said for name in one["entries"]})
    rows = []
    for one in said:
        entries = [known.get(name) for name in one["entries"]]
        if entries[0] and entries[1]:
            (source_a, _a, locator_a), (source_b, _b, locator_b) = (str(entry).partition("/") for entry in entries)
            rows.append(
                [one["decision"], contents[source_a], locator_a, contents[source_b], locator_b, one["reason"],
                 one["author"], one["time"], names.get(str(entries[0]), ""), names.get(str(entries[1]), "")]
            )  # fmt: skip
    text = io.StringIO(newline="")
    table = csv.writer(text)
    table.writerow(COLUMNS)
    table.writerows([guarded(cell) for cell in row] for row in rows)
    try:
        target.write_text(text.getvalue(), encoding="utf-8-sig", newline="")
    except OSError as error:
        raise DecisionError(_("{file}: could not be written ({reason}).").format(file=target, reason=error)) from error
    return len(rows)


def read(archive: "Archive", path: pathlib.Path) -> Counter[str]:
    """Take in the judgements of a CSV: how many are new, were known, and are about lists that this archive has not.

    Raises DecisionError, naming the row, where the file is not such a CSV, or a judgement contradicts another; then
    none is taken in.
    """
    with archive.lock(), database.opened(archive.record) as db:
        said = archive.decisions()
        had = {_identity(one) for one in said}
        sources = {content: source for source, content in _contents(db).items()}
        counted: Counter[str] = Counter()
        new = []
        for number, row in _rows(path):
            entries = [
                f"{sources[row[f'content_{side}']]}/{row[f'locator_{side}']}"
                for side in "ab"
                if row[f"content_{side}"] in sources
            ]
            if len(entries) < 2 or len(binding.known(db, set(entries))) < 2:
                counted["absent"] += 1
                continue
            decision = _checked(path, number, row, entries)
            if _identity(decision) in had:
                counted["known"] += 1
                continue
            had.add(_identity(decision))
            new.append(decision)
            counted["new"] += 1
        binding.binding(db, [*said, *new])
        archive.decide(new)
    return counted


def _checked(path: pathlib.Path, number: int, row: dict[str, str], entries: list[str]) -> Decision:
    if row["decision"] not in KINDS:
        raise DecisionError(
            _(
                "{file}, row {number}: the decision is {value!r}; expected one of {choices}. Nothing was taken in."
            ).format(file=path, number=number, value=row["decision"], choices=", ".join(KINDS))
        )
    if not row["author"]:
        raise DecisionError(
            _("{file}, row {number}: the author is missing; say who judged. Nothing was taken in.").format(
                file=path, number=number
            )
        )
    return _decision(row["decision"], entries, row["reason"], row["author"], row["time"])


def _rows(path: pathlib.Path) -> list[tuple[int, dict[str, str]]]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.reader(file))
    except (OSError, ValueError, csv.Error) as error:
        raise DecisionError(
            _("{file}: this cannot be read as CSV in UTF-8 ({reason}).").format(file=path, reason=error)
        ) from error
    needed = COLUMNS[:8]
    header = rows[0] if rows else []
    missing = [name for name in needed if name not in header]
    if missing:
        raise DecisionError(
            _(
                "{file}, row 1: the columns {missing} are missing; expected what `poimenno judgements --to` writes."
            ).format(file=path, missing=", ".join(missing))
        )
    found = []
    for number, cells in enumerate(rows[1:], 2):
        if not any(cell.strip() for cell in cells):
            continue
        if len(cells) != len(header):
            raise DecisionError(
                _("{file}, row {number}: {n} cells, expected {expected}. Nothing was taken in.").format(
                    file=path, number=number, n=len(cells), expected=len(header)
                )
            )
        row = dict(zip(header, (cell.strip() for cell in cells), strict=True))
        found.append((number, {name: verbatim(row[name]) for name in needed}))
    return found


def _identity(decision: Decision) -> tuple[str, ...]:
    return (decision["decision"], *sorted(decision["entries"]), decision["author"], decision["time"])


def _contents(db: "duckdb.DuckDBPyConnection") -> dict[str, str]:
    """Of each source, the SHA-256 of its files: of one, its own; of several, that of theirs in order."""
    rows = db.execute("SELECT source_id, list(sha256 ORDER BY sha256) FROM files GROUP BY source_id").fetchall()
    return {
        source: sums[0] if len(sums) == 1 else hashlib.sha256(" ".join(sums).encode()).hexdigest()
        for source, sums in rows
    }


def _names(db: "duckdb.DuckDBPyConnection") -> dict[str, str]:
    return dict(
        db.execute(
            "SELECT pe.entry_id, p.name FROM person_entries AS pe JOIN persons AS p ON p.person_id = pe.person_id"
        ).fetchall()
    )
