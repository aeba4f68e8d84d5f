"""Spreadsheets are read as one sees them; bombs are not opened."""

import datetime
import pathlib
import zipfile
from collections.abc import Callable
from typing import Any

import openpyxl as _openpyxl
import pytest

from poimenno.foundation.errors import SourceError
from poimenno.sources.readers import xlsx

# It has no types.
openpyxl: Any = _openpyxl
Read = Callable[..., Any]
MAPPING = {"Фамилия": "surname", "№": "ignore"}


def write(path: pathlib.Path, rows: list[list[Any]], *, merged: tuple[str, ...] = (), first: str = "A1") -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    top, left = sheet[first].row, sheet[first].column
    for number, row in enumerate(rows, top):
        for column, value in enumerate(row, left):
            sheet.cell(number, column, value)
    for cells in merged:
        sheet.merge_cells(cells)
    book.save(path)


def test_cells_are_kept_as_seen(read: Read, tmp_path: pathlib.Path) -> None:
    write(
        tmp_path / "a.xlsx",
        [
            ["Фамилия", "Год", "Дата", "Лет", "Да", "Час"],
            ["Примеров", 1890, datetime.date(1937, 10, 5), 2.5, True, datetime.time(4, 30)],
        ],
    )
    assert read("xlsx", "a.xlsx", mapping=MAPPING).cells == [
        {"Фамилия": "Примеров", "Год": "1890", "Дата": "05.10.1937", "Лет": "2.5", "Да": "1", "Час": "04:30:00"}
    ]


def test_merged_header_below_a_title_away_from_the_corner(read: Read, tmp_path: pathlib.Path) -> None:
    write(
        tmp_path / "a.xlsx",
        [
            ["Список", None, None, None],
            ["Фамилия", "Арест", None, "Приговор"],
            [None, "дата", "кем", None],
            ["Примеров", "1937", "УНКВД", "ВМН"],
            [None, None, None, None],
            ["Образцов", "1938", "УНКВД", "10 лет"],
        ],
        merged=("B3:E3", "B4:B5", "C4:D4", "E4:E5"),
        first="B3",
    )
    rows = read("xlsx", "a.xlsx", mapping=MAPPING, header_row=4, header_rows=2)
    assert rows.kinds == [
        ("row:1", "empty"),
        ("row:2", "empty"),
        ("row:3", "header"),
        ("row:6", "entry"),
        ("row:7", "empty"),
        ("row:8", "entry"),
    ]
    assert rows.cells[1] == {"Фамилия": "Образцов", "Арест дата": "1938", "Арест кем": "УНКВД", "Приговор": "10 лет"}


def test_a_cell_merged_downwards_holds_for_its_rows(read: Read, tmp_path: pathlib.Path) -> None:
    rows: list[list[Any]] = [
        ["Фамилия", "Район"],
        ["Примеров", "Образцовский"],
        ["Образцов", None],
        ["Примерова", "иной"],
    ]
    write(tmp_path / "a.xlsx", rows, merged=("B2:B3",))
    assert [row.get("Район") for row in read("xlsx", "a.xlsx", mapping=MAPPING).cells] == [
        "Образцовский",
        "Образцовский",
        "иной",
    ]


def test_several_sheets_each_with_its_own_header(read: Read, tmp_path: pathlib.Path) -> None:
    book = openpyxl.Workbook()
    book.active.title = "1937"
    book.active.append(["Фамилия", "Имя"])
    book.active.append(["Примеров", "Вымысел"])
    second = book.create_sheet("1938")
    second.append(["Вторая часть списка"])
    second.append(["Имя", "Фамилия"])
    second.append(["Образец", "Образцов"])
    book.create_sheet("пустой")
    book.save(tmp_path / "a.xlsx")
    rows = read("xlsx", "a.xlsx", mapping=MAPPING)
    assert rows.kinds == [("1937!row:2", "entry"), ("1938!row:1", "header"), ("1938!row:3", "entry")]
    assert [row["Фамилия"] for row in rows.cells] == ["Примеров", "Образцов"]


def test_a_bomb_is_not_opened(tmp_path: pathlib.Path) -> None:
    bomb = tmp_path / "bomb.xlsx"
    with (
        zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive,
        archive.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as sheet,
    ):
        for _ in range(200):
            sheet.write(b"0" * 1_000_000)
    assert bomb.stat().st_size < 1_000_000
    with pytest.raises(
        SourceError, match=r"bomb\.xlsx: this would unpack .* to 200,000,000 bytes, so it is not opened"
    ):
        xlsx.sheets(bomb)


def test_what_is_no_workbook_is_said(tmp_path: pathlib.Path) -> None:
    text = tmp_path / "text.xlsx"
    text.write_bytes(b"no zip")
    with pytest.raises(SourceError, match="not a spreadsheet"):
        xlsx.sheets(text)
    empty = tmp_path / "empty.xlsx"
    with zipfile.ZipFile(empty, "w") as archive:
        archive.writestr("nothing.txt", "nothing")
    with pytest.raises(SourceError, match="cannot be read"):
        xlsx.sheets(empty)
