"""Findings as data: their ids, their order, and how the record keeps them."""

from datetime import date

from poimenno.claims import findings
from poimenno.claims.cells import Cell, Key
from poimenno.claims.findings import Change, ClaimInRole, Finding
from poimenno.foundation import database, sql
from poimenno.reference.vocabularies import ClaimFindingKind, ClaimRole
from poimenno.values.intervals import Period
from tests.claims.made_up import MONTH, claim

KEY = Key("executed", "00485", "", "", "")


def _finding(kind: ClaimFindingKind, *ids: str, **values: findings.Value) -> Finding:
    rows = tuple(ClaimInRole(ClaimRole.RIVAL, claim(name, 5)) for name in ids)
    return Finding(kind, rows, "5 > 4", KEY, MONTH, 1, values)


def test_the_id_is_made_of_kind_claims_and_arithmetic() -> None:
    """Ids are cited, so they must never change."""
    assert _finding(ClaimFindingKind.RIVALS, "a", "b").finding_id == "913acb1aeaaf"
    assert _finding(ClaimFindingKind.RIVALS, "b", "a").finding_id == "913acb1aeaaf"
    assert _finding(ClaimFindingKind.RIVALS, "a").finding_id != "913acb1aeaaf"
    assert _finding(ClaimFindingKind.RIVALS_WITHIN_SOURCE, "a", "b").finding_id != "913acb1aeaaf"


def test_contradictions_come_first_and_once() -> None:
    note, contradiction = _finding(ClaimFindingKind.REPEATED, "a"), _finding(ClaimFindingKind.RIVALS, "a")
    assert findings.deduplicate([note, contradiction, note]) == [contradiction, note]


def test_what_the_record_keeps_comes_back_as_it_was() -> None:
    prison = Key("camp", "", "troika", "a prison", "[Омск - Омская ж.д.]")
    values: dict[str, findings.Value] = {
        "computed": 6.34,
        "length": 16,
        "unit": "months",
        "inner": Cell(prison, Period(date(1938, 1, 1), date(1938, 1, 2))),
        "changes": (Change("a", -5), Change("b", 3)),
    }
    stored = [
        _finding(ClaimFindingKind.RIVALS, "a", "b", **values),
        Finding(
            ClaimFindingKind.DATES_DIFFER,
            (ClaimInRole(ClaimRole.RIVAL, claim("b", 5)), ClaimInRole(ClaimRole.ORIGIN, claim("b", 5))),
            "1931 < 1932",
            Key("event", "", "", "made-up event", ""),
        ),
    ]
    with database.memory() as db:
        sql.run(db, "claims")
        sql.insert_rows(db, "claims", [claim("a", 5), claim("b", 5)])
        findings.write(db, stored)
        findings.write(db, [])
        assert findings.read(db) == {finding.finding_id: finding for finding in stored}
        assert findings.read(db, [stored[1].finding_id, "none"]) == {stored[1].finding_id: stored[1]}
        sentences = [
            column for (column, *_rest) in db.execute("DESCRIBE claim_findings").fetchall() if "sentence" in column
        ]
    assert sentences == []
