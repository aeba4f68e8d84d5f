"""Bayesian averaging over decomposable graphs (Madigan & York 1997): every way lists may depend on each other.

For each graph and each number of unseen people the probability of the data has a closed form, under hyper-Dirichlet
priors (Dawid & Lauritzen 1993); the sum over all graphs is the distribution of the total. Nothing is simulated.

It cannot model people of different kinds, some likely to be on every list and some on none. Then the estimate is too
low and its interval too short (docs/estimates.md has the figures); compare `latent_class`.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.special import gammaln

from poimenno.estimates.graphs import Powers, decomposable
from poimenno.estimates.overlaps import Array, Overlaps
from poimenno.estimates.remarks import Remark
from poimenno.estimates.remarks import Remark as _
from poimenno.estimates.result import LEVEL, Distribution, Estimate, basic_refusal, loose_ends, refused

METHOD = "graph-averaging"
REFERENCE = "Madigan & York 1997, Biometrika 84: 19-31"
MAX_TAIL = 1e-4  # probability beyond the range, at most: far less than the 2.5 % that the upper limit cuts off
MAX_RANGE = 1e9  # the range ends at this multiple of the observed at the latest
COMPLETE_GRAPH_SHOWN = 0.02  # a larger share of the complete graph is mentioned: at 0.025 it decides the lower limit

NEGLIGIBLE = 1e-15  # probability of all graphs together that may be left out of the fine sum
COARSE, BLOCK = 400, 8  # points at which all graphs are looked at before, and how many of them make a range

LogPrior = Callable[[Array], Array]
Graphs = tuple[Powers, tuple[str, ...]]


@dataclass(frozen=True)
class Posterior:
    """The probabilities of numbers of unseen people, and of the graphs, which `names` name."""

    unseen: Array
    probabilities: Array
    graphs: Array
    names: tuple[str, ...]


def reciprocal(total: Array) -> Array:
    """The prior that prefers no scale: 1/N (Madigan & York 1997; Jeffreys)."""
    return -np.log(total)


def graph_averaging(
    overlaps: Overlaps,
    *,
    prior_count: float | None = None,
    log_prior: LogPrior = reciprocal,
    complete: bool = True,
) -> Estimate:
    """Estimate the total from three to six lists: the median and central 95 % interval of the posterior.

    `prior_count` is what the prior adds to each cell, by default 2^-lists; `complete` says whether the complete
    graph, which says nothing about the unseen, is included. The range of the unseen grows until the probability
    beyond it is less than `MAX_TAIL`: no fixed range decides the upper limit.
    """
    reason = _refusal(overlaps)
    if reason:
        return refused(METHOD, REFERENCE, overlaps, reason)
    n = overlaps.n
    upper = 30.0 * n
    while True:
        # A coarse grid first: how far the range must go, and which graphs matter at all.
        coarse = posterior(overlaps, _grid(upper, 0.06), prior_count, log_prior, graphs(overlaps, complete))
        tail = _tail(coarse, n)
        if tail < MAX_TAIL or upper > MAX_RANGE * n:
            break
        upper *= 30
    powers, names = graphs(overlaps, complete)
    some = np.flatnonzero(coarse.graphs > NEGLIGIBLE)
    chosen = powers[some], tuple(names[i] for i in some)
    result = posterior(overlaps, _grid(upper, 0.008), prior_count, log_prior, chosen)
    return _estimate(overlaps, result, upper, tail)


def graphs(overlaps: Overlaps, complete: bool = True) -> Graphs:
    """All decomposable graphs on the lists, with or without the complete one."""
    powers, names = decomposable(len(overlaps.lists))
    if complete:
        return powers, names
    some = np.flatnonzero(powers[:, -1] == 0)
    return powers[some], tuple(names[i] for i in some)


def posterior(
    overlaps: Overlaps,
    unseen: Array,
    prior_count: float | None = None,
    log_prior: LogPrior = reciprocal,
    among: Graphs | None = None,
) -> Posterior:
    """The distribution over given numbers of unseen people, ascending from 1; gaps are filled by the trapezoid rule.

    On consecutive whole numbers, which is what the R package dga takes, the sums are exact.
    """
    powers, names = among or graphs(overlaps)
    delta = prior_count or 2.0 ** -len(overlaps.lists)
    weights = powers.astype(np.float64)

    def logs(points: Array) -> tuple[Array, Array]:
        base = gammaln(overlaps.n + points + 1) - gammaln(points + 1) + log_prior(overlaps.n + points)
        return _terms(overlaps, points, delta), base + np.log(_widths(points))

    # All graphs are computed at some points; most have no share that is worth a sum over all points or some ranges.
    places = np.unique(np.geomspace(1, len(unseen), COARSE).astype(np.int64)) - 1
    terms, base = logs(unseen[places])
    coarse = weights @ terms + base
    peak = float(coarse.max())
    edge = peak + np.log(NEGLIGIBLE / len(names)) if len(unseen) > 10 * COARSE else -np.inf
    terms, base = logs(unseen)
    by_count, by_graph = np.zeros(len(unseen)), np.zeros(len(names))
    for i in range(0, len(places) - 1, BLOCK):
        some = np.flatnonzero(coarse[:, max(i - 1, 0) : i + BLOCK + 2].max(axis=1) > edge)
        last = min(i + BLOCK, len(places) - 1)
        stop = int(places[last]) + int(last == len(places) - 1)
        step = max(1, 500_000 // max(1, len(some)))
        for start in range(int(places[i]), stop, step):
            part = slice(start, min(start + step, stop))
            block = weights[some] @ terms[:, part]
            block += base[part] - peak
            np.exp(np.minimum(block, 700, out=block), out=block)
            by_count[part] = block.sum(axis=0)
            by_graph[some] += block.sum(axis=1)
    return Posterior(unseen, by_count / by_count.sum(), by_graph / by_graph.sum(), names)


def _terms(overlaps: Overlaps, unseen: Array, delta: float) -> Array:
    """For each set of lists, the log-probability of its margin under a Dirichlet prior: sets x points."""
    lists = len(overlaps.lists)
    counts = overlaps.array.astype(np.float64)
    whole = delta * (1 << lists)
    both = gammaln(whole) - gammaln(overlaps.n + unseen + whole)
    terms = np.zeros((1 << lists, len(unseen)))
    patterns = np.arange(1 << lists)
    for chosen in range(1, 1 << lists):
        cells = np.bincount(patterns & chosen, counts, minlength=1 << lists)
        is_cell = patterns & ~chosen == 0
        pad = delta * (1 << (lists - chosen.bit_count()))
        seen = cells[is_cell][1:]
        fixed = float(np.sum(gammaln(seen + pad)) - is_cell.sum() * gammaln(pad))
        terms[chosen] = both + fixed + gammaln(cells[0] + unseen + pad)
    return terms


def _grid(upper: float, step: float) -> Array:
    """Each whole number to 1 / step, then steps of that proportion; from 1, as dga does.

    At 0 a prior count below 1 has a spike, which comes from the prior and not from the data.
    """
    turn = 1 / step
    near = np.arange(1, int(turn))
    far = np.geomspace(turn, max(upper, 2 * turn), int(np.log(max(upper, 2 * turn) / turn) / step) + 2)
    return np.unique(np.concatenate([near, np.round(far)])).astype(np.float64)


def _widths(points: Array) -> Array:
    """How many whole numbers each point stands for, by the trapezoid rule; 1 each if they are consecutive."""
    gaps = np.diff(points)
    return np.asarray(np.concatenate([[0.5], gaps / 2]) + np.concatenate([gaps / 2, [0.5]]))


def _tail(result: Posterior, n: int) -> float:
    """An upper bound of the probability beyond the range, if it falls as it does over the last factor of ten."""
    total = result.unseen + n
    last = result.probabilities[total > total[-1] / 10].sum()
    before = result.probabilities[(total > total[-1] / 100) & (total <= total[-1] / 10)].sum()
    fall = last / before if before > 0 else 0.0
    return float(last * fall / (1 - fall)) if fall < 1 else 1.0


def _estimate(overlaps: Overlaps, result: Posterior, upper: float, tail: float) -> Estimate:
    total = result.unseen + overlaps.n
    ends = np.cumsum(result.probabilities)
    # A point of the grid stands for the whole numbers around it: read quantiles between the points.
    middle = ends - result.probabilities / 2
    low, point, high = (float(v) for v in np.interp([(1 - LEVEL) / 2, 0.5, (1 + LEVEL) / 2], middle, total))
    best: NDArray[np.int64] = np.argsort(-result.graphs)[:10]
    complete_share = sum(float(p) for p, name in zip(result.graphs, result.names, strict=True) if "," not in name)
    warnings = loose_ends(overlaps)
    if complete_share > COMPLETE_GRAPH_SHOWN:
        text = _(
            "With a probability of {share:.0%} all lists depend on each other, and then say nothing "
            "about people on none of them."
        )
        warnings.append(text.format(share=complete_share))
    if tail >= MAX_TAIL:
        warnings.append(_("The upper limit is not determined by the data: the distribution has no end."))
    return Estimate(
        METHOD,
        REFERENCE,
        overlaps.n,
        point,
        low,
        high,
        warnings=tuple(warnings),
        diagnostics={
            "graphs": {result.names[i]: float(result.graphs[i]) for i in best},
            "complete_graph": complete_share,
            "range": [0, int(upper)],
            "beyond_range": tail,
            "mean": float(total @ result.probabilities) if tail < 1e-9 else None,
            "mode": float(total[np.argmax(result.probabilities / _widths(result.unseen))]),
        },
        distribution=Distribution(total, result.probabilities),
    )


def _refusal(overlaps: Overlaps) -> Remark | None:
    if not 3 <= len(overlaps.lists) <= 6:
        return _("this method is for three to six lists; there are {n}.").format(n=len(overlaps.lists))
    if overlaps.impossible:
        return _("this method cannot handle impossible overlaps; log-linear and latent-class models can.")
    return basic_refusal(overlaps)
