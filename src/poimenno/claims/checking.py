"""Holds claims against one another: every rule in turn, none by name of a source or a number."""

import functools
from collections.abc import Sequence
from typing import TYPE_CHECKING

from poimenno.claims import cells, findings
from poimenno.claims.cells import Said
from poimenno.claims.findings import Finding
from poimenno.claims.rules import misprints, origins, rates, rivals, sums
from poimenno.claims.solver import consistency
from poimenno.claims.solver.consistency import Bound, Outcome

if TYPE_CHECKING:
    import duckdb

# The collection of the counts of the record itself.
RECORD = "record"


def check(claims: Sequence[Said]) -> list[Finding]:
    """All findings by rules, contradictions first. Consistency as a whole is a matter of `consistency`."""
    origin_ids = origins.origins(claims)
    found = [
        *sums.check(claims, origin_ids),
        *rivals.check(claims, origin_ids),
        *rates.check(claims),
        *origins.check(claims, origin_ids),
    ]
    found += misprints.check(claims, found)
    return findings.once(found)


def everything(claims: Sequence[Said]) -> tuple[list[Finding], Outcome]:
    """The findings by rules and by the solver, and what the solver found."""
    found = check(claims)
    outcome = consistency.solve(claims, consistency.whole_cells(claims))
    return findings.once([*found, *consistency.findings(claims, outcome, found)]), outcome


@functools.lru_cache(maxsize=4)
def _solved(claims: tuple[Said, ...]) -> tuple[Outcome, list[Bound]]:
    outcome = consistency.solve(claims, consistency.whole_cells(claims))
    return outcome, consistency.of_the_whole(outcome.left)


def write(db: "duckdb.DuckDBPyConnection") -> None:
    """Check the claims of the record being built and fill claim_origins, claim_bounds and the tables of findings.

    The solver sees what is published only; the counts of the record itself are held against it by the rules. Figures
    made up are held against one another and nothing else.
    """
    claims, made_up = apart(db)
    origin_ids = origins.origins(claims) | origins.origins(made_up)
    db.executemany(
        "INSERT INTO claim_origins VALUES (?, ?, ?)",
        [
            (one.claim_id, origin_ids[one.claim_id], origins.reason(one, origin_ids[one.claim_id]))
            for one in (*claims, *made_up)
        ],
    )
    found = [*check(claims), *check(made_up)]
    outcome, bounds = _solved(tuple(one for one in claims if one.collection != RECORD))
    findings.write(db, findings.once([*found, *consistency.findings(claims, outcome, found)]))
    rows = [_bound_row(one) for one in bounds]
    if rows:
        db.executemany("INSERT INTO claim_bounds VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", rows)


def apart(db: "duckdb.DuckDBPyConnection") -> tuple[list[Said], list[Said]]:
    """The claims of a record that are of this world, and those that were made up."""
    invented = {one for (one,) in db.execute("SELECT source_id FROM sources WHERE made_up").fetchall()}
    claims = cells.read(db)
    return (
        [one for one in claims if one.collection not in invented],
        [one for one in claims if one.collection in invented],
    )


def _bound_row(bound: Bound) -> tuple[object, ...]:
    key, period = bound.key, bound.period
    return (
        key.measure, key.operation or None, key.region or None, key.body or None, period.start, period.end,
        bound.low, bound.high, bound.published,
    )  # fmt: skip
