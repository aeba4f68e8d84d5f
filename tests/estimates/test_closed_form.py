import pytest

from poimenno.estimates.closed_form import chao, chapman, lincoln_petersen, pairs
from poimenno.estimates.overlaps import overlaps_from_counts
from tests.estimates import reference
from tests.estimates.reference import KOSOVO


@reference.needed
@pytest.mark.parametrize("name", reference.tables("closed_form"))
def test_pairs_and_bounds_are_those_of_the_reference(name: str) -> None:
    expected, table = reference.of(name, "closed_form"), reference.table(name)
    bound = chao(table)
    assert bound.point == pytest.approx(expected["chao_lb_Jlists"])
    assert bound.diagnostics["classic"] == pytest.approx(expected["chao_lb_classic"])
    for (a, b), estimate in pairs(table).items():
        pair = expected["pairs"][f"{a}-{b}"]
        if not pair["m"]:
            assert estimate.refusal
            continue
        assert estimate.point == pytest.approx(pair["chapman"])
        assert estimate.diagnostics["standard_error"] == pytest.approx(pair["chapman_se"])
        assert lincoln_petersen(table.reordered([a, b])).point == pytest.approx(pair["lincoln_petersen"])


def test_kosovo_pairs_disagree() -> None:
    points = [e.point for e in pairs(KOSOVO).values() if e.point]
    assert (round(min(points)), round(max(points))) == (5447, 9622)


def test_two_lists_that_share_nobody_give_no_number() -> None:
    apart = overlaps_from_counts(("A", "B"), {1: 5, 2: 7})
    assert chapman(apart).refusal and chapman(apart).point is None
    assert lincoln_petersen(apart).refusal and chao(apart).refusal


def test_two_lists_that_are_one_miss_nobody() -> None:
    same = overlaps_from_counts(("A", "B"), {3: 50})
    estimate = lincoln_petersen(same)
    assert (estimate.point, estimate.low, estimate.high) == (50, 50, 50)
