"""Misprints: held against all numbers that one misprint makes of another."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from poimenno.claims import checking
from poimenno.claims.rules import misprints
from poimenno.reference.vocabularies import ClaimRole, Measure
from tests.claims.made_up import claim

numbers = st.integers(0, 999_999)


def _with_one_digit_changed(number: int) -> set[int]:
    text = str(number)
    return {int(text[:n] + digit + text[n + 1 :]) for n in range(len(text)) for digit in "0123456789"}


def _with_two_digits_swapped(number: int) -> set[int]:
    swapped = set()
    for first, second in itertools.combinations(range(len(str(number))), 2):
        digits = list(str(number))
        digits[first], digits[second] = digits[second], digits[first]
        swapped.add(int("".join(digits)))
    return swapped


@given(numbers, st.data())
def test_a_slip_is_what_one_misprint_makes(number: int, data: st.DataObject) -> None:
    likely = sorted(_with_one_digit_changed(number) | _with_two_digits_swapped(number))
    other = data.draw(st.sampled_from(likely) | numbers)
    expected = ""
    if number != other and len(str(number)) == len(str(other)):
        if other in _with_one_digit_changed(number):
            expected = "digit"
        elif other in _with_two_digits_swapped(number):
            expected = "swap"
    assert misprints.slip(number, other) == expected


@pytest.mark.parametrize(
    ("value", "other", "how"),
    [(353_513, 335_513, "swap"), (111_071, 111_091, "digit"), (681_692, 681_752, ""), (1_234, 12_345, "")],
)
def test_misprints_are_known_by_their_digits(value: int, other: int, how: str) -> None:
    assert misprints.slip(value, other) == how


def test_a_misprint_that_would_mend_a_sum_is_suggested() -> None:
    """20,143 and 11,052 make 31,195; the whole is printed with two digits swapped."""
    source = {"source": "made-up table"}
    claims = [
        claim("executed", 20_143, operation="00593", measure=Measure.EXECUTED, **source),
        claim("camp", 11_052, operation="00593", measure=Measure.CAMP, **source),
        claim("convicted", 31_159, operation="00593", measure=Measure.CONVICTED, **source),
    ]
    results = [finding for finding in checking.check_rules(claims) if finding.kind == "misprint"]
    assert [(finding.arithmetic, finding.values) for finding in results] == [
        ("31,159 → 31,195", {"computed": 31_195, "slip": "swap"})
    ]


def test_a_number_from_the_next_column_is_suggested() -> None:
    source = {"source": "made-up table", "operation": "00593"}
    claims = [
        claim("executed", 20_143, **source),
        claim("camp", 11_052, measure=Measure.CAMP, **source),
        claim("convicted", 20_000, measure=Measure.CONVICTED, **source),
        claim("arrested", 31_195, measure=Measure.ARRESTED, **source),
    ]
    results = [finding for finding in checking.check_rules(claims) if finding.kind == "wrong_column"]
    assert [finding.with_role(ClaimRole.RIVAL)[0].claim_id for finding in results] == ["arrested"]
