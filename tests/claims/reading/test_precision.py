"""Rounding taken at its word."""

import pytest

from poimenno.claims.reading.precision import allowed, guess
from poimenno.reference.vocabularies import Precision


@pytest.mark.parametrize(
    ("value", "printed", "expected"),
    [
        (767_000, Precision.ROUNDED, (766_500, 767_500)),
        (800_000, Precision.ROUNDED, (750_000, 850_000)),
        (40_000, Precision.ALMOST, (35_000, 39_999)),
        (20_000, Precision.ABOUT, (15_000, 25_000)),
        (500, Precision.ALMOST, (450, 499)),
        (1_500_000, Precision.OVER, (1_500_001, None)),
        (724_000, Precision.AT_LEAST, (724_000, None)),
        (831_892, Precision.EXACT, (831_892, 831_892)),
        (0, Precision.EXACT, (0, 0)),
    ],
)
def test_what_a_printed_number_allows(value: int, printed: Precision, expected: tuple[int, int | None]) -> None:
    assert allowed(value, None, None, printed) == expected


def test_a_range_allows_what_lies_in_it() -> None:
    assert allowed(None, 437_000, 445_000, Precision.RANGE) == (437_000, 445_000)
    assert allowed(None, 10, None, Precision.RANGE) == (10, None)
    assert allowed(None, None, None, Precision.NONE) == (None, None)


def test_what_orders_is_exact_however_round() -> None:
    assert guess(2_000, None, None, "limit_category_1") == "exact"
    assert guess(2_000, None, None, "executed") == "rounded"
    assert guess(2_010, None, None, "executed") == "exact"
    assert guess(None, 1, 2, "executed") == "range"
