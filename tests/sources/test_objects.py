"""Objects become entries; text that cannot be stored is replaced."""

from collections.abc import Callable
from typing import Any

Read = Callable[..., Any]


MAPPING = {"fio": "name", "spravka": "notice", "id": "key"}


def test_half_a_letter_does_not_stop_a_build(read: Read) -> None:
    rows = read("jsonl", "a.jsonl", '{"fio": "При\\ud800меров \\ud83d\\ude00"}\n', mapping=MAPPING)
    assert rows.cells == [{"fio": "При\ufffdмеров \U0001f600"}]
    assert rows.cells[0]["fio"].encode()
