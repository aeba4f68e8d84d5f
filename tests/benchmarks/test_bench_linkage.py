"""The comparison of linkages: its scores by hand, its contestants' groups, one that fails named as such."""

import pathlib
from collections import Counter

import pytest

from benchmarks import bench_linkage, contestants, made_up_lists

TRUTH = {"a/1": "p", "a/2": "p", "b/1": "p", "b/2": "q", "b/3": "r"}


def test_scores_count_pairs() -> None:
    # Told: a/1 with b/2 and a/2 (of three pairs one is right); true: three pairs.
    assert bench_linkage.score({"a/1": "x", "a/2": "x", "b/2": "x"}, TRUTH) == (1 / 3, 1 / 3)
    assert bench_linkage.score({}, TRUTH) == (1.0, 0.0)
    assert bench_linkage.score(TRUTH, TRUTH) == (1.0, 1.0)


def test_pairs_of_groups_by_their_sizes() -> None:
    assert bench_linkage.pairs(Counter({"x": 3, "y": 2, "z": 1})) == 4


def test_pairs_are_joined_to_groups() -> None:
    groups = contestants.joined([("a", "b"), ("c", "d"), ("b", "c"), ("e", "f")])
    assert {one for one, group in groups.items() if group == groups["a"]} == {"a", "b", "c", "d"}
    assert groups["e"] == groups["f"] != groups["a"]


def test_entries_are_named_as_the_truth_names_them(tmp_path: pathlib.Path) -> None:
    made_up_lists.write(200, tmp_path)
    named = (tmp_path / "truth.csv").read_text(encoding="utf-8").splitlines()[1:]
    assert set(contestants.rows(tmp_path)) == {"/".join(line.split(",")[:2]) for line in named}


def test_a_contestant_that_fails_or_takes_too_long_is_said_to(tmp_path: pathlib.Path) -> None:
    assert "failed" in bench_linkage.run("nobody", tmp_path, 60)["error"]
    assert "not done within" in bench_linkage.run("nobody", tmp_path, 0.01)["error"]


@pytest.mark.parametrize("name", ["read-and-link", "splink-tutorial"])
def test_a_contestant_finds_most_and_says_what_it_took(name: str, tmp_path: pathlib.Path) -> None:
    made_up_lists.write(400, tmp_path)
    told = bench_linkage.run(name, tmp_path, 600)
    truth = {
        f"{source}/{row}": person
        for source, row, person in (
            line.split(",") for line in (tmp_path / "truth.csv").read_text(encoding="utf-8").splitlines()[1:]
        )
    }
    precision, recall = bench_linkage.score(told["groups"], truth)
    assert precision > 0.8
    assert recall > 0.5
    assert told["memory"] > 2**20
    assert told["seconds"] > 0
