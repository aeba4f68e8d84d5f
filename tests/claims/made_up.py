"""Claims that nobody made, for tests: one call, one claim about people of one period."""

from datetime import date
from typing import Any

from poimenno.claims.claim import Claim
from poimenno.reference.vocabularies import Extent, Measure, Precision
from poimenno.values.intervals import Period

MONTH = Period(date(1937, 12, 1), date(1937, 12, 31))


def claim(name: str, low: int, high: int | None = None, /, **changes: Any) -> Claim:
    """A claim that allows the numbers from `low` to `high`: by default, exactly `low` executed people of the USSR.

    `changes` are fields of Claim; a `region` gives the extent too. Each claim has a source of its own, by its name.
    """
    high = low if high is None else high
    fields: dict[str, Any] = {
        "measure": Measure.EXECUTED,
        "territory": "USSR",
        "extent": Extent.REGION if changes.get("region") else Extent.WHOLE_USSR,
        "period_start": MONTH.start,
        "period_end": MONTH.end,
        "value": low if low == high else None,
        "precision": Precision.EXACT if low == high else Precision.RANGE,
        "possible_low": low,
        "possible_high": high,
        "source": f"made-up {name}",
        "collection": "made-up",
    }
    return Claim(claim_id=name, **(fields | changes))
