"""Entries to fields: columns and notices together, and files of notices. The people are invented."""

import dataclasses
import json
import pathlib
from dataclasses import dataclass, field

import pytest

from poimenno.entries import notice_files, notice_json
from poimenno.entries.parse import parse_entry
from poimenno.foundation.errors import SourceError
from poimenno.sources.raw import RawEntry

NOTICE = (
    "Род. в 1890, г. Образцов, поляк, б/п. Проживал: г. Примерск. Плотник\n"
    "Арестован МЧК 17.07.1937. Обв. по ст. 58-6 УК РСФСР. Приговор: Комиссия НКВД и Прокурора СССР, 10.01.1938 – ВМН. "
    "Расстрелян 02.1938"
)


@dataclass
class Settings:
    dialect: str | None = "auto"
    language: str = "ru"
    mapping: dict[str, str] = field(default_factory=dict)


def test_columns_come_before_the_notice_and_name_their_part() -> None:
    raw = RawEntry("row:2", NOTICE, columns={"ФИО": "Примеров Вымысел Иванович", "г.р.": "12.03.1891", "№": "7"})
    fields = parse_entry(raw, Settings(mapping={"ФИО": "name", "г.р.": "birth_date", "№": "key"}))
    births = [(one.part, one.normal) for one in fields if one.name == "birth_date"]
    assert births == [("г.р.", "1891-03-12"), (None, "1890")]
    assert [(one.name, one.value) for one in fields[:3]] == [
        ("surname", "Примеров"),
        ("given_name", "Вымысел"),
        ("patronymic", "Иванович"),
    ]


def test_cells_get_their_normal_forms() -> None:
    raw = RawEntry(
        "row:2",
        "",
        columns={"a": "58-10, 11", "s": "10 лет ИТЛ", "b": "тройка НКВД", "n": "полька", "x": "Ж", "d": "весной 1937"},
    )
    mapping = {
        "a": "article",
        "s": "sentence",
        "b": "sentencing_body",
        "n": "ethnicity",
        "x": "sex",
        "d": "arrest_date",
    }
    read = {(one.name, one.normal or one.number) for one in parse_entry(raw, Settings(mapping=mapping))}
    assert read == {
        ("article", "58-10"),
        ("article", "58-11"),
        ("sentence", "camp"),
        ("sentence_years", 10.0),
        ("sentencing_body", "troika"),
        ("ethnicity", "polish"),
        ("sex", "f"),
        ("arrest_date", "1937-21"),
    }


def test_a_cell_that_is_no_date_keeps_its_wording() -> None:
    raw = RawEntry("row:2", "", columns={"d": "неизвестно"})
    (only,) = parse_entry(raw, Settings(mapping={"d": "birth_date"}))
    assert (only.value, only.normal) == ("неизвестно", None)


def test_the_patronymic_tells_the_sex_where_no_word_does() -> None:
    raw = RawEntry("row:2", "", columns={"n": "Примерова Вымысла Ивановна"})
    assert parse_entry(raw, Settings(mapping={"n": "name"}))[-1].normal == "f"


def test_the_flat_object_has_the_persecution_and_the_life() -> None:
    flat = notice_json.flat(parse_entry(RawEntry("x", NOTICE), Settings()))
    assert {key: value for key, value in dataclasses.asdict(flat).items() if value is not None} == {
        "birth_year": 1890,
        "birth_place": "г. Образцов",
        "ethnicity": "поляк",
        "party": "б/п",
        "residence": "г. Примерск",
        "occupation": "Плотник",
        "sex": "m",
        "arrest_date": "1937-07-17",
        "arrest_body": "МЧК",
        "charge_articles": ["58-6"],
        "sentencing_body": "Комиссия НКВД и Прокурора СССР",
        "body_type": "dvoika",
        "sentence_date": "1938-01-10",
        "sentence": "ВМН",
        "sentence_category": "death",
        "execution_date": "1938-02",
    }


def test_who_was_shot_had_been_sentenced_to_death() -> None:
    flat = notice_json.flat(parse_entry(RawEntry("x", "Родился в 1890 г.\nРасстрелян 1 марта 1938 г."), Settings()))
    assert flat.sentence is None
    assert flat.sentence_category == "death"


def test_a_ukrainian_ethnonym_is_counted_with_the_russian_word() -> None:
    flat = notice_json.flat(parse_entry(RawEntry("x", "1899 р., м. Вигадане, українець, освіта вища."), Settings()))
    assert flat.ethnicity == "украинец"


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
