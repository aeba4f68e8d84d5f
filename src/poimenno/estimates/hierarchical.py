"""Hierarchical log-linear models of a table of overlaps: which there are, and fitting many of them at once.

A model is named by its largest terms, lists numbered from 1: "123,34" has the interaction of lists 1, 2 and 3, that
of 3 and 4, and all that these contain. The interaction of all lists is in no model: the data cannot determine it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import combinations

import numpy as np
from numpy.typing import NDArray
from scipy.special import gammaln

from poimenno.estimates.overlaps import Array

Mask = NDArray[np.bool_]


@dataclass(frozen=True)
class Fits:
    """Fits of many models or samples: one row each.

    `coefficients` by term (the first is the logarithm of the unseen), `deviance`, `log_likelihood` (Poisson),
    `parameters`; `converged`: the gradient vanishes; `good`: and no expected count does, so that the maximum is
    certainly an ordinary, finite one.
    """

    coefficients: Array
    deviance: Array
    log_likelihood: Array
    parameters: NDArray[np.int64]
    converged: Mask
    good: Mask

    @property
    def unseen(self) -> Array:
        """People on no list, as each fit has it."""
        return np.exp(self.coefficients[:, 0])


@cache
def models(lists: int, order: int | None = None) -> tuple[frozenset[int], ...]:
    """All hierarchical models with every main effect: 8, 113, 6,893 for 3, 4, 5 lists.

    Each is the set of its terms (bit *j*: list *j*), the empty one and the main effects included. `order` is that of
    the highest interaction; 2 for five lists gives 1,024.
    """
    order = lists - 1 if order is None else order
    base = frozenset([0, *(1 << j for j in range(lists))])
    return tuple(_grown(base, 2, lists, order))


def _grown(terms: frozenset[int], size: int, lists: int, order: int) -> Iterator[frozenset[int]]:
    if size > order:
        yield terms
        return
    ready = [
        sum(1 << j for j in some)
        for some in combinations(range(lists), size)
        if all(sum(1 << j for j in part) in terms for part in combinations(some, size - 1))
    ]
    for take in range(1 << len(ready)):
        more = [term for i, term in enumerate(ready) if take >> i & 1]
        if more:
            yield from _grown(terms.union(more), size + 1, lists, order)
        else:
            yield terms


def name(terms: Iterable[int]) -> str:
    """The name of a model: its largest terms."""
    given = set(terms)
    largest = [t for t in given if t and not any(t != u and t & u == t for u in given)]
    names = ["".join(str(j + 1) for j in range(t.bit_length()) if t >> j & 1) for t in largest]
    return ",".join(sorted(names, key=lambda word: (-len(word), word)))


def design(lists: int) -> Array:
    """Cells x terms, both by pattern: 1 where the cell's lists contain the term's. The unseen cell is the first."""
    cells, terms = np.arange(1 << lists)[:, None], np.arange(1 << lists)[None, :]
    return np.asarray(cells & terms == terms, dtype=np.float64)


def columns(chosen: Iterable[frozenset[int]], lists: int) -> Mask:
    """Models x terms."""
    return np.array([[t in terms for t in range(1 << lists)] for terms in chosen], dtype=bool)


def fit(counts: Array, cells: Mask, terms: Mask, sweeps: int = 60) -> Fits:
    """Maximum likelihood of Poisson models with a logarithmic link, by Newton's method, all rows at once.

    `counts`, `cells` (which take part) and `terms` are rows x patterns; single rows are repeated as needed. Rows that
    have no finite maximum, or are singular, come back with `good` false (`existence` tells why).
    """
    rows = max(len(counts), len(cells), len(terms))
    shape = (rows, counts.shape[1])
    y = np.where(np.broadcast_to(cells, shape), np.broadcast_to(counts, shape), 0.0)
    used = np.broadcast_to(terms, shape).any(axis=0)
    places = np.flatnonzero(used)
    keep = np.broadcast_to(terms, shape)[:, places]
    live = np.broadcast_to(cells, shape)
    x = design(counts.shape[1].bit_length() - 1)[:, places]
    beta = _start(y, live, x, keep)
    mu = np.where(live, np.exp(np.clip(beta @ x.T, -30, 40)), 0.0)
    size = np.full(rows, np.inf)
    for _sweep in range(sweeps):
        gradient = np.where(keep, (y - mu) @ x, 0.0)
        size = np.abs(gradient).max(axis=1) / (1 + y.sum(axis=1))
        moving = np.flatnonzero(size > 1e-11)
        if not len(moving):
            break
        beta[moving] += _step(x, mu[moving], gradient[moving], keep[moving])
        mu[moving] = np.where(live[moving], np.exp(np.clip(beta[moving] @ x.T, -30, 40)), 0.0)
    full = np.zeros((rows, counts.shape[1]))
    full[:, places] = beta
    return _fits(full, y, mu, live, keep, size)


def _fits(beta: Array, y: Array, mu: Array, live: Mask, keep: Mask, size: Array) -> Fits:  # noqa: PLR0913, PLR0917
    with np.errstate(divide="ignore", invalid="ignore"):
        logs = np.where(live, np.log(mu), 0.0)
        gain = np.where(y > 0, y * (np.log(y) - logs), 0.0)
    deviance = 2 * (gain - (y - mu)).sum(axis=1)
    likelihood = (y * logs - mu - gammaln(y + 1)).sum(axis=1)
    # A vanishing expected count means that the likelihood still rises towards infinite coefficients.
    least = np.where(live, mu, np.inf).min(axis=1)
    converged = (size < 1e-8) & np.isfinite(beta).all(axis=1)
    good = converged & (least > 1e-6) & (np.abs(beta).max(axis=1) < 30)
    return Fits(beta, deviance, likelihood, keep.sum(axis=1).astype(np.int64), converged, good)


def _start(y: Array, live: Mask, x: Array, keep: Mask) -> Array:
    """Weighted least squares on the logarithms of the counts, a little raised."""
    weights = np.where(live, y + 0.5, 0.0)
    target = np.where(live, np.log(y + 0.5), 0.0)
    return _solve(x, weights, (weights * target) @ x, keep)


def _step(x: Array, mu: Array, gradient: Array, keep: Mask) -> Array:
    step = _solve(x, mu, gradient, keep)
    most = np.abs(step).max(axis=1, keepdims=True)
    return np.asarray(step * np.minimum(1.0, 3.0 / np.maximum(most, 1e-300)))


def _solve(x: Array, weights: Array, right: Array, keep: Mask) -> Array:
    """Solve the normal equations of each row, without the terms it does not have."""
    outer = (x[:, :, None] * x[:, None, :]).reshape(len(x), -1)
    both = keep[:, :, None] & keep[:, None, :]
    matrix = np.where(both, (weights @ outer).reshape(both.shape), 0.0)
    diagonal = np.einsum("bii->bi", matrix)
    diagonal += np.where(keep, 1e-12 * diagonal + 1e-300, 1.0)
    matrix += np.eye(matrix.shape[1]) * 1e-14
    solution = np.linalg.solve(matrix, np.where(keep, right, 0.0)[:, :, None])[:, :, 0]
    return np.where(keep, np.nan_to_num(solution), 0.0)
