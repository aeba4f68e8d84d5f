"""A notice as one flat object. The people are invented."""

import dataclasses
from dataclasses import dataclass, field

from poimenno.entries import notice_json
from poimenno.entries.field import Field
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


def test_the_flat_object_has_the_persecution_and_the_life() -> None:
    flat = notice_json.flat(parse_entry(RawEntry("x", NOTICE), Settings()))
    assert {key: value for key, value in dataclasses.asdict(flat).items() if value is not None} == {
        "birth_year": 1890,
        "birth": "1890",
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


def test_the_persecution_of_the_terror_comes_before_a_later_and_a_fuller_one() -> None:
    fields = [
        Field("arrest_date", "01.02.1931", 1, normal="1931-02-01"),
        Field("sentence", "3 года высылки", 1, normal="exile"),
        Field("arrest_date", "05.10.1937", 2, normal="1937-10-05"),
        Field("arrest_date", "1949", 3, normal="1949"),
    ]
    assert notice_json.flat(fields).arrest_date == "1937-10-05"
    assert notice_json.flat([fields[0], fields[1], fields[3]]).arrest_date == "1949"
    charge = Field("charge", "по классовому признаку", 3)
    assert notice_json.flat([*fields[:2], charge]).arrest_date == "1931-02-01"
    assert notice_json.flat(fields[:2]).sentence == "3 года высылки"


def test_names_have_ordinary_capitals_and_their_variants() -> None:
    fields = [
        Field("surname", "ПРИМЕРОВ-ВЫМЫСЛОВ"),
        Field("name_variant", "Вымыслов"),
        Field("maiden_name", "Иная"),
        Field("archive_file", "П-1"),
        Field("birth_date", "около 1890", normal="1890~"),
    ]
    flat = notice_json.flat(fields)
    assert (flat.surname, flat.name_variants, flat.maiden_name) == ("Примеров-Вымыслов", ["Вымыслов"], "Иная")
    assert (flat.archive_file, flat.birth, flat.birth_year, flat.birth_date) == ("П-1", "1890~", 1890, None)
