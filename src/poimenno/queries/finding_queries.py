"""What the checks of figures found, for pages and programs: findings with their claims, and who repeats whom."""

from typing import TYPE_CHECKING

from poimenno.claims import findings as claim_findings
from poimenno.queries.page_queries import NAMED_FIGURES, Row, rows

if TYPE_CHECKING:
    import duckdb

# The gravest first.
SEVERITIES = ("contradiction", "difference", "note")
# By what findings can be chosen; claim_id finds those that rest on a claim.
FACTS = ("kind", "severity", "operation", "region", "measure", "claim_id")


def findings(
    db: "duckdb.DuckDBPyConnection", wanted: dict[str, str] | None = None, limit: int = 100, offset: int = 0
) -> list[Row]:
    """The findings with all wanted facts (of `FACTS`), the gravest first, each with the claims that it rests on.

    `finding` is the finding as data, to be worded.
    """
    facts = {name: value for name, value in (wanted or {}).items() if name in FACTS}
    # The columns are ours, the values bound.
    where = " AND ".join(_CLAIM if name == "claim_id" else f"f.{name} = ${name}" for name in facts) or "true"
    found = rows(
        db,
        f"SELECT f.* EXCLUDE (detail) FROM claim_findings AS f WHERE {where} "  # noqa: S608
        "ORDER BY list_position($severities, f.severity), abs(f.difference) DESC NULLS LAST, f.finding_id "
        "LIMIT $limit OFFSET $offset",
        {**facts, "severities": list(SEVERITIES), "limit": limit, "offset": offset},
    )
    said = rows(
        db,
        f"SELECT fc.finding_id, fc.role, c.* FROM claim_finding_claims AS fc "  # noqa: S608
        f"JOIN ({NAMED_FIGURES}) AS c ON c.claim_id = fc.claim_id "
        "WHERE list_contains($ids, fc.finding_id) ORDER BY fc.finding_id, fc.ordinal",
        {"ids": [finding["finding_id"] for finding in found]},
    )
    by_finding: dict[str, list[Row]] = {}
    for claim in said:
        by_finding.setdefault(claim["finding_id"], []).append(claim)
    as_data = claim_findings.read(db, [row["finding_id"] for row in found])
    return [
        row | {"claims": by_finding.get(row["finding_id"], []), "finding": as_data[row["finding_id"]]} for row in found
    ]


_CLAIM = "EXISTS (SELECT 1 FROM claim_finding_claims AS w WHERE w.finding_id = f.finding_id AND w.claim_id = $claim_id)"


def counts(db: "duckdb.DuckDBPyConnection") -> list[Row]:
    """How many findings there are of each severity and kind."""
    return rows(
        db,
        "SELECT severity, kind, count(*) AS count FROM claim_findings GROUP BY severity, kind "
        "ORDER BY list_position($severities, severity), count DESC, kind",
        {"severities": list(SEVERITIES)},
    )


def repeated(db: "duckdb.DuckDBPyConnection", claim_id: str) -> list[Row]:
    """The other claims of the same origin, the oldest first: together they are one voice."""
    return rows(
        db,
        f"SELECT c.*, o.reason, c.claim_id = o.origin_id AS is_origin "  # noqa: S608
        "FROM claim_origins AS mine JOIN claim_origins AS o ON o.origin_id = mine.origin_id "
        f"JOIN ({NAMED_FIGURES}) AS c ON c.claim_id = o.claim_id "
        "WHERE mine.claim_id = $claim_id AND o.claim_id != $claim_id "
        "ORDER BY is_origin DESC, c.source_year NULLS LAST, c.claim_id",
        {"claim_id": claim_id},
    )


def bounds(db: "duckdb.DuckDBPyConnection", column: str, code: str) -> list[Row]:
    """What follows for the true numbers of an operation or of a region (`column`), where two ends are told."""
    name = {"operation": "b.operation", "region": "b.region"}[column]
    return rows(
        db,
        f"SELECT b.*, m.name_en AS measure_en, m.name_ru AS measure_ru FROM claim_bounds AS b "  # noqa: S608
        f"LEFT JOIN measures AS m ON m.measure = b.measure WHERE {name} = $code AND b.high IS NOT NULL "
        "ORDER BY b.measure, b.region NULLS FIRST, b.operation NULLS FIRST, b.period_start, b.period_end, b.low",
        {"code": code},
    )
