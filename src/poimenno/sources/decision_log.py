"""The log of decisions: one JSON object a line, each with the hash of the line before it; only ever appended to.

A line is `{"author": …, "decision": "same"|"different"|"unsure"|"undo", "entries": [a, b], "previous": …,
"reason": …, "time": …}`. `previous` is the SHA-256 of the line before, without its line end, and empty in the first
line; so the chain shows whether a line was changed or removed. This module reads and appends decisions; which of them
bind is a matter of `poimenno.people.decisions`.
"""

import dataclasses
import hashlib
import json
import os
import pathlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from poimenno.foundation.errors import DecisionError
from poimenno.foundation.language import gettext as _
from poimenno.reference.vocabularies import DecisionKind


@dataclass(frozen=True, slots=True)
class Decision:
    """What a reviewer decided about two entries: the verdict, the entries, who, when and why.

    `entries` are entry ids or handles; `time` is ISO 8601, as it was written. `previous` is the SHA-256 of the line
    before in the log; a decision that is not in a log has none, and `append` fills it in.
    """

    kind: DecisionKind
    entries: tuple[str, str]
    reason: str
    author: str
    time: str
    previous: str = ""

    def line(self) -> bytes:
        """The decision as a line of the log, without its line end."""
        return json.dumps(self._as_json(), ensure_ascii=False, sort_keys=True).encode()

    def _as_json(self) -> dict[str, Any]:
        values = dataclasses.asdict(self)
        return {"decision": values.pop("kind"), **values}


def read(path: pathlib.Path) -> list[Decision]:
    """The decisions, oldest first. Raises DecisionError that names the line at which the log is broken."""
    decisions = []
    previous = ""
    for number, line in enumerate(_lines(path), 1):
        try:
            value = json.loads(line)
        except ValueError:
            value = None
        fault = _fault(value)
        if fault:
            raise DecisionError(
                _("{file}, line {number}: this is not a decision ({fault}); restore the file from a copy.").format(
                    file=path, number=number, fault=fault
                )
            )
        if value["previous"] != previous:
            raise DecisionError(
                _(
                    "{file}, line {number}: the chain is broken: this line or an earlier one was changed, added "
                    "or removed; restore the file from a copy."
                ).format(file=path, number=number)
            )
        previous = hashlib.sha256(line).hexdigest()
        decisions.append(_parse(value))
    return decisions


def append(path: pathlib.Path, decisions: Sequence[Decision]) -> None:
    """Append decisions, all or none; they are on the disk when this returns. The caller holds the archive's lock.

    Fills in `previous`. Raises DecisionError if the log is broken, or if one of them is not a decision.
    """
    read(path)
    old_lines = _lines(path)
    previous = hashlib.sha256(old_lines[-1]).hexdigest() if old_lines else ""
    new_lines = []
    for decision in decisions:
        line = dataclasses.replace(decision, previous=previous).line()
        fault = _fault(json.loads(line))
        if fault:
            raise DecisionError(_("{file}: this is not a decision ({fault}).").format(file=path, fault=fault))
        previous = hashlib.sha256(line).hexdigest()
        new_lines.append(line + b"\n")
    with path.open("ab") as file:
        file.write(b"".join(new_lines))
        file.flush()
        os.fsync(file.fileno())


def _lines(path: pathlib.Path) -> list[bytes]:
    *lines, torn = (path.read_bytes() if path.exists() else b"").split(b"\n")
    if torn:
        raise DecisionError(
            _(
                "{file}, line {number}: this line is incomplete, probably because of a crash. The decision "
                "was not confirmed; remove the line."
            ).format(file=path, number=len(lines) + 1)
        )
    return lines


def _parse(value: dict[str, Any]) -> Decision:
    """The decision that a JSON object without a fault is."""
    a, b = value["entries"]
    return Decision(
        DecisionKind(value["decision"]), (a, b), value["reason"], value["author"], value["time"], value["previous"]
    )


def _fault(value: Any) -> str | None:
    """Why a JSON value is not a decision, in words; None if it is one."""
    if not isinstance(value, dict):
        return _("expected a JSON object")
    missing = [key for key in ("decision", "entries", "reason", "author", "time", "previous") if key not in value]
    if missing:
        return _("{keys} is missing").format(keys=", ".join(missing))
    if value["decision"] not in list(DecisionKind):
        return _("`decision` must be one of {choices}").format(choices=", ".join(DecisionKind))
    entries = value["entries"]
    if not isinstance(entries, list) or len(set(map(str, entries))) != 2 or len(entries) != 2:
        return _("`entries` must name two different entries")
    if not all(isinstance(text, str) for text in (*entries, value["reason"], value["author"], value["time"])):
        return _("`entries`, `reason`, `author` and `time` must be text")
    return None
