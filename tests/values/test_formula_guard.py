"""Cells that a spreadsheet would run are guarded, and come back as they were."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from poimenno.values import formula_guard


@pytest.mark.parametrize("cell", ["=1+1", "+7", "-1", "@x", "\tx", "\rx"])
def test_no_spreadsheet_runs_what_is_guarded(cell: str) -> None:
    assert formula_guard.guarded(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["Иванов", "", "'Умар", "О'Нил", "1-2"])
def test_other_cells_stay(cell: str) -> None:
    assert formula_guard.guarded(cell) == cell


@given(st.text(alphabet="'=+-@\t\rаx ", max_size=6))
def test_what_is_read_back_is_what_was_written(cell: str) -> None:
    assert formula_guard.verbatim(formula_guard.guarded(cell)) == cell
