import math

import numpy as np
import pytest

from poimenno.estimates.convergence import effective_size, r_hat
from poimenno.estimates.latent_class import Effort, latent_class
from poimenno.estimates.overlaps import overlaps_from_counts, overlaps_from_patterns
from tests.estimates import reference
from tests.estimates.reference import KOSOVO

# Those that LCMCR did not converge on are no targets; where it touched its fixed limit of 20 unseen to one observed,
# its upper tail is cut off and only its lower limit and median can be compared. `make bench-estimates` runs all.
FAST = ["korea3", "spina3", "hav_taiwan3", "hiv_rome4", "congenital5", "neworleans5", "western_us5", "kosovo4",
        "lesbian4", "ph_manila_unidentified", "ph_quezon_police"]  # fmt: skip


@reference.needed
@pytest.mark.parametrize("name", FAST)
def test_the_posterior_is_that_of_lcmcr(name: str) -> None:
    expected = reference.of(name, "lcmcr")
    estimate = latent_class(reference.table(name))
    assert estimate.refusal is None
    assert estimate.distribution is not None
    # Both are simulations. Compare in probability: where our distribution has each of their quantiles.
    size = 1 / estimate.diagnostics["effective_draws"] + 1 / expected["ess"]
    ends = np.cumsum(estimate.distribution.probabilities)
    for quantile, q in (("lo95", 0.025), ("q25", 0.25), ("median", 0.5), ("q75", 0.75), ("hi95", 0.975)):
        place = int(np.searchsorted(estimate.distribution.values, expected[quantile], side="right"))
        before = int(np.searchsorted(estimate.distribution.values, expected[quantile], side="left"))
        above, below = ends[place - 1], ends[before - 1] if before else 0.0  # counts are whole: a jump, not a point
        error = 4 * math.sqrt(q * (1 - q) * size)
        assert below - error <= q <= above + error, quantile


def test_one_class_is_independence() -> None:
    """With one class the posterior of three independent lists lies around the truth that they were counted from."""
    chances, total = (0.5, 0.4, 0.3), 2000
    counts = {
        p: round(total * math.prod(c if p >> j & 1 else 1 - c for j, c in enumerate(chances))) for p in range(1, 8)
    }
    estimate = latent_class(overlaps_from_counts(("A", "B", "C"), counts), classes=1, effort=Effort(sweeps=2000))
    assert estimate.point == pytest.approx(total, rel=0.01)
    assert estimate.low and estimate.high and estimate.low < total < estimate.high


def test_too_short_a_run_is_refused_not_reported() -> None:
    estimate = latent_class(KOSOVO, effort=Effort(chains=4, sweeps=40, rounds=1))
    assert estimate.point is None
    assert "did not agree" in str(estimate.refusal)
    assert estimate.diagnostics["seed"] == 1


def test_the_same_seed_gives_the_same_number() -> None:
    table = overlaps_from_counts(("A", "B", "C"), {1: 90, 2: 80, 3: 60, 4: 70, 5: 50, 6: 40, 7: 30})
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


def test_the_number_of_threads_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    effort = Effort(sweeps=200, rounds=2)
    first = latent_class(KOSOVO, effort=effort)
    monkeypatch.setattr("os.cpu_count", lambda: 1)
    assert latent_class(KOSOVO, effort=effort).diagnostics == first.diagnostics


def test_what_is_impossible_is_taken_for_impossible() -> None:
    """Three independent lists, two of which cannot overlap: nobody is there, and it must not lower the chances."""
    chances, total = (0.5, 0.4, 0.3), 4000
    counts = {
        p: round(total * math.prod(c if p >> j & 1 else 1 - c for j, c in enumerate(chances))) for p in range(1, 8)
    }
    seen = [((p & 1, p >> 1 & 1, p >> 2 & 1), c if p & 3 != 3 else 0) for p, c in counts.items()]
    table = overlaps_from_patterns(("A", "B", "C"), seen, impossible=[(1, 1, 0), (1, 1, 1)])
    found, naive = (
        latent_class(table, classes=1),
        latent_class(overlaps_from_patterns(("A", "B", "C"), seen), classes=1),
    )
    possible = total - counts[3] - counts[7]
    assert found.point == pytest.approx(possible, rel=0.03)
    assert naive.point is None or abs(naive.point / possible - 1) > 0.1
