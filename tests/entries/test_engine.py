"""Notices to fields, a made-up notice for each form. The people and places are invented."""

# ruff: noqa: E501 - notices stand as their sources break the lines

import pytest

from poimenno.entries import dialects
from poimenno.entries.engine import parse_notice
from poimenno.entries.field import Field

MEMORIAL = """(варианты фамилии: Прымеров; варианты отчества: Вымыславич)
Родился в 1890 г., Примерская обл., Образцовый р-н, д. Вымыслово; русский;  образование начальное; б/п;
плотник, Артель "Пример"..
Проживал: Примерская обл., г. Образцов, ул. Вымышленная, 5..
Арестован  5 октября 1937 г. Образцовский РО НКВД.
Приговорен: тройка при УНКВД по Ленинградской обл. 20 октября 1937 г., обв.: по ст. 58-10 ч. 1, 11 УК РСФСР ("вымышленное обвинение").
Приговор: 10 лет ИТЛ, отбыв.: Вымышлаг, умер 01.02.42
Место захоронения - место захоронения - г. Образцов.
Реабилитирован 4 июля 1989 г. Прокуратурой Примерской обл. на основании Указа ПВС СССР"""

MEMORIAL_FIELDS = {
    "name_variant": "Прымеров",
    "birth_date": "1890 г",
    "birth_place": "Примерская обл., Образцовый р-н, д. Вымыслово",
    "ethnicity": "русский",
    "education": "начальное",
    "party": "б/п",
    "occupation": 'плотник, Артель "Пример"',
    "residence": "Примерская обл., г. Образцов, ул. Вымышленная, 5",
    "arrest_date": "5 октября 1937 г",
    "arrest_body": "Образцовский РО НКВД",
    "sentencing_body": "тройка при УНКВД по Ленинградской обл",
    "sentence_date": "20 октября 1937 г",
    "charge": "вымышленное обвинение",
    "sentence": "10 лет ИТЛ",
    "sentence_years": "10 лет",
    "detention_place": "Вымышлаг",
    "death_date": "01.02.42",
    "burial_place": "г. Образцов",
    "rehabilitation_date": "4 июля 1989 г",
    "rehabilitation_body": "Прокуратурой Примерской обл",
    "sex": "Родился",
}

STALIN = """Род. в 1891, Примерская губ., с. Вымыслово (по др. данным г. Образцов), еврейка, обр.: высшее, член ВКП(б) с 1921, 1915-1921 член ПСР. Проживала: Москва, Б. Примерный пер., д. 1, корп. 2, кв. 3. Нач. отдела завода № 77, награждена орденом Ленина
Арестована 11.02.1937. Обв. в участии в к.-р. организации. Приговор: ВК ВС СССР, 08.10.1937 – ВМН. Расстреляна 08.10.1937, г.Москва.
Реабилитирована ВК ВС СССР 22.08.1961"""

STALIN_FIELDS = {
    "birth_place": "Примерская губ., с. Вымыслово (по др. данным г. Образцов)",
    "ethnicity": "еврейка",
    "education": "высшее",
    "party": "член ВКП(б) с 1921, 1915-1921 член ПСР",
    "residence": "Москва, Б. Примерный пер., д. 1, корп. 2, кв. 3",
    "occupation": "Нач. отдела завода № 77",
    "arrest_date": "11.02.1937",
    "charge": "участии в к.-р. организации",
    "sentencing_body": "ВК ВС СССР",
    "sentence_date": "08.10.1937",
    "sentence": "ВМН",
    "execution_date": "08.10.1937",
    "execution_place": "г.Москва",
    "rehabilitation_body": "ВК ВС СССР",
    "rehabilitation_date": "22.08.1961",
}

MOSCOW = (
    "Примеров (Образцов) Вымысел Иванович, род. 1.02.1884, в д.Вымыслово Примерской губ., латыш, б/п, "
    'завод "Пример": слесарь. Адрес: Примерная ул., д.1, кв. 1. Арестован 2 октября 1930 г. Приговорен к 10 годам '
    "ИТЛ 10 апреля 1931 г. Коллегией ОГПУ СССР по обвинению в вредительстве. Рассстрелян 17.05.1938. "
    "Место захоронения: Бутово."
)
MOSCOW_FIELDS = {
    "surname": "Примеров",
    "name_variant": "Образцов",
    "given_name": "Вымысел",
    "patronymic": "Иванович",
    "birth_date": "1.02.1884",
    "birth_place": "д.Вымыслово Примерской губ",
    "ethnicity": "латыш",
    "party": "б/п",
    "occupation": 'завод "Пример": слесарь',
    "residence": "Примерная ул., д.1, кв. 1",
    "sentencing_body": "Коллегией ОГПУ СССР",
    "sentence": "10 годам ИТЛ",
    "execution_date": "17.05.1938",
    "burial_place": "Бутово",
}

UKRAINIAN = """1899 р., м. Прикладівка Вигаданої обл., українець, з селян, чл. ВКП(б), освіта початкова, працівник залізниці.
01.11.1937 р.звинувачений у належності до к/рев. організації, ув'язнений до ВТТ на 8 р.
Реабілітований 28.06.1956 р."""
UKRAINIAN_FIELDS = {
    "birth_date": "1899 р",
    "birth_place": "м. Прикладівка Вигаданої обл",
    "ethnicity": "українець",
    "party": "чл. ВКП(б)",
    "education": "початкова",
    "occupation": "працівник залізниці",
    "charge": "належності до к/рев. організації",
    "sentence": "ув'язнений до ВТТ на 8 р",
    "rehabilitation_date": "28.06.1956 р",
}

PROSE = (
    "1888 г.р., урож. д. Вымыслово Примерского р-на, белорус, образование начальное. Проживал на ст. Образцовая НСО, "
    "сторож в к-зе. Арестован 17.11.1937 по обвинен. в к.р. деятельности, ст.58-10 и 58-11 УК РСФСР, осужден линейным "
    "судом Омской ж.д. 26.01.1938 к 10 годам л/св.. Реабилитирован 18.04.1964."
)
PROSE_FIELDS = {
    "birth_place": "д. Вымыслово Примерского р-на",
    "ethnicity": "белорус",
    "residence": "ст. Образцовая НСО",
    "occupation": "сторож в к-зе",
    "charge": "к.р. деятельности",
    "sentencing_body": "линейным судом Омской ж.д",
    "sentence": "10 годам л/св",
    "rehabilitation_date": "18.04.1964",
}

FORMS = {
    "memorial-ru": (MEMORIAL, MEMORIAL_FIELDS),
    "stalin-lists-ru": (STALIN, STALIN_FIELDS),
    "moscow-address-ru": (MOSCOW, MOSCOW_FIELDS),
    "reabilitovani-uk": (UKRAINIAN, UKRAINIAN_FIELDS),
    "prose-ru": (PROSE, PROSE_FIELDS),
}


def first(fields: list[Field]) -> dict[str, str]:
    found: dict[str, str] = {}
    for one in fields:
        found.setdefault(one.name, one.value)
    return found


@pytest.mark.parametrize("name", FORMS)
def test_each_form_is_read(name: str) -> None:
    notice, expected = FORMS[name]
    read = first(parse_notice(notice, name))
    assert {key: read.get(key) for key in expected} == expected


@pytest.mark.parametrize("name", FORMS)
def test_auto_takes_the_dialect_that_fits(name: str) -> None:
    found = dialects.fitting(FORMS[name][0])
    assert found is not None
    assert found.name == name


def test_articles_have_each_its_own_span() -> None:
    articles = [one for one in parse_notice(MEMORIAL, "memorial-ru") if one.name == "article"]
    assert [(one.value, one.normal) for one in articles] == [("58-10", "58-10"), ("11", "58-11")]


def test_an_arrest_without_its_cue_is_a_line_of_a_body_and_a_date() -> None:
    notice = "Родился в 1890 г.;\nплотник.\nПримерским РО УНКВД 14 ноября 1937 г.\nПриговорен: 29 ноября 1937 г."
    read = first(parse_notice(notice, "memorial-ru"))
    assert read["arrest_body"] == "Примерским РО УНКВД"
    assert read["arrest_date"] == "14 ноября 1937 г"
    assert read["occupation"] == "плотник"


def test_two_persecutions_are_two_episodes() -> None:
    notice = (
        "Родился в 1888 г.;\nАрестован  22 февраля 1932 г.\nПриговорен: тройка ГПУ 19 мая 1932 г.\nПриговор: 5 лет ИТЛ.\n"
        "Арестован повторно 12.10.37, осужден тройкой НКВД 21.12.37 по ст. 58-10 на 10 лет ИТЛ. Реабилитирован 23.7.89."
    )
    fields = parse_notice(notice, "memorial-ru")
    arrests = {one.episode: one.normal for one in fields if one.name == "arrest_date"}
    terms = {one.episode: one.number for one in fields if one.name == "sentence_years"}
    assert arrests == {1: "1932-02-22", 2: "1937-10-12"}
    assert terms == {1: 5.0, 2: 10.0}
    assert next(one.episode for one in fields if one.name == "birth_date") == 0


def test_an_earlier_persecution_is_not_the_one_that_ended_in_the_shooting() -> None:
    fields = parse_notice(MOSCOW, "moscow-address-ru")
    assert {one.name: one.episode for one in fields if one.name in {"sentence", "execution_date"}} == {
        "sentence": 1,
        "execution_date": 2,
    }


def test_long_prose_gives_few_fields() -> None:
    prose = "Вымышленный исследователь, драматург и поэт. В 1920 учился на курсах. Вел работу в Примерске. Автор пьес."
    assert parse_notice(prose, "auto") == []


def test_the_part_names_the_column_that_spans_count_in() -> None:
    assert {one.part for one in parse_notice(STALIN, "auto", part="spravka")} == {"spravka"}
