from pathlib import Path

import pytest

from poimenno.estimates.overlaps import (
    overlaps_from_counts,
    overlaps_from_csv,
    overlaps_from_patterns,
    overlaps_from_persons,
)
from poimenno.estimates.result import basic_refusal, loose_ends
from poimenno.foundation.errors import EstimateError
from tests.estimates.reference import KOSOVO, SPARSE


def test_persons_become_patterns() -> None:
    table = overlaps_from_persons([["R1", "R2"], ["R1"], ["R1", "R1"], ["other"], []], ["R1", "R2"])
    assert table.counts == (0, 2, 0, 1)
    assert (table.n, table.size("R1"), table.size("R2"), table.shared("R1", "R2")) == (3, 3, 1, 1)


def test_a_csv_is_read(tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_text("A,B,count\n1,0,5\n1,1,2\n0,1,3\n")
    assert overlaps_from_csv(path).counts == (0, 5, 3, 2)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("A,B\n1,0\n", "no column named count"),
        ("A,B,count\n1,0,5\n1,x,2\n", "line 3"),
        ("A,B,count\n1,2,5\n", "expected 0 or 1"),
        ("A,B,count\n0,0,5\n", "none of the lists"),
        ("A,B,count\n1,0,-5\n", "0 or more"),
    ],
)
def test_a_csv_that_is_none_is_refused(tmp_path: Path, text: str, says: str) -> None:
    path = tmp_path / "table.csv"
    path.write_text(text)
    with pytest.raises(EstimateError, match=says):
        overlaps_from_csv(path)


def test_leaving_a_list_out_keeps_all_people_on_the_others() -> None:
    smaller = KOSOVO.without("HRW")
    assert smaller.lists == ("EXH", "ABA", "OSCE")
    assert smaller.n == KOSOVO.n - 306
    assert smaller.shared("EXH", "ABA") == KOSOVO.shared("EXH", "ABA")


def test_merging_lists_loses_nobody() -> None:
    merged = KOSOVO.merged("EXH", "HRW")
    assert merged.n == KOSOVO.n
    assert merged.size("EXH+HRW") == KOSOVO.size("EXH") + KOSOVO.size("HRW") - KOSOVO.shared("EXH", "HRW")


def test_impossible_is_not_zero() -> None:
    table = overlaps_from_patterns(("A", "B", "C"), [((1, 0, 0), 4), ((1, 1, 0), 1)], impossible=[(0, 1, 1), (1, 1, 1)])
    assert table.possible.tolist() == [False, True, True, True, True, True, False, False]
    assert table.without("A").impossible == frozenset([3])
    assert table.without("B").impossible == frozenset()
    with pytest.raises(EstimateError, match="impossible"):
        overlaps_from_patterns(("A", "B"), [((1, 1), 3)], impossible=[(1, 1)])


def test_lists_that_share_nobody_are_seen() -> None:
    assert SPARSE.scattered() == [["C"], ["A", "B"]] or SPARSE.scattered() == [["A", "B"], ["C"]]
    assert "C" in loose_ends(SPARSE)[0]
    apart = overlaps_from_counts(("A", "B"), {1: 5, 2: 7})
    assert "two lists" in str(basic_refusal(apart))
    assert "at least 2 lists" in str(basic_refusal(overlaps_from_counts(("A",), {1: 5})))


def test_the_fingerprint_is_of_lists_and_counts() -> None:
    assert KOSOVO.fingerprint() == KOSOVO.reordered(KOSOVO.lists).fingerprint()
    assert KOSOVO.fingerprint() != KOSOVO.without("HRW").fingerprint()
