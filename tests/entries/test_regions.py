"""Regions as notices and addresses name them."""

import pytest

from poimenno import reference
from poimenno.entries.recognisers.regions import RegionMatch, find_region, region_of_address

REGIONS = [
    ("тройка НКВД КАССР", "karelia"),
    ("ПРОКУРАТУРОЙ ВОЛОГОДСКОЙ ОБЛ", "vologda"),
    ("г. Ленинград, ул. Московская, д. 1", "leningrad"),
    ("Коми-Пермяцкий округ", "perm"),
    ("комиссией НКВД", None),
    ("Ленинградское шоссе, 5", None),
    ("Военный трибунал Омской ж. д", None),
    ("Свердловский р-н, д. Выдуманная", None),
    ("Київська обл.", "kiev"),
    ("УНКВД по Дальстрою", "dalstroi"),
    ("", None),
]


@pytest.mark.parametrize(("text", "region"), REGIONS)
def test_regions(text: str, region: str | None) -> None:
    match = find_region(text)
    assert (match and match.region) == region


def test_each_region_of_the_first_limits_is_found_by_its_own_name() -> None:
    for row in reference.rows("figures/limits_00447_initial"):
        if row["region"] != "camps":
            match = find_region(row["territory"])
            assert match is not None, row["territory"]
            assert match.region == row["region"], row["territory"]


def test_the_span_is_that_of_the_words() -> None:
    text = "тройкой УНКВД по Читинской обл."
    match = find_region(text)
    assert match == RegionMatch("chita", 17, 24)
    assert text[match.start : match.stop] == "Читинск"


@pytest.mark.parametrize(
    ("address", "region"),
    [
        ("г. Москва, ул. Ленинградская, д. 1", "moscow"),
        ("ул. Большая Грузинская, д. 1", None),
        ("Грузинская ССР, с. Выдуманное", "georgia"),
        ("", None),
    ],
)
def test_the_name_of_a_street_is_no_region(address: str, region: str | None) -> None:
    assert region_of_address(address) == region
