"""The log of decisions: one JSON object a line, each with the hash of the line before; only ever appended.

A decision is `{"decision": "same"|"different"|"unsure"|"undo", "entries": [a, b], "reason": …, "author": …,
"time": …, "previous": …}`. The chain shows whether a line was changed or taken out.
"""

import hashlib
import json
import os
import pathlib
from typing import Any

from poimenno.foundation.errors import DecisionError
from poimenno.foundation.language import gettext as _

KINDS = ("same", "different", "unsure", "undo")


def read(path: pathlib.Path) -> list[dict[str, Any]]:
    """The decisions, oldest first. Raises DecisionError that names the line where the log is broken."""
    found = []
    previous = ""
    for number, line in enumerate(_lines(path), 1):
        try:
            decision = json.loads(line)
        except ValueError:
            decision = None
        fault = _fault(decision)
        if fault:
            raise DecisionError(
                _("{file}, line {number}: this is not a decision ({fault}); restore the file from a copy.").format(
                    file=path, number=number, fault=fault
                )
            )
        if decision["previous"] != previous:
            raise DecisionError(
                _(
                    "{file}, line {number}: the chain is broken: this line or one before it was changed, added or "
                    "removed; restore the file from a copy."
                ).format(file=path, number=number)
            )
        previous = hashlib.sha256(line).hexdigest()
        found.append(decision)
    return found


def append(path: pathlib.Path, made: list[dict[str, Any]]) -> None:
    """Append decisions, all or none; they are on the disk when this returns. The caller holds the archive's lock.

    `previous` is filled in. Raises DecisionError where the log is broken, or where one is no decision.
    """
    read(path)
    lines = _lines(path)
    previous = hashlib.sha256(lines[-1]).hexdigest() if lines else ""
    added = []
    for decision in made:
        chained = {**decision, "previous": previous}
        fault = _fault(chained)
        if fault:
            raise DecisionError(_("{file}: this is not a decision ({fault}).").format(file=path, fault=fault))
        line = json.dumps(chained, ensure_ascii=False, sort_keys=True).encode()
        previous = hashlib.sha256(line).hexdigest()
        added.append(line + b"\n")
    with path.open("ab") as file:
        file.write(b"".join(added))
        file.flush()
        os.fsync(file.fileno())


def _lines(path: pathlib.Path) -> list[bytes]:
    *lines, torn = (path.read_bytes() if path.exists() else b"").split(b"\n")
    if torn:
        raise DecisionError(
            _(
                "{file}, line {number}: this line was not written to its end, as by a crash; the decision was not yet "
                "confirmed, so remove the line."
            ).format(file=path, number=len(lines) + 1)
        )
    return lines


def _fault(decision: Any) -> str | None:
    """What keeps a value from being a decision, in words; None where it is one."""
    if not isinstance(decision, dict):
        return _("expected a JSON object")
    missing = [key for key in ("decision", "entries", "reason", "author", "time", "previous") if key not in decision]
    if missing:
        return _("{keys} is missing").format(keys=", ".join(missing))
    if decision["decision"] not in KINDS:
        return _("`decision` must be one of {choices}").format(choices=", ".join(KINDS))
    entries = decision["entries"]
    if not isinstance(entries, list) or len(set(map(str, entries))) != 2 or len(entries) != 2:
        return _("`entries` must name two different entries")
    if not all(isinstance(one, str) for one in (*entries, decision["reason"], decision["author"], decision["time"])):
        return _("`entries`, `reason`, `author` and `time` must be texts")
    return None
