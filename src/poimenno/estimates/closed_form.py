"""Estimates that need only a few sums: two lists, and a lower bound.

Two lists are assumed to be independent: to be on one says nothing about being on the other. Two lists cannot test
this. With three lists or more, the estimates of all pairs are a screen for dependence: they should agree.
"""

import math
from itertools import combinations

import numpy as np

from poimenno.estimates.overlaps import Overlaps
from poimenno.estimates.remarks import Remark
from poimenno.estimates.remarks import Remark as _
from poimenno.estimates.result import Distribution, Estimate, basic_refusal, refused

Z = 1.959963984540054
CHAPMAN = "Chapman 1951; variance of Seber 1970; log-normal interval of Burnham et al. 1987"
PETERSEN = "Lincoln 1930; Petersen 1896; log-normal interval of Burnham et al. 1987"
CHAO = "Chao 1987, with the factor for a fixed number of lists (Chao & Chiu 2016)"


def log_normal(observed: int, unseen: float, variance: float) -> tuple[float, float, Distribution]:
    """The interval and spread of the total when the logarithm of the unseen is normal (Burnham et al. 1987)."""
    if unseen <= 0:
        return float(observed), float(observed), Distribution(np.array([float(observed)]), np.array([1.0]))
    sigma = math.sqrt(math.log1p(variance / unseen**2))
    steps = np.linspace(-4, 4, 401)
    weight = np.exp(-(steps**2) / 2)
    spread = Distribution(observed + unseen * np.exp(sigma * steps), weight / weight.sum())
    factor = math.exp(Z * sigma)
    return observed + unseen / factor, observed + unseen * factor, spread


def lincoln_petersen(overlaps: Overlaps) -> Estimate:
    """n1·n2/m for two lists. Refused if they share nobody."""
    reason = _not_two(overlaps)
    if reason:
        return refused("lincoln-petersen", PETERSEN, overlaps, reason)
    n1, n2, m = _sizes(overlaps)
    point = n1 * n2 / m
    variance = n1 * n2 * (n1 - m) * (n2 - m) / m**3
    low, high, spread = log_normal(overlaps.n, point - overlaps.n, variance)
    return Estimate("lincoln-petersen", PETERSEN, overlaps.n, point, low, high, distribution=spread)


def chapman(overlaps: Overlaps) -> Estimate:
    """(n1+1)(n2+1)/(m+1) - 1 for two lists: less biased than Lincoln and Petersen if the overlap is small.

    Refused if the lists share nobody, although the formula would give a number.
    """
    reason = _not_two(overlaps)
    if reason:
        return refused("chapman", CHAPMAN, overlaps, reason)
    n1, n2, m = _sizes(overlaps)
    point = (n1 + 1) * (n2 + 1) / (m + 1) - 1
    variance = (n1 + 1) * (n2 + 1) * (n1 - m) * (n2 - m) / ((m + 1) ** 2 * (m + 2))
    low, high, spread = log_normal(overlaps.n, point - overlaps.n, variance)
    few = [_("The two lists share only {n} people.").format(n=m)] if m < 7 else []
    return Estimate(
        "chapman",
        CHAPMAN,
        overlaps.n,
        point,
        low,
        high,
        warnings=(_("Two lists cannot show whether one depends on the other."), *few),
        diagnostics={"standard_error": math.sqrt(variance)},
        distribution=spread,
    )


def pairs(overlaps: Overlaps) -> dict[tuple[str, str], Estimate]:
    """Chapman's estimate of each pair of lists. If they disagree widely, some lists depend on each other."""
    return {(a, b): chapman(overlaps.reordered([a, b])) for a, b in combinations(overlaps.lists, 2)}


def chao(overlaps: Overlaps) -> Estimate:
    """A lower bound: n + (J-1)/J · f1²/(2·f2), from the people on exactly one and exactly two of J lists.

    It holds even if some people are more likely to be listed than others, as long as the lists are independent
    for each person.
    """
    reason = basic_refusal(overlaps)
    f1, f2, *_more = (*overlaps.by_number_of_lists(), 0)
    if not reason and overlaps.impossible:
        reason = _("the bound counts all overlaps, and some were declared impossible.")
    if not reason and not f2:
        reason = _("no one is on exactly two lists.")
    if reason:
        return refused("chao", CHAO, overlaps, reason)
    share = (len(overlaps.lists) - 1) / len(overlaps.lists)
    ratio = f1 / f2
    unseen = share * f1 * ratio / 2
    variance = f2 * (share * ratio**2 / 2 + share**2 * ratio**3 + share**2 * ratio**4 / 4)
    low, _high, _spread = log_normal(overlaps.n, unseen, variance)
    return Estimate(
        "chao",
        CHAO,
        overlaps.n,
        overlaps.n + unseen,
        low,
        None,
        warnings=(_("A lower bound, not an estimate: there are probably more."),),
        diagnostics={
            "f1": f1,
            "f2": f2,
            "classic": overlaps.n + unseen / share,
            "bias_corrected": overlaps.n + share * f1 * (f1 - 1) / (2 * (f2 + 1)),
            "standard_error": math.sqrt(variance),
        },
    )


def _not_two(overlaps: Overlaps) -> Remark | None:
    if len(overlaps.lists) != 2:
        return _("this method is for two lists; there are {n}.").format(n=len(overlaps.lists))
    if overlaps.impossible:
        return _("the only overlap was declared impossible.")
    return basic_refusal(overlaps)


def _sizes(overlaps: Overlaps) -> tuple[int, int, int]:
    first, second = overlaps.lists
    return overlaps.size(first), overlaps.size(second), overlaps.shared(first, second)
