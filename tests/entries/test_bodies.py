"""Sentencing bodies as notices word them."""

from datetime import date

import pytest

from poimenno.entries.recognisers.bodies import BodyReading, read_body

BODIES = [
    ("тройкой УНКВД по Читинской обл.", "troika"),
    ('"тройкой" УНКВД Калининской обл', "troika"),
    ("Тр. УНКВД Моск.обл", "troika"),
    ("Тройка УРКМ НКВД ДАССР", "militia_troika"),
    ("Чистопольская райтройка", "local"),
    ("Комиссия НКВД и Прокурора СССР", "dvoika"),
    ("НКВД и прокурора СССР", "dvoika"),
    ("двойка", "dvoika"),
    ("ОСО при НКВД СССР", "special_board"),
    ("Особым Совещанием", "special_board"),
    ("ОС при УНКВД по ЮКО", "special_board"),
    ("ВК ВС СССР", "military_collegium"),
    ("ВКВС СССР", "military_collegium"),
    ("выездная сессия Военной коллегии Верховного Суда СССР", "military_collegium"),
    ("Верховный суд ТАССР", "court"),
    ("Кировский облсуд", "court"),
    ("Спецколлегия ВС РСФСР", "court"),
    ("Военный трибунал 24 стр. дивизии", "tribunal"),
    ("РВТ при штабе", "tribunal"),
    ("Коллегия ОГПУ", "ogpu_collegium"),
    ("тройка при ПП ОГПУ по СВК", "ogpu_troika"),
    ("Омская губЧК", "cheka"),
    ("Первомайский РИК", "local"),
    ("УНКВД Ленинградской обл", "nkvd"),
    ("прокуратура Омской обл", "other"),
    ("erin.", "special_board"),
    ("trib.", "tribunal"),
    ("kohalik JK", "court"),
    ("Трійка УНКВС", "troika"),
    ("в 1937 г.", None),
]


@pytest.mark.parametrize(("text", "kind"), BODIES)
def test_bodies(text: str, kind: str | None) -> None:
    assert read_body(text).body_type == kind


@pytest.mark.parametrize(
    ("day", "kind"),
    [
        (date(1920, 5, 1), "cheka"),
        (date(1931, 5, 1), "ogpu_troika"),
        (date(1937, 10, 1), "troika"),
        (date(1938, 10, 1), "special_troika"),
        (date(1938, 11, 18), "troika"),
        (None, "troika"),
    ],
)
def test_the_day_tells_which_special_troika_is_meant(day: date | None, kind: str) -> None:
    assert read_body("Особая тройка УНКВД", day).body_type == kind


def test_a_plain_troika_of_the_autumn_stays_plain() -> None:
    assert read_body("тройка УНКВД", date(1938, 10, 1)).body_type == "troika"


def test_the_span_is_where_the_region_stands() -> None:
    text = "тройкой УНКВД по Читинской обл."
    reading = read_body(text)
    assert reading == BodyReading("troika", "chita", 17, 24)
    assert text[reading.region_start : reading.region_stop] == "Читинск"
