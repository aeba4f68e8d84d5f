"""What must hold for every table."""

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from poimenno.estimates.closed_form import chao
from poimenno.estimates.graph_averaging import graph_averaging
from poimenno.estimates.log_linear import log_linear
from poimenno.estimates.overlaps import Array, Overlaps, overlaps_from_counts
from poimenno.estimates.remarks import Remark
from poimenno.estimates.result import Distribution, Estimate, total
from poimenno.estimates.sensitivity import copies

NAMES = ("A", "B", "C")
counts = st.lists(st.integers(0, 60), min_size=7, max_size=7)


def _table(cells: list[int]) -> Overlaps:
    table = overlaps_from_counts(NAMES, dict(enumerate([0, *cells])))
    assume(all(table.size(name) for name in NAMES) and table.n > table.by_number_of_lists()[0])
    return table


def _close(first: Estimate, second: Estimate) -> bool:
    if first.refusal or second.refusal:
        return bool(first.refusal) and bool(second.refusal)
    pairs = [(first.point, second.point), (first.low, second.low), (first.high, second.high)]
    return all(a is b is None or (a and b and abs(a / b - 1) < 1e-6) for a, b in pairs)


@settings(max_examples=25, deadline=None)
@given(counts, st.permutations(NAMES))
def test_relabelling_lists_changes_nothing(cells: list[int], order: list[str]) -> None:
    table = _table(cells)
    for estimator in (chao, graph_averaging):
        assert _close(estimator(table), estimator(table.reordered(order))), estimator.__name__


@settings(max_examples=15, deadline=None)
@given(st.lists(st.integers(1, 60), min_size=7, max_size=7), st.permutations(NAMES))
def test_relabelling_lists_changes_no_likelihood(cells: list[int], order: list[str]) -> None:
    table = _table(cells)
    first, second = log_linear(table), log_linear(table.reordered(order))
    assert first.diagnostics["models"][0]["bic"] - second.diagnostics["models"][0]["bic"] < 1e-6


@settings(max_examples=25, deadline=None)
@given(counts)
def test_a_copied_list_is_noticed(cells: list[int]) -> None:
    """A copy of a list adds no evidence: it must be named, so that it is merged and not believed."""
    table = _table(cells)
    doubled = {p | (8 if p & 1 else 0): c for p, c in enumerate(table.counts)}
    with_copy = overlaps_from_counts((*NAMES, "copy of A"), doubled)
    assert ("A", "copy of A") in copies(with_copy)
    merged = with_copy.merged("A", "copy of A")
    assert _close(graph_averaging(table), graph_averaging(merged))


@settings(max_examples=25, deadline=None)
@given(st.lists(st.integers(1, 5000), min_size=1, max_size=6))
def test_strata_add_up(sizes: list[int]) -> None:
    strata = [Estimate("m", "r", n, n, n, n, distribution=Distribution(*_sure(n))) for n in sizes]
    found = total(strata)
    assert (found.observed, found.point, found.low, found.high) == (sum(sizes),) + (sum(sizes),) * 3


def test_a_sum_with_a_refused_stratum_is_refused() -> None:
    good = Estimate("m", "r", 5, 6, 5, 7, distribution=Distribution(*_sure(6)))
    assert "1 of 2" in str(total([good, Estimate("m", "r", 3, refusal=Remark("because"))]).refusal)


def _sure(n: int) -> tuple[Array, Array]:
    import numpy as np

    return np.array([float(n)]), np.array([1.0])
