"""Bayesian latent classes (Manrique-Vallier 2016): people of different kinds, each kind with its own chances.

The kinds are not observed. Within a kind the lists are independent; how many kinds there are, which are large, and
how likely each list holds them, is drawn again and again from what the data leave open (a truncated Dirichlet process
mixture). Several chains run at once, in threads; `chains` has their moves. There is no cap on the unseen.

An estimate is given only where the chains agree: R-hat at most 1.05 and at least 400 effective draws.
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
MOST_R_HAT = 1.05
LEAST_DRAWS = 400
ROUNDS = 3  # of conditional draws to each Hamiltonian move
GOOD_R_HAT, GOOD_DRAWS = 1.01, 1000  # what is aimed at: then no more is simulated


@dataclass(frozen=True)
class Effort:
    """How long to simulate: chains, sweeps in the first round, rounds that each double what was done.

    The first half of all sweeps is thrown away. `steps`: of a Hamiltonian move, on average.
    """

    chains: int = 8
    sweeps: int = 1_000
    rounds: int = 6
    steps: int = 14


def latent_class(
    overlaps: Overlaps, *, classes: int = 10, seed: int = 1, effort: Effort | None = None, alpha: float | None = None
) -> Estimate:
    """Estimate the total from three lists and more: the median and central 95 % interval of the posterior.

    `classes` is the most that there can be; where all are in use, a warning says so. `alpha` fixes the concentration.
    The same seed gives the same draws, on however many cores.
    """
    reason = basic_refusal(overlaps, lists=3)
    if reason:
        return refused(METHOD, REFERENCE, overlaps, reason)
    effort = effort or Effort()
    chains = [_Chain(overlaps, classes, child, alpha) for child in np.random.SeedSequence(seed).spawn(effort.chains)]
    with ThreadPoolExecutor(min(os.cpu_count() or 1, effort.chains)) as pool:
        for number in range(effort.rounds):
            sweeps = effort.sweeps << max(number - 1, 0)  # as many again as all rounds before
            list(pool.map(lambda chain: chain.go_on(sweeps, effort.steps), chains))  # noqa: B023 - done within the round
            draws = np.array([chain.kept() for chain in chains], dtype=np.float64)
            worst, size = r_hat(draws), effective_size(draws)
            if worst <= GOOD_R_HAT and size >= GOOD_DRAWS:
                break
    found: dict[str, Any] = {
        "r_hat": worst,
        "effective_draws": size,
        "sweeps": chains[0].sweeps,
        "chains": effort.chains,
        "seed": seed,
        "classes": classes,
        "classes_in_use": float(np.mean([chain.in_use() for chain in chains])),
    }
    if worst > MOST_R_HAT or size < LEAST_DRAWS:
        text = _("{chains} chains of {sweeps} sweeps did not agree (R-hat {r:.2f}, {size:.0f} effective draws).")
        reason = text.format(chains=effort.chains, sweeps=found["sweeps"], r=worst, size=size)
        return refused(METHOD, REFERENCE, overlaps, reason, **found)
    estimate = of_draws(METHOD, REFERENCE, overlaps.n, overlaps.n + draws.ravel(), **found)
    if found["classes_in_use"] > classes - 0.5:
        estimate = estimate.warned(
            _("All {n} classes are in use: try more, the estimate may change.").format(n=classes)
        )
    return estimate.warned(*loose_ends(overlaps))


class _Chain:
    """A chain with a random number generator of its own, and what it has drawn so far."""

    def __init__(self, overlaps: Overlaps, classes: int, seed: np.random.SeedSequence, alpha: float | None) -> None:
        self.rng = np.random.Generator(np.random.PCG64(seed))
        self.fixed = alpha is not None
        self.data = _data(overlaps)
        # Starts lie far apart, so that agreement means something.
        chances, sticks = self.rng.normal(-1, 1, classes * len(overlaps.lists)), self.rng.normal(0, 1, classes - 1)
        self.state: Array = np.concatenate([chances, sticks])
        self.tuning: Array = np.array([alpha or 0.3, 0.05])
        self.unseen: list[NDArray[np.int64]] = []
        self.used: list[NDArray[np.int64]] = []

    @property
    def sweeps(self) -> int:
        """How many sweeps were done."""
        return sum(len(part) for part in self.unseen)

    def go_on(self, sweeps: int, steps: int) -> None:
        """Do more sweeps; the first half of the very first ones, which is always thrown away, tunes the step."""
        from poimenno.estimates import chains

        tuned = 0 if self.unseen else sweeps // 2
        for part in (tuned, sweeps - tuned):
            if part:
                tune = part == tuned and not self.unseen
                plan = (part, ROUNDS, steps, self.fixed, tune)
                found = chains.run(self.rng, self.state, self.tuning, self.data, plan)
                self.unseen.append(found[0])
                self.used.append(found[1])

    def kept(self) -> NDArray[np.int64]:
        """The second half of the draws of the unseen."""
        return np.concatenate(self.unseen)[self.sweeps // 2 :]

    def in_use(self) -> float:
        """How many classes were in use in the second half, on average."""
        return float(np.concatenate(self.used)[self.sweeps // 2 :].mean())


def _data(overlaps: Overlaps) -> tuple[int, Counts, Counts, int]:
    """Patterns and counts, as the compiled functions take them; the hidden patterns first, and how many these are."""
    hidden = [0, *sorted(overlaps.impossible)]
    seen = np.flatnonzero(overlaps.array)
    patterns = np.concatenate([np.array(hidden, dtype=np.int64), seen.astype(np.int64)])
    counts = np.concatenate([np.zeros(len(hidden), dtype=np.int64), overlaps.array[seen]])
    return len(overlaps.lists), patterns, counts, len(hidden)
