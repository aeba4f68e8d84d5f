"""What every estimator gives: a number with its interval, or the reason why there is none.

"Cannot be estimated, because" is a result, not an exception: it stands in tables and on pages beside the others.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np

from poimenno.estimates import remarks
from poimenno.estimates.overlaps import Array, Overlaps
from poimenno.estimates.remarks import Remark as _

LEVEL = 0.95  # of every interval, unless a function says otherwise


@dataclass(frozen=True)
class Distribution:
    """Where the total may lie: ascending values, each with its probability (they sum to 1)."""

    values: Array
    probabilities: Array

    def quantile(self, q: float) -> float:
        """The smallest value that at most `1 - q` lies above."""
        place = int(np.searchsorted(np.cumsum(self.probabilities), q))
        return float(self.values[min(place, len(self.values) - 1)])

    def draw(self, size: int, seed: int) -> Array:
        """Draw independent values."""
        places = np.searchsorted(np.cumsum(self.probabilities), np.random.default_rng(seed).random(size))
        return self.values[np.minimum(places, len(self.values) - 1)]


@dataclass(frozen=True)
class Estimate:
    """How many people there are in all, those on no list included.

    `point`, `low`, `high` and `distribution` count people, observed ones included; all are null where `refusal` says
    why nothing can be estimated. `high` alone is null where there is only a lower bound.
    """

    method: str
    reference: str
    observed: int
    point: float | None = None
    low: float | None = None
    high: float | None = None
    refusal: str | None = None
    warnings: tuple[str, ...] = ()
    diagnostics: dict[str, Any] = field(default_factory=dict)
    distribution: Distribution | None = field(default=None, repr=False, compare=False)

    def warned(self, *warnings: str) -> "Estimate":
        """The same with more warnings."""
        return replace(self, warnings=self.warnings + warnings)

    def as_json(self) -> dict[str, Any]:
        """The estimate as plain values, without its distribution."""
        return {
            "method": self.method,
            "reference": self.reference,
            "observed": self.observed,
            "point": self.point,
            "low": self.low,
            "high": self.high,
            "refusal": remarks.as_json(self.refusal),
            "warnings": [remarks.as_json(text) for text in self.warnings],
            "diagnostics": self.diagnostics,
        }


def refused(method: str, reference: str, overlaps: Overlaps, reason: str, **diagnostics: Any) -> Estimate:
    """No estimate, and why."""
    return Estimate(method, reference, overlaps.n, refusal=reason, diagnostics=diagnostics)


def of_draws(method: str, reference: str, observed: int, draws: Array, **diagnostics: Any) -> Estimate:
    """Summarise draws of the total: median and central interval."""
    values, counts = np.unique(draws, return_counts=True)
    spread = Distribution(values, counts / counts.sum())
    low, point, high = (float(v) for v in np.quantile(draws, [(1 - LEVEL) / 2, 0.5, (1 + LEVEL) / 2]))
    return Estimate(method, reference, observed, point, low, high, diagnostics=diagnostics, distribution=spread)


def total(strata: Sequence[Estimate], seed: int = 1, size: int = 20_000) -> Estimate:
    """Add up strata that share nobody: draws of each are added, so that the interval of the sum is right.

    A refused stratum makes the sum a refusal: leaving it out would pass silence off as zero.
    """
    observed = sum(e.observed for e in strata)
    method = strata[0].method if strata else "total"
    reference = strata[0].reference if strata else ""
    missing = [e for e in strata if e.distribution is None]
    if missing or not strata:
        text = _("{n} of {all} strata could not be estimated, so their sum cannot be.")
        return Estimate(method, reference, observed, refusal=text.format(n=len(missing), all=len(strata)))
    draws = np.zeros(size)
    for i, stratum in enumerate(strata):
        if stratum.distribution is not None:
            draws += stratum.distribution.draw(size, seed + i)
    return of_draws(method, reference, observed, draws, strata=len(strata))


def basic_refusal(overlaps: Overlaps, lists: int = 2) -> str | None:
    """What no estimator can bear: too few lists, nobody, lists that share nobody."""
    if len(overlaps.lists) < lists:
        return _("needs at least {least} lists; there is {n}.").format(least=lists, n=len(overlaps.lists))
    empty = [name for name in overlaps.lists if not overlaps.size(name)]
    if empty:
        return _("nobody is on the list {lists}.").format(lists=", ".join(empty))
    if overlaps.by_number_of_lists()[0] == overlaps.n:
        return _("nobody is on two lists, so nothing says how many are on none.")
    return None


def loose_ends(overlaps: Overlaps) -> list[str]:
    """A warning where some lists share nobody with the others."""
    groups = sorted(overlaps.scattered(), key=len)
    if len(groups) == 1:
        return []
    text = _("Nobody is both on {first} and on one of the other lists: check that they can overlap at all.")
    return [text.format(first=", ".join(groups[0]))]
