"""The first limits of order 00447: their sums, the republics' subtotals, and one changed cell."""

from dataclasses import replace

from poimenno.claims import checking
from poimenno.claims.claim import Claim
from poimenno.claims.findings import Finding
from poimenno.claims.reading import bundled_claims
from poimenno.claims.solver.consistency import Outcome
from poimenno.reference.vocabularies import Extent, Measure, Precision

TABLE = "Order 00447 of 30 July 1937, table of limits"


def _table() -> list[Claim]:
    return [one for one in bundled_claims.read(sublists=False) if one.source == TABLE]


def _with(total: int, measure: str, region: str) -> list[Claim]:
    model = _table()[0]
    whole = replace(
        model, claim_id=f"total:{measure}:{region}", measure=Measure(measure), region=region or None,
        territory="USSR", extent=Extent.REGION if region else Extent.WHOLE_USSR,
        value=total, possible_low=total, possible_high=total, precision=Precision.EXACT, source="the literature",
    )  # fmt: skip
    return [*_table(), whole]


def _check(claims: list[Claim]) -> tuple[list[Finding], Outcome]:
    checked = checking.check_all(claims)
    return checked.findings, checked.outcome


TOTALS = (
    (75_950, "limit_category_1", ""), (193_000, "limit_category_2", ""),
    (8_000, "limit_category_1", "ukraine"), (20_800, "limit_category_2", "ukraine"),
    (2_500, "limit_category_1", "kazakhstan"), (5_000, "limit_category_2", "kazakhstan"),
)  # fmt: skip


def test_the_limits_add_up_to_their_sums_and_subtotals() -> None:
    """Regions make up republics, and republics with the camps the whole: nothing to be found."""
    claims = _table()
    for total, measure, region in TOTALS:
        claims += _with(total, measure, region)[-1:]
    found, outcome = _check(claims)
    assert outcome.possible
    assert [one.kind for one in found if one.severity == "contradiction"] == []
    for measure, total in (("limit_category_1", 75_950), ("limit_category_2", 193_000)):
        assert sum(one.value or 0 for one in _table() if one.measure == measure) == total


def test_a_changed_subtotal_is_found() -> None:
    found = checking.check_rules(_with(8_001, "limit_category_1", "ukraine"))
    assert [(one.kind, one.difference) for one in found] == [("parts_fall_short", 1)]


def test_one_changed_cell_is_found() -> None:
    """A cell of the Vinnitsa oblast read as 1,100: the sum of its republic fails, and that of the country with it."""
    claims = _with(8_000, "limit_category_1", "ukraine") + _with(75_950, "limit_category_1", "")[-1:]
    changed = [
        replace(one, value=1_100, possible_low=1_100, possible_high=1_100)
        if (one.region, one.measure) == ("vinnitsa", "limit_category_1") else one
        for one in claims
    ]  # fmt: skip
    found, outcome = _check(changed)
    [one] = [one for one in found if one.kind == "parts_exceed"]
    assert one.difference == 100
    assert any(row.claim.region == "vinnitsa" for row in one.claims)
    assert not outcome.possible
    assert sum(abs(change) for change in outcome.changes.values()) == 100
