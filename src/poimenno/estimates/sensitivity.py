"""How much an estimate depends on what was chosen: by another estimator, without a list, with two lists merged."""

from collections.abc import Callable, Sequence
from itertools import combinations

from poimenno.estimates.closed_form import chao, chapman
from poimenno.estimates.graph_averaging import graph_averaging
from poimenno.estimates.latent_class import Effort, latent_class
from poimenno.estimates.log_linear import log_linear, log_linear_average
from poimenno.estimates.overlaps import Overlaps
from poimenno.estimates.remarks import Remark
from poimenno.estimates.remarks import Remark as _
from poimenno.estimates.result import Estimate, Variant
from poimenno.estimates.sparse import sparse
from poimenno.reference.vocabularies import EstimateVariant

COPY = 0.95  # a list is called a copy if at least this share of it is on the other


def copies(overlaps: Overlaps) -> list[tuple[str, str]]:
    """Pairs of lists of which the smaller is nearly contained in the other: one probably copied the other."""
    pairs = []
    for a, b in combinations(overlaps.lists, 2):
        least = min(overlaps.size(a), overlaps.size(b))
        if least and overlaps.shared(a, b) >= COPY * least:
            pairs.append((a, b))
    return pairs


def estimates_by_estimator(overlaps: Overlaps, seed: int = 1, effort: Effort | None = None) -> list[Variant]:
    """The estimate of each estimator that is meant for this number of lists."""
    lists = len(overlaps.lists)
    if lists == 2:
        return [
            Variant(EstimateVariant.ESTIMATOR, "", chapman(overlaps)),
            Variant(EstimateVariant.ESTIMATOR, "", chao(overlaps)),
        ]
    estimates: list[Estimate] = [
        graph_averaging(overlaps),
        latent_class(overlaps, seed=seed, effort=effort),
    ]
    if lists <= 6:
        estimates.append(log_linear_average(overlaps))
    if lists <= 5:  # for six lists the average alone takes some seconds
        estimates += [log_linear(overlaps, "bic"), log_linear(overlaps, "aic")]
    if lists <= 8:
        estimates.append(sparse(overlaps))
    estimates.append(chao(overlaps))
    warnings = copy_warnings(overlaps)
    return [Variant(EstimateVariant.ESTIMATOR, "", estimate.warned(*warnings)) for estimate in estimates]


def estimates_by_lists(
    overlaps: Overlaps, estimator: Callable[[Overlaps], Estimate] = graph_averaging
) -> list[Variant]:
    """The estimate without each list in turn, and with lists that copy each other merged."""
    variants = []
    if len(overlaps.lists) > 3:
        variants = [
            Variant(EstimateVariant.WITHOUT, name, estimator(overlaps.without(name))) for name in overlaps.lists
        ]
    for a, b in copies(overlaps):
        merged = overlaps.merged(a, b)
        usual = estimator if len(merged.lists) > 2 else chapman
        variants.append(Variant(EstimateVariant.MERGED, f"{a} + {b}", usual(merged)))
    return variants


def copy_warnings(overlaps: Overlaps) -> Sequence[Remark]:
    """A warning for each pair of lists one of which looks copied: a copy adds no evidence, only false confidence."""
    text = _(
        "At least {share:.0%} of the smaller of {a} and {b} is also on the other: one may have been "
        "copied from the other. Treat them as one list."
    )
    return tuple(text.format(share=COPY, a=a, b=b) for a, b in copies(overlaps))
