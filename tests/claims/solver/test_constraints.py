"""The system of constraints: true numbers, counted one person at a time, satisfy every row of it."""

import itertools
from collections import Counter
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from poimenno.claims.cells import Cell, Key
from poimenno.claims.solver import constraints
from poimenno.values.intervals import Period

FIRST, SECOND = (
    Period(date(1938, 1, 1), date(1938, 1, 31)),
    Period(date(1938, 2, 1), date(1938, 2, 28)),
)
BOTH = Period(FIRST.start, SECOND.end)
OPERATIONS = ("00439", "00485", "00593", "49990", "national_other")
REGIONS = ("rsfsr", "ukraine")
SENTENCES = ("executed", "camp")
CELLS = [
    Cell(Key(measure, operation, "", "", region), period)
    for measure in (*SENTENCES, "convicted")
    for operation in (*OPERATIONS, "national", "")
    for region in (*REGIONS, "")
    for period in (FIRST, SECOND, BOTH)
]
people = st.lists(
    st.tuples(
        st.sampled_from(SENTENCES),
        st.sampled_from(OPERATIONS),
        st.sampled_from(REGIONS),
        st.sampled_from((FIRST, SECOND)),
    ),
    max_size=30,
)


@given(people)
def test_people_counted_one_by_one_satisfy_the_system(persons: list[tuple[str, str, str, Period]]) -> None:
    """Each person is sentenced once, in one operation, region and month; whatever contains them counts them too."""
    system = constraints.build([], CELLS)
    truth: Counter[int] = Counter()
    for measure, operation, region, month in persons:
        for codes in itertools.product((measure, "convicted"), (operation, "national", ""), (region, "")):
            cell = Cell(Key(codes[0], codes[1], "", "", codes[2]), month)
            [unknown] = system.cells[cell]
            truth[unknown] += 1
    for row, low, high in system.rows:
        assert low <= sum(part * truth[unknown] for unknown, part in row.items()) <= high


def test_a_cell_is_the_sum_of_the_stretches_in_its_period() -> None:
    system = constraints.build([], CELLS)
    for cell in CELLS:
        if cell.period == BOTH:
            parts = [system.cells[cell._replace(period=period)] for period in (FIRST, SECOND)]
            assert system.cells[cell] == [unknown for part in parts for unknown in part]


def test_the_last_missing_part_of_a_complete_whole_is_an_unknown_too() -> None:
    keys = [Key("executed", operation, "", "", "") for operation in (*OPERATIONS[:4], "national")]
    assert constraints.build([], [Cell(key, FIRST) for key in keys]).unknowns == len(keys) + 1
    assert constraints.build([], [Cell(key, FIRST) for key in keys[1:]]).unknowns == len(keys) - 1
