"""Daitch–Mokotoff codes: the examples that its authors published, and Cyrillic beside Latin."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from poimenno.values.daitch_mokotoff import codes


# Mokotoff, "Soundexing and Genealogy" (Avotaynu), table of examples.
@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Auerbach", {"097500", "097400"}),
        ("Ohrbach", {"097500", "097400"}),
        ("Lipshitz", {"874400"}),
        ("Lippszyc", {"874400", "874500"}),
        ("Lewinsky", {"876450"}),
        ("Levinski", {"876450"}),
        ("Szlamawicz", {"486740"}),
        ("Shlamovitz", {"486740"}),
        ("Moskowitz", {"645740"}),
        ("Peters", {"739400", "734000"}),
        ("Peterson", {"739460", "734600"}),
        ("Jackson", {"154600", "454600", "145460", "445460"}),
    ],
)
def test_published_examples(name: str, expected: set[str]) -> None:
    assert set(codes(name)) == expected


@pytest.mark.parametrize(
    ("one", "other"), [("Мандельштам", "Mandelsztam"), ("Левинский", "Lewinsky"), ("Шламович", "Szlamowicz")]
)
def test_cyrillic_meets_latin(one: str, other: str) -> None:
    assert set(codes(one)) & set(codes(other))


def test_other_names_do_not_meet() -> None:
    assert not set(codes("Иванов")) & set(codes("Petrow"))
    assert codes("…") == ()


@given(st.text(max_size=40))
def test_a_code_is_six_digits(name: str) -> None:
    assert all(len(code) == 6 and code.isdigit() for code in codes(name))
