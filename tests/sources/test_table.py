"""Rows of a table become entries or are rejected with their reason; headers of all forms are found."""

from collections.abc import Callable
from typing import Any

Read = Callable[..., Any]


MAPPING = {"Фамилия": "surname", "№": "ignore", "Справка": "notice"}


def test_every_row_is_an_entry_or_rejected_with_its_reason(read: Read) -> None:
    text = (
        "№;Фамилия;Справка\n1;Примеров;\n2;;\n;;\n;;сведений нет\n№;Фамилия;Справка\n3;Вымышленный;столяр;лишнее\n"
        "4;Образцов\nБ;;\n5;Примерова;;\n"
    )
    rows = read("delimited", "a.csv", text, delimiter=";", mapping=MAPPING)
    assert rows.kinds == [
        ("row:2", "entry"),
        ("row:3", "empty"),
        ("row:4", "empty"),
        ("row:5", "entry"),
        ("row:6", "header"),
        ("row:7", "too_many_cells"),
        ("row:8", "too_few_cells"),
        ("row:9", "page_furniture"),
        ("row:10", "entry"),
    ]


def test_short_rows_are_filled_where_the_list_has_that_habit(read: Read) -> None:
    rows = read("delimited", "a.csv", "Фамилия;б\nПримеров\n", delimiter=";", mapping=MAPPING, short_rows=True)
    assert rows.cells == [{"Фамилия": "Примеров"}]


def test_a_title_and_a_header_of_two_rows(read: Read) -> None:
    text = "Список;;;\n;;;\nФамилия;Арест;;Примечание\n;дата;кем;\nПримеров;1937;УНКВД;нет\n"
    rows = read("delimited", "a.csv", text, delimiter=";", mapping={"Фамилия": "surname"}, header_row=3, header_rows=2)
    assert rows.kinds == [("row:1", "header"), ("row:2", "empty"), ("row:5", "entry")]
    assert rows.cells == [{"Фамилия": "Примеров", "Арест дата": "1937", "Арест кем": "УНКВД", "Примечание": "нет"}]


def test_columns_of_one_name_are_kept_apart(read: Read) -> None:
    rows = read("delimited", "a.csv", "Фамилия,дата,дата\nПримеров,1,2\n", mapping=MAPPING)
    assert rows.cells == [{"Фамилия": "Примеров", "дата": "1", "дата (3)": "2"}]


def test_a_table_without_a_header_loses_no_row(read: Read) -> None:
    rows = read("delimited", "a.csv", "Примеров,1890\nОбразцов,1902\n", mapping={"column 1": "surname"}, header_row=0)
    assert rows.kinds == [("row:1", "entry"), ("row:2", "entry")]
    assert rows.cells[0] == {"column 1": "Примеров", "column 2": "1890"}


def test_a_column_without_a_name_is_kept_and_may_be_missing(read: Read) -> None:
    rows = read("delimited", "a.csv", "Фамилия,\nПримеров,см. выше\nОбразцов\n", mapping=MAPPING)
    assert rows.cells == [{"Фамилия": "Примеров", "column 2": "см. выше"}, {"Фамилия": "Образцов"}]
