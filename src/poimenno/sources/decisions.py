"""The log of decisions: what reviewers judged, one JSON object a line, only ever appended to.

Each line carries the SHA-256 of the line before (`previous`; 64 zeros in the first), so that a line
changed, removed or put in later is found. The log proves its order, not who wrote it. `read` checks the
whole chain; `append` adds one line and has it on the disk before it returns.
"""

import hashlib
import json
import os
import pathlib
from dataclasses import dataclass
from typing import Any

from poimenno.errors import DecisionError
from poimenno.language import gettext as _

FIRST = "0" * 64
PAIR_DECISIONS = ("same", "different", "unsure", "undo")
_REQUIRED = ("decision", "entries", "reason", "author", "time", "previous")


@dataclass(frozen=True, slots=True)
class Decision:
    """One line of the log, `number` counting from 1.

    `decision` is one of `PAIR_DECISIONS` for a judgement of two entries; `undo` takes back whatever was
    decided of them before. `entries` are ids or handles of entries, `time` is as the reviewer's program gave it.
    """

    number: int
    decision: str
    entries: tuple[str, ...]
    reason: str
    author: str
    time: str


def read(path: pathlib.Path) -> list[Decision]:
    """All decisions in their order; none where the file is missing.

    Raises DecisionError, naming the line, where one is torn, is no decision, or breaks the chain.
    """
    previous = FIRST
    decisions = []
    for number, line in enumerate(_lines(path), 1):
        table = _table(path, number, line)
        if table["previous"] != previous:
            raise DecisionError(
                _(
                    "{path}, line {number}: the chain is broken (`previous` is not the checksum of the line "
                    "before), so a line was changed, removed or put in; restore the file from a copy."
                ).format(path=path, number=number)
            )
        decisions.append(_decision(path, number, table))
        previous = hashlib.sha256(line).hexdigest()
    return decisions


def in_force(decisions: list[Decision]) -> list[Decision]:
    """The decisions that stand: the last one about each pair of entries, without those taken back."""
    last: dict[frozenset[str], Decision] = {}
    for decision in decisions:
        last[frozenset(decision.entries)] = decision
    standing = [decision for decision in last.values() if decision.decision != "undo"]
    return sorted(standing, key=lambda one: one.number)


def append(
    path: pathlib.Path, *, decision: str, entries: tuple[str, str], reason: str, author: str, time: str
) -> Decision:
    """Add one decision to the log; on return it is on the disk. The caller holds the archive's lock.

    Raises DecisionError where the log is broken, or where the decision is not one.
    """
    number = len(read(path)) + 1
    lines = _lines(path)
    previous = hashlib.sha256(lines[-1]).hexdigest() if lines else FIRST
    table = {
        "decision": decision,
        "entries": list(entries),
        "reason": reason,
        "author": author,
        "time": time,
        "previous": previous,
    }
    checked = _decision(path, number, table)
    with path.open("ab") as log:
        log.write(json.dumps(table, ensure_ascii=False).encode() + b"\n")
        log.flush()
        os.fsync(log.fileno())
    return checked


def checksum(path: pathlib.Path) -> str:
    """SHA-256 of the whole log, in lower-case hex; of nothing where the file is missing."""
    return hashlib.sha256(path.read_bytes() if path.is_file() else b"").hexdigest()


def _lines(path: pathlib.Path) -> list[bytes]:
    data = path.read_bytes() if path.is_file() else b""
    *lines, torn = data.split(b"\n")
    if torn:
        raise DecisionError(
            _(
                "{path}, line {number}: the line was not written to its end, as after a crash; if it is "
                "incomplete, delete it (the decision was never confirmed), otherwise end it with a line break."
            ).format(path=path, number=len(lines) + 1)
        )
    return lines


def _table(path: pathlib.Path, number: int, line: bytes) -> dict[str, Any]:
    try:
        table = json.loads(line)
    except ValueError as error:
        raise _malformed(path, number, _("it is not JSON")) from error
    if not isinstance(table, dict):
        raise _malformed(path, number, _("it is not a JSON object"))
    missing = [key for key in _REQUIRED if key not in table]
    if missing:
        raise _malformed(path, number, _("{keys} is missing").format(keys=", ".join(missing)))
    return table


def _decision(path: pathlib.Path, number: int, table: dict[str, Any]) -> Decision:
    entries = table["entries"]
    if table["decision"] not in PAIR_DECISIONS:
        raise _malformed(path, number, _("`decision` must be one of {known}").format(known=", ".join(PAIR_DECISIONS)))
    if (
        not isinstance(entries, list)
        or not all(isinstance(one, str) for one in entries)
        or len(entries) != 2
        or entries[0] == entries[1]
    ):
        raise _malformed(path, number, _("`entries` must be two different entries"))
    for key in ("reason", "author", "time"):
        if not isinstance(table[key], str) or not table[key].strip():
            raise _malformed(path, number, _("`{key}` must be a text").format(key=key))
    return Decision(number, table["decision"], tuple(entries), table["reason"], table["author"], table["time"])


def _malformed(path: pathlib.Path, number: int, fault: str) -> DecisionError:
    return DecisionError(
        _("{path}, line {number}: this is not a decision ({fault}); restore the file from a copy.").format(
            path=path, number=number, fault=fault
        )
    )
