"""The solver: on small systems, held against scipy's, which solves the same program from its own matrices."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import linprog

from poimenno.claims.cells import Cell
from poimenno.claims.claim import Claim
from poimenno.claims.solver import constraints
from poimenno.claims.solver.linear_model import LinearModel
from tests.claims.made_up import claim

PARTS = ("00439", "00485", "00593", "49990", "national_other")
ends = st.tuples(st.integers(0, 9), st.integers(0, 9)).map(lambda pair: (min(pair), max(pair)))


def _claims(parts: list[tuple[int, int]], whole: tuple[int, int]) -> list[Claim]:
    claims = [claim(code, *pair, operation=code) for code, pair in zip(PARTS, parts, strict=False)]
    return [*claims, claim("whole", *whole, operation="national")]


def _bounds(claims: list[Claim], cell: Cell) -> tuple[float, float] | None:
    """The smallest and the greatest sum of a cell by scipy; None if there is no solution."""
    system = constraints.build(claims)
    rows = [
        *system.rows,
        *((dict.fromkeys(system.cells[row.cell], 1), row.low, row.high) for row in claims if row.cell),
    ]
    matrix = np.zeros((len(rows), system.unknowns))
    for n, (row, _low, _high) in enumerate(rows):
        for unknown, part in row.items():
            matrix[n, unknown] = part
    low, high = np.array([row[1] for row in rows], float), np.array([row[2] for row in rows], float)
    finite = np.isfinite(high)
    upper, bound = np.vstack([-matrix, matrix[finite]]), np.concatenate([-low, high[finite]])
    cost = np.zeros(system.unknowns)
    cost[system.cells[cell]] = 1
    solved = [linprog(sign * cost, A_ub=upper, b_ub=bound, bounds=(0, None)) for sign in (1, -1)]
    return (solved[0].fun, -solved[1].fun) if all(result.status == 0 for result in solved) else None


@settings(max_examples=25)
@given(st.lists(ends, min_size=2, max_size=5), st.tuples(st.integers(0, 30), st.integers(0, 30)).map(sorted))
def test_bounds_are_those_of_another_solver(parts: list[tuple[int, int]], whole: list[int]) -> None:
    claims = _claims(parts, (whole[0], whole[1]))
    model = LinearModel(constraints.build(claims), claims)
    cell = claims[0].cell
    assert cell is not None
    expected = _bounds(claims, cell)
    assert model.possible() == (expected is not None)
    if expected:
        assert model.bounds(cell) == pytest.approx(expected)


def test_claims_can_be_let_go_and_taken_back() -> None:
    claims = _claims([(5, 5), (6, 6)], (10, 10))
    model = LinearModel(constraints.build(claims), claims)
    assert not model.possible()
    suspects = model.suspects()
    assert {claim.claim_id for claim in suspects} == {"00439", "00485", "whole"}
    model.activate(claims[1:])
    assert model.possible()
    model.activate(claims)
    assert not model.possible()


def test_the_least_change_alters_the_claim_of_the_smaller_source() -> None:
    claims = [claim(code, 10, operation=code, source="made-up table") for code in PARTS]
    claims.append(claim("whole", 40, operation="national"))
    assert LinearModel(constraints.build(claims), claims, elastic=True).changes() == {"whole": 10}


def test_a_claim_that_counts_nobody_is_refused() -> None:
    with pytest.raises(ValueError, match="cannot be compared"):
        LinearModel(constraints.build([]), [claim("undated", 5, period_start=None)])
