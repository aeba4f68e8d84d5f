"""Decisions as CSV that two archives share.

Each archive names its sources as it likes, but the content of their files is the same everywhere. So a shared decision
names an entry by the content of its source's files (SHA-256) and by the locator in them. Decisions on entries that the
other archive does not hold are counted and left out.
"""

import csv
import hashlib
import io
import pathlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from poimenno.foundation import database, files, sql
from poimenno.foundation.errors import DecisionError
from poimenno.foundation.language import gettext as _
from poimenno.people.decisions.binding import binding_decisions, entry_ids
from poimenno.people.decisions.deciding import decision_on
from poimenno.reference.vocabularies import DecisionKind
from poimenno.sources.decision_log import Decision
from poimenno.values.formula_guard import guarded, verbatim

if TYPE_CHECKING:
    import duckdb

    from poimenno.sources.archive import Archive

REQUIRED = ("decision", "content_a", "locator_a", "content_b", "locator_b", "reason", "author", "time")
# The names of the persons are for the people who read the file; they are not read back.
COLUMNS = (*REQUIRED, "name_a", "name_b")


@dataclass(frozen=True, slots=True)
class ImportCounts:
    """How many decisions of a file were new, were known already, and are on entries that the archive does not hold."""

    new: int = 0
    known: int = 0
    absent: int = 0


@dataclass(frozen=True, slots=True)
class SharedDecision:
    """A row of the CSV: the decision as it is written there, and the number of its row, the header being row 1."""

    row_number: int
    decision: str
    content_a: str
    locator_a: str
    content_b: str
    locator_b: str
    reason: str
    author: str
    time: str

    def entries(self, sources: Mapping[str, str]) -> tuple[str, str] | None:
        """The ids of both entries, by the sources of an archive (content: source id); None if it lacks one."""
        a, b = sources.get(self.content_a), sources.get(self.content_b)
        return (f"{a}/{self.locator_a}", f"{b}/{self.locator_b}") if a and b else None


def export_decisions(archive: "Archive", path: pathlib.Path) -> int:
    """Write the decisions of an archive as CSV, for another archive to read; returns how many were written.

    Decisions on entries that are no longer in the record are left out. Raises DecisionError if the file cannot be
    written.
    """
    with database.opened(archive.record) as db:
        contents = _source_contents(db)
        names: dict[str, str] = dict(sql.run(db, "people/decisions", "entry_names"))
        decisions = archive.decisions()
        ids = entry_ids(db, {name for decision in decisions for name in decision.entries})
    rows = []
    for decision in decisions:
        a, b = (ids.get(name) for name in decision.entries)
        if a and b:
            (source_a, _a, locator_a), (source_b, _b, locator_b) = a.partition("/"), b.partition("/")
            places = [contents[source_a], locator_a, contents[source_b], locator_b]
            about = [decision.reason, decision.author, decision.time, names.get(a, ""), names.get(b, "")]
            rows.append([decision.kind.value, *places, *about])
    text = io.StringIO(newline="")
    table = csv.writer(text)
    table.writerow(COLUMNS)
    table.writerows([guarded(cell) for cell in row] for row in rows)
    try:
        files.write_bytes(path, text.getvalue().encode("utf-8-sig"))
    except OSError as error:
        raise DecisionError(_("{file}: could not be written ({reason}).").format(file=path, reason=error)) from error
    return len(rows)


def import_decisions(archive: "Archive", path: pathlib.Path) -> ImportCounts:
    """Append the decisions of a CSV to the log of an archive.

    Raises DecisionError, naming the row, if the file is not such a CSV, or if a decision contradicts another; then
    none is taken in.
    """
    with archive.lock(), database.opened(archive.record) as db:
        old = archive.decisions()
        known_identities = {_identity(decision) for decision in old}
        sources = {content: source for source, content in _source_contents(db).items()}
        new: list[Decision] = []
        known = absent = 0
        for row in _read_rows(path):
            entries = row.entries(sources)
            if entries is None or len(entry_ids(db, set(entries))) < 2:
                absent += 1
                continue
            decision = _checked(path, row, entries)
            if _identity(decision) in known_identities:
                known += 1
                continue
            known_identities.add(_identity(decision))
            new.append(decision)
        binding_decisions(db, [*old, *new])
        archive.decide(new)
    return ImportCounts(len(new), known, absent)


def _checked(path: pathlib.Path, row: SharedDecision, entries: tuple[str, str]) -> Decision:
    if row.decision not in list(DecisionKind):
        raise DecisionError(
            _(
                "{file}, row {number}: the decision is {value!r}; expected one of {choices}. Nothing was imported."
            ).format(file=path, number=row.row_number, value=row.decision, choices=", ".join(DecisionKind))
        )
    if not row.author:
        raise DecisionError(
            _("{file}, row {number}: the author is missing; state who decided. Nothing was imported.").format(
                file=path, number=row.row_number
            )
        )
    return decision_on(DecisionKind(row.decision), *entries, row.reason, row.author, row.time)


def _read_rows(path: pathlib.Path) -> list[SharedDecision]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.reader(file))
    except (OSError, ValueError, csv.Error) as error:
        raise DecisionError(
            _("{file}: this cannot be read as CSV in UTF-8 ({reason}).").format(file=path, reason=error)
        ) from error
    header = rows[0] if rows else []
    missing = [name for name in REQUIRED if name not in header]
    if missing:
        raise DecisionError(
            _(
                "{file}, row 1: the columns {missing} are missing; expected what `poimenno decisions --to` writes."
            ).format(file=path, missing=", ".join(missing))
        )
    shared = []
    for number, cells in enumerate(rows[1:], 2):
        if not any(cell.strip() for cell in cells):
            continue
        if len(cells) != len(header):
            raise DecisionError(
                _("{file}, row {number}: {n} cells, expected {expected}. Nothing was imported.").format(
                    file=path, number=number, n=len(cells), expected=len(header)
                )
            )
        row = dict(zip(header, (cell.strip() for cell in cells), strict=True))
        shared.append(SharedDecision(number, **{name: verbatim(row[name]) for name in REQUIRED}))
    return shared


def _identity(decision: Decision) -> tuple[str, ...]:
    """What makes two decisions the same one: everything but the reason and the place in the log."""
    return (decision.kind, *sorted(decision.entries), decision.author, decision.time)


def _source_contents(db: "duckdb.DuckDBPyConnection") -> dict[str, str]:
    """The SHA-256 of the content of each source: of one file, its own; of several, that of theirs in order."""
    return {
        source: checksums[0] if len(checksums) == 1 else hashlib.sha256(" ".join(checksums).encode()).hexdigest()
        for source, checksums in sql.run(db, "people/decisions", "source_checksums")
    }
