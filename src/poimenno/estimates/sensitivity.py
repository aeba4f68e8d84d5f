"""How much an estimate depends on what was chosen: shown together, never one number alone.

By estimator, by leaving out a list, by taking as one two lists that copy each other.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import combinations

from poimenno.estimates.closed_form import chao, chapman
from poimenno.estimates.graph_averaging import graph_averaging
from poimenno.estimates.latent_class import Effort, latent_class
from poimenno.estimates.log_linear import log_linear, log_linear_average
from poimenno.estimates.overlaps import Overlaps
from poimenno.estimates.remarks import Remark as _
from poimenno.estimates.result import Estimate
from poimenno.estimates.sparse import sparse

COPY = 0.95  # share of the smaller list that is on the other, from which on one is called a copy


@dataclass(frozen=True)
class Variant:
    """One estimate among others: what was changed (`kind`: estimator, without, merged), and the result."""

    kind: str
    change: str
    estimate: Estimate


def copies(overlaps: Overlaps) -> list[tuple[str, str]]:
    """Pairs of lists of which the smaller is nearly contained in the other: probably one took from the other."""
    found = []
    for a, b in combinations(overlaps.lists, 2):
        least = min(overlaps.size(a), overlaps.size(b))
        if least and overlaps.shared(a, b) >= COPY * least:
            found.append((a, b))
    return found


def estimators(overlaps: Overlaps, seed: int = 1, effort: Effort | None = None) -> list[Variant]:
    """Every estimator that is meant for this number of lists."""
    lists = len(overlaps.lists)
    if lists == 2:
        return [Variant("estimator", "", chapman(overlaps)), Variant("estimator", "", chao(overlaps))]
    chosen: list[Estimate] = [
        graph_averaging(overlaps),
        latent_class(overlaps, seed=seed, effort=effort),
    ]
    if lists <= 6:
        chosen.append(log_linear_average(overlaps))
    if lists <= 5:  # for six lists the average alone takes some seconds
        chosen += [log_linear(overlaps, "bic"), log_linear(overlaps, "aic")]
    if lists <= 8:
        chosen.append(sparse(overlaps))
    chosen.append(chao(overlaps))
    warnings = copy_warnings(overlaps)
    return [Variant("estimator", "", estimate.warned(*warnings)) for estimate in chosen]


def of_lists(overlaps: Overlaps, estimator: Callable[[Overlaps], Estimate] = graph_averaging) -> list[Variant]:
    """The estimate without each list in turn, and with the lists that copy each other taken as one."""
    found = []
    if len(overlaps.lists) > 3:
        found = [Variant("without", name, estimator(overlaps.without(name))) for name in overlaps.lists]
    for a, b in copies(overlaps):
        merged = overlaps.merged(a, b)
        how = estimator if len(merged.lists) > 2 else chapman
        found.append(Variant("merged", f"{a} + {b}", how(merged)))
    return found


def copy_warnings(overlaps: Overlaps) -> Sequence[str]:
    """A warning for each pair of lists one of which looks copied: it adds no evidence, only false confidence."""
    text = _("At least {share:.0%} of the smaller of {a} and {b} is on the other: one may be copied; take them as one.")
    return tuple(text.format(share=COPY, a=a, b=b) for a, b in copies(overlaps))
