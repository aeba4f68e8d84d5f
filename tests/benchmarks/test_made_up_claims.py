"""Planted contradictions: all are found, and nothing else is."""

import pathlib

import pytest

from benchmarks import made_up_claims
from poimenno.claims import checking
from poimenno.claims.reading import claim_files


@pytest.mark.parametrize("seed", [0, 1])
def test_all_planted_contradictions_are_found_and_nothing_else(tmp_path: pathlib.Path, seed: int) -> None:
    rows, wrong = made_up_claims.make(250, planted=6, seed=seed)
    true, _none = made_up_claims.make(250, seed=seed)
    made_up_claims.write(rows, tmp_path / "made-up.csv")
    of_file = claim_files.read(tmp_path / "made-up.csv")
    assert of_file.problems == []
    claims, checked = of_file.claims, checking.check_all(of_file.claims)
    found, outcome = checked.findings, checked.outcome
    planted = {claims[n].claim_id for n in wrong}
    contradictions = [one for one in found if one.severity == "contradiction"]
    told = [finding.claim_ids for finding in contradictions]
    assert planted <= set().union(*told)
    assert all(planted & one for one in told)
    # Other changes may mend as much, but none mends with less than what was planted.
    altered = sum(int(rows[n]["value"]) - int(true[n]["value"]) for n in wrong)
    assert sum(abs(change) for change in outcome.changes.values()) == altered
    assert all({one.claim_id for one in conflict} & planted for conflict in outcome.conflicts)


def test_without_any_nothing_is_found(tmp_path: pathlib.Path) -> None:
    made_up_claims.write(made_up_claims.make(250)[0], tmp_path / "made-up.csv")
    checked = checking.check_all(claim_files.read(tmp_path / "made-up.csv").claims)
    assert checked.outcome.possible
    assert [finding.kind for finding in checked.findings if finding.severity != "note"] == []
