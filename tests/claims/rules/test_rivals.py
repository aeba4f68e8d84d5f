"""Rivals: held against brute force over all true numbers that two claims allow."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from poimenno.claims.claim import Claim
from poimenno.claims.findings import Finding
from poimenno.claims.rules import rivals
from poimenno.claims.rules.origins import Origins
from poimenno.reference.vocabularies import Measure, Precision
from tests.claims.made_up import claim

ends = st.tuples(st.integers(0, 6), st.integers(0, 6)).map(lambda pair: (min(pair), max(pair)))
days = st.integers(0, 9).map(lambda n: date(1937, 8, 1) + timedelta(days=n))


def _check(claims: list[Claim]) -> list[Finding]:
    return list(rivals.check(claims, Origins(claims)))


def _agree(item: tuple[int, int], other: tuple[int, int]) -> bool:
    return bool(set(range(item[0], item[1] + 1)) & set(range(other[0], other[1] + 1)))


@given(st.lists(ends, min_size=2, max_size=4))
def test_rivals_are_all_that_no_true_number_satisfies(numbers: list[tuple[int, int]]) -> None:
    claims = [claim(str(n), *pair, operation="00485") for n, pair in enumerate(numbers)]
    disagreeing = {str(n) for n, pair in enumerate(numbers) if any(not _agree(pair, other) for other in numbers)}
    results = [finding for finding in _check(claims) if finding.kind == "rivals"]
    assert [finding.claim_ids for finding in results] == ([frozenset(disagreeing)] if disagreeing else [])


@given(ends, ends)
def test_a_part_is_never_more_than_what_contains_it(part: tuple[int, int], whole: tuple[int, int]) -> None:
    claims = [
        claim("part", *part, operation="00485", region="karelia"),
        claim("whole", *whole, operation="national"),
    ]
    possible = any(a <= b for a in range(part[0], part[1] + 1) for b in range(whole[0], whole[1] + 1))
    kinds = [finding.kind for finding in _check(claims)]
    assert kinds == ([] if possible else ["contained_exceeds"])


def test_sentences_are_held_against_arrests_from_the_beginning_of_one_operation() -> None:
    sentenced = claim("executed", 20, operation="00485")
    arrested = claim("arrested", 10, operation="00485", measure=Measure.ARRESTED)
    assert [finding.kind for finding in _check([sentenced, arrested])] == ["sentenced_more_than_arrested"]
    earlier = claim("later", 20, operation="00485", period_start=date(1938, 1, 1), period_end=date(1938, 1, 31))
    assert _check([earlier, arrested]) == []


def test_one_number_with_two_labels() -> None:
    convicted = claim("convicted", 12_345, operation="00485", measure=Measure.CONVICTED)
    arrested = claim("arrested", 12_345, operation="00485", measure=Measure.ARRESTED)
    assert [finding.kind for finding in _check([convicted, arrested])] == ["two_labels"]
    rounded = [claim(row.claim_id, 12_000, operation="00485", measure=row.measure) for row in (convicted, arrested)]
    assert _check(rounded) == []


@given(st.lists(st.tuples(days, days).map(sorted), min_size=2, max_size=4))
def test_dates_differ_if_no_day_satisfies_two_of_them(dated: list[list[date]]) -> None:
    claims = [
        Claim(
            claim_id=str(n),
            measure=Measure.EVENT,
            event="made-up event",
            date_edtf=first.isoformat(),
            date_earliest=first,
            date_latest=last,
            precision=Precision.NONE,
        )
        for n, (first, last) in enumerate(dated)
    ]
    disagreeing = {
        str(n) for n, (first, last) in enumerate(dated) if any(last < start or end < first for start, end in dated)
    }
    assert [finding.claim_ids for finding in _check(claims)] == ([frozenset(disagreeing)] if disagreeing else [])
