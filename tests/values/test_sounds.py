"""The keys of sound: spellings of one name meet, other names part."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from poimenno.values.person_names import fold
from poimenno.values.sounds import sounds


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Васильев", "Wasilew"),
        ("Ефимов", "Jefimov"),
        ("Хармс", "Гармс"),
        ("Шостакович", "Шастакович"),
        ("Дубинский", "Дубинзкий"),
        ("Оганесян", "Аганесян"),
        ("TU?ILKIN", "TUILKIN"),
    ],
)
def test_spellings_of_one_name_sound_alike(one: str, other: str) -> None:
    assert sounds(fold(one)) == sounds(fold(other)) != ""


@pytest.mark.parametrize(("one", "other"), [("Иванов", "Петров"), ("Мандельштам", "Мандель"), ("Анна", "Нина")])
def test_other_names_sound_different(one: str, other: str) -> None:
    assert sounds(fold(one)) != sounds(fold(other))


@given(st.text(alphabet="абвгдежзиклмнопрстуфхцчшщэюя", max_size=20))
def test_a_key_is_short_ascii_without_doubled_letters(name: str) -> None:
    key = sounds(fold(name))
    assert key.isascii()
    assert len(key) <= len(fold(name))
    assert all(a != b for a, b in itertools.pairwise(key))
