"""What each column of an exported CSV means, as metadata that programs find beside it: CSV on the Web (W3C 2015).

`persons.csv` is described by `persons.csv-metadata.json`. The words are those of `exports/codebook.csv`, and of the
comments on the record's own tables where a column is taken over as it is.
"""

import csv
import importlib.resources
import json
import pathlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import duckdb

_DATATYPES = {"BIGINT": "integer", "INTEGER": "integer", "DOUBLE": "number", "BOOLEAN": "boolean", "DATE": "date"}
_KEYS = {
    "persons": "person_id",
    "entries": "entry_id",
    "cases": "case_id",
    "claims": "claim_id",
    "figure-findings": "finding_id",
}
# The table of the record whose comments hold for what is exported under another name.
_TABLES = {"figure-findings": "claim_findings", "figure-bounds": "claim_bounds"}


def path_of(target: pathlib.Path) -> pathlib.Path:
    """Where the description of a CSV is looked for."""
    return target.with_name(target.name + "-metadata.json")


def describe(db: "duckdb.DuckDBPyConnection", table: str, target: pathlib.Path, version: str) -> str:
    """The description of a CSV of `table`, whose columns the view `exported` of the connection has."""
    columns = db.execute("SELECT column_name, column_type FROM (DESCRIBE exported)").fetchall()
    meanings = _meanings(db, table)
    described: list[dict[str, Any]] = []
    for name, kind in columns:
        column: dict[str, Any] = {"name": name, "titles": name, "dc:description": meanings[name]}
        # Null and empty are the same in a CSV.
        described.append(column | {"datatype": _DATATYPES.get(kind, "string"), "null": ""})
    metadata = {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "en"}],
        "url": target.name,
        "dc:title": f"Poimenno: {table}",
        "dc:identifier": version,
        "dc:description": "Exported from a record of the Great Terror of 1937-1938. Text cells that a spreadsheet "
        "would run as a formula have an apostrophe before them.",
        "dialect": {"encoding": "utf-8", "delimiter": ",", "quoteChar": '"', "doubleQuote": True, "header": True},
        "tableSchema": {"columns": described} | ({"primaryKey": _KEYS[table]} if table in _KEYS else {}),
    }
    return json.dumps(metadata, ensure_ascii=False, indent=2) + "\n"


def _meanings(db: "duckdb.DuckDBPyConnection", table: str) -> dict[str, str]:
    comments = db.execute(
        "SELECT column_name, comment FROM duckdb_columns() WHERE table_name = ? AND comment IS NOT NULL",
        [_TABLES.get(table, table)],
    ).fetchall()
    file = importlib.resources.files("poimenno") / "exports" / "codebook.csv"
    rows = [row for row in csv.DictReader(file.read_text(encoding="utf-8").splitlines()) if row["table"] == table]
    return dict(comments) | {row["column"]: row["description"] for row in rows}
