"""Text with one entry on each line."""

from collections.abc import Callable
from typing import Any

Read = Callable[..., Any]


def test_one_entry_a_line(read: Read) -> None:
    rows = read("lines", "a.txt", "\ufeffПримеров, Вымысел\n\n \t\nОбразцов\u2028, Пример\x0c\n")
    assert rows.kinds == [("line:1", "entry"), ("line:2", "empty"), ("line:3", "empty"), ("line:4", "entry")]
    assert [row.text for row in rows.entries] == ["Примеров, Вымысел", "Образцов\u2028, Пример\x0c"]
