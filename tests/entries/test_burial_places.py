"""Places of burial and execution as notices name them."""

import pytest

from poimenno import reference
from poimenno.entries.recognisers.burial_places import find_place


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Бутово", "butovo"),
        ("Место захоронения - Московская обл., Бутово.", "butovo"),
        ("в выдуманном месте", None),
        ("", None),
    ],
)
def test_places(text: str, place: str | None) -> None:
    assert find_place(text) == place


def test_each_place_that_is_recognised_has_a_row() -> None:
    places = {row["place_id"] for row in reference.rows("places")}
    assert {row["place_id"] for row in reference.rows("place_spellings")} <= places
