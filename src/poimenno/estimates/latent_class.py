"""Bayesian latent classes (Manrique-Vallier 2016): people of different kinds, each kind with its own chances.

The kinds are not observed. Within a kind the lists are independent; how many kinds there are, which are large, and
how likely each list holds them, is drawn again and again from what the data leave open (a truncated Dirichlet process
mixture, by Gibbs sampling). Several chains run at once, as rows of the same arrays. There is no cap on the unseen.

An estimate is given only where the chains agree: R-hat at most 1.05 and at least 400 effective draws.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from poimenno.estimates.convergence import effective_size, r_hat
from poimenno.estimates.overlaps import Array, Overlaps
from poimenno.estimates.remarks import Remark as _
from poimenno.estimates.result import Estimate, basic_refusal, loose_ends, of_draws, refused

METHOD = "latent-class"
REFERENCE = "Manrique-Vallier 2016, Biometrics 72: 1246-1254"
SHAPE = RATE = 0.25  # of the gamma prior of the concentration (Manrique-Vallier 2016)
MOST_R_HAT = 1.05
LEAST_DRAWS = 400
TINY = 1e-300


@dataclass(frozen=True)
class Effort:
    """How long to simulate: chains side by side, sweeps in the first round, rounds that each double what was done.

    The first half of all sweeps is thrown away, and of the rest each `thin`-th is kept.
    """

    chains: int = 16
    sweeps: int = 4_000
    rounds: int = 5
    thin: int = 5


def latent_class(
    overlaps: Overlaps, *, classes: int = 10, seed: int = 1, effort: Effort | None = None, alpha: float | None = None
) -> Estimate:
    """Estimate the total from three lists and more: the median and central 95 % interval of the posterior.

    `classes` is the most that there can be; where all are in use, a warning says so. `alpha` fixes the concentration.
    """
    reason = basic_refusal(overlaps, lists=3)
    if reason:
        return refused(METHOD, REFERENCE, overlaps, reason)
    effort = effort or Effort()
    chains = Chains(overlaps, classes, effort.chains, seed, alpha)
    kept: list[Array] = []
    used: list[Array] = []
    sweeps, done, worst, size = effort.sweeps, 0, np.inf, 0.0
    for _round in range(effort.rounds):
        while done < sweeps:
            for _thin in range(effort.thin):
                chains.sweep()
            kept.append(chains.unseen.astype(np.float64))
            used.append(chains.occupied.mean())
            done += effort.thin
        draws = np.array(kept[len(kept) // 2 :]).T
        worst, size = r_hat(draws), effective_size(draws)
        if worst <= 1.01 and size >= LEAST_DRAWS:
            break
        sweeps *= 2
    found: dict[str, Any] = {
        "r_hat": worst,
        "effective_draws": size,
        "sweeps": done,
        "chains": effort.chains,
        "seed": seed,
        "classes": classes,
        "classes_in_use": float(np.mean(used[len(used) // 2 :])),
    }
    if worst > MOST_R_HAT or size < LEAST_DRAWS:
        text = _("{chains} chains of {sweeps} sweeps did not agree (R-hat {r:.2f}, {size:.0f} effective draws).")
        reason = text.format(chains=effort.chains, sweeps=done, r=worst, size=size)
        return refused(METHOD, REFERENCE, overlaps, reason, **found)
    estimate = of_draws(METHOD, REFERENCE, overlaps.n, overlaps.n + draws.ravel(), **found)
    if found["classes_in_use"] > classes - 0.5:
        estimate = estimate.warned(
            _("All {n} classes are in use: try more, the estimate may change.").format(n=classes)
        )
    return estimate.warned(*loose_ends(overlaps))


class Chains:
    """The state of several chains, and how it moves on: arrays are chains x classes x lists, or shorter."""

    def __init__(self, overlaps: Overlaps, classes: int, chains: int, seed: int, alpha: float | None = None) -> None:
        self.rng = np.random.default_rng(seed)
        lists = len(overlaps.lists)
        patterns = np.flatnonzero(overlaps.array)
        self.n, self.fixed_alpha = overlaps.n, alpha
        self.counts = overlaps.array[patterns]
        self.marks = _marks(patterns, lists)
        # What cannot be observed: the unseen proper, and what was declared impossible, if anyone were there.
        self.hidden = _marks(np.array([0, *sorted(overlaps.impossible)]), lists)
        self.chances = self.rng.uniform(0.05, 0.6, (chains, classes, lists))
        self.logs = np.log(self.rng.dirichlet(np.ones(classes), chains) + TINY)
        self.alpha = np.full(chains, alpha or 0.2)
        self.unseen = np.full(chains, self.n, dtype=np.int64)
        self.occupied = np.zeros(chains)

    def sweep(self) -> None:
        """One round of all the conditional draws."""
        weights = np.exp(self.logs)
        yes, no = np.log(self.chances + TINY), np.log1p(-np.minimum(self.chances, 1 - 1e-16))
        gain, none = yes - no, no.sum(axis=2)
        hidden = np.exp((gain @ self.hidden.T) + none[:, :, None]) * weights[:, :, None]
        # The unseen, given all but their classes: negative binomial, under the prior 1/N.
        chance = np.clip(hidden.sum(axis=(1, 2)), 1e-12, 1 - 1e-12)
        gone = self.rng.poisson(self.rng.gamma(self.n, chance / (1 - chance)))
        away = self.rng.multinomial(gone[:, None], _shares(hidden.reshape(len(gone), 1, -1)))[:, 0]
        away = away.reshape(hidden.shape)
        self.unseen = away[:, :, 0].sum(axis=1)
        seen = np.exp((gain @ self.marks.T) + (none + self.logs)[:, :, None]).transpose(0, 2, 1)
        here = self.rng.multinomial(self.counts[None, :], _shares(seen))
        size = here.sum(axis=1) + away.sum(axis=2)
        on = np.einsum("cpk,pj->ckj", here, self.marks) + away @ self.hidden
        self.chances = self.rng.beta(1 + on, 1 + size[:, :, None] - on)
        self.occupied = (size > 0).sum(axis=1).astype(np.float64)
        self._sticks(size)

    def _sticks(self, size: NDArray[np.int64]) -> None:
        """Break the sticks anew, in logarithms: they get shorter than any number can hold."""
        after = size[:, ::-1].cumsum(axis=1)[:, ::-1][:, 1:]
        broken = self._log_gamma(1.0 + size[:, :-1].astype(np.float64))
        rest = self._log_gamma(self.alpha[:, None] + after)
        both = np.logaddexp(broken, rest)
        left = np.concatenate([np.zeros((len(size), 1)), np.cumsum(rest - both, axis=1)], axis=1)
        self.logs = left + np.concatenate([broken - both, np.zeros((len(size), 1))], axis=1)
        if self.fixed_alpha is None:
            shape = SHAPE + size.shape[1] - 1
            self.alpha = np.maximum(self.rng.gamma(shape, 1 / (RATE - left[:, -1])), 1e-8)

    def _log_gamma(self, shape: Array) -> Array:
        """Logarithms of gamma draws, exact for shapes near 0 (Marsaglia & Tsang 2000)."""
        small = np.log(1 - self.rng.random(shape.shape)) / shape
        return np.asarray(np.log(self.rng.gamma(shape + 1) + TINY) + small)


def _marks(patterns: NDArray[np.int64], lists: int) -> Array:
    return np.asarray(patterns[:, None] >> np.arange(lists) & 1, dtype=np.float64)


def _shares(weights: Array) -> Array:
    """Proportions along the last axis that numpy's multinomial accepts."""
    weights = weights + TINY
    return np.asarray(weights / weights.sum(axis=-1, keepdims=True) * (1 - 1e-12))
