"""The log of decisions is only ever appended to, and shows where it was touched."""

import json
import pathlib
from typing import Any

import pytest

from poimenno.foundation.errors import DecisionError
from poimenno.sources import decision_log


def decision(number: int, **other: Any) -> dict[str, Any]:
    return {
        "decision": "same",
        "entries": [f"made-up/line:{number}", f"made-up/line:{number + 1}"],
        "reason": "made up for a test",
        "author": "a test",
        "time": "2026-01-01T00:00:00Z",
        **other,
    }


@pytest.fixture
def log(tmp_path: pathlib.Path) -> pathlib.Path:
    path = tmp_path / "decisions.jsonl"
    for number in (1, 5, 9):
        decision_log.append(path, [decision(number)])
    return path


def test_what_was_decided_is_read_in_order(log: pathlib.Path) -> None:
    assert [one["entries"][0] for one in decision_log.read(log)] == [
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
    with pytest.raises(DecisionError, match="line 3: this line was not written to its end"):
        decision_log.append(log, [decision(20)])
    log.write_bytes(whole)
    decision_log.append(log, [decision(20)])
    assert len(decision_log.read(log)) == 4


@pytest.mark.parametrize(
    "other",
    [{"decision": "maybe"}, {"entries": ["a"]}, {"entries": ["a", "a"]}, {"entries": "ab"}, {"reason": None}],
)
def test_what_is_no_decision_is_not_written(log: pathlib.Path, other: dict[str, Any]) -> None:
    before = log.read_bytes()
    with pytest.raises(DecisionError, match="not a decision"):
        decision_log.append(log, [decision(30, **other)])
    assert log.read_bytes() == before


def test_each_line_holds_the_checksum_of_the_one_before(log: pathlib.Path) -> None:
    previous = [json.loads(line)["previous"] for line in log.read_bytes().splitlines()]
    assert previous[0] == ""
    assert len({*previous}) == 3
