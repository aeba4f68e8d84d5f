"""What the pages ask of the record. Persons are only ever read through the view `published`."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import duckdb

Row = dict[str, Any]


def rows(db: "duckdb.DuckDBPyConnection", sql: str, *values: Any) -> list[Row]:
    """The rows of a statement as dicts by column; the values bind its `?`, or one dict its `$name`."""
    result = db.execute(sql, values[0] if values and isinstance(values[0], dict) else list(values))
    names = [column[0] for column in result.description or []]
    return [dict(zip(names, row, strict=True)) for row in result.fetchall()]


def one(db: "duckdb.DuckDBPyConnection", sql: str, *values: Any) -> Row | None:
    """The first row of a statement, or None."""
    found = rows(db, sql, *values)
    return found[0] if found else None


def holdings(db: "duckdb.DuckDBPyConnection") -> Row:
    """What the record holds, and how much of it is withheld."""
    return rows(
        db,
        """
        SELECT
            (SELECT count(*) FROM sources WHERE kind = 'list') AS sources,
            (SELECT count(*) FROM entries) AS entries,
            (SELECT count(*) FROM rejected) AS rejected,
            (SELECT count(*) FROM persons) AS persons,
            (SELECT count(*) FROM persons WHERE entries > 1) AS linked,
            (SELECT count(*) FROM persons) - (SELECT count(*) FROM published) AS withheld,
            (SELECT count(*) FROM cards WHERE day BETWEEN DATE '1937-01-01' AND DATE '1938-12-31') AS shot,
            (SELECT count(*) FROM claims) AS claims,
            (SELECT count(*) FROM findings) AS findings,
            (SELECT bool_or(made_up) FROM sources) AS made_up,
            (SELECT value FROM record WHERE key = 'version') AS version,
            (SELECT value FROM record WHERE key = 'program') AS program
        """,
    )[0]


def shootings(db: "duckdb.DuckDBPyConnection", column: str = "", value: str = "") -> list[Row]:
    """Published persons shot, by day of 1937-1938; `column` of the cards narrows to a `value`."""
    where = f"AND {_CARD_COLUMNS[column]} = ?" if column else ""
    return rows(
        db,
        f"SELECT day, count(*) AS count FROM published WHERE day BETWEEN DATE '1937-01-01' AND DATE '1938-12-31' {where} "  # noqa: S608,E501
        "GROUP BY day ORDER BY day",
        *([value] if column else []),
    )


_CARD_COLUMNS = {"operation": "operation", "body": "body_type", "region": "region", "place": "burial_place_id"}


def counted(db: "duckdb.DuckDBPyConnection", column: str, value: str) -> Row:
    """How many published persons have a value, how many of them were shot, and by month."""
    name = _CARD_COLUMNS[column]
    total = rows(
        db,
        f"SELECT count(*) AS persons, count(*) FILTER (outcome = 'executed') AS shot FROM published WHERE {name} = ?",  # noqa: S608
        value,
    )[0]
    total["months"] = rows(
        db,
        f"""
        SELECT date_trunc('month', sentenced_first)::DATE AS month, count(*) AS count
        FROM published
        WHERE {name} = ? AND date_trunc('month', sentenced_first) = date_trunc('month', sentenced_last)
            AND sentenced_first BETWEEN DATE '1937-01-01' AND DATE '1938-12-31'
        GROUP BY month ORDER BY month
        """,  # noqa: S608
        value,
    )
    return total


def grouped(db: "duckdb.DuckDBPyConnection", column: str) -> dict[str, Row]:
    """Published persons, and of them those shot, by each value of a column of the cards."""
    name = _CARD_COLUMNS[column]
    found = rows(
        db,
        f"SELECT {name} AS code, count(*) AS persons, count(*) FILTER (outcome = 'executed') AS shot "  # noqa: S608
        f"FROM published WHERE {name} IS NOT NULL GROUP BY 1",
    )
    return {row["code"]: row for row in found}
