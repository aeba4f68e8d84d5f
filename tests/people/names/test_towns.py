"""Towns under several names: all lead to one, and what only begins like a town is left alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from poimenno.people.names import towns
from poimenno.values.person_names import fold


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("Вятка", "Киров"),
        ("Вятской", "Кировская"),
        ("Петербург", "Leningradi"),
        ("Petrogradi", "Peterburi"),
        ("Симбирская", "Ульяновская"),
        ("Тифлисской", "Тбилиси"),
        ("Юрьев", "Tartu"),
        ("Reval", "Таллин"),
        ("Нижегородская", "Горьковская"),
        ("Царицын", "Сталинградская"),
        ("Эриванская", "Ереван"),
        ("Пермская", "Молотовская"),
    ],
)
def test_the_names_of_a_town_are_one(name: str, other: str) -> None:
    assert towns.canonical_name(fold(name)) == towns.canonical_name(fold(other))


@pytest.mark.parametrize(
    "word", ["Горки", "Горка", "Самаркандская", "Кировоградская", "Ульяново", "Вирумаа", "Твердово"]
)
def test_what_only_begins_like_a_town_is_left(word: str) -> None:
    others = {"kirov", "kuibishev", "ulianovsk", "voru", "kalinin"}
    assert towns.canonical_name(fold(word)) not in others


@given(st.text("abeiknorstv", max_size=12))
def test_one_name_is_one_word_and_stays(word: str) -> None:
    name = towns.canonical_name(word)
    assert " " not in name
    assert towns.canonical_name(name) == name
