"""The log of decisions: one JSON object a line, each with the hash of the line before; only ever appended.

A decision is `{"decision": "same"|"different"|"unsure"|"undo", "entries": [a, b], "reason": …, "author": …,
"time": …, "previous": …}`. The chain shows whether a line was changed or taken out.
"""

import hashlib
import json
import os
import pathlib
from typing import Any

from poimenno.errors import DecisionError
from poimenno.language import gettext as _

KINDS = ("same", "different", "unsure", "undo")


def read(path: pathlib.Path) -> list[dict[str, Any]]:
    """The decisions, oldest first. Raises DecisionError that names the line where the log is broken."""
    if not path.exists():
        return []
    found = []
    previous = ""
    for number, line in enumerate(path.read_bytes().split(b"\n"), 1):
        if not line:
            continue
        try:
            decision = json.loads(line)
        except ValueError:
            decision = None
        if not isinstance(decision, dict) or decision.get("decision") not in KINDS:
            raise DecisionError(
                _(
                    "{file}, line {number}: this is not a decision; if the line was cut off by a crash, remove it, "
                    "otherwise restore the file from a copy."
                ).format(file=path, number=number)
            )
        if decision.get("previous") != previous:
            raise DecisionError(
                _(
                    "{file}, line {number}: the chain is broken: a line before it was changed, added or removed; "
                    "restore the file from a copy."
                ).format(file=path, number=number)
            )
        previous = hashlib.sha256(line).hexdigest()
        found.append(decision)
    return found


def append(path: pathlib.Path, decision: dict[str, Any]) -> None:
    """Append a decision; it is on the disk when this returns. Raises DecisionError where the log is broken."""
    read(path)
    lines = [line for line in path.read_bytes().split(b"\n") if line] if path.exists() else []
    previous = hashlib.sha256(lines[-1]).hexdigest() if lines else ""
    line = json.dumps({**decision, "previous": previous}, ensure_ascii=False, sort_keys=True)
    with path.open("ab") as file:
        file.write(line.encode() + b"\n")
        file.flush()
        os.fsync(file.fileno())
