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


def source(db: "duckdb.DuckDBPyConnection", source_id: str) -> Row | None:
    """A source with its files and the counts of its rows."""
    found = one(db, "SELECT * FROM sources WHERE source_id = ?", source_id)
    if found is None:
        return None
    found["files"] = rows(db, "SELECT * FROM files WHERE source_id = ? ORDER BY name", source_id)
    found["entries"] = rows(db, "SELECT count(*) AS n FROM entries WHERE source_id = ?", source_id)[0]["n"]
    found["rejected"] = rows(
        db,
        "SELECT reason, count(*) AS count FROM rejected WHERE source_id = ? GROUP BY reason ORDER BY 2 DESC, 1",
        source_id,
    )
    found["read"] = rows(
        db,
        """
        SELECT f.field, count(DISTINCT f.entry_id) AS count
        FROM fields AS f JOIN entries AS e ON e.entry_id = f.entry_id
        WHERE e.source_id = ? GROUP BY f.field ORDER BY 2 DESC, 1
        """,
        source_id,
    )
    found["shared"] = rows(
        db,
        """
        SELECT s.source_id, s.title, count(DISTINCT a.person_id) AS count
        FROM person_entries AS a
        JOIN entries AS x ON x.entry_id = a.entry_id AND x.source_id = ?
        JOIN person_entries AS b ON b.person_id = a.person_id AND b.entry_id != a.entry_id
        JOIN entries AS y ON y.entry_id = b.entry_id AND y.source_id != x.source_id
        JOIN sources AS s ON s.source_id = y.source_id
        GROUP BY s.source_id, s.title, s.ordinal ORDER BY s.ordinal
        """,
        source_id,
    )
    return found


# Of a date, what it is the date of.
NAMED_FIGURES = (
    "SELECT c.*, coalesce(e.name_en, c.event, m.name_en) AS measure_en, "
    "coalesce(e.name_ru, c.event, m.name_ru) AS measure_ru "
    "FROM claims AS c LEFT JOIN measures AS m ON m.measure = c.measure LEFT JOIN events AS e ON e.event = c.event"
)


def claims(
    db: "duckdb.DuckDBPyConnection", column: str = "", value: str = "", limit: int = 1000, offset: int = 0
) -> list[Row]:
    """Published figures; `column` (operation, region, collection or measure) narrows to a `value`."""
    columns = {"operation": "c.operation", "region": "c.region", "collection": "c.collection", "measure": "c.measure"}
    where = f"WHERE {columns[column]} = ?" if column else ""
    return rows(
        db,
        f"{NAMED_FIGURES} {where} ORDER BY c.collection, c.period_start, c.measure, c.claim_id LIMIT ? OFFSET ?",
        *([value] if column else []),
        limit,
        offset,
    )


def claim(db: "duckdb.DuckDBPyConnection", claim_id: str) -> Row | None:
    """One published figure."""
    return one(db, f"{NAMED_FIGURES} WHERE c.claim_id = ?", claim_id)


def rivals(db: "duckdb.DuckDBPyConnection", said: Row) -> list[Row]:
    """The other figures of the same measure, operation, place and part of the cases, whatever their period."""
    return rows(
        db,
        f"""
        {NAMED_FIGURES}
        WHERE c.claim_id != $claim_id AND c.measure = $measure AND c.operation IS NOT DISTINCT FROM $operation
            AND c.body IS NOT DISTINCT FROM $body AND c.event IS NOT DISTINCT FROM $event
            AND c.scope IS NOT DISTINCT FROM $scope AND c.region IS NOT DISTINCT FROM $region
            AND (c.region IS NOT NULL OR c.territory IS NOT DISTINCT FROM $territory)
        ORDER BY c.period_end, c.period_start, c.claim_id LIMIT 100
        """,
        {
            key: said[key]
            for key in ("claim_id", "measure", "operation", "body", "event", "scope", "region", "territory")
        },
    )


def places(db: "duckdb.DuckDBPyConnection") -> list[Row]:
    """Places of execution and burial, with the published persons of each."""
    return rows(
        db,
        """
        SELECT p.*, count(DISTINCT q.person_id) AS persons
        FROM places AS p
        LEFT JOIN person_places AS pp ON pp.place_id = p.place_id
        LEFT JOIN published AS q ON q.person_id = pp.person_id
        GROUP BY ALL
        ORDER BY persons DESC, p.name_ru, p.place_id
        """,
    )


def homes(db: "duckdb.DuckDBPyConnection", place_id: str) -> list[Row]:
    """Where the published persons of a place had lived: coordinates, and how many."""
    return rows(
        db,
        """
        SELECT round(r.residence_latitude, 4) AS latitude, round(r.residence_longitude, 4) AS longitude,
            count(DISTINCT q.person_id) AS count
        FROM person_places AS pp
        JOIN published AS q ON q.person_id = pp.person_id
        JOIN person_entries AS pe ON pe.person_id = q.person_id
        JOIN readings AS r ON r.entry_id = pe.entry_id
        WHERE pp.place_id = ? AND r.residence_latitude IS NOT NULL AND r.residence_longitude IS NOT NULL
        GROUP BY 1, 2 ORDER BY 1, 2
        """,
        place_id,
    )


def grouped(db: "duckdb.DuckDBPyConnection", column: str) -> dict[str, Row]:
    """Published persons, and of them those shot, by each value of a column of the cards."""
    name = _CARD_COLUMNS[column]
    found = rows(
        db,
        f"SELECT {name} AS code, count(*) AS persons, count(*) FILTER (outcome = 'executed') AS shot "  # noqa: S608
        f"FROM published WHERE {name} IS NOT NULL GROUP BY 1",
    )
    return {row["code"]: row for row in found}


def tables(db: "duckdb.DuckDBPyConnection") -> list[Row]:
    """The tables of the record, with what their comments say of them and of their columns."""
    found = rows(db, "SELECT table_name AS name, comment FROM duckdb_tables() WHERE NOT temporary ORDER BY table_name")
    columns = rows(
        db,
        "SELECT table_name, column_name AS name, data_type AS type, comment FROM duckdb_columns() "
        "ORDER BY column_index",
    )
    for table in found:
        table["columns"] = [column for column in columns if column["table_name"] == table["name"]]
    return found
