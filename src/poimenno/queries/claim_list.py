"""The claims of a record as a list, narrowed to what the reader asks for."""

from typing import TYPE_CHECKING

from poimenno.claims.claim import Claim
from poimenno.foundation import sql

if TYPE_CHECKING:
    import duckdb


def list_claims(
    db: "duckdb.DuckDBPyConnection",
    *,
    operation: str | None = None,
    measure: str | None = None,
    region: str | None = None,
    source: str | None = None,
) -> list[Claim]:
    """The claims with these codes, and with these words in their source, in any case."""
    return sql.rows_as(
        db, Claim, "queries", "claim_list", operation=operation, measure=measure, region=region, source=source
    )
