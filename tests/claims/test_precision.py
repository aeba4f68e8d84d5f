"""Rounding taken at its word."""

import pytest

from poimenno.claims.reading.precision import allowed, guess


@pytest.mark.parametrize(
    ("value", "said", "expected"),
    [
        (767_000, "rounded", (766_500, 767_500)),
        (800_000, "rounded", (750_000, 850_000)),
        (40_000, "almost", (35_000, 39_999)),
        (20_000, "about", (15_000, 25_000)),
        (500, "almost", (450, 499)),
        (1_500_000, "over", (1_500_001, None)),
        (724_000, "at_least", (724_000, None)),
        (831_892, "exact", (831_892, 831_892)),
        (0, "exact", (0, 0)),
    ],
)
def test_what_a_printed_number_allows(value: int, said: str, expected: tuple[int, int | None]) -> None:
    assert allowed(value, None, None, said) == expected


def test_a_range_allows_what_lies_in_it() -> None:
    assert allowed(None, 437_000, 445_000, "range") == (437_000, 445_000)
    assert allowed(None, 10, None, "range") == (10, None)
    assert allowed(None, None, None, "none") == (None, None)


def test_what_orders_is_exact_however_round() -> None:
    assert guess(2_000, None, None, "limit_category_1") == "exact"
    assert guess(2_000, None, None, "executed") == "rounded"
    assert guess(2_010, None, None, "executed") == "exact"
    assert guess(None, 1, 2, "executed") == "range"
