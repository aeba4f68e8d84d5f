"""Notices of several lines between separator lines."""

from collections.abc import Callable
from typing import Any

Read = Callable[..., Any]


def test_notices_between_separators(read: Read) -> None:
    rows = read("separated", "a.txt", "Родился в 1890 г.\nСтоляр.\n---\n---\n\nРодилась.\n--- \nРодился.")
    assert rows.kinds == [("notice:1", "entry"), ("notice:2", "empty"), ("notice:3", "entry"), ("notice:4", "entry")]
    assert [row.text for row in rows.entries] == ["Родился в 1890 г.\nСтоляр.", "Родилась.", "Родился."]


def test_a_separator_of_its_own(read: Read) -> None:
    assert len(read("separated", "a.txt", "а\n***\nб\n***\n", separator="***").entries) == 2
