"""Delimited text: what is written comes back cell for cell, and what cannot be is rejected, never shifted."""

import csv
import io
import pathlib
import tempfile
import tracemalloc
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from poimenno.reference.vocabularies import Reader
from poimenno.sources import readers
from poimenno.sources.raw import RawEntry
from poimenno.sources.readers import LONGEST_ROW
from poimenno.sources.settings import Settings, Source

Read = Callable[..., Any]


MAPPING = {"Фамилия": "surname", "№": "ignore", "Справка": "notice"}


CELL = st.text(st.sampled_from("абвЖЯ 019.,;|\t'\"\n-"), max_size=12)


@settings(max_examples=150, deadline=None)
@given(
    rows=st.lists(st.tuples(CELL, CELL, CELL), max_size=12),
    delimiter=st.sampled_from(",;\t|"),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "cp1251", "koi8-r", "cp866"]),
)
def test_any_table_comes_back_cell_for_cell(rows: list[tuple[str, ...]], delimiter: str, encoding: str) -> None:
    named = [(f"Вымышленный {number}", *row) for number, row in enumerate(rows)]
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=delimiter, lineterminator="\r\n").writerows([("Фамилия", "б", "в", "г"), *named])
    with tempfile.TemporaryDirectory() as folder:
        file = pathlib.Path(folder) / "made-up.csv"
        file.write_bytes(text.getvalue().encode(encoding))
        wanted = Settings(
            title="", reader=Reader.DELIMITED, encoding=encoding, delimiter=delimiter, mapping={"Фамилия": "surname"}
        )
        found = list(readers.read(Source("made-up", file.parent, wanted, (file,))))
    assert [row.columns for row in found if isinstance(row, RawEntry)] == [
        {column: cell for column, cell in zip(("Фамилия", "б", "в", "г"), row, strict=True) if cell.strip()}
        for row in named
    ]


def test_a_quote_that_is_never_closed_takes_no_other_row_with_it(read: Read) -> None:
    text = 'Фамилия;Работа\nПримеров;"Заря\n' + "".join(f"Образцов {n};столяр\n" for n in range(300))
    rows = read("delimited", "a.csv", text, delimiter=";", mapping=MAPPING)
    assert len(rows.rows) == 301
    assert rows.cells[0] == {"Фамилия": "Примеров", "Работа": '"Заря'}
    assert rows.cells[300] == {"Фамилия": "Образцов 299", "Работа": "столяр"}


def test_two_open_quotes_do_not_make_one_row_of_two(read: Read) -> None:
    text = 'Фамилия;Работа\nПримеров;"Заря\nОбразцов;"Восход\n'
    rows = read("delimited", "a.csv", text, delimiter=";", mapping=MAPPING)
    assert [row["Фамилия"] for row in rows.cells] == ["Примеров", "Образцов"]


def test_quotes_inside_a_cell_stay(read: Read) -> None:
    text = 'Фамилия;Работа\nПримеров;завод "Заря", столяр\nОбразцов;"Заря" завод\n'
    rows = read("delimited", "a.csv", text, delimiter=";", mapping=MAPPING)
    assert [row["Работа"] for row in rows.cells] == ['завод "Заря", столяр', '"Заря" завод']


def test_a_cell_of_several_lines_is_one_row(read: Read) -> None:
    text = 'Фамилия;Справка\nПримеров;"родился\nв 1890 г."\nОбразцов;\n'
    rows = read("delimited", "a.csv", text, delimiter=";", mapping=MAPPING)
    assert [(row.locator, row.text) for row in rows.entries] == [("row:2", "родился\nв 1890 г."), ("row:3", "")]


def test_a_line_of_300_megabytes_is_rejected_and_never_held(read: Read, tmp_path: pathlib.Path) -> None:
    file = tmp_path / "long.csv"
    with file.open("wb") as out:
        out.write("Фамилия,б\nПримеров,1\n".encode())
        for _ in range(300):
            out.write(b"x" * 1_000_000)
        out.write("\nОбразцов,2\n".encode())
    tracemalloc.start()
    rows = read("delimited", "long.csv", mapping=MAPPING)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert rows.kinds == [("row:2", "entry"), ("row:3", "too_long"), ("row:4", "entry")]
    assert len(rows.rows[1].text) <= 1000
    assert peak < 20 * LONGEST_ROW


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_of_all_systems(read: Read, end: str) -> None:
    rows = read("delimited", "a.csv", end.join(["Фамилия,б", "Примеров,1", "Образцов,2"]), mapping=MAPPING)
    assert [row["Фамилия"] for row in rows.cells] == ["Примеров", "Образцов"]


def test_zero_bytes_do_not_end_a_row(read: Read) -> None:
    rows = read("delimited", "a.csv", "Фамилия,б\nПри\x00меров,1\n", mapping=MAPPING)
    assert rows.cells == [{"Фамилия": "При\ufffdмеров", "б": "1"}]
