"""What holds for every text and every dialect: exact spans, known fields, and an end in reasonable time."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from poimenno import reference
from poimenno.entries import dialects
from poimenno.entries.engine import LONGEST, parse_notice

# Pieces that set the cues off, in any order: nearer to bad notices than random letters.
PIECES = [
    "Примеров Вымысел Иванович", ", ", ". ", "; ", "\n", "(", ")", '"', "«", "[", "]", " - ", "||", "#", "<b>",
    "&nbsp;",
    "Родился в 1890 г.", "род. 1884", "Род. в 1891", "1899 р.", "русский", "українець", "б/п", "образование начальное",
    "Проживал: ", "Адрес: ", "Арестован  5 октября 1937 г.", "Арестован повторно 12.10.37", "УНКВД 14 ноября 1937 г.",
    "Приговорен: тройка при УНКВД 31.02.1937", "обв.: по ст. 58-10 ч. 2, 11", "Обв. в шпионаже", "Приговор: ",
    "к 10 г. ИТЛ", "ВМН", "Расстрелян 24.10.1937", "Место захоронения - ", "умер 01.02.42", "Реабилитирован 04.1958",
    "осужден", "розстріляний", "звинувачений у ", "PRÄÄM, Näide, Peeter s. 1882 Tartu", "arr. 30.03.49",
    "trib. 03.10.41",
    "§58-1a, 5a.;", "erin.", "küüdit.", "vab.", "surn.", "[1234E]", "===", "abikaasa",
]  # fmt: skip
texts = st.one_of(st.text(max_size=120), st.lists(st.sampled_from(PIECES), max_size=25).map("".join))


@pytest.mark.parametrize("name", [*dialects.names(), dialects.AUTO])
@settings(max_examples=60, deadline=None)
@given(text=texts)
def test_every_field_is_known_and_stands_where_it_says(name: str, text: str) -> None:
    for one in parse_notice(text, name):
        assert one.name in reference.field_names()
        assert one.value.strip()
        assert one.episode == 0 if reference.is_of_life(one.name) else one.episode >= 1
        if one.start is not None:
            assert text[one.start : one.stop] == one.value


@given(text=texts)
@settings(max_examples=40, deadline=None)
def test_reading_twice_gives_the_same(text: str) -> None:
    assert parse_notice(text, dialects.AUTO) == parse_notice(text, dialects.AUTO)


HOSTILE = [
    "а",
    "(",
    "((()",
    '"',
    "[",
    "<p><b>",
    "1937 ",
    "58-10, ",
    "ст. ",
    ", ",
    "\n",
    " ",
    ". ",
    "А. ",
    "род. ",
    "Приговор: ",
    "к ",
    "s. ",
]


@pytest.mark.parametrize("name", [*dialects.names(), dialects.AUTO])
def test_a_line_of_a_million_characters_does_not_hang(name: str) -> None:
    for piece in HOSTILE:
        text = "Родился в 1890 г., " + piece * (1_000_000 // len(piece))
        began = time.process_time()
        fields = parse_notice(text, name)
        # Some hundred times of what it takes: slow machines may run this, a pattern that explodes may not.
        assert time.process_time() - began < 20, piece
        assert all(one.stop is None or one.stop <= LONGEST for one in fields)
