import numpy as np
import pytest

from poimenno.estimates import hierarchical
from poimenno.estimates.bootstrap import bootstrapped
from poimenno.estimates.closed_form import chapman
from poimenno.estimates.existence import existence
from poimenno.estimates.log_linear import Criterion, fit_models, log_linear, log_linear_average, search_models
from poimenno.estimates.overlaps import Array, Overlaps, overlaps_from_counts, overlaps_from_patterns
from poimenno.estimates.sparse import sparse
from tests.estimates import reference
from tests.estimates.reference import KOSOVO, SPARSE


def _models(table: Overlaps, order: int | None = None) -> tuple[list[str], hierarchical.Fits]:
    lists = len(table.lists)
    chosen = hierarchical.models(lists, order)
    fits = hierarchical.fit(table.array[None].astype(float), table.possible[None], hierarchical.columns(chosen, lists))
    return [hierarchical.name(m) for m in chosen], fits


def _canonical(name: str) -> frozenset[str]:
    return frozenset(name.strip("[]").split(","))


@pytest.mark.parametrize(("lists", "count"), [(2, 1), (3, 8), (4, 113), (5, 6893)])
def test_the_number_of_hierarchical_models(lists: int, count: int) -> None:
    assert len(set(hierarchical.models(lists))) == count


def test_every_model_of_four_lists_fits_as_iterative_proportional_fitting_does() -> None:
    """An independent truth for all 113 (Deming & Stephan 1940; incomplete tables: Bishop et al. 1975)."""
    names, fits = _models(KOSOVO)
    y = KOSOVO.array.astype(float)
    for i, terms in enumerate(hierarchical.models(4)):
        mu = _proportional(y, KOSOVO.possible, [t for t in terms if t])
        deviance = 2 * float(np.sum(y[1:] * np.log(y[1:] / mu[1:])))
        assert fits.good[i]
        assert fits.deviance[i] == pytest.approx(deviance, abs=2e-3), names[i]


def _proportional(y: Array, possible: hierarchical.Mask, margins: list[int]) -> Array:
    mu = possible.astype(float)
    cells = np.arange(len(y))
    for _sweep in range(400):
        for margin in margins:
            groups = cells & margin
            want = np.bincount(groups, y, minlength=len(y))
            have = np.bincount(groups, mu, minlength=len(y))
            mu = mu * (want / np.maximum(have, 1e-300))[groups]
    return mu


@reference.needed
@pytest.mark.parametrize("name", reference.tables("rcapture", "top_BIC"))
def test_estimates_and_deviances_are_those_of_rcapture(name: str) -> None:
    expected = reference.of(name, "rcapture")
    table = reference.table(name)
    names, fits = _models(table, expected["maxorder"])
    places = {_canonical(n): i for i, n in enumerate(names)}
    compared = 0
    for model in expected["top_BIC"]:
        i = places[_canonical(model["model"])]
        terms = hierarchical.columns([hierarchical.models(len(table.lists), expected["maxorder"])[i]], len(table.lists))
        verdict = existence(table.array.astype(float), table.possible, terms[0]).verdict
        if verdict == "unidentified":
            assert model["abundance"] > 1e9  # what iterating regardless prints
            continue
        aic = -2 * fits.log_likelihood[i] + 2 * fits.parameters[i]
        assert table.n + fits.unseen[i] == pytest.approx(model["abundance"], rel=1e-6)
        assert fits.deviance[i] == pytest.approx(model["deviance"], abs=1e-6)
        assert aic == pytest.approx(model["AIC"], abs=1e-6)
        compared += 1
    assert compared


@reference.needed
@pytest.mark.parametrize("name", ["kosovo4", "hiv_rome4", "diabetes4", "spina3", "congenital5", "scotpwid4", "uk5"])
@pytest.mark.parametrize("criterion", ["bic", "aic"])
def test_profile_intervals_are_those_of_rcapture(name: str, criterion: str) -> None:
    expected = reference.of(name, "rcapture")[f"best_{criterion.upper()}"]
    estimate = log_linear(reference.table(name), "bic" if criterion == "bic" else "aic")
    assert _canonical(estimate.diagnostics["model"]) == _canonical(expected["model"])
    assert estimate.point == pytest.approx(expected["abundance"], rel=1e-9)
    limits = expected["profile_CI"]
    assert [estimate.low, estimate.high] == pytest.approx([limits["lo95"], limits["hi95"]], rel=5e-4)


def test_a_model_without_an_estimate_is_refused_not_printed() -> None:
    """An R package prints 1.4e13 for the model 12,3 of this table."""
    models, refused = fit_models(SPARSE)
    assert refused == 4
    assert {m.name for m in models} == {"1,2,3", "13,2", "23,1", "13,23"}
    estimate = log_linear(SPARSE)
    assert estimate.diagnostics["model"] == "1,2,3"
    assert estimate.point == pytest.approx(539.0939294286)


def test_existence_by_hand() -> None:
    """Two lists that share nobody: independence expects an empty overlap, any number of unseen fits."""
    counts = np.array([0.0, 5, 7, 0])
    terms = np.array([True, True, True, False])
    assert existence(counts, np.array([False, True, True, True]), terms).verdict == "unidentified"
    assert existence(np.array([0.0, 5, 7, 1]), np.array([False, True, True, True]), terms).verdict == "exists"


def test_impossible_overlaps_leave_the_likelihood() -> None:
    """Lists B and C exclude each other: with A between them, independence is fitted on what is left."""
    table = overlaps_from_patterns(
        ("A", "B", "C"),
        [((1, 0, 0), 400), ((0, 1, 0), 240), ((0, 0, 1), 160), ((1, 1, 0), 60), ((1, 0, 1), 40)],
        impossible=[(0, 1, 1), (1, 1, 1)],
    )
    estimate = log_linear(table)
    assert estimate.diagnostics["model"] == "1,2,3"
    # The odds of A are 1/4 beside B and beside C, so alone too: 400 of A only stand for 1,600 of none.
    assert estimate.point == pytest.approx(table.n + 1600, rel=1e-6)


@pytest.mark.parametrize("criterion", ["aic", "bic"])
def test_the_search_finds_the_models_that_fitting_all_finds(criterion: Criterion) -> None:
    """On five lists both can be done; six have too many models to fit them all."""
    rng = np.random.default_rng(8)
    kinds = rng.random(3000) < 0.5
    on = rng.random((3000, 5)) < np.where(kinds[:, None], 0.35, 0.15)
    counts = np.bincount(on @ (1 << np.arange(5)), minlength=32)
    table = overlaps_from_counts(tuple("ABCDE"), {p: int(c) for p, c in enumerate(counts) if p})
    every, search = fit_models(table, criterion), search_models(table, criterion)
    assert [m.name for m in search[0]] == [m.name for m in every[0]]
    assert [m.unseen for m in search[0]] == pytest.approx([m.unseen for m in every[0]])
    assert search[1] == every[1]


def test_six_lists_are_averaged() -> None:
    rng = np.random.default_rng(2)
    on = rng.random((2000, 6)) < [0.3, 0.25, 0.3, 0.2, 0.3, 0.25]
    counts = np.bincount(on @ (1 << np.arange(6)), minlength=64)
    table = overlaps_from_counts(tuple("ABCDEF"), {p: int(c) for p, c in enumerate(counts) if p})
    found = log_linear_average(table)
    assert found.low is not None and found.high is not None
    assert found.low < 2000 < found.high


def test_the_bootstrap_that_chooses_again_is_wider_than_the_profile() -> None:
    table = reference.SPINA
    plain, again = log_linear(table), bootstrapped(table, log_linear, replicates=60)
    assert plain.low and plain.high and again.low and again.high
    assert again.point == plain.point
    assert again.high - again.low > plain.high - plain.low
    same = bootstrapped(table, log_linear, replicates=60)
    assert (same.low, same.high) == (again.low, again.high)


def test_the_bootstrap_of_no_estimate_is_none() -> None:
    alone = overlaps_from_counts(("A", "B", "C"), {1: 9, 2: 8, 4: 7})
    assert bootstrapped(alone, log_linear).refusal == log_linear(alone).refusal
    # So few overlaps that many drawn tables have none: an interval of the rest would be too short.
    thin = bootstrapped(overlaps_from_counts(("A", "B"), {1: 90, 2: 80, 3: 1}), chapman, replicates=40)
    assert thin.point is None
    assert "of 40 resampled tables" in str(thin.refusal)


@reference.needed
@pytest.mark.parametrize(
    "name", ["kosovo4", "uk5", "uk6", "netherlands5", "neworleans8", "australia4", "spina3", "artificial3", "scotpwid4"]
)
def test_stepwise_selection_is_that_of_the_package(name: str) -> None:
    expected = reference.of(name, "sparsemse")["stepwise_p0.02"]
    assert sparse(reference.table(name)).point == pytest.approx(expected["point est."], rel=1e-6)


def test_the_average_is_wider_than_the_chosen_model() -> None:
    chosen, average = log_linear(KOSOVO), log_linear_average(KOSOVO)
    assert chosen.low and chosen.high and average.low and average.high
    assert average.low < chosen.high < average.high
    assert average.high - average.low > chosen.high - chosen.low
