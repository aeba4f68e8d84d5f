"""One chain of the latent class model, compiled: its state, and the three moves that leave the posterior as it is.

The state is a vector: the logits of the chances of each class on each list (classes x lists), then those of the
sticks that the shares of the classes are broken from (classes - 1). A sweep is

1. the conditional draws of Manrique-Vallier (2016): unseen people, everybody's class, chances, sticks, concentration;
2. an exchange of neighbouring classes, as the order of the sticks mixes slowly by itself (Papaspiliopoulos & Roberts
   2008, Biometrika 95: 169-186);
3. a Hamiltonian move (Neal 2011, Handbook of Markov Chain Monte Carlo, ch. 5) of all chances and shares together,
   with the unseen and the classes of people summed out: where thousands are assigned to classes one by one, the
   conditional draws hardly move, while the unseen may go far.

Every move is exact; step sizes are tuned in sweeps that are thrown away, and then fixed. Importing this module costs
half a second, and its first use some seconds of compiling, which are kept on disk: import it where it is used.
"""

from collections.abc import Callable
from math import exp, expm1, log, log1p
from typing import Any, TypeVar, cast

import numba
import numpy as np

from poimenno.estimates.overlaps import Array, Counts

F = TypeVar("F", bound=Callable[..., Any])
# The number of lists; patterns, first those that cannot be observed (on none, and those declared impossible), then
# those that occur; the count of each, 0 for the hidden; how many are hidden.
Data = tuple[int, Counts, Counts, int]
SHAPE = RATE = 0.25  # of the gamma prior of the concentration (Manrique-Vallier 2016)
FEWEST = 1e-8  # a concentration below is as good as none
MOST = 1e15  # people that a whole number of 64 bits safely holds
AIM = 0.75  # share of Hamiltonian moves to accept: near the best (Betancourt, Byrne & Girolami 2014)


def _compiled(function: F) -> F:
    """Compile, without Python's lock; keep the result on disk where there is a place that can be written to."""
    try:
        return cast("F", numba.njit(nogil=True, cache=True)(function))
    except RuntimeError:
        return cast("F", numba.njit(nogil=True)(function))


@_compiled
def _softplus(x: float) -> float:
    """log(1 + exp(x)), whatever x."""
    return max(x, 0.0) + log1p(exp(-abs(x)))


@_compiled
def _log_sum(a: float, b: float) -> float:
    """log(exp(a) + exp(b))."""
    return max(a, b) + log1p(exp(-abs(a - b)))


@_compiled
def _log_gamma(rng: np.random.Generator, shape: float) -> float:
    """The logarithm of a gamma draw, exact for shapes near 0 (Marsaglia & Tsang 2000)."""
    return log(rng.standard_gamma(shape + 1.0) + 1e-300) + log(1.0 - rng.random()) / shape


@_compiled
def log_shares(sticks: Array) -> Array:
    """The logarithms of the shares of the classes."""
    logs = np.empty(len(sticks) + 1)
    left = 0.0
    for k in range(len(sticks)):
        logs[k] = left - _softplus(-sticks[k])
        left -= _softplus(sticks[k])
    logs[-1] = left
    return logs


@_compiled
def _masses(logs: Array, chances: Array, patterns: Counts) -> tuple[Array, Array, float]:
    """The chance of each class and pattern; that of each class on each list; that of all on at least one list."""
    classes, lists = chances.shape
    on = np.empty((classes, lists))
    found = np.empty((classes, len(patterns)))
    off = np.empty(lists)
    listed = 0.0
    for k in range(classes):
        share, none = exp(logs[k]), 0.0
        for j in range(lists):
            on[k, j] = 1.0 / (1.0 + exp(-chances[k, j]))
            off[j] = 1.0 / (1.0 + exp(chances[k, j]))
            none -= _softplus(chances[k, j])
        listed -= share * expm1(none)  # not 1 - …: the unseen may be nearly all
        for c in range(len(patterns)):
            mass = share
            for j in range(lists):
                mass *= on[k, j] if patterns[c] >> j & 1 else off[j]
            found[k, c] = mass
    return found, on, listed


@_compiled
def density(state: Array, alpha: float, data: Data) -> tuple[float, Array]:
    """The logarithm of the posterior of a state, people summed out, and its gradient.

    With the prior 1/N the unseen sum to (1 - chance of being hidden)^-n.
    """
    lists, patterns, counts, hidden = data
    classes = (len(state) + 1) // (lists + 1)
    chances, sticks = state[: classes * lists].reshape(classes, lists), state[classes * lists :]
    masses, on, seen = _masses(log_shares(sticks), chances, patterns)
    n, value = float(counts.sum()), 0.0
    for c in range(1, hidden):
        seen -= masses[:, c].sum()
    slope = np.zeros(len(state))
    if not seen > 0:
        return -np.inf, slope
    value -= n * log(seen)
    pull = np.empty(len(patterns))  # by how much each chance of a pattern moves the value
    for c in range(len(patterns)):
        pull[c] = n / seen
        if c >= hidden:
            whole = masses[:, c].sum()
            if not whole > 0:
                return -np.inf, slope
            value += counts[c] * log(whole)
            pull[c] = counts[c] / whole
    after = 0.0
    for k in range(classes - 1, -1, -1):
        size = 0.0
        for c in range(len(patterns)):
            part = pull[c] * masses[k, c]
            size += part
            for j in range(lists):
                if patterns[c] >> j & 1:
                    slope[k * lists + j] += part
        for j in range(lists):
            value -= _softplus(chances[k, j]) + _softplus(-chances[k, j])
            slope[k * lists + j] += 1.0 - (size + 2.0) * on[k, j]
        if k < classes - 1:
            stick = 1.0 / (1.0 + exp(-sticks[k]))
            value -= _softplus(-sticks[k]) + alpha * _softplus(sticks[k])
            slope[classes * lists + k] = (size + 1.0) * (1.0 - stick) - (after + alpha) * stick
        after += size
    return value, slope


@_compiled
def _split(rng: np.random.Generator, left: int, weights: Array, size: Counts) -> None:
    """Assign `left` people to classes by their weights, and add them to `size`."""
    rest = weights.sum()
    for k in range(len(weights)):
        if left <= 0:
            break
        some = left
        if k < len(weights) - 1 and weights[k] < rest:
            some = rng.binomial(left, weights[k] / rest) if weights[k] > 0.0 else 0
        size[k] += some
        left -= some
        rest -= weights[k]


@_compiled
def conditional(rng: np.random.Generator, state: Array, alpha: float, data: Data) -> tuple[int, int, float]:
    """Draw people, then the state given them, in place; gives the unseen, the classes in use, the sticks' sum."""
    lists, patterns, counts, hidden = data
    classes = (len(state) + 1) // (lists + 1)
    chances, sticks = state[: classes * lists].reshape(classes, lists), state[classes * lists :]
    masses, _on, seen = _masses(log_shares(sticks), chances, patterns)
    for c in range(1, hidden):
        seen -= masses[:, c].sum()
    rate = rng.standard_gamma(float(counts.sum())) / max(seen, 1e-300)
    size, unseen = np.zeros(classes, np.int64), 0
    marked = np.zeros((classes, lists), np.int64)
    here = np.empty(classes, np.int64)
    for c in range(len(patterns)):
        here[:] = 0
        if c >= hidden:
            _split(rng, counts[c], masses[:, c], here)
        else:  # negative binomial, as a gamma mixture of Poisson draws
            for k in range(classes):
                here[k] = rng.poisson(min(rate * masses[k, c], MOST))
        if c == 0:
            unseen = here.sum()
        size += here
        for j in range(lists):
            if patterns[c] >> j & 1:
                marked[:, j] += here
    after, used, broken = 0, 0, 0.0
    for k in range(classes - 1, -1, -1):
        used += int(size[k] > 0)
        for j in range(lists):
            chances[k, j] = _log_gamma(rng, 1.0 + marked[k, j]) - _log_gamma(rng, 1.0 + size[k] - marked[k, j])
        if k < classes - 1:
            sticks[k] = _log_gamma(rng, 1.0 + size[k]) - _log_gamma(rng, alpha + after)
            broken += _softplus(sticks[k])
        after += size[k]
    return unseen, used, broken


@_compiled
def exchange(rng: np.random.Generator, state: Array, lists: int, alpha: float) -> None:
    """Propose that each class and the next change places, in place: only the prior of the shares sees a difference."""
    classes = (len(state) + 1) // (lists + 1)
    chances, sticks = state[: classes * lists].reshape(classes, lists), state[classes * lists :]
    logs = log_shares(sticks)
    rest = np.empty(classes)  # the share of this class and all after it
    rest[-1] = logs[-1]
    for k in range(classes - 2, -1, -1):
        rest[k] = _log_sum(rest[k + 1], logs[k])
    for k in range(classes - 1):
        if k == classes - 2:
            then, gain = logs[k], (alpha - 1.0) * (logs[k] - logs[k + 1])
        else:
            then = _log_sum(logs[k], rest[k + 2])
            gain = rest[k + 1] - then
        if log(1.0 - rng.random()) < gain:
            logs[k], logs[k + 1] = logs[k + 1], logs[k]
            rest[k + 1] = then
            for j in range(lists):
                chances[k, j], chances[k + 1, j] = chances[k + 1, j], chances[k, j]
    for k in range(classes - 1):
        sticks[k] = logs[k] - rest[k + 1]


@_compiled
def glide(rng: np.random.Generator, state: Array, alpha: float, data: Data, pace: tuple[float, int]) -> float:
    """A Hamiltonian move in place, of about so many steps of about that size; gives the chance that it had."""
    step, steps = pace
    value, slope = density(state, alpha, data)
    place, speed = state.copy(), np.empty(len(state))
    for i in range(len(state)):
        speed[i] = rng.standard_normal()
    energy = value - (speed * speed).sum() / 2
    step *= 0.6 + 0.8 * rng.random()
    for _step in range(1 + int(2 * steps * rng.random())):
        speed += step / 2 * slope
        place += step * speed
        value, slope = density(place, alpha, data)
        speed += step / 2 * slope
        if not value > -np.inf:
            return 0.0
    gain = value - (speed * speed).sum() / 2 - energy
    if log(1.0 - rng.random()) < gain:
        state[:] = place
    return float(exp(min(gain, 0.0))) if gain > -np.inf else 0.0


@_compiled
def run(
    rng: np.random.Generator, state: Array, tuning: Array, data: Data, plan: tuple[int, int, int, bool, bool]
) -> tuple[Counts, Counts]:
    """Go on for some sweeps: the unseen, and the classes in use, after each.

    `tuning` has the concentration and the size of a step; `plan`: sweeps, rounds of conditional draws in each, steps,
    whether the concentration is fixed, whether to tune the step.
    """
    sweeps, rounds, steps, fixed, tune = plan
    unseen, used = np.empty(sweeps, np.int64), np.empty(sweeps, np.int64)
    classes = (len(state) + 1) // (data[0] + 1)
    for i in range(sweeps):
        for _round in range(rounds):
            unseen[i], used[i], broken = conditional(rng, state, tuning[0], data)
            if not fixed:
                tuning[0] = max(rng.standard_gamma(SHAPE + classes - 1) / (RATE + broken), FEWEST)
        exchange(rng, state, data[0], tuning[0])
        chance = glide(rng, state, tuning[0], data, (tuning[1], steps))
        if tune:
            tuning[1] = min(tuning[1] * exp((chance - AIM) * 2 / (1 + i) ** 0.5), 1.0)
    return unseen, used
