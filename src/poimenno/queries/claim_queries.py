"""Figures, limits and operations as data, for programs: the JSON interface, and the command line."""

from dataclasses import asdict
from datetime import date
from typing import TYPE_CHECKING, Any

from poimenno.queries import documented, finding_queries
from poimenno.queries.limits import Event
from poimenno.queries.page_queries import Row, grouped, one, rows
from poimenno.queries.toll import Toll

if TYPE_CHECKING:
    import duckdb

# By what figures can be chosen.
FACTS = ("collection", "operation", "region", "measure")


def figures(db: "duckdb.DuckDBPyConnection", wanted: dict[str, str], limit: int = 1000, offset: int = 0) -> Row:
    """The figures with all wanted facts (of `FACTS`); an empty operation or region asks for figures without one."""
    # The columns are ours, the values bound.
    where = " AND ".join(f"coalesce({name}, '') = ?" for name in wanted if name in FACTS) or "true"
    values = [wanted[name] for name in wanted if name in FACTS]
    total = rows(db, f"SELECT count(*) AS n FROM claims WHERE {where}", *values)[0]["n"]  # noqa: S608
    found = rows(
        db,
        f"SELECT * FROM claims WHERE {where} ORDER BY collection, claim_id LIMIT ? OFFSET ?",  # noqa: S608
        *values,
        limit,
        offset,
    )
    return {"total": total, "figures": found}


def toll(db: "duckdb.DuckDBPyConnection", day: date | None = None) -> Row:
    """Limits of order 00447 by region, as they stood at a day (None: in the end), what was done, who is named.

    Numbers are people; a pair is [at least, at most]. `both` is category 1, category 2 and what does not tell them
    apart (`total`) together.
    """
    found = Toll(db)
    return {
        "operation": found.operation,
        "day": day,
        "whole": _row(found.whole(day)),
        "course": found.course(),
        "pace": [row | {key: row[key] and row[key]["claim_id"] for key in ("claim", "before")} for row in found.pace()],
        "regions": [_row(row) for row in found.table(day)],
        "limits": [_event(event) for event in found.events],
        "region_unknown": found.nowhere,
    }


def _row(row: Row) -> Row:
    return row | {"stood": dict(row["stood"]), "done": [claim["claim_id"] for claim in row["done"]]}


def _event(event: Event) -> dict[str, Any]:
    return asdict(event) | {"says": event.says, "claims": [claim["claim_id"] for claim in event.claims]}


def operations(db: "duckdb.DuckDBPyConnection") -> list[Row]:
    """The operations, each with how many persons of it are named and shown here."""
    counts = grouped(db, "operation")
    found = rows(db, "SELECT * FROM operations ORDER BY operation")
    return [row | {key: counts.get(row["operation"], {}).get(key, 0) for key in ("persons", "shot")} for row in found]


def operation(db: "duckdb.DuckDBPyConnection", code: str) -> Row | None:
    """An operation: its order, figures, those named here by region and month, the share a figure is documented by."""
    found = one(db, "SELECT * FROM operations WHERE operation = ?", code)
    if found is None:
        return None
    claims = rows(db, "SELECT * FROM claims WHERE operation = ? ORDER BY claim_id", code)
    counts = documented.named(db, code)
    return found | {
        "figures": claims,
        "findings": finding_queries.findings(db, {"operation": code}, 1000),
        "bounds": finding_queries.bounds(db, "operation", code),
        "named_by_region": counts,
        "named_by_month": documented.by_month(db, code),
        "confidence": documented.confidences(db, code),
        "documented": [
            {"claim_id": share["claim_id"], "counts": share["alike"], "named": share["named"]}
            for share in documented.shares(db, code)
        ],
    }
