"""Fills the reference tables of the record from the bundled CSV files, and checks them.

Each file has the columns of its table; types are those of `tables.sql`. A row without a source, a code that no
other table has, or a pattern that does not compile is a fault of the program and stops the build.
"""

import importlib.resources
import re
from typing import TYPE_CHECKING

from poimenno import reference
from poimenno.foundation import database, sql
from poimenno.foundation.errors import ReferenceTableError
from poimenno.foundation.language import gettext as _
from poimenno.reference.vocabularies import Confidence

if TYPE_CHECKING:
    import duckdb

# Table of the record: the file it is filled from.
_TABLES = {
    "operations": "operations",
    "bodies": "bodies",
    "regions": "regions",
    "places": "places",
    "ethnic_groups": "ethnic_groups",
    "sentence_categories": "sentence_categories",
    "articles": "articles",
    "measures": "measures",
    "hierarchies": "hierarchies",
    "region_changes": "region_changes",
    "periods": "periods",
    "events": "events",
    "finding_kinds": "findings",
    "attribution_rules": "attribution_rules",
}
# Column, and the table that has its codes under the same or the given name; codes may be a list, separated by |.
_CODES = (
    ("regions", "parent", "regions", "region"),
    ("places", "region", "regions", "region"),
    ("region_changes", "region", "regions", "region"),
    ("region_changes", "successor", "regions", "region"),
    ("attribution_rules", "operation", "operations", "operation"),
    ("attribution_rules", "body_type", "bodies", "body_type"),
    ("attribution_rules", "ethnic_group", "ethnic_groups", "ethnic_group"),
    ("attribution_rules", "sentence_category", "sentence_categories", "sentence_category"),
)
# Spellings are read by texts, not by tables: file, column of the code, file that has the codes.
_SPELLINGS = (
    ("body_spellings", "body_type", "bodies"),
    ("region_spellings", "region", "regions"),
    ("place_spellings", "place_id", "places"),
    ("ethnonyms", "ethnic_group", "ethnic_groups"),
    ("sentences", "sentence_category", "sentence_categories"),
)
_PATTERNS = ("pattern", "stem", "abbreviation")
# How the rules name a case without a recognised body.
NO_BODY = "unknown"
# Confidences of rules that name no operation.
_WITHOUT_OPERATION = frozenset({Confidence.NONE, Confidence.UNKNOWN})


def load(db: "duckdb.DuckDBPyConnection") -> None:
    """Fill the tables. Raises ReferenceTableError if a table breaks its rules."""
    import duckdb

    for table, name in _TABLES.items():
        try:
            _fill(db, table, name)
        except database.unwritable():
            raise
        except duckdb.Error as error:
            raise _broken(name, str(error).splitlines()[0]) from error
    for table, column, target, key in _CODES:
        _check_codes(db, table, column, target, key)
    for name, column, target in _SPELLINGS:
        _check_spellings(name, column, target)
    _check_rules(db)


def _fill(db: "duckdb.DuckDBPyConnection", table: str, name: str) -> None:
    with importlib.resources.as_file(importlib.resources.files("poimenno.reference") / f"{name}.csv") as path:
        db.execute(sql.script("reference", "fill_table", table=table), {"path": str(path)})


def _codes(db: "duckdb.DuckDBPyConnection", table: str, column: str) -> list[str]:
    return [row[0] for row in db.execute(sql.script("reference", "codes", table=table, column=column)).fetchall()]


def _check_codes(db: "duckdb.DuckDBPyConnection", table: str, column: str, target: str, key: str) -> None:
    known = set(_codes(db, target, key))
    if table == "attribution_rules" and column == "body_type":
        known.add(NO_BODY)
    for codes in _codes(db, table, column):
        for code in codes.split("|"):
            if code not in known:
                raise _broken(
                    table, _("{column} {code!r} is not in {target}").format(column=column, code=code, target=target)
                )


def _check_spellings(name: str, column: str, target: str) -> None:
    known = {row[column] for row in reference.rows(target)}
    for row in reference.rows(name):
        if row[column] not in known:
            raise _broken(
                name, _("{column} {code!r} is not in {target}").format(column=column, code=row[column], target=target)
            )
        if not row["source"]:
            raise _broken(name, _("the row {code!r} has no source").format(code=row[column]))
        for pattern in (row[column] for column in _PATTERNS if row.get(column)):
            try:
                re.compile(pattern)
            except re.error as error:
                raise _broken(
                    name, _("the pattern {pattern!r} does not compile ({reason})").format(pattern=pattern, reason=error)
                ) from error


def _check_rules(db: "duckdb.DuckDBPyConnection") -> None:
    """The patterns of rules run in the database, whose regular expressions are not Python's."""
    import duckdb

    for rule, confidence, operation, *patterns in sql.run(db, "reference", "rules"):
        if confidence not in set(Confidence) or (operation is None) != (confidence in _WITHOUT_OPERATION):
            raise _broken(
                "attribution_rules",
                _("{rule}: confidence {confidence!r} and operation {operation!r} do not match").format(
                    rule=rule, confidence=confidence, operation=operation
                ),
            )
        for pattern in filter(None, patterns):
            try:
                sql.run(db, "reference", "try_pattern", pattern=pattern)
            except duckdb.Error as error:
                raise _broken(
                    "attribution_rules",
                    _("{rule}: the pattern {pattern!r} does not compile").format(rule=rule, pattern=pattern),
                ) from error


def _broken(name: str, reason: str) -> ReferenceTableError:
    return ReferenceTableError(
        _("The bundled table {name}.csv breaks its rules: {reason}. Please report this as a bug.").format(
            name=name, reason=reason
        )
    )
