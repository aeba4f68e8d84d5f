"""Estimates of a record: made-up entries whose true number and true links are known."""

import json
import pathlib

import duckdb
import numpy as np
import pytest

from poimenno.estimates import estimating
from poimenno.estimates.estimate_file import read_estimates, write_estimate
from poimenno.estimates.latent_class import Effort
from poimenno.estimates.listed_entries import (
    drawn_overlaps,
    impossible_patterns,
    judged_overlaps,
    read_listed_entries,
)
from poimenno.estimates.overlaps import overlaps_from_counts
from poimenno.estimates.result import Estimate
from poimenno.foundation import database, sql
from poimenno.foundation.errors import EstimateError
from poimenno.reference.vocabularies import EstimateDivision, EstimateVariant
from poimenno.wording.estimate_words import estimate_lines

TRUTH, CHANCE = 600, (0.5, 0.4, 0.45)
QUICK = Effort(chains=4, sweeps=200, rounds=1)


@pytest.fixture(scope="module")
def db() -> duckdb.DuckDBPyConnection:
    """600 made-up people in two regions, independently on three lists; links with probabilities, one refused."""
    db = database.memory()
    for room in ("sources", "entries", "people", "cases", "operations", "claims", "disclosure"):
        sql.run(db, room)
    rng = np.random.default_rng(5)
    on = rng.random((TRUTH, 3)) < CHANCE
    number = 0
    for person in range(TRUTH):
        entries = [f"{'ABC'[j]}-{person:04}" for j in range(3) if on[person, j]]
        for entry in entries:
            number += 1
            db.execute("INSERT INTO entries (entry_id, source_id, locator, ordinal, handle, text) "
                       "VALUES (?, ?, '', ?, ?, '')", [entry, entry[0], number, entry])  # fmt: skip
            db.execute("INSERT INTO person_entries VALUES (?, ?, 1)", [entry, f"p{person}"])
        probability = 0.985 if person % 3 else 0.85
        for other in entries[1:]:
            db.execute("INSERT INTO links (entry_id_a, entry_id_b, weight, probability, origin, used) "
                       "VALUES (?, ?, 9, ?, 'model', true)", [entries[0], other, probability])  # fmt: skip
        if entries:
            db.execute("INSERT INTO persons (person_id, founding_entry_id, name, entries, sources, confidence, made_up)"
                       " VALUES (?, ?, '', 1, 1, 1, true)", [f"p{person}", entries[0]])  # fmt: skip
            db.execute("INSERT INTO cases (case_id, person_id, ordinal, region, outcome) VALUES (?, ?, 1, ?, 'other')",
                       [f"p{person}-1", f"p{person}", ["north", "south"][person % 2]])  # fmt: skip
            for entry in entries:
                db.execute("INSERT INTO case_entries VALUES (?, ?, 1)", [f"p{person}-1", entry])
    for name in "ABC":
        db.execute("INSERT INTO sources (source_id, ordinal, title, kind, language, reader, made_up) "
                   "VALUES (?, 1, ?, 'list', 'en', 'x', true)", [name, name])  # fmt: skip
    return db


def _named(db: duckdb.DuckDBPyConnection) -> int:
    return int(db.execute("SELECT count(*) FROM persons").fetchall()[0][0])


def test_the_judged_overlaps_count_every_named_person_once(db: duckdb.DuckDBPyConnection) -> None:
    whole = judged_overlaps(read_listed_entries(db, ["A", "B", "C"], []))
    parts = judged_overlaps(read_listed_entries(db, ["A", "B", "C"], ["region"]))
    assert whole[()].n == _named(db) == sum(part.n for part in parts.values())
    assert set(parts) == {("north",), ("south",)}


def test_lists_joined_by_a_plus_are_one(db: duckdb.DuckDBPyConnection) -> None:
    apart = judged_overlaps(read_listed_entries(db, ["A", "B", "C"], []))[()]
    joined = judged_overlaps(read_listed_entries(db, ["A+B", "C"], []))[()]
    assert joined.counts == apart.merged("A", "B").counts


def test_draws_break_links_and_never_lose_an_entry(db: duckdb.DuckDBPyConnection) -> None:
    found = read_listed_entries(db, ["A", "B", "C"], ["region"])
    judged = sum(t.n for t in judged_overlaps(found).values())
    people = [sum(t.n for t in draw.values()) for draw in drawn_overlaps(found, 12, seed=3)]
    entries = [sum(t.size(x) for t in draw.values() for x in "ABC") for draw in drawn_overlaps(found, 12, seed=3)]
    assert max(people) > judged  # a cut-off above 0.985 leaves every entry a person of its own
    assert min(people) >= judged
    assert set(entries) == {len(found.bits)}


def test_the_estimate_holds_the_truth_and_says_what_it_rests_on(db: duckdb.DuckDBPyConnection) -> None:
    plan = estimating.Plan(("A", "B", "C"), ("region",), draws=0, effort=QUICK)
    result = estimating.estimate_record(db, plan).as_json()
    assert result["estimated"] is True
    assert result["total"]["low"] < TRUTH < result["total"]["high"]
    assert sum(stratum["named"] for stratum in result["strata"]) == result["total"]["observed"] == _named(db)
    assert {"record", "program", "numpy", "numba", "seed", "inputs_sha256"} <= set(result["provenance"])
    # Where strata are alike, division changes little; both are shown.
    assert result["undivided"]["observed"] == result["total"]["observed"]
    assert result["undivided"]["point"] == pytest.approx(result["total"]["point"], rel=0.05)
    again = estimating.estimate_record(db, plan).as_json()
    assert json.dumps(result) == json.dumps(again)


def test_uncertain_links_widen_the_interval_and_say_by_how_much(db: duckdb.DuckDBPyConnection) -> None:
    found = read_listed_entries(db, ["A", "B", "C"], [])
    table = judged_overlaps(found)[()]
    drawn = [draw[()] for draw in drawn_overlaps(found, 12, seed=3)]
    certain, none = estimating.with_links(table, [])
    spread, share = estimating.with_links(table, drawn)
    assert none is None
    assert certain.low and certain.high and spread.low and spread.high
    assert spread.high - spread.low > certain.high - certain.low
    assert share is not None and 0.01 < share < 1
    assert estimating.with_links(table, [table] * 12)[1] == pytest.approx(0)
    assert not any("begins below the number of people named" in text for text in spread.warnings)


def test_an_interval_that_begins_below_the_number_named_says_why() -> None:
    # Lists that hold nearly everybody, and draws in which some of those are one person.
    table, fewer = (
        overlaps_from_counts(("A", "B"), {1: 20, 2: 20, 3: 900}),
        overlaps_from_counts(("A", "B"), {1: 5, 2: 5, 3: 905}),
    )
    estimate, _share = estimating.with_links(table, [fewer] * 10)
    assert estimate.low is not None and estimate.low < table.n
    assert any("begins below the number of people named" in text for text in estimate.warnings)


def test_a_small_stratum_is_named_and_not_estimated() -> None:
    estimate, share = estimating.with_links(overlaps_from_counts(("A", "B"), {1: 5, 2: 6, 3: 7}), [])
    assert isinstance(estimate, Estimate)
    assert (estimate.point, estimate.observed, share) == (None, 18, None)
    assert "fewer than" in str(estimate.refusal)


@pytest.mark.parametrize(
    ("lists", "by", "says"),
    [
        (["A", "Z"], [], "Z is not a source"),
        (["A", "A+B"], [], "given twice"),
        (["A", "B"], ["colour"], "Cannot stratify by colour"),
    ],
)
def test_what_makes_no_sense_is_refused(
    db: duckdb.DuckDBPyConnection, lists: list[str], by: list[str], says: str
) -> None:
    with pytest.raises(EstimateError, match=says):
        read_listed_entries(db, lists, by)


def test_a_stricter_threshold_gives_fewer_overlaps_and_a_higher_estimate(db: duckdb.DuckDBPyConnection) -> None:
    result = estimating.estimate_record(db, estimating.Plan(("A", "B", "C"), draws=0, effort=QUICK)).as_json()
    rows = {row["change"]: row for row in result["strata"][0]["sensitivity"] if row["kind"] == "threshold"}
    assert set(rows) == {"0.5", "0.8", "0.95", "0.99"}
    assert rows["0.5"]["point"] == rows["0.8"]["point"] < rows["0.95"]["point"]  # a third of the links have 0.85
    assert rows["0.8"]["observed"] == result["strata"][0]["named"] < rows["0.95"]["observed"]
    assert rows["0.99"]["refusal"] is not None  # no link has that much: the lists share nobody


def test_an_impossible_overlap_is_named_by_its_lists() -> None:
    assert impossible_patterns(["A", "B", "C"], ["A+B"]) == {3, 7}
    assert impossible_patterns(["A+B", "C", "D"], ["C+A+B"]) == {3, 7}
    for wrong in ("A", "A+Z", "A+B+Z"):
        with pytest.raises(EstimateError, match="is not an overlap of the lists"):
            impossible_patterns(["A", "B", "C"], [wrong])
    with pytest.raises(EstimateError, match="is not an overlap of the lists"):
        impossible_patterns(["A+B", "C"], ["A+B"])  # one list, not an overlap


def test_an_impossible_overlap_reaches_the_estimate_or_is_contradicted(db: duckdb.DuckDBPyConnection) -> None:
    plan = estimating.Plan(("A", "B", "C"), impossible=("A+B",), draws=0, effort=QUICK)
    with pytest.raises(EstimateError, match="declared impossible occurs"):
        estimating.estimate_record(db, plan)
    # Without those who are on both: who is on A is then on B by no chance, and only C tells.
    both = "SELECT pe.person_id FROM person_entries pe JOIN entries e USING (entry_id) WHERE e.source_id IN ('A', 'B') "
    db.execute("BEGIN")
    db.execute(f"DELETE FROM person_entries WHERE person_id IN ({both} GROUP BY 1 HAVING count(*) > 1)")
    result = estimating.estimate_record(db, plan).as_json()
    usual = estimating.estimate_record(db, estimating.Plan(("A", "B", "C"), draws=0, effort=QUICK)).as_json()
    db.execute("ROLLBACK")
    assert result["impossible"] == ["A+B"]
    assert result["strata"][0]["estimate"]["method"] == "log-linear-average-bic"
    assert result["provenance"]["inputs_sha256"] != usual["provenance"]["inputs_sha256"]
    # Of the 600, (1 - 0.2) are not on both: that is the population.
    assert result["strata"][0]["estimate"]["point"] == pytest.approx(TRUTH * 0.8, rel=0.15)


def test_a_result_is_kept_beside_the_record_and_read_again(
    db: duckdb.DuckDBPyConnection, tmp_path: pathlib.Path
) -> None:
    result = estimating.estimate_record(db, estimating.Plan(("A", "B", "C"), ("region",), draws=2, effort=QUICK), "v1")
    path = write_estimate(tmp_path, result)
    assert path.parent == tmp_path / "estimates"
    assert json.loads(path.read_text(encoding="utf-8")) == json.loads(json.dumps(result.as_json()))
    again = read_estimates(tmp_path)
    assert list(again) == [path.stem]
    assert again[path.stem].as_json() == json.loads(json.dumps(result.as_json()))
    assert again[path.stem].provenance == result.provenance
    assert again[path.stem].strata[0].sensitivity[0].kind is EstimateVariant.ESTIMATOR
    assert "estimated" in next(estimate_lines(result))
    tables = {row[0] for row in db.execute("SHOW TABLES").fetchall()}
    assert not any("estimat" in table for table in tables)


def test_files_that_are_no_estimates_are_passed_over(tmp_path: pathlib.Path) -> None:
    folder = tmp_path / "estimates"
    folder.mkdir()
    for name, text in {
        "0123456789ab.json": "{",
        "0123456789ac.json": '{"format": 2}',
        "0123456789ad.json": "[]",
        "0123456789ae.json": '{"format": 1, "lists": []}',
        "notes.json": "{}",
    }.items():
        (folder / name).write_text(text)
    assert read_estimates(tmp_path) == {}
    assert read_estimates(tmp_path / "nowhere") == {}


def test_divisions_stand_in_the_query_in_the_order_of_their_list(db: duckdb.DuckDBPyConnection) -> None:
    result = db.execute(sql.script("estimates", "listed_entries"), {"sources": ["A"]})
    assert [column[0] for column in result.description or []][3:] == list(EstimateDivision)


def test_a_stratum_is_shown_with_all_figures_of_its_operation(db: duckdb.DuckDBPyConnection) -> None:
    measures = [measure for measure in ("arrested", "camp", "convicted", "executed") for _claim in range(9)]
    rows = [(measure, "whole_ussr", "statistics") for measure in measures]
    # Of another measure, of another territory, and the record's own count.
    rows += [("deaths", "whole_ussr", "statistics"), ("executed", "other_territory", "statistics")]
    rows += [("executed", "whole_ussr", "record")]
    db.execute("BEGIN")
    for number, (measure, extent, collection) in enumerate(rows):
        db.execute(
            "INSERT INTO claims (claim_id, measure, operation, extent, value, unit, precision, source, collection) "
            "VALUES (?, ?, '00447', ?, 1, 'people', 'exact', 'made up', ?)",
            [f"claim-{number:02}", measure, extent, collection],
        )
    claims = estimating._published(db, {"operation": "00447"})
    db.execute("ROLLBACK")
    assert [claim.measure for claim in claims] == measures
