"""How exact a printed number is, and which true numbers it allows when its wording is taken at its word.

A number that ends in two or more noughts is a rounding to its last significant digit, unless it orders something:
a limit of 2,000 is 2,000. "Over" and "at least" are open above; "almost" lies below the number, by less than the
rounding; "about" is a rounding. Nothing narrower is claimed than the words say.
"""

PRECISIONS = ("exact", "rounded", "about", "almost", "over", "at_least", "range", "none")
# What is ordered or listed is exact however round it is.
_ORDERED = ("limit_", "stalin_list_")
_LEAST_NOUGHTS = 2


def unit_of(value: int) -> int:
    """What a number is rounded to: the place of its last significant digit (76,000: 1,000)."""
    unit = 1
    while value and value % (unit * 10) == 0:
        unit *= 10
    return unit


def guess(value: int | None, low: int | None, high: int | None, measure: str) -> str:
    """The precision of a row that does not tell it."""
    if value is None:
        return "none" if low is None and high is None else "range"
    if low is not None or high is not None:
        return "range"
    if measure.startswith(_ORDERED) or value == 0:
        return "exact"
    return "rounded" if unit_of(value) >= 10**_LEAST_NOUGHTS else "exact"


def allowed(value: int | None, low: int | None, high: int | None, precision: str) -> tuple[int | None, int | None]:
    """The least and the greatest true number that the claim allows; (None, None) without a number.

    A greatest of None beside a least is open above.
    """
    if value is None or precision == "range":
        ends = [one for one in (value, low, high) if one is not None]
        if not ends:
            return None, None
        least = low if low is not None else (value if value is not None else 0)
        return least, high if high is not None or low is not None else value
    half = max(unit_of(value), 2) // 2
    return {
        "rounded": (max(value - half, 0), value + half),
        "about": (max(value - half, 0), value + half),
        "almost": (max(value - half, 0), value - 1),
        "over": (value + 1, None),
        "at_least": (value, None),
    }.get(precision, (value, value))
