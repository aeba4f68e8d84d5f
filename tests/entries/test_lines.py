"""Lines of regional Books of Memory, as `auto` reads them. The people and places are invented."""

import pytest

from poimenno.entries.engine import parse_notice
from poimenno.entries.field import Field
from poimenno.entries.notice_files import NoticeSettings
from poimenno.entries.parse import parse_entry
from poimenno.sources.raw import RawEntry

CANONICAL = (
    "ПРИМЕРОВ Вымысел Образцович, 1895 г.р., уроженец с. Образцово Примерского уезда Вымышленной губ., русский, б/п, "
    "колхозник. Проживал в с. Образцово. Арестован 05.10.1937 Примерским РО НКВД. Осужден 20.10.1937 тройкой при УНКВД "
    "по Западной обл. по ст. 58-10 УК РСФСР к ВМН. Расстрелян 25.10.1937 в г. Примерске. Реабилитирован 16.08.1989 "
    "прокуратурой Примерской обл."
)
BODY_FIRST = (
    "ПРИМЕРОВ Петр Иванович, род. 1890, с. Образцово, русский, малограмотный, житель д. Вымысел, кузнец. Арестован "
    "1.08.37. Тройкой УНКВД 15 августа 1937 г. приговорен по ст. 58-10 ч. 1 к расстрелу. Приговор исполнен "
    "17.08.1937 г. Реабилитирован 10.04.1989 г. Дело П-12345."
)
LABELLED = (
    "Примеров Иван Петрович 1902 года рождения. Место рождения: Вымышленная обл., с. Образцово. Образование: "
    "начальное. До ареста проживал: Примерская обл., Вымышленный район. работал счетовод. Кем и когда арестован: "
    "27.07.1938 года, Примерский РО НКВД. Кем и когда осужден: Примерский облсуд, 09.11.1938 года. Статья: 58-10, "
    "58-11 УК РСФСР осужден к лишению свободы в ИТЛ на 25 лет. Дата и орган реабилитации: 13.11.1939 года, УНКВД по "
    "Примерской области. Причина прекращения дела: За недоказанностью состава преступления."
)
TWICE = (
    "Примеров Иван Петрович, 1895 г. р., место рождения: с. Образцово, русский, колхозник, проживал: д. Вымысел. "
    "Арестован 10.01.1930. Осужден Коллегией ОГПУ 03.03.1930 на 5 лет концлагеря. Вновь арестован 15.09.1937, осужден "
    "тройкой при УНКВД 01.10.1937 к высшей мере наказания."
)


def first_values(fields: list[Field], episode: int = 1) -> dict[str, str]:
    values: dict[str, str] = {}
    for field in fields:
        if field.episode in {0, episode}:
            values.setdefault(field.name, field.value)
    return values


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            CANONICAL,
            {
                "surname": "ПРИМЕРОВ", "given_name": "Вымысел", "patronymic": "Образцович", "birth_date": "1895 г.р",
                "birth_place": "с. Образцово Примерского уезда Вымышленной губ", "ethnicity": "русский", "party": "б/п",
                "occupation": "колхозник", "residence": "с. Образцово", "arrest_body": "Примерским РО НКВД",
                "sentencing_body": "тройкой при УНКВД по Западной обл", "sentence": "к ВМН", "article": "58-10",
                "execution_date": "25.10.1937", "execution_place": "г. Примерске",
                "rehabilitation_body": "прокуратурой Примерской обл",
            },
        ),
        (
            BODY_FIRST,
            {
                "birth_date": "1890", "birth_place": "с. Образцово", "education": "малограмотный",
                "residence": "д. Вымысел", "occupation": "кузнец", "arrest_date": "1.08.37",
                "sentencing_body": "Тройкой УНКВД", "sentence_date": "15 августа 1937 г", "sentence": "к расстрелу",
                "execution_date": "17.08.1937 г", "archive_file": "П-12345",
            },
        ),
        (
            LABELLED,
            {
                "surname": "Примеров", "birth_place": "Вымышленная обл., с. Образцово", "education": "начальное",
                "residence": "Примерская обл., Вымышленный район", "occupation": "счетовод",
                "arrest_date": "27.07.1938 года", "sentencing_body": "Примерский облсуд", "article": "58-10",
                "sentence": "к лишению свободы в ИТЛ на 25 лет", "rehabilitation_body": "УНКВД по Примерской области",
            },
        ),
        (TWICE, {"birth_place": "с. Образцово", "sentence_date": "03.03.1930", "sentence": "на 5 лет концлагеря"}),
    ],
)  # fmt: skip
def test_a_line_is_read(text: str, expected: dict[str, str]) -> None:
    values = first_values(parse_notice(text, "auto"))
    assert {name: values.get(name) for name in expected} == expected


def test_a_second_arrest_is_a_second_persecution() -> None:
    values = first_values(parse_notice(TWICE, "auto"), 2)
    assert (values["arrest_date"], values["sentencing_body"]) == ("15.09.1937", "тройкой при УНКВД")


@pytest.mark.parametrize("text", [CANONICAL, BODY_FIRST, LABELLED, TWICE])
def test_every_field_has_its_place_in_the_text(text: str) -> None:
    fields = parse_notice(text, "auto")
    assert all(text[field.start : field.stop] == field.value for field in fields if field.start is not None)


@pytest.mark.parametrize(
    ("text", "surname"),
    [
        ("12. ПРИМЕРОВ Образец Иванович — 1897 г. р., слесарь.", "ПРИМЕРОВ"),
        ("Примеров_Иван_Иванович_(1883) Образцово; слесарь", "Примеров"),
        ("I. Primer (1892–1949), Arzt, 1937 verurteilt", "Primer"),
        ("1. Primer, Nikolai Obrazowitsch, geboren 1888;", "Primer"),
        ("Арест, Обыск, 1937 год", None),
        ("Im Juli 1937 wurde er verhaftet.", None),
        ("В деревне Образцово, в 1937 году, был арестован слесарь.", None),
        ("Тройкой УНКВД 15 августа 1937 г. приговорен к ВМН.", None),
    ],
)
def test_the_name_at_the_beginning_is_read_or_left(text: str, surname: str | None) -> None:
    assert first_values(parse_notice(text, "auto")).get("surname") == surname


def test_a_short_list_is_read_by_its_semicolons() -> None:
    text = "Примеров_Иван_Иванович_(1883) Образцово; слесарь, бригадир завода; ВМН 1.11.1937"
    values = first_values(parse_notice(text, "auto"))
    assert (values["residence"], values["occupation"]) == ("Образцово", "слесарь, бригадир завода")
    assert (values["birth_date"], values["sentence"], values["sentence_date"]) == ("1883", "ВМН", "1.11.1937")


def test_what_may_be_work_or_a_place_stays_unread() -> None:
    values = first_values(parse_notice("Примеров Петр Иванович (1880) брат героя; Образцово; ВМН 4.11.1937", "auto"))
    assert "occupation" not in values
    assert "residence" not in values


@pytest.mark.parametrize(
    ("text", "birth", "death"),
    [
        ("Примеров Иван Петрович (10.6.1890, Образцов - 15.3.1938, Вымыслов). Слесарь.", "1890-06-10", "1938-03-15"),
        ("Иван Петрович Примеров (1891–1937), слесарь", "1891", "1937"),
        ("Иван Петрович Примеров (Образцов, слесарь)", None, None),
        ("Ivan Obrazowitsch Primer (4. Mai 1905 - 10. Januar 1979)", None, None),
    ],
)
def test_the_dates_of_a_life_in_a_bracket_are_read(text: str, birth: str | None, death: str | None) -> None:
    read = {field.name: field.normal for field in parse_notice(text, "auto")}
    assert (read.get("birth_date"), read.get("death_date")) == (birth, death)


def test_the_patronymic_shows_the_sex_before_a_verb_of_somebody_else() -> None:
    raw = RawEntry(
        "x", "Примеров Иван Петрович, 1895 г.р. Арестован 1.10.1937. Жена его была выслана. Осуждена в 1938."
    )
    assert [field.normal for field in parse_entry(raw, NoticeSettings()) if field.name == "sex"] == ["m"]
