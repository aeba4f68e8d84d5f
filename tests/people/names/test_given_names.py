"""Forms of one given name across languages and scripts, and the father that a patronymic names."""

import pytest

from poimenno.people.names import given_names


@pytest.mark.parametrize(
    ("name", "other"),
    [("Hryhorij", "Григорий"), ("Serhii", "Сергей"), ("Олександр", "Aleksander"), ("Jaan", "Іван")],
)
def test_forms_of_one_given_name_across_scripts(name: str, other: str) -> None:
    assert set(given_names.roots(name)) & set(given_names.roots(other))


def test_a_father_is_known_by_a_ukrainian_patronymic_in_latin_letters() -> None:
    assert given_names.father("Hryhorovych") == given_names.father("Григорьевич")
