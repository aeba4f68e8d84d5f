"""One chain of the latent class model, compiled: its state, and three moves that leave the posterior invariant.

The state is a vector: the logits of the probability that a member of each class is on each list (classes x lists),
then the logits of the stick-breaking fractions that make the shares of the classes (classes - 1). A sweep is

1. a Gibbs sweep (Manrique-Vallier 2016): unseen people, the class of everybody, probabilities, sticks, concentration;
2. swaps of neighbouring classes, because the order of the sticks mixes slowly by itself (Papaspiliopoulos & Roberts
   2008, Biometrika 95: 169-186);
3. a Hamiltonian move (Neal 2011, Handbook of Markov Chain Monte Carlo, ch. 5) of all probabilities and shares
   together, with the unseen and the classes of people summed out: if thousands of people are assigned to classes, a
   Gibbs sweep hardly moves them, although the number of the unseen may have to change a lot.

Every move is exact. Step sizes are tuned in sweeps that are discarded, and then fixed. To import this module takes half
a second, and its first use some seconds of compiling, which are cached on disk: import it in the function that uses it.
"""

from collections.abc import Callable
from math import exp, expm1, log, log1p
from typing import Any, TypeVar, cast

import numba
import numpy as np

from poimenno.estimates.overlaps import Array, Counts

F = TypeVar("F", bound=Callable[..., Any])
# The number of lists; patterns, first the hidden ones, which cannot be observed (on no list, and those declared
# impossible), then those that occur; the count of each, 0 for the hidden; the number of hidden patterns.
Data = tuple[int, Counts, Counts, int]
SHAPE = RATE = 0.25  # of the gamma prior of the concentration (Manrique-Vallier 2016)
MIN_CONCENTRATION = 1e-8  # of the concentration: a smaller one has the same effect
MAX_COUNT = 1e15  # of people: fits a 64-bit integer with room for sums
TARGET_ACCEPTANCE = 0.75  # share of accepted Hamiltonian moves: near the optimum (Betancourt, Byrne & Girolami 2014)


def _compiled(function: F) -> F:
    """Compile, without Python's lock; cache the result on disk if there is a folder that can be written to."""
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
def _class_masses(logs: Array, logits: Array, patterns: Counts) -> tuple[Array, Array, float]:
    """The probability of each class and pattern, of each list given the class, and of being on at least one list."""
    classes, lists = logits.shape
    on = np.empty((classes, lists))
    masses = np.empty((classes, len(patterns)))
    off = np.empty(lists)
    listed = 0.0
    for k in range(classes):
        share, none = exp(logs[k]), 0.0
        for j in range(lists):
            on[k, j] = 1.0 / (1.0 + exp(-logits[k, j]))
            off[j] = 1.0 / (1.0 + exp(logits[k, j]))
            none -= _softplus(logits[k, j])
        listed -= share * expm1(none)  # not 1 - …: the unseen may be nearly all
        for c in range(len(patterns)):
            mass = share
            for j in range(lists):
                mass *= on[k, j] if patterns[c] >> j & 1 else off[j]
            masses[k, c] = mass
    return masses, on, listed


@_compiled
def log_posterior(state: Array, alpha: float, data: Data) -> tuple[float, Array]:
    """The log-posterior of a state, people summed out, and its gradient.

    With the prior 1/N the sum over the unseen is (1 - probability of a hidden pattern)^-n.
    """
    lists, patterns, counts, hidden = data
    classes = (len(state) + 1) // (lists + 1)
    logits, sticks = state[: classes * lists].reshape(classes, lists), state[classes * lists :]
    masses, on, seen = _class_masses(log_shares(sticks), logits, patterns)
    n, value = float(counts.sum()), 0.0
    for c in range(1, hidden):
        seen -= masses[:, c].sum()
    gradient = np.zeros(len(state))
    if not seen > 0:
        return -np.inf, gradient
    value -= n * log(seen)
    derivative = np.empty(len(patterns))  # derivative of the value by the probability of each pattern
    for c in range(len(patterns)):
        derivative[c] = n / seen
        if c >= hidden:
            whole = masses[:, c].sum()
            if not whole > 0:
                return -np.inf, gradient
            value += counts[c] * log(whole)
            derivative[c] = counts[c] / whole
    after = 0.0
    for k in range(classes - 1, -1, -1):
        size = 0.0
        for c in range(len(patterns)):
            part = derivative[c] * masses[k, c]
            size += part
            for j in range(lists):
                if patterns[c] >> j & 1:
                    gradient[k * lists + j] += part
        for j in range(lists):
            value -= _softplus(logits[k, j]) + _softplus(-logits[k, j])
            gradient[k * lists + j] += 1.0 - (size + 2.0) * on[k, j]
        if k < classes - 1:
            stick = 1.0 / (1.0 + exp(-sticks[k]))
            value -= _softplus(-sticks[k]) + alpha * _softplus(sticks[k])
            gradient[classes * lists + k] = (size + 1.0) * (1.0 - stick) - (after + alpha) * stick
        after += size
    return value, gradient


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
def gibbs_sweep(rng: np.random.Generator, state: Array, alpha: float, data: Data) -> tuple[int, int, float]:
    """Draw people, then the state given them, in place. Returns the unseen, the classes in use, the sticks' sum."""
    lists, patterns, counts, hidden = data
    classes = (len(state) + 1) // (lists + 1)
    logits, sticks = state[: classes * lists].reshape(classes, lists), state[classes * lists :]
    masses, _on, seen = _class_masses(log_shares(sticks), logits, patterns)
    for c in range(1, hidden):
        seen -= masses[:, c].sum()
    rate = rng.standard_gamma(float(counts.sum())) / max(seen, 1e-300)
    size, unseen = np.zeros(classes, np.int64), 0
    on_list = np.zeros((classes, lists), np.int64)
    assigned = np.empty(classes, np.int64)
    for c in range(len(patterns)):
        assigned[:] = 0
        if c >= hidden:
            _split(rng, counts[c], masses[:, c], assigned)
        else:  # negative binomial, as a gamma mixture of Poisson draws
            for k in range(classes):
                assigned[k] = rng.poisson(min(rate * masses[k, c], MAX_COUNT))
        if c == 0:
            unseen = assigned.sum()
        size += assigned
        for j in range(lists):
            if patterns[c] >> j & 1:
                on_list[:, j] += assigned
    after, used, sticks_sum = 0, 0, 0.0
    for k in range(classes - 1, -1, -1):
        used += int(size[k] > 0)
        for j in range(lists):
            logits[k, j] = _log_gamma(rng, 1.0 + on_list[k, j]) - _log_gamma(rng, 1.0 + size[k] - on_list[k, j])
        if k < classes - 1:
            sticks[k] = _log_gamma(rng, 1.0 + size[k]) - _log_gamma(rng, alpha + after)
            sticks_sum += _softplus(sticks[k])
        after += size[k]
    return unseen, used, sticks_sum


@_compiled
def swap_classes(rng: np.random.Generator, state: Array, lists: int, alpha: float) -> None:
    """Propose to swap each class with the next, in place. Only the prior of the shares changes."""
    classes = (len(state) + 1) // (lists + 1)
    logits, sticks = state[: classes * lists].reshape(classes, lists), state[classes * lists :]
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
                logits[k, j], logits[k + 1, j] = logits[k + 1, j], logits[k, j]
    for k in range(classes - 1):
        sticks[k] = logs[k] - rest[k + 1]


@_compiled
def hamiltonian_move(
    rng: np.random.Generator, state: Array, alpha: float, data: Data, leapfrog: tuple[float, int]
) -> float:
    """A Hamiltonian move, in place. Returns the probability of its acceptance.

    `leapfrog` is the mean size of a leapfrog step, and their mean number; both vary at random, to avoid resonance.
    """
    step, steps = leapfrog
    value, gradient = log_posterior(state, alpha, data)
    position, momentum = state.copy(), np.empty(len(state))
    for i in range(len(state)):
        momentum[i] = rng.standard_normal()
    energy = value - (momentum * momentum).sum() / 2
    step *= 0.6 + 0.8 * rng.random()
    for _step in range(1 + int(2 * steps * rng.random())):
        momentum += step / 2 * gradient
        position += step * momentum
        value, gradient = log_posterior(position, alpha, data)
        momentum += step / 2 * gradient
        if not value > -np.inf:
            return 0.0
    gain = value - (momentum * momentum).sum() / 2 - energy
    if log(1.0 - rng.random()) < gain:
        state[:] = position
    return float(exp(min(gain, 0.0))) if gain > -np.inf else 0.0


@_compiled
def run_sweeps(
    rng: np.random.Generator, state: Array, tuning: Array, data: Data, plan: tuple[int, int, int, bool, bool]
) -> tuple[Counts, Counts]:
    """Do more sweeps. Returns the unseen and the number of classes in use after each.

    `tuning` holds the concentration and the size of a leapfrog step. `plan` is the number of sweeps, of Gibbs sweeps in
    each, and of leapfrog steps; whether the concentration is fixed; whether to tune the step.
    """
    sweeps, rounds, steps, fixed, tune = plan
    unseen, used = np.empty(sweeps, np.int64), np.empty(sweeps, np.int64)
    classes = (len(state) + 1) // (data[0] + 1)
    for i in range(sweeps):
        for _round in range(rounds):
            unseen[i], used[i], sticks_sum = gibbs_sweep(rng, state, tuning[0], data)
            if not fixed:
                tuning[0] = max(rng.standard_gamma(SHAPE + classes - 1) / (RATE + sticks_sum), MIN_CONCENTRATION)
        swap_classes(rng, state, data[0], tuning[0])
        chance = hamiltonian_move(rng, state, tuning[0], data, (tuning[1], steps))
        if tune:
            tuning[1] = min(tuning[1] * exp((chance - TARGET_ACCEPTANCE) * 2 / (1 + i) ** 0.5), 1.0)
    return unseen, used
