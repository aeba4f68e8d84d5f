"""One row of a table of figures is one claim, or says why it is none."""

import pytest

from poimenno.claims.reading.claim_rows import NoClaim, read_claim, region_of
from poimenno.reference.vocabularies import Extent

GOOD = {
    "measure": "executed",
    "operation": "00447",
    "territory": "Курская область",
    "period_start": "1937-08",
    "period_end": "1938",
    "value": "1 234",
    "source": "made up",
}


def test_a_row_is_one_figure() -> None:
    claim = read_claim(GOOD, "made-up:1", "made-up")
    assert (claim.value, claim.region, str(claim.period_start), str(claim.period_end)) == (
        1234, "kursk", "1937-08-01", "1938-12-31",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("change", "named"),
    [
        ({"measure": ""}, "measure"),
        ({"measure": "sorrow"}, "sorrow"),
        ({"operation": "12345"}, "12345"),
        ({"value": "many"}, "many"),
        ({"value": "12.5"}, "12.5"),
        ({"value": "-3"}, "-3"),
        ({"value": ""}, "no number"),
        ({"period_end": "31 February"}, "31 February"),
        ({"period_start": "1937-02-31"}, "1937-02-31"),
        ({"period_start": "1939"}, "after"),
        ({"value": "", "value_low": "9", "value_high": "3"}, "greater"),
        ({"source": ""}, "source"),
    ],
)
def test_what_is_no_figure_is_named(change: dict[str, str], named: str) -> None:
    with pytest.raises(NoClaim, match=named):
        read_claim({**GOOD, **change}, "made-up:1", "made-up")


def test_a_part_or_a_railway_is_no_region() -> None:
    assert region_of("Ленинградская обл.") == "leningrad"
    for text in ("USSR", "", "Омск - Омская ж.д.", "Leningrad oblast (Solovki prisoners)", "Москва-центр"):
        assert region_of(text) is None


@pytest.mark.parametrize(
    ("territory", "region", "extent"),
    [
        ("", "", Extent.WHOLE_USSR),
        ("USSR", "", Extent.WHOLE_USSR),
        ("СССР", "", Extent.WHOLE_USSR),
        ("CCCP", "", Extent.WHOLE_USSR),
        ("Советский Союз", "", Extent.WHOLE_USSR),
        ("Курская область", "", Extent.REGION),
        ("", "kursk", Extent.REGION),
        ("USSR", "kursk", Extent.REGION),
        ("Омск - Омская ж.д.", "", Extent.OTHER_TERRITORY),
    ],
)
def test_the_extent_is_decided_when_a_row_is_read(territory: str, region: str, extent: Extent) -> None:
    claim = read_claim({**GOOD, "territory": territory, "region": region}, "made-up:1", "made-up")
    assert claim.extent is extent
    assert (claim.key.region == "") == (extent is Extent.WHOLE_USSR)


def test_a_dated_statement_counts_nobody() -> None:
    row = {"event": "made-up appointment", "date": "1937-08", "source": "made up"}
    claim = read_claim(row, "made-up:1", "made-up")
    assert (claim.extent, claim.cell, claim.value) == (None, None, None)
    assert (str(claim.date_earliest), str(claim.date_latest)) == ("1937-08-01", "1937-08-31")


def test_the_reason_is_told_in_the_language_of_the_reader() -> None:
    with pytest.raises(NoClaim) as caught:
        read_claim({**GOOD, "value": "many"}, "made-up:1", "made-up")
    assert str(caught.value) == "value is 'many'; expected a whole number."
    assert caught.value.reason.translated("ru") != str(caught.value)
