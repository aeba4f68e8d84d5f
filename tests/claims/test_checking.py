"""Checks of published figures: first limits of order 00447, lists of the Politburo, an archive's own figures."""

import pathlib
from dataclasses import replace

import pytest

from poimenno import pipeline, reference
from poimenno.claims import checking, findings
from poimenno.claims.claim import Claim
from poimenno.claims.findings import Finding
from poimenno.claims.reading import bundled_claims
from poimenno.claims.solver.consistency import Consistency
from poimenno.foundation import database
from poimenno.foundation.errors import NotFound
from poimenno.foundation.progress import QUIET
from poimenno.reference.vocabularies import Collection, Extent, Measure, Precision
from poimenno.sources.archive import Archive

LIST = pathlib.Path(__file__).resolve().parents[2] / "docs" / "example" / "made-up-list.csv"
TABLE = "Order 00447 of 30 July 1937, table of limits"


def _table() -> list[Claim]:
    return [item for item in bundled_claims.read(sublists=False) if item.source == TABLE]


def _with(total: int, measure: str, region: str) -> list[Claim]:
    model = _table()[0]
    whole = replace(
        model, claim_id=f"total:{measure}:{region}", measure=Measure(measure), region=region or None,
        territory="USSR", extent=Extent.REGION if region else Extent.WHOLE_USSR,
        value=total, possible_low=total, possible_high=total, precision=Precision.EXACT, source="the literature",
    )  # fmt: skip
    return [*_table(), whole]


def _check(claims: list[Claim]) -> tuple[list[Finding], Consistency]:
    checked = checking.check_all(claims)
    return checked.findings, checked.outcome


TOTALS = (
    (75_950, "limit_category_1", ""), (193_000, "limit_category_2", ""),
    (8_000, "limit_category_1", "ukraine"), (20_800, "limit_category_2", "ukraine"),
    (2_500, "limit_category_1", "kazakhstan"), (5_000, "limit_category_2", "kazakhstan"),
)  # fmt: skip


def test_the_limits_add_up_to_their_sums_and_subtotals() -> None:
    """Regions make up republics, and republics with the camps the whole: nothing to be found."""
    claims = _table()
    for total, measure, region in TOTALS:
        claims += _with(total, measure, region)[-1:]
    results, outcome = _check(claims)
    assert outcome.possible
    assert [item.kind for item in results if item.severity == "contradiction"] == []
    for measure, total in (("limit_category_1", 75_950), ("limit_category_2", 193_000)):
        assert sum(item.value or 0 for item in _table() if item.measure == measure) == total


def test_a_changed_subtotal_is_found() -> None:
    results = checking.check_rules(_with(8_001, "limit_category_1", "ukraine"))
    assert [(item.kind, item.difference) for item in results] == [("parts_fall_short", 1)]


def test_one_changed_cell_is_found() -> None:
    """A cell of the Vinnitsa oblast read as 1,100: the sum of its republic fails, and that of the country with it."""
    claims = _with(8_000, "limit_category_1", "ukraine") + _with(75_950, "limit_category_1", "")[-1:]
    changed = [
        replace(item, value=1_100, possible_low=1_100, possible_high=1_100)
        if (item.region, item.measure) == ("vinnitsa", "limit_category_1") else item
        for item in claims
    ]  # fmt: skip
    results, outcome = _check(changed)
    [item] = [item for item in results if item.kind == "parts_exceed"]
    assert item.difference == 100
    assert any(row.claim.region == "vinnitsa" for row in item.claims)
    assert not outcome.possible
    assert sum(abs(change) for change in outcome.changes.values()) == 100


def test_the_sublists_of_the_politburo_are_held_against_their_published_totals() -> None:
    rows = reference.rows("figures/stalin_lists")
    bundled = bundled_claims.read(sublists=False)
    summed: dict[str, int | None] = {
        claim.measure: claim.value for claim in bundled if claim.collection == bundled_claims.SUMS
    }
    assert summed["stalin_list_category_1"] == sum(int(row["category_1"] or 0) for row in rows)
    assert summed["stalin_list_total"] == sum(
        int(row[f"category_{number}"] or 0) for row in rows for number in (1, 2, 3)
    )
    rivals = [
        {row.claim.value for row in item.claims}
        for item in checking.check_rules(bundled)
        if item.kind == "rivals" and item.key and item.key.measure == "stalin_list_category_1"
    ]
    assert rivals == [{38_955, summed["stalin_list_category_1"]}]


FIGURES = (
    "measure,operation,region,period_start,period_end,value,precision,source\n"
    "arrested,00485,karelia,1937-08,1938-11,64,exact,made-up\n"
    "executed,00485,karelia,1937-08,1938-11,70,exact,made-up\n"
)


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> pathlib.Path:
    """An archive with a list, so that the record counts people, and two figures of its own."""
    folder = tmp_path_factory.mktemp("archive")
    Archive.create(folder / "archive")
    (folder / "figures.csv").write_text(FIGURES, encoding="utf-8")
    Archive.open(folder / "archive").add([LIST, folder / "figures.csv"])
    pipeline.build(folder / "archive", QUIET)
    return folder / "archive"


def test_alone_means_the_figures_of_the_archive_and_nothing_that_the_program_brings(archive: pathlib.Path) -> None:
    with database.opened(Archive.open(archive).record) as db:
        collections = {claim.collection for claim in checking.read_claims(db, made_up=False)}
    assert {Collection.RECORD, Collection.TOTALS} <= collections
    alone = checking.check_archive(archive, alone=True)
    assert (alone.claims, alone.contradictions) == (2, 1)
    assert checking.check_archive(archive).claims > 100


def test_trust_leaves_the_claims_of_some_sources(archive: pathlib.Path) -> None:
    assert checking.check_archive(archive, trust=["made-up"]).claims == 2
    with pytest.raises(NotFound):
        checking.check_archive(archive, trust=["a source that nobody wrote"])


def test_what_the_record_keeps_of_its_findings_is_what_the_check_finds(archive: pathlib.Path) -> None:
    """Every finding by rules comes back from the record as it was, claims, values and all."""
    with database.opened(Archive.open(archive).record) as db:
        claims = checking.read_claims(db, made_up=False)
        stored = findings.read(db)
    direct = {finding.finding_id: finding for finding in checking.check_rules(claims)}
    assert len(direct) > 50
    assert {finding_id: stored[finding_id] for finding_id in direct} == direct
