"""Checks the claims of the record being built and fills claim_origins, claim_bounds and the tables of findings."""

import functools
from collections.abc import Sequence
from typing import TYPE_CHECKING

from poimenno.claims import checking, findings
from poimenno.claims.claim import Claim
from poimenno.claims.rules.origins import Origins
from poimenno.claims.solver import consistency
from poimenno.claims.solver.consistency import Bound, Consistency
from poimenno.foundation import sql
from poimenno.reference.vocabularies import Collection

if TYPE_CHECKING:
    import duckdb


def write(db: "duckdb.DuckDBPyConnection") -> None:
    """Check the claims and fill the tables.

    The solver sees published figures only; the counts of the record itself are held against them by the rules. Made-up
    figures are held against one another and nothing else.
    """
    claims, made_up = (checking.read_claims(db, made_up=invented) for invented in (False, True))
    sql.insert_rows(db, "claim_origins", [*Origins(claims).rows, *Origins(made_up).rows])
    by_rules = [*checking.check_rules(claims), *checking.check_rules(made_up)]
    outcome, bounds = _solve(tuple(claim for claim in claims if claim.collection != Collection.RECORD))
    findings.write(db, findings.deduplicate([*by_rules, *consistency.findings(claims, outcome, by_rules)]))
    _write_bounds(db, bounds)


@functools.lru_cache(maxsize=4)
def _solve(claims: tuple[Claim, ...]) -> tuple[Consistency, list[Bound]]:
    # Cached: tests build many records with the same published figures.
    outcome = consistency.solve(claims, consistency.whole_ussr_cells(claims))
    return outcome, consistency.whole_ussr_bounds(outcome.left)


def _write_bounds(db: "duckdb.DuckDBPyConnection", bounds: Sequence[Bound]) -> None:
    if not bounds:
        return
    keys, periods = [bound.cell.key for bound in bounds], [bound.cell.period for bound in bounds]
    sql.insert(
        db,
        "claim_bounds",
        {
            "measure": [key.measure for key in keys],
            "operation": [key.operation or None for key in keys],
            "region": [key.region or None for key in keys],
            "body": [key.body or None for key in keys],
            "period_start": [period.start for period in periods],
            "period_end": [period.end for period in periods],
            "low": [bound.low for bound in bounds],
            "high": [bound.high for bound in bounds],
            "published": [bound.published for bound in bounds],
        },
    )
