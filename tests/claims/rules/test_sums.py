"""Sums: held against brute force over all true numbers that claims allow."""

import itertools

from hypothesis import given
from hypothesis import strategies as st

from poimenno.claims.claim import Claim
from poimenno.claims.findings import Finding
from poimenno.claims.rules import sums
from poimenno.claims.rules.origins import Origins
from poimenno.reference.vocabularies import Measure
from tests.claims.made_up import claim

# The five parts of the national operations are complete; without one of them, they are not.
PARTS = ("00439", "00485", "00593", "49990", "national_other")
ends = st.tuples(st.integers(0, 2), st.integers(0, 2)).map(lambda pair: (min(pair), max(pair)))
wholes = st.tuples(st.integers(0, 10), st.integers(0, 10)).map(lambda pair: (min(pair), max(pair)))


def _check(claims: list[Claim]) -> list[Finding]:
    return list(sums.check(claims, Origins(claims)))


@given(st.lists(ends, min_size=2, max_size=5), wholes)
def test_a_sum_is_a_finding_if_no_true_numbers_satisfy_it(parts: list[tuple[int, int]], whole: tuple[int, int]) -> None:
    source = {"source": "made-up table"}
    claims = [claim(code, *part, operation=code, **source) for code, part in zip(PARTS, parts, strict=False)]
    claims.append(claim("whole", *whole, operation="national", **source))
    complete = len(parts) == len(PARTS)
    possible = any(
        sum(numbers) == total if complete else sum(numbers) <= total
        for numbers in itertools.product(*(range(low, high + 1) for low, high in parts))
        for total in range(whole[0], whole[1] + 1)
    )
    results = [finding for finding in _check(claims) if finding.kind in {"parts_exceed", "parts_fall_short"}]
    assert bool(results) == (not possible)
    for finding in results:
        assert {row.claim.claim_id for row in finding.claims} == {*PARTS[: len(parts)], "whole"}
        gap = min(
            abs(sum(numbers) - total)
            for numbers in itertools.product(*(range(low, high + 1) for low, high in parts))
            for total in range(whole[0], whole[1] + 1)
        )
        assert finding.difference == gap


def test_parts_of_different_sources_are_not_added_up() -> None:
    claims = [claim(code, 10, operation=code) for code in PARTS]
    assert _check([*claims, claim("whole", 3, operation="national")]) == []


def test_a_whole_that_repeats_another_is_checked_once() -> None:
    parts = [claim(code, 10_000, operation=code, source="made-up table") for code in PARTS]
    wholes = [claim(name, 12_345, operation="national") for name in ("first", "second")]
    assert len(_check([*parts, *wholes])) == 1


def test_sentences_are_held_against_arrests() -> None:
    source = {"source": "made-up table", "operation": "00485"}
    sentences = [claim("executed", 41_111, **source), claim("camp", 20_123, measure=Measure.CAMP, **source)]
    relabelled = _check([*sentences, claim("arrested", 61_234, measure=Measure.ARRESTED, **source)])
    assert [finding.kind for finding in relabelled] == ["relabelled_total"]
    rest = _check([*sentences, claim("arrested", 62_000, measure=Measure.ARRESTED, **source)])
    assert [(finding.kind, finding.difference) for finding in rest] == [("rest", 766)]


def test_periods_that_follow_one_another_add_up() -> None:
    from datetime import date

    def quarter(name: str, number: int, start: int, end: int, last: int = 30) -> Claim:
        period = {"period_start": date(1938, start, 1), "period_end": date(1938, end, last)}
        return claim(name, number, operation="00485", source="made-up table", **period)

    parts = [quarter("first", 100, 1, 3, 31), quarter("second", 200, 4, 6)]
    assert _check([*parts, quarter("half", 300, 1, 6)]) == []
    [finding] = _check([*parts, quarter("half", 299, 1, 6)])
    assert (finding.kind, finding.arithmetic) == ("parts_exceed", "100 + 200 = 300 > 299")
    # A gap between the periods, and nothing is said of the whole.
    assert _check([parts[0], quarter("third", 200, 5, 6), quarter("half", 299, 1, 6)]) == []
