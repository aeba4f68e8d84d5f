from itertools import combinations

import numpy as np
import pytest
from scipy.special import gammaln

from poimenno.estimates.graph_averaging import graph_averaging, graphs, posterior
from poimenno.estimates.graphs import decomposable
from poimenno.estimates.overlaps import Array
from tests.estimates import reference
from tests.estimates.reference import KOSOVO, SPARSE, SPINA


@pytest.mark.parametrize(("lists", "count"), [(3, 8), (4, 61), (5, 822), (6, 18154)])
def test_the_number_of_decomposable_graphs(lists: int, count: int) -> None:
    powers, names = decomposable(lists)
    assert len(names) == len(set(names)) == len(powers) == count


@pytest.mark.parametrize("lists", [4, 5])
def test_graphs_without_a_hole_are_the_decomposable_ones(lists: int) -> None:
    """Independently: a graph is chordal when no four or more vertices induce a cycle."""
    edges = list(combinations(range(lists), 2))
    chordal = 0
    for take in range(1 << len(edges)):
        near = {frozenset(e) for i, e in enumerate(edges) if take >> i & 1}
        chordal += not any(
            _is_cycle(some, near) for size in range(4, lists + 1) for some in combinations(range(lists), size)
        )
    assert chordal == len(decomposable(lists)[1])


def _is_cycle(some: tuple[int, ...], near: set[frozenset[int]]) -> bool:
    inside = [e for e in near if e <= set(some)]
    degrees = [sum(v in e for e in inside) for v in some]
    reached = {some[0]}
    for _step in some:
        reached |= {v for e in inside if e & reached for v in e}
    return degrees == [2] * len(some) and reached == set(some)


@reference.needed
@pytest.mark.parametrize("name", reference.tables("dga"))
def test_the_posterior_is_that_of_dga_on_its_own_range(name: str) -> None:
    expected, table = reference.of(name, "dga")["delta=2^-J"], reference.table(name)
    last = int(expected["Nmissing"].split(":")[1])
    found = posterior(table, np.arange(1.0, last + 1))
    total = found.unseen + table.n
    assert total @ found.probabilities == pytest.approx(expected["mean"], rel=1e-11)
    ends = np.cumsum(found.probabilities)
    quantiles = [total[np.searchsorted(ends, q)] for q in (0.025, 0.5, 0.975)]
    assert quantiles == [expected["lo95"], expected["median"], expected["hi95"]]
    assert total[np.argmax(found.probabilities)] == expected["mode"]
    for graph, share in expected.get("graph_posterior", {}).items():
        ours = found.graphs[found.names.index(",".join(sorted(graph.split(","))))]
        assert ours == pytest.approx(share, rel=1e-9)


@reference.needed
@pytest.mark.parametrize("name", ["korea3", "hav_taiwan3", "artificial3"])
def test_without_the_complete_graph(name: str) -> None:
    expected, table = reference.of(name, "dga_without_complete_graph"), reference.table(name)
    last = int(expected["Nmissing"].split(":")[1])
    found = posterior(table, np.arange(1.0, last + 1), among=graphs(table, complete=False))
    total = found.unseen + table.n
    assert total @ found.probabilities == pytest.approx(expected["mean"], rel=1e-11)


def test_madigan_and_york_three_lists() -> None:
    """Their expert prior, a negative binomial; printed: mode 728, median 731."""

    def expert(total: Array) -> Array:
        a, b = 13.14, 55.17
        return np.asarray(total * np.log(b / (1 + b)) - a * np.log1p(b) + gammaln(total + a) - gammaln(total + 1))

    found = posterior(SPINA, np.arange(1.0, 301), 1.0, expert)
    total = found.unseen + SPINA.n
    assert total[np.argmax(found.probabilities)] == 728
    assert total[np.searchsorted(np.cumsum(found.probabilities), 0.5)] == 731
    assert total @ found.probabilities == pytest.approx(733.4523691119, rel=1e-11)


@pytest.mark.parametrize("table", [KOSOVO, SPINA])
def test_the_adaptive_range_gives_what_all_whole_numbers_give(table: object) -> None:
    assert isinstance(table, type(KOSOVO))
    found = posterior(table, np.arange(1.0, 60_000))
    ends, total = np.cumsum(found.probabilities), found.unseen + table.n
    estimate = graph_averaging(table)
    exact = [total[np.searchsorted(ends, q)] for q in (0.025, 0.5, 0.975)]
    assert [estimate.low, estimate.point, estimate.high] == pytest.approx(exact, rel=2e-3)


def test_the_range_grows_until_nothing_is_left_beyond() -> None:
    """With 30 times the observed as the end, dga prints 1970 as upper limit here; the tail goes far beyond."""
    estimate = graph_averaging(SPARSE)
    assert estimate.diagnostics["beyond_range"] < 1e-4
    assert estimate.high is not None and estimate.high > 4000
    assert any("all lists depend" in w for w in estimate.warnings)


def test_what_it_cannot_bear_is_refused() -> None:
    assert "three to six" in str(graph_averaging(KOSOVO.reordered(["EXH", "ABA"])).refusal)
