"""JSON Lines: values as they are written, errors as rejected rows."""

from collections.abc import Callable
from typing import Any

Read = Callable[..., Any]


MAPPING = {"fio": "name", "spravka": "notice", "id": "key"}


def test_json_lines(read: Read) -> None:
    text = (
        '{"id": 7, "fio": "Примеров Вымысел", "years": 1.10, "articles": ["58-10", "58-11"], "spravka": "Род."}\n'
        "\n[1]\n{\n"
        '{"fio": "Образцов", "fio": "Примеров"}\n{"id": 1}\n' + "[" * 20_000 + "\n"
    )
    rows = read("jsonl", "a.jsonl", text, mapping=MAPPING)
    assert rows.kinds == [
        ("line:1", "entry"),
        ("line:2", "empty"),
        ("line:3", "not_an_object"),
        ("line:4", "not_an_object"),
        ("line:5", "duplicate_key"),
        ("line:6", "no_name"),
        ("line:7", "not_an_object"),
    ]
    assert rows.entries[0].columns == {
        "id": "7",
        "fio": "Примеров Вымысел",
        "years": "1.10",
        "articles": '["58-10", "58-11"]',
    }
    assert rows.entries[0].key == "7"
