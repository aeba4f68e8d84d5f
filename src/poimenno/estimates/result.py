"""What every estimator gives: a number with its interval, or the reason why there is none.

"Cannot be estimated, because" is a result, not an exception: it stands in tables and on pages beside the others.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np

from poimenno.estimates.overlaps import Array, Overlaps
from poimenno.estimates.remarks import Remark
from poimenno.estimates.remarks import Remark as _
from poimenno.reference.vocabularies import EstimateVariant

LEVEL = 0.95  # of every interval, unless a function says otherwise


@dataclass(frozen=True)
class Distribution:
    """The probability of each total: `values` ascend, `probabilities` sum to 1."""

    values: Array
    probabilities: Array

    def quantile(self, q: float) -> float:
        """The smallest value with a cumulative probability of at least `q`."""
        place = int(np.searchsorted(np.cumsum(self.probabilities), q))
        return float(self.values[min(place, len(self.values) - 1)])

    def draw(self, size: int, seed: int) -> Array:
        """Draw independent values."""
        places = np.searchsorted(np.cumsum(self.probabilities), np.random.default_rng(seed).random(size))
        return self.values[np.minimum(places, len(self.values) - 1)]


@dataclass(frozen=True)
class Estimate:
    """How many people there are in all, those on no list included.

    `point`, `low`, `high` and `distribution` count people, observed ones included; all are None if `refusal` says
    why nothing can be estimated. `high` alone is None if there is only a lower bound. `diagnostics` are plain values.
    """

    method: str
    reference: str
    observed: int
    point: float | None = None
    low: float | None = None
    high: float | None = None
    refusal: Remark | None = None
    warnings: tuple[Remark, ...] = ()
    diagnostics: Mapping[str, Any] = field(default_factory=dict)
    distribution: Distribution | None = field(default=None, repr=False, compare=False)

    def warned(self, *warnings: Remark) -> "Estimate":
        """The same with more warnings."""
        return replace(self, warnings=self.warnings + warnings)


@dataclass(frozen=True)
class Variant:
    """One estimate among others: what was changed, and the result. `change` names the list, lists or threshold."""

    kind: EstimateVariant
    change: str
    estimate: Estimate


def refused(method: str, reference: str, overlaps: Overlaps, reason: Remark, **diagnostics: object) -> Estimate:
    """No estimate, and why."""
    return Estimate(method, reference, overlaps.n, refusal=reason, diagnostics=diagnostics)


def of_draws(method: str, reference: str, observed: int, draws: Array, **diagnostics: object) -> Estimate:
    """Summarise draws of the total: median and central interval."""
    values, counts = np.unique(draws, return_counts=True)
    spread = Distribution(values, counts / counts.sum())
    low, point, high = (float(v) for v in np.quantile(draws, [(1 - LEVEL) / 2, 0.5, (1 + LEVEL) / 2]))
    return Estimate(method, reference, observed, point, low, high, diagnostics=diagnostics, distribution=spread)


def total(strata: Sequence[Estimate], seed: int = 1, size: int = 20_000) -> Estimate:
    """Add up strata that share nobody: draws of each are added, so that the interval of the sum is right.

    A refused stratum makes the sum a refusal: to leave it out would count its missing people as zero.
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


def basic_refusal(overlaps: Overlaps, lists: int = 2) -> Remark | None:
    """Why no estimator can work: too few lists, nobody on one of them, or no overlap. None if there is no reason."""
    if len(overlaps.lists) < lists:
        return _("this needs at least {least} lists; there is {n}.").format(least=lists, n=len(overlaps.lists))
    empty = [name for name in overlaps.lists if not overlaps.size(name)]
    if empty:
        return _("no one is on the list {lists}.").format(lists=", ".join(empty))
    if overlaps.by_number_of_lists()[0] == overlaps.n:
        return _("no one is on two lists, so nothing shows how many people are on none.")
    return None


def loose_ends(overlaps: Overlaps) -> list[Remark]:
    """A warning if some lists share nobody with the others."""
    groups = sorted(overlaps.scattered(), key=len)
    if len(groups) == 1:
        return []
    text = _("No one is both on {first} and on one of the other lists: check that they can overlap at all.")
    return [text.format(first=", ".join(groups[0]))]
