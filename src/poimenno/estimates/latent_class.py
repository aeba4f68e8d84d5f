"""Bayesian latent classes (Manrique-Vallier 2016): people of different classes, each with its own list probabilities.

The classes are not observed. Within a class the lists are independent. The number of classes, their shares and their
probabilities are sampled from the posterior of a truncated Dirichlet process mixture. Several chains run at once, in
threads; `chains` has their moves. There is no upper bound on the unseen.

An estimate is given only if the chains agree: R-hat at most 1.05 and at least 400 effective draws.
"""

import os
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from poimenno.estimates.convergence import effective_size, r_hat
from poimenno.estimates.overlaps import Array, Counts, Overlaps
from poimenno.estimates.remarks import Remark as _
from poimenno.estimates.result import Estimate, basic_refusal, loose_ends, of_draws, refused

METHOD = "latent-class"
REFERENCE = "Manrique-Vallier 2016, Biometrics 72: 1246-1254"
MAX_R_HAT = 1.05
MIN_DRAWS = 400
GIBBS_SWEEPS = 3  # for each Hamiltonian move
TARGET_R_HAT, TARGET_DRAWS = 1.01, 1000  # the simulation stops when both are reached


@dataclass(frozen=True)
class Effort:
    """How long to simulate: chains, sweeps in the first round, and rounds, each of which doubles the sweeps so far.

    The first half of all sweeps is discarded. `steps` is the mean number of leapfrog steps of a Hamiltonian move.
    """

    chains: int = 8
    sweeps: int = 1_000
    rounds: int = 6
    steps: int = 14


def latent_class(
    overlaps: Overlaps, *, classes: int = 10, seed: int = 1, effort: Effort | None = None, alpha: float | None = None
) -> Estimate:
    """Estimate the total from three lists and more: the median and central 95 % interval of the posterior.

    `classes` is the maximum; a warning says if all are in use. `alpha` fixes the concentration. The same seed gives
    the same draws, on any number of cores.
    """
    reason = basic_refusal(overlaps, lists=3)
    if reason:
        return refused(METHOD, REFERENCE, overlaps, reason)
    effort = effort or Effort()
    chains = [_Chain(overlaps, classes, child, alpha) for child in np.random.SeedSequence(seed).spawn(effort.chains)]
    with ThreadPoolExecutor(min(os.cpu_count() or 1, effort.chains)) as pool:
        for number in range(effort.rounds):
            sweeps = effort.sweeps << max(number - 1, 0)  # as many again as all rounds before
            list(pool.map(lambda chain: chain.advance(sweeps, effort.steps), chains))  # noqa: B023 - done within the round
            draws = np.array([chain.second_half() for chain in chains], dtype=np.float64)
            worst, size = r_hat(draws), effective_size(draws)
            if worst <= TARGET_R_HAT and size >= TARGET_DRAWS:
                break
    diagnostics: dict[str, Any] = {
        "r_hat": worst,
        "effective_draws": size,
        "sweeps": chains[0].sweeps,
        "chains": effort.chains,
        "seed": seed,
        "classes": classes,
        "classes_in_use": float(np.mean([chain.in_use() for chain in chains])),
    }
    if worst > MAX_R_HAT or size < MIN_DRAWS:
        text = _("{chains} chains of {sweeps} sweeps did not agree (R-hat {r:.2f}, {size:.0f} effective draws).")
        reason = text.format(chains=effort.chains, sweeps=diagnostics["sweeps"], r=worst, size=size)
        return refused(METHOD, REFERENCE, overlaps, reason, **diagnostics)
    estimate = of_draws(METHOD, REFERENCE, overlaps.n, overlaps.n + draws.ravel(), **diagnostics)
    if diagnostics["classes_in_use"] > classes - 0.5:
        estimate = estimate.warned(
            _("All {n} classes are in use; with more classes the estimate may change.").format(n=classes)
        )
    return estimate.warned(*loose_ends(overlaps))


class _Chain:
    """A chain with its own random number generator, and its draws so far."""

    def __init__(self, overlaps: Overlaps, classes: int, seed: np.random.SeedSequence, alpha: float | None) -> None:
        self.rng = np.random.Generator(np.random.PCG64(seed))
        self.fixed = alpha is not None
        self.data = _data(overlaps)
        # The starting points are far apart: otherwise agreement of the chains would mean nothing.
        logits, sticks = self.rng.normal(-1, 1, classes * len(overlaps.lists)), self.rng.normal(0, 1, classes - 1)
        self.state: Array = np.concatenate([logits, sticks])
        self.tuning: Array = np.array([alpha or 0.3, 0.05])
        self.unseen: list[NDArray[np.int64]] = []
        self.used: list[NDArray[np.int64]] = []

    @property
    def sweeps(self) -> int:
        """How many sweeps were done."""
        return sum(len(part) for part in self.unseen)

    def advance(self, sweeps: int, steps: int) -> None:
        """Do more sweeps. The first half of the first round, which is always discarded, tunes the step."""
        from poimenno.estimates import chains

        tuned = 0 if self.unseen else sweeps // 2
        for part in (tuned, sweeps - tuned):
            if part:
                tune = part == tuned and not self.unseen
                plan = (part, GIBBS_SWEEPS, steps, self.fixed, tune)
                unseen, used = chains.run_sweeps(self.rng, self.state, self.tuning, self.data, plan)
                self.unseen.append(unseen)
                self.used.append(used)

    def second_half(self) -> NDArray[np.int64]:
        """The second half of the draws of the unseen."""
        return np.concatenate(self.unseen)[self.sweeps // 2 :]

    def in_use(self) -> float:
        """How many classes were in use in the second half, on average."""
        return float(np.concatenate(self.used)[self.sweeps // 2 :].mean())


def _data(overlaps: Overlaps) -> tuple[int, Counts, Counts, int]:
    """The data as `chains` takes them: lists, patterns (the hidden ones first), counts, number of hidden patterns."""
    hidden = [0, *sorted(overlaps.impossible)]
    seen = np.flatnonzero(overlaps.array)
    patterns = np.concatenate([np.array(hidden, dtype=np.int64), seen.astype(np.int64)])
    counts = np.concatenate([np.zeros(len(hidden), dtype=np.int64), overlaps.array[seen]])
    return len(overlaps.lists), patterns, counts, len(hidden)
