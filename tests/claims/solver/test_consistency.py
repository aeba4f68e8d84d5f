"""The solver held against brute force: possible or not, smallest conflicts, bounds."""

import itertools
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from poimenno.claims.cells import Cell, Key
from poimenno.claims.claim import Claim
from poimenno.claims.solver import consistency
from poimenno.reference.vocabularies import Extent, Measure, Precision
from poimenno.values.intervals import Period

YEAR = Period(date(1937, 12, 1), date(1937, 12, 31))
PARTS = ("00439", "00485", "00593")
MOST = 4


def claim(operation: str, low: int, high: int, *, measure: str = "executed", name: str = "") -> Claim:
    return Claim(
        claim_id=name or f"{measure}:{operation}:{low}:{high}", measure=Measure(measure), operation=operation,
        territory="USSR", extent=Extent.WHOLE_USSR, period_start=YEAR.start, period_end=YEAR.end,
        precision=Precision.RANGE, possible_low=low, possible_high=high, source=f"made-up {name or operation}",
        collection="made-up",
    )  # fmt: skip


def _key(operation: str) -> Key:
    return Key("executed", operation, "", "", "")


def _truths(claims: list[Claim]) -> list[dict[str, int]]:
    """All numbers up to a bound by which the parts are at most their whole and each claim is kept."""
    results = []
    for numbers in itertools.product(range(MOST + 1), repeat=len(PARTS)):
        for whole in range(sum(numbers), MOST * len(PARTS) + 1):
            truth = dict(zip(PARTS, numbers, strict=True)) | {"national": whole}
            if all(item.low <= truth[item.operation or ""] <= item.high for item in claims):
                results.append(truth)
    return results


ends = st.tuples(st.integers(0, MOST), st.integers(0, MOST)).map(sorted)
wholes = st.tuples(st.integers(0, 10), st.integers(0, 10)).map(sorted)


@settings(max_examples=40, deadline=None)
@given(st.lists(ends, min_size=3, max_size=3), st.lists(wholes, min_size=1, max_size=2))
def test_the_solver_says_what_brute_force_says(parts: list[list[int]], totals: list[list[int]]) -> None:
    claims = [claim(code, *part, name=code) for code, part in zip(PARTS, parts, strict=True)]
    claims += [claim("national", *total, name=f"whole {n}") for n, total in enumerate(totals)]
    truths = _truths(claims)
    outcome = consistency.solve(claims)
    assert outcome.possible == bool(truths)
    for conflict in outcome.conflicts:
        assert not _truths(conflict)
        for item in conflict:
            assert _truths([other for other in conflict if other is not item])
    left = _truths(outcome.left)
    assert left
    cells = [Cell(_key(code), YEAR) for code in (*PARTS, "national")]
    # Brute force counts in a box, so the solver is given the box too.
    box = [claim(code, 0, MOST, name=f"box {code}") for code in PARTS]
    box.append(claim("national", 0, MOST * len(PARTS), name="box"))
    for bound in consistency.bounds([*outcome.left, *box], cells):
        numbers = [truth[bound.cell.key.operation] for truth in left]
        assert (bound.low, bound.high) == (min(numbers), max(numbers))


@settings(max_examples=25, deadline=None)
@given(st.lists(st.integers(0, MOST), min_size=3, max_size=3), st.integers(0, 12))
def test_the_least_change_is_the_least(parts: list[int], total: int) -> None:
    claims = [claim(code, part, part, name=code) for code, part in zip(PARTS, parts, strict=True)]
    claims.append(claim("national", total, total, name="whole"))
    outcome = consistency.solve(claims)
    assert sum(abs(change) for change in outcome.changes.values()) == max(0, sum(parts) - total)


def test_a_missing_part_is_bounded_by_the_others() -> None:
    """Five parts make up the whole; what nobody published is what the others leave."""
    stated = {"00439": 10, "00485": 20, "00593": 30, "49990": 5}
    claims = [claim(code, number, number) for code, number in stated.items()]
    claims.append(claim("national", 100, 110))
    [bound] = consistency.bounds(claims, [Cell(_key("national_other"), YEAR)])
    assert (bound.low, bound.high, bound.published) == (35, 45, False)


@pytest.mark.parametrize(("whole", "possible"), [(399, False), (400, True)])
def test_parts_in_two_dimensions_add_up(whole: int, possible: bool) -> None:
    cells = [
        replace(
            claim(operation, 100, 100, name=f"{operation} {region}"),
            region=region,
            territory=None,
            extent=Extent.REGION,
        )
        for operation in ("00439", "00485")
        for region in ("rsfsr", "ukraine")
    ]
    outcome = consistency.solve([*cells, claim("national", 0, whole, name="whole")])
    assert outcome.possible is possible
    assert {len(conflict) for conflict in outcome.conflicts} == (set() if possible else {5})
