"""What `add` guesses of a source: its form, its columns, its language."""

import pathlib
from collections.abc import Sequence
from typing import Any

import openpyxl as _openpyxl
import pytest

from poimenno.sources import guess, received
from poimenno.sources.settings import Settings

# It has no types.
openpyxl: Any = _openpyxl


def none_fits(_notices: Sequence[str]) -> str | None:
    return None


def settings_of(path: pathlib.Path) -> Settings:
    return guess.inspect(path, list(received.data_files(path).values()), none_fits).settings


def test_a_title_and_a_header_of_two_rows_are_found(tmp_path: pathlib.Path) -> None:
    book = openpyxl.Workbook()
    book.active.append(["Сведения о списке"])
    sheet = book.create_sheet("Список")
    for row in (
        ["Список вымышленных лиц"],
        [],
        ["№", "ФИО", "Арест", None, "Приговор", None],
        [None, None, "дата", "кем", "дата", "мера"],
        [1, "Примеров Вымысел Образцович", "1937", "УНКВД", "1937", "ВМН"],
    ):
        sheet.append(row)
    sheet.merge_cells("C3:D3")
    book.save(tmp_path / "a.xlsx")
    guessed = settings_of(tmp_path / "a.xlsx")
    assert (guessed.header_row, guessed.header_rows) == (3, 2)
    assert guessed.mapping == {
        "№": "ignore",
        "ФИО": "name",
        "Арест дата": "arrest_date",
        "Арест кем": "arrest_body",
        "Приговор дата": "sentence_date",
        "Приговор мера": "sentence",
    }


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("name", ["a.csv", "a.txt"])
def test_the_delimiter_is_found_beside_others_in_the_cells(tmp_path: pathlib.Path, delimiter: str, name: str) -> None:
    rows = [["Фамилия", "Имя", "Адрес"]]
    rows += [["Примеров", "Вымысел", f'"Образцов; ул. Новая, д. {n} | кв. 2"'] for n in range(9)]
    (tmp_path / name).write_text("\n".join(delimiter.join(row) for row in rows), encoding="utf-8")
    guessed = settings_of(tmp_path / name)
    assert (guessed.reader, guessed.delimiter) == ("delimited", delimiter)
    assert list(guessed.mapping.values()) == ["surname", "given_name", "residence"]


def test_text_with_commas_is_no_table(tmp_path: pathlib.Path) -> None:
    (tmp_path / "a.txt").write_text("NÄIDIS, Välja, Mõel, s. 1890, arr. 1937\n" * 9, encoding="utf-8")
    guessed = settings_of(tmp_path / "a.txt")
    assert (guessed.reader, guessed.language) == ("lines", "et")


def test_separator_lines_are_seen(tmp_path: pathlib.Path) -> None:
    (tmp_path / "a.txt").write_text("Родился в 1890 г.\nСтоляр.\n---\n" * 9, encoding="utf-8")
    guessed = settings_of(tmp_path / "a.txt")
    assert (guessed.reader, guessed.separator, guessed.language) == ("separated", "---", "ru")


def test_figures_are_known_by_their_columns(tmp_path: pathlib.Path) -> None:
    (tmp_path / "a.csv").write_text("measure,operation,value,source\nexecuted,x,1,made up\n", encoding="utf-8")
    assert settings_of(tmp_path / "a.csv").kind == "figures"


def test_the_habit_of_short_rows_is_seen(tmp_path: pathlib.Path) -> None:
    (tmp_path / "a.csv").write_text("Фамилия;Имя;Срок\n" + "Примеров;Вымысел\n" * 9, encoding="utf-8")
    assert settings_of(tmp_path / "a.csv").short_rows is True


def test_ukrainian_is_told_from_russian(tmp_path: pathlib.Path) -> None:
    (tmp_path / "a.txt").write_text("Вигаданий Приклад, народився в селі Зразкове, українець.\n" * 3, encoding="utf-8")
    assert settings_of(tmp_path / "a.txt").language == "uk"


def test_one_yaml_of_many_that_does_not_parse_is_said(tmp_path: pathlib.Path) -> None:
    folder = tmp_path / "notices"
    folder.mkdir()
    (folder / "a.yaml").write_text("- fio: Примеров Вымысел\n  spravka: Род. в 1890.\n", encoding="utf-8")
    (folder / "b.yaml").write_text("- fio: [\n", encoding="utf-8")
    guessed = guess.inspect(folder, list(received.data_files(folder).values()), none_fits)
    assert guessed.settings.mapping == {"fio": "name", "spravka": "notice"}
    assert any("b.yaml is not YAML (line" in sentence for sentence in guessed.sentences)


def test_a_table_without_a_header_is_seen(tmp_path: pathlib.Path) -> None:
    rows = "".join(f"{n},Примеров Вымысел Образцович,18{n}\n" for n in range(80, 99))
    (tmp_path / "a.csv").write_text(rows, encoding="utf-8")
    guessed = settings_of(tmp_path / "a.csv")
    assert guessed.header_row == 0
    assert guessed.mapping == {"column 2": "name", "column 3": "birth_date"}


@pytest.mark.parametrize("text", ["", ",,,\n,,\n", "name;x\n", "\n\n"])
def test_a_table_with_nothing_in_it(tmp_path: pathlib.Path, text: str) -> None:
    (tmp_path / "a.csv").write_text(text, encoding="utf-8")
    assert settings_of(tmp_path / "a.csv").reader == "delimited"
