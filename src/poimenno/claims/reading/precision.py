"""How exact a printed number is, and which true numbers it allows if its wording is taken literally.

A number that ends in two or more zeros is rounded to its last significant digit, unless it orders something: a limit of
2,000 is 2,000. "Over" and "at least" have no upper end; "almost" is below the number, by less than the rounding;
"about" is a rounding. Nothing narrower is claimed than the words say.
"""

from poimenno.reference.vocabularies import Precision

# What is ordered or listed is exact however round it is.
_ORDERED = ("limit_", "stalin_list_")
_MIN_ZEROS = 2


def unit_of(value: int) -> int:
    """The unit a number is rounded to: the place of its last significant digit (76,000: 1,000)."""
    unit = 1
    while value and value % (unit * 10) == 0:
        unit *= 10
    return unit


def guess(value: int | None, low: int | None, high: int | None, measure: str) -> Precision:
    """The precision of a row that does not state it."""
    if value is None:
        return Precision.NONE if low is None and high is None else Precision.RANGE
    if low is not None or high is not None:
        return Precision.RANGE
    if measure.startswith(_ORDERED) or value == 0:
        return Precision.EXACT
    return Precision.ROUNDED if unit_of(value) >= 10**_MIN_ZEROS else Precision.EXACT


def allowed(
    value: int | None, low: int | None, high: int | None, precision: Precision
) -> tuple[int | None, int | None]:
    """The smallest and the greatest true number that the claim allows; (None, None) without a number.

    A smallest number with a greatest of None means that there is no upper end.
    """
    if value is None or precision == Precision.RANGE:
        if value is None and low is None and high is None:
            return None, None
        if low is None and high is None:
            return value, value
        return low if low is not None else value or 0, high
    half = max(unit_of(value), 2) // 2
    return {
        Precision.ROUNDED: (max(value - half, 0), value + half),
        Precision.ABOUT: (max(value - half, 0), value + half),
        Precision.ALMOST: (max(value - half, 0), value - 1),
        Precision.OVER: (value + 1, None),
        Precision.AT_LEAST: (value, None),
    }.get(precision, (value, value))
