"""Surnames of women in the form of the men of their family."""

import pytest

from poimenno.people.names import surnames
from poimenno.values.person_names import fold


@pytest.mark.parametrize(
    ("woman", "man"),
    [("Иванова", "Ivanov"), ("Ковальская", "Kowalski"), ("Ковальська", "Ковальский"), ("Kazlauskaitė", "Казлаускас")],
)
def test_the_surname_of_a_woman_and_of_the_men_of_her_family(woman: str, man: str) -> None:
    assert surnames.masculine(fold(woman)) == fold(man)


@pytest.mark.parametrize("name", ["Сковорода", "Коваленко", "Нина", "Ева"])
def test_a_surname_that_only_ends_like_that_of_a_woman(name: str) -> None:
    assert surnames.masculine(fold(name)) == fold(name)
