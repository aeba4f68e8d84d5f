"""The log of decisions is only ever appended to, and shows where it was touched."""

import hashlib
import json
import pathlib
from typing import Any

import pytest

from poimenno.foundation.errors import DecisionError
from poimenno.reference.vocabularies import DecisionKind
from poimenno.sources import decision_log
from poimenno.sources.decision_log import Decision

# A log as the first version of the program wrote it, byte by byte.
OLD_LOG = pathlib.Path(__file__).parents[1] / "data" / "old-decisions.jsonl"


def decision(number: int, **other: Any) -> Decision:
    values: dict[str, Any] = {
        "kind": DecisionKind.SAME,
        "entries": (f"made-up/line:{number}", f"made-up/line:{number + 1}"),
        "reason": "made up for a test",
        "author": "a test",
        "time": "2026-01-01T00:00:00Z",
        **other,
    }
    return Decision(**values)


@pytest.fixture
def log(tmp_path: pathlib.Path) -> pathlib.Path:
    path = tmp_path / "decisions.jsonl"
    for number in (1, 5, 9):
        decision_log.append(path, [decision(number)])
    return path


def test_what_was_decided_is_read_in_order(log: pathlib.Path) -> None:
    assert [decision.entries[0] for decision in decision_log.read(log)] == [
        "made-up/line:1",
        "made-up/line:5",
        "made-up/line:9",
    ]
    assert decision_log.read(log.with_name("none.jsonl")) == []


@pytest.mark.parametrize(
    ("touch", "words"),
    [
        (lambda lines: [lines[0].replace("same", "different"), *lines[1:]], "line 2: the chain is broken"),
        (lambda lines: lines[1:], "line 1: the chain is broken"),
        (lambda lines: [lines[0], lines[2]], "line 2: the chain is broken"),
        (lambda lines: [lines[1], lines[0], lines[2]], "line 1: the chain is broken"),
        (lambda lines: [*lines, "{"], "line 4: this is not a decision (expected a JSON object)"),
        (lambda lines: [*lines, "[]"], "line 4: this is not a decision (expected a JSON object)"),
        (lambda lines: ["", *lines], "line 1: this is not a decision"),
    ],
)
def test_a_touched_log_is_named_with_its_line(log: pathlib.Path, touch: Any, words: str) -> None:
    lines = touch(log.read_text(encoding="utf-8").splitlines())
    log.write_text("".join(line + "\n" for line in lines), encoding="utf-8")
    with pytest.raises(DecisionError) as raised:
        decision_log.read(log)
    assert words in str(raised.value)


def test_a_line_torn_by_a_crash_is_named_and_never_written_behind(log: pathlib.Path) -> None:
    whole = log.read_bytes()
    log.write_bytes(whole[:-20])
    with pytest.raises(DecisionError, match="line 3: this line is incomplete"):
        decision_log.append(log, [decision(20)])
    log.write_bytes(whole)
    decision_log.append(log, [decision(20)])
    assert len(decision_log.read(log)) == 4


@pytest.mark.parametrize(
    "other",
    [{"kind": "maybe"}, {"entries": ("a",)}, {"entries": ("a", "a")}, {"entries": "ab"}, {"reason": None}],
)
def test_what_is_no_decision_is_not_written(log: pathlib.Path, other: dict[str, Any]) -> None:
    before = log.read_bytes()
    with pytest.raises(DecisionError, match="not a decision"):
        decision_log.append(log, [decision(29), decision(30, **other)])
    assert log.read_bytes() == before


@pytest.mark.parametrize(
    "other",
    [{"decision": "maybe"}, {"entries": ["a"]}, {"entries": ["a", "a"]}, {"entries": "ab"}, {"reason": None}],
)
def test_what_is_no_decision_is_not_read(tmp_path: pathlib.Path, other: dict[str, Any]) -> None:
    log = tmp_path / "decisions.jsonl"
    log.write_bytes(json.dumps({**json.loads(decision(1).line()), **other}).encode() + b"\n")
    with pytest.raises(DecisionError, match="line 1: this is not a decision"):
        decision_log.read(log)


def test_an_old_log_is_read_and_its_chain_continued_byte_by_byte(tmp_path: pathlib.Path) -> None:
    log = tmp_path / "decisions.jsonl"
    old = OLD_LOG.read_bytes()
    log.write_bytes(old)
    decisions = decision_log.read(log)
    assert [decision.kind for decision in decisions] == ["same", "different", "unsure", "undo"]
    # What is read is what was written, to the byte.
    assert b"".join(decision.line() + b"\n" for decision in decisions) == old
    decision_log.append(log, [decision(40)])
    assert log.read_bytes().startswith(old)
    assert decision_log.read(log)[:-1] == decisions
    assert decision_log.read(log)[-1].previous == hashlib.sha256(old.splitlines()[-1]).hexdigest()


def test_each_line_holds_the_checksum_of_the_one_before(log: pathlib.Path) -> None:
    previous = [json.loads(line)["previous"] for line in log.read_bytes().splitlines()]
    assert previous[0] == ""
    assert len({*previous}) == 3
