"""How many of those whom a published figure counts are named in the record.

A share of two numbers that count alike, as far as the sources tell: the named whose case is attributed to the
operation, by rules, against what one source says of the whole operation. It is no estimate of anything.
"""

from typing import TYPE_CHECKING

from poimenno.foundation import sql
from poimenno.queries.page_queries import Row, rows

if TYPE_CHECKING:
    import duckdb

# Which of the named are held against a measure.
_ALIKE = {"arrested": "named", "convicted": "sentenced", "executed": "shot", "camp": "imprisoned"}


def named(db: "duckdb.DuckDBPyConnection", operation: str) -> list[Row]:
    """Published persons of an operation by region: named, sentenced, shot, imprisoned. A null region: unknown."""
    return rows(
        db,
        """
        SELECT region, count(*) AS named, count(*) FILTER (sentenced) AS sentenced,
            count(*) FILTER (outcome = 'executed') AS shot, count(*) FILTER (outcome = 'imprisoned') AS imprisoned
        FROM published WHERE operation = ? GROUP BY region ORDER BY named DESC, region
        """,
        operation,
    )


def by_month(db: "duckdb.DuckDBPyConnection", operation: str) -> list[Row]:
    """Published persons of an operation by month and region: sentenced in it, and shot in it.

    Only those whose source tells the month. The region is null where nobody tells it.
    """
    return rows(
        db,
        """
        WITH own AS (SELECT * FROM published WHERE operation = ?),
        told AS (
            SELECT region, 'sentenced' AS what, date_trunc('month', sentenced_first)::DATE AS month FROM own
            WHERE date_trunc('month', sentenced_first) = date_trunc('month', sentenced_last)
            UNION ALL
            SELECT region, 'shot', date_trunc('month', shot_first)::DATE FROM own
            WHERE date_trunc('month', shot_first) = date_trunc('month', shot_last)
        )
        SELECT month, region, count(*) FILTER (what = 'sentenced') AS sentenced, count(*) FILTER (what = 'shot') AS shot
        FROM told WHERE month BETWEEN DATE '1937-01-01' AND DATE '1938-12-31'
        GROUP BY month, region ORDER BY month, region
        """,
        operation,
    )


def confidences(db: "duckdb.DuckDBPyConnection", operation: str) -> list[Row]:
    """Published persons of an operation by how sure the attribution is."""
    return rows(
        db,
        """
        SELECT a.confidence, count(*) AS count
        FROM published AS p JOIN attributions AS a ON a.case_id = p.case_id
        WHERE p.operation = ? GROUP BY a.confidence ORDER BY count DESC, a.confidence
        """,
        operation,
    )


def shares(db: "duckdb.DuckDBPyConnection", operation: str) -> list[Row]:
    """Each figure of an operation that counts all of its cases in a place and a time, with those named here alike.

    `named` counts the persons whose arrest (of figures of the arrested) or sentence, else shooting, lies within the
    period by all that the lists say, and whose case lies in the region; `alike` is what was counted. Figures of a part
    of the cases are left out, and those for a territory that is no region here.
    """
    found = rows(db, sql.script("queries", "documented"), operation)
    return [row | {"alike": _ALIKE[row["measure"]]} for row in found]


def line(region: str | None, parents: dict[str, str | None]) -> list[str]:
    """A region and those it lies in, from the smallest to the largest."""
    found: list[str] = []
    while region and region not in found:
        found.append(region)
        region = parents.get(region)
    return found
