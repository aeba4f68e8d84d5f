import math

import numpy as np
import pytest

from poimenno.estimates import overlaps
from poimenno.estimates.convergence import effective_size, r_hat
from poimenno.estimates.latent_class import Effort, latent_class
from tests.estimates import reference
from tests.estimates.reference import KOSOVO


@reference.needed
@pytest.mark.parametrize("name", ["korea3", "hav_taiwan3"])
def test_the_posterior_is_that_of_lcmcr(name: str) -> None:
    expected = reference.of(name, "lcmcr")
    estimate = latent_class(reference.table(name), effort=Effort(sweeps=4000, rounds=4))
    assert estimate.refusal is None
    # Both are simulations: allow five standard errors of the median of each.
    size = 1 / math.sqrt(estimate.diagnostics["effective_draws"]) + 1 / math.sqrt(expected["ess"])
    assert estimate.point == pytest.approx(expected["median"], abs=5 * 1.25 * expected["sd"] * size)
    assert estimate.low == pytest.approx(expected["lo95"], rel=0.1)
    assert estimate.high == pytest.approx(expected["hi95"], rel=0.2)


def test_one_class_is_independence() -> None:
    """With one class the posterior of three independent lists lies around the truth that they were counted from."""
    chances, total = (0.5, 0.4, 0.3), 2000
    counts = {
        p: round(total * math.prod(c if p >> j & 1 else 1 - c for j, c in enumerate(chances))) for p in range(1, 8)
    }
    estimate = latent_class(overlaps.of_weights(("A", "B", "C"), counts), classes=1, effort=Effort(sweeps=2000))
    assert estimate.point == pytest.approx(total, rel=0.01)
    assert estimate.low and estimate.high and estimate.low < total < estimate.high


def test_too_short_a_run_is_refused_not_reported() -> None:
    estimate = latent_class(KOSOVO, effort=Effort(chains=4, sweeps=100, rounds=1))
    assert estimate.point is None
    assert "did not agree" in str(estimate.refusal)
    assert estimate.diagnostics["seed"] == 1


def test_the_same_seed_gives_the_same_number() -> None:
    table = overlaps.of_weights(("A", "B", "C"), {1: 90, 2: 80, 3: 60, 4: 70, 5: 50, 6: 40, 7: 30})
    effort = Effort(sweeps=1000, rounds=3)
    first, second = latent_class(table, seed=7, effort=effort), latent_class(table, seed=7, effort=effort)
    assert (first.point, first.low, first.high, first.diagnostics) == (
        second.point,
        second.low,
        second.high,
        second.diagnostics,
    )


def test_convergence_is_measured() -> None:
    rng = np.random.default_rng(3)
    good = rng.normal(size=(4, 1000))
    assert r_hat(good) < 1.01
    assert effective_size(good) == pytest.approx(4000, rel=0.2)
    assert r_hat(good + np.array([[0], [0], [0], [2]])) > 1.2
    slow = np.zeros((4, 4000))
    for t in range(1, 4000):
        slow[:, t] = 0.9 * slow[:, t - 1] + rng.normal(size=4)
    # An autoregression of 0.9 has (1 - 0.9) / (1 + 0.9) effective draws for each.
    assert effective_size(slow) == pytest.approx(16000 / 19, rel=0.25)
