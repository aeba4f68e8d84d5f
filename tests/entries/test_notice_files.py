"""Files of notices outside an archive. The people are invented."""

import json
import pathlib

import pytest

from poimenno.entries import notice_files
from poimenno.foundation.errors import SourceError

NOTICE = (
    "Род. в 1890, г. Образцов, поляк, б/п. Проживал: г. Примерск. Плотник\n"
    "Арестован МЧК 17.07.1937. Обв. по ст. 58-6 УК РСФСР. Приговор: Комиссия НКВД и Прокурора СССР, 10.01.1938 – ВМН. "
    "Расстрелян 02.1938"
)


def test_yaml_gives_file_and_index(tmp_path: pathlib.Path) -> None:
    path = tmp_path / "p1.yaml"
    path.write_text("- fio: Примеров Вымысел\n  spravka: |-\n    Род. в 1890, поляк, б/п.\n", encoding="utf-8")
    (notice,) = notice_files.parse(path)
    row = notice.as_object()
    assert (row["file"], row["index"], row["surname"], row["ethnicity"]) == ("p1.yaml", 0, "Примеров", "поляк")


def test_json_lines_give_their_id(tmp_path: pathlib.Path) -> None:
    path = tmp_path / "n.jsonl"
    path.write_text(json.dumps({"id": "7", "text": NOTICE, "name": "Примеров Вымысел"}) + "\n\n", encoding="utf-8")
    (notice,) = notice_files.parse(path)
    row = notice.as_object()
    assert (row["id"], row["given_name"], row["birth_year"]) == ("7", "Вымысел", 1890)


def test_the_heading_gives_the_name_that_the_text_lacks(tmp_path: pathlib.Path) -> None:
    path = tmp_path / "n.jsonl"
    path.write_text(json.dumps({"text": NOTICE, "context": "Примеров Иван Образцович (1891)"}), encoding="utf-8")
    (notice,) = notice_files.parse(path)
    row = notice.as_object()
    assert (row["surname"], row["given_name"], row["patronymic"]) == ("Примеров", "Иван", "Образцович")
    assert row["birth"] == "1890"


def objects(path: pathlib.Path) -> list[dict[str, object]]:
    return [notice.as_object() for notice in notice_files.parse(path)]


def test_text_is_cut_at_separators_or_at_lines(tmp_path: pathlib.Path) -> None:
    path = tmp_path / "n.txt"
    path.write_text("Родился в 1890 г.\nПриговор: ВМН\n---\nРодилась в 1891 г.\n", encoding="utf-8")
    assert [(row["index"], row["birth_year"]) for row in objects(path)] == [(0, 1890), (1, 1891)]
    path.write_text("Родился в 1890 г.\nРодилась в 1891 г.\n", encoding="utf-8")
    assert [(row["index"], row["sex"]) for row in objects(path)] == [(0, "m"), (1, "f")]


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("n.jsonl", '{"id": 1, "text"', "line 1"),
        ("n.jsonl", "[1]", "item 0"),
        ("n.yaml", "- [1\n- x: y: z", "YAML"),
    ],
)
def test_a_file_that_is_not_what_its_ending_says_is_named(
    tmp_path: pathlib.Path, name: str, text: str, said: str
) -> None:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    with pytest.raises(SourceError, match=said):
        list(notice_files.parse(path))


def test_an_unknown_dialect_is_named(tmp_path: pathlib.Path) -> None:
    path = tmp_path / "n.txt"
    path.write_text("Родился в 1890 г.", encoding="utf-8")
    with pytest.raises(SourceError, match="nobody-ru"):
        list(notice_files.parse(path, "nobody-ru"))
