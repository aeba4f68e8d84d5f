"""The compiled moves: each must leave the posterior as it is, and the simple cases are known exactly."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.special import betaln, gammaln

from poimenno.estimates.latent_class import Effort, _data, latent_class
from poimenno.estimates.overlaps import Array, Overlaps, overlaps_from_counts

TABLE = overlaps_from_counts(("A", "B", "C"), {1: 60, 2: 49, 3: 4, 4: 50, 5: 12, 6: 14, 7: 9})


@settings(max_examples=20, deadline=None)
@given(st.integers(0, 2**32 - 1), st.sampled_from([frozenset[int](), frozenset([3]), frozenset([3, 5])]))
def test_the_gradient_is_that_of_the_log_posterior(seed: int, impossible: frozenset[int]) -> None:
    from poimenno.estimates.chains import log_posterior

    counts = tuple(0 if p in impossible else c for p, c in enumerate(TABLE.counts))
    data = _data(Overlaps(TABLE.lists, counts, impossible))
    state = np.random.default_rng(seed).normal(0, 1.5, 4 * 3 + 3)
    _value, gradient = log_posterior(state, 0.7, data)
    for i in range(len(state)):
        step = np.zeros(len(state))
        step[i] = 1e-5
        between = (log_posterior(state + step, 0.7, data)[0] - log_posterior(state - step, 0.7, data)[0]) / 2e-5
        assert gradient[i] == pytest.approx(between, rel=1e-4, abs=1e-3)


@settings(max_examples=20, deadline=None)
@given(st.integers(0, 2**32 - 1), st.permutations([0, 1, 2]))
def test_relabelling_lists_leaves_the_log_posterior(seed: int, order: list[int]) -> None:
    from poimenno.estimates.chains import log_posterior

    state = np.random.default_rng(seed).normal(0, 1.5, 4 * 3 + 3)
    other = np.concatenate([state[:12].reshape(4, 3)[:, order].ravel(), state[12:]])
    table = TABLE.reordered([TABLE.lists[j] for j in order])
    assert log_posterior(other, 0.7, _data(table))[0] == pytest.approx(log_posterior(state, 0.7, _data(TABLE))[0])


def test_the_density_is_the_formula_of_the_paper() -> None:
    from poimenno.estimates.chains import log_posterior

    state = np.random.default_rng(4).normal(0, 1, 2 * 3 + 1)
    on, stick = 1 / (1 + np.exp(-state[:6].reshape(2, 3))), 1 / (1 + np.exp(-state[6]))
    chance = [
        sum(
            share * np.prod([on[k, j] if p >> j & 1 else 1 - on[k, j] for j in range(3)])
            for k, share in enumerate((stick, 1 - stick))
        )
        for p in range(8)
    ]
    likelihood = sum(TABLE.counts[p] * np.log(chance[p]) for p in range(1, 8)) - TABLE.n * np.log(1 - chance[0])
    # Uniform chances, a stick of Beta(1, 0.7) up to its constant, both on the scale of logits.
    prior = np.log(on * (1 - on)).sum() + np.log(stick) + 0.7 * np.log(1 - stick)
    assert log_posterior(state, 0.7, _data(TABLE))[0] == pytest.approx(likelihood + prior)


def _one_class() -> tuple[Array, Array]:
    """The exact posterior of the total where there is one class only: every chance summed out."""
    total = np.arange(TABLE.n, 40 * TABLE.n, dtype=np.float64)
    logs = gammaln(total + 1) - gammaln(total - TABLE.n + 1) - np.log(total)
    for name in TABLE.lists:
        logs += betaln(TABLE.size(name) + 1, total - TABLE.size(name) + 1)
    weights = np.exp(logs - logs.max())
    return total, weights / weights.sum()


def test_one_class_gives_the_exact_posterior() -> None:
    total, chances = _one_class()
    estimate = latent_class(TABLE, classes=1, effort=Effort(sweeps=4000, rounds=1))
    assert estimate.point is not None and estimate.low is not None and estimate.high is not None
    # In probability: where the exact distribution stands at our quantiles.
    size = estimate.diagnostics["effective_draws"]
    for found, q in ((estimate.low, 0.025), (estimate.point, 0.5), (estimate.high, 0.975)):
        exact = float(chances[total <= found].sum())
        assert exact == pytest.approx(q, abs=5 * np.sqrt(q * (1 - q) / size) + float(chances.max()))


def _posterior(moves: str) -> Array:
    """Draws of two classes with a fixed concentration by some of the moves."""
    from poimenno.estimates.chains import gibbs_sweep, hamiltonian_move, swap_classes

    rng, data = np.random.default_rng(11), _data(TABLE)
    state, found = rng.normal(0, 1, 2 * 3 + 1), []
    for _sweep in range(20_000):
        unseen = gibbs_sweep(rng, state, 0.7, data)[0]
        if "swap" in moves:
            swap_classes(rng, state, 3, 0.7)
        if "hamiltonian" in moves:
            hamiltonian_move(rng, state, 0.7, data, (0.15, 6))
        found.append((np.log1p(unseen), state[6]))
    return np.array(found[2000:])


def test_the_other_moves_leave_the_posterior_of_gibbs_sweeps() -> None:
    """Gibbs sweeps alone sample the posterior, slowly: any other move may only make it faster."""
    from poimenno.estimates.convergence import effective_size

    plain = _posterior("")
    for moves in ("swap", "hamiltonian"):
        other = _posterior(moves)
        for column in range(2):  # the unseen, and the stick, whose prior the exchange must respect
            error = sum(d[:, column].var() / effective_size(d[None, :, column]) for d in (plain, other)) ** 0.5
            assert other[:, column].mean() == pytest.approx(plain[:, column].mean(), abs=4 * error)
