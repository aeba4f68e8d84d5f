"""Which words mean the whole USSR: decided in one place."""

import pytest

from poimenno import reference
from poimenno.reference.territories import extent_of, is_whole_ussr
from poimenno.reference.vocabularies import Extent


@pytest.mark.parametrize(
    "territory",
    [
        None,
        "",
        " ",
        "USSR",
        "ussr",
        "U.S.S.R.",
        "СССР",
        "СССP",
        "CCCP",
        "С.С.С.Р.",
        "весь СССР",
        "Soviet Union",
        "NSVL",
    ],
)
def test_spellings_of_the_whole_ussr(territory: str | None) -> None:
    assert is_whole_ussr(territory)
    assert extent_of(territory) is Extent.WHOLE_USSR


@pytest.mark.parametrize(
    "territory", ["Russia", "РСФСР", "Украинская ССР", "USSR and Mongolia", "Leningrad", "Soviet Far East", "?"]
)
def test_other_territories(territory: str) -> None:
    assert extent_of(territory) is Extent.OTHER_TERRITORY
    assert extent_of(territory, "leningrad") is Extent.REGION


def test_no_region_is_called_the_whole_ussr() -> None:
    names = [row[f"name_{language}"] for row in reference.rows("regions") for language in ("en", "ru")]
    assert not any(map(is_whole_ussr, names))
