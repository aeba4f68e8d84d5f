"""Sparse tables: many lists, many empty overlaps (Chan, Silverman & Vincent 2021).

Interactions of pairs are added one after another, each time the one that improves the fit most, as long as its
p-value is below 0.02. If the overlap of an added pair is empty, every cell of both lists is expected to be empty and
leaves the likelihood. A step that would leave the unseen undetermined is not taken.
"""

from itertools import combinations

import numpy as np
from scipy.special import chdtrc

from poimenno.estimates import hierarchical
from poimenno.estimates.hierarchical import Mask
from poimenno.estimates.log_linear import LogLinearModel, Profile, fit_one
from poimenno.estimates.overlaps import Overlaps
from poimenno.estimates.remarks import Remark as _
from poimenno.estimates.result import Estimate, basic_refusal, loose_ends, refused

METHOD = "sparse-stepwise"
REFERENCE = "Chan, Silverman & Vincent 2021, J. Am. Stat. Assoc. 116: 1297-1306"
THRESHOLD = 0.02


def sparse(overlaps: Overlaps, threshold: float = THRESHOLD) -> Estimate:
    """Estimate by stepwise selection, with the profile interval of the last model."""
    lists = len(overlaps.lists)
    reason = basic_refusal(overlaps)
    if not reason and not 3 <= lists <= 8:
        reason = _("this method is for three to eight lists; there are {n}.").format(n=lists)
    model = None if reason else stepwise(overlaps, threshold)
    if model is None:
        return refused(
            METHOD, REFERENCE, overlaps, reason or _("no model can tell how many people are on none of the lists.")
        )
    profile = Profile(overlaps, model)
    low, high = profile.interval()
    n = overlaps.n
    warning = _("The interval ignores that its model was selected from the same data, so it is too narrow.")
    return Estimate(
        METHOD,
        REFERENCE,
        n,
        n + model.unseen,
        n + low,
        None if high is None else n + high,
        warnings=(warning, *loose_ends(overlaps)),
        diagnostics={"model": model.name, "deviance": model.deviance, "threshold": threshold},
        distribution=profile.distribution(),
    )


def stepwise(overlaps: Overlaps, threshold: float = THRESHOLD) -> LogLinearModel | None:
    """The model that forward selection ends at. None if not even independence determines the unseen."""
    lists = len(overlaps.lists)
    terms = np.zeros(1 << lists, dtype=bool)
    terms[[0, *(1 << j for j in range(lists))]] = True
    model = _fit(overlaps, terms)
    pairs = [1 << a | 1 << b for a, b in combinations(range(lists), 2)]
    while model is not None:
        steps = []
        for pair in pairs:
            if not terms[pair]:
                more = terms.copy()
                more[pair] = True
                candidate = _fit(overlaps, more)
                if candidate is not None:
                    steps.append((candidate.deviance, pair, candidate))
        if not steps:
            break
        deviance, pair, candidate = min(steps, key=lambda step: step[:2])
        if chdtrc(1, max(model.deviance - deviance, 0.0)) >= threshold:
            break
        terms[pair], model = True, candidate
    return model


def _fit(overlaps: Overlaps, terms: Mask) -> LogLinearModel | None:
    return fit_one(overlaps, hierarchical.name(int(t) for t in np.flatnonzero(terms)), terms)
