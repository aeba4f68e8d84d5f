"""Entries to fields: columns and notices together, and files of notices. The people are invented."""

from dataclasses import dataclass, field

from poimenno.entries.parse import parse_entry
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


def test_the_patronymic_tells_the_sex_where_no_word_does() -> None:
    raw = RawEntry("row:2", "", columns={"n": "Примерова Вымысла Ивановна"})
    assert parse_entry(raw, Settings(mapping={"n": "name"}))[-1].normal == "f"
