"""What each column of an exported CSV means, as metadata that programs find next to it: CSV on the Web (W3C 2015).

`persons.csv` is described by `persons.csv-metadata.json`. The descriptions are those of `exports/codebook.csv`; for a
column that is exported as the record has it, the comment on that column.
"""

import csv
import importlib.resources
import json
import pathlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from poimenno.foundation import sql
from poimenno.foundation.errors import ReferenceTableError
from poimenno.foundation.language import gettext as _

if TYPE_CHECKING:
    import duckdb

_DATATYPES = {"BIGINT": "integer", "INTEGER": "integer", "DOUBLE": "number", "BOOLEAN": "boolean", "DATE": "date"}
_KEYS = {
    "persons": "person_id",
    "entries": "entry_id",
    "cases": "case_id",
    "claims": "claim_id",
    "claim-findings": "finding_id",
}


@dataclass(frozen=True, slots=True)
class ExportedColumn:
    """A column of the exported view: its name, and its type in SQL."""

    name: str
    sql_type: str


def path_of(target: pathlib.Path) -> pathlib.Path:
    """The path at which programs look for the description of a CSV."""
    return target.with_name(target.name + "-metadata.json")


def describe(db: "duckdb.DuckDBPyConnection", table: str, file_name: str) -> str:
    """The description, as JSON, of a CSV of `table`; its columns are those of the view `exported`.

    Raises ReferenceTableError if a column has no description: a fault of the program.
    """
    descriptions = _descriptions(db, table)
    columns = sql.rows_as(db, ExportedColumn, "exports", "columns")
    if missing := [column.name for column in columns if column.name not in descriptions]:
        raise ReferenceTableError(
            _("exports/codebook.csv: there is no description of {columns}; add a row for each.").format(
                columns=", ".join(f"{table}.{name}" for name in missing)
            )
        )
    described = [
        {
            "name": column.name,
            "titles": column.name,
            "dc:description": descriptions[column.name],
            "datatype": _DATATYPES.get(column.sql_type, "string"),
            # Null and empty are the same in a CSV.
            "null": "",
        }
        for column in columns
    ]
    metadata = {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "en"}],
        "url": file_name,
        "dc:title": f"Poimenno: {table}",
        "dc:identifier": sql.scalar(db, "exports", "version"),
        "dc:description": "Exported from a record of the Great Terror of 1937-1938. Text cells that a spreadsheet "
        "would run as a formula have an apostrophe before them.",
        "dialect": {"encoding": "utf-8", "delimiter": ",", "quoteChar": '"', "doubleQuote": True, "header": True},
        "tableSchema": {"columns": described} | ({"primaryKey": _KEYS[table]} if table in _KEYS else {}),
    }
    return json.dumps(metadata, ensure_ascii=False, indent=2) + "\n"


def _descriptions(db: "duckdb.DuckDBPyConnection", table: str) -> dict[str, str]:
    """What each column means: the comments of the record's table, replaced where codebook.csv has a description."""
    comments = sql.run(db, "exports", "comments", table_name=table.replace("-", "_"))
    file = importlib.resources.files("poimenno") / "exports" / "codebook.csv"
    rows = [row for row in csv.DictReader(file.read_text(encoding="utf-8").splitlines()) if row["table"] == table]
    return dict(comments) | {row["column"]: row["description"] for row in rows}
