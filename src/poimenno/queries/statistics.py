"""Counts of what the record holds, unknowns included: for `stats`, for scripts and for the end of a build."""

import pathlib
from typing import Any

from poimenno.foundation import database, sql
from poimenno.foundation.language import gettext as _


def of(record: pathlib.Path) -> dict[str, Any]:
    """Count a record: totals, and breakdowns as lists of {name of the thing: …, "count": n}."""
    with database.opened(record) as db:
        totals = db.execute(sql.script("queries", "totals"))
        names = [column[0] for column in totals.description or []]
        counts: dict[str, Any] = dict(zip(names, totals.fetchall()[0], strict=True))
        counts["record"] = dict(db.execute("SELECT key, value FROM record ORDER BY key").fetchall())
        counts["by_source"] = _rows(db, "by_source")
        counts["rejected_by_reason"] = _rows(db, "rejected_by_reason")
        counts["rejected_figures"] = _rows(db, "rejected_figures")
        counts["by_operation"] = _rows(db, "by_operation")
        counts["by_body"] = _rows(db, "by_body")
        counts["by_year"] = _rows(db, "by_year")
        return counts


def _rows(db: Any, name: str) -> list[dict[str, Any]]:
    result = db.execute(sql.script("queries", f"counts/{name}"))
    columns = [column[0] for column in result.description]
    return [dict(zip(columns, row, strict=True)) for row in result.fetchall()]


def summary(record: pathlib.Path) -> list[str]:
    """The lines that a build ends with."""
    counts = of(record)
    lines = [
        _("{rows:,} rows in: {entries:,} entries, {rejected:,} rejected.").format(
            rows=counts["entries"] + counts["rejected"], **counts
        ),
        _("{persons:,} persons, {linked:,} of them in several entries; {cases:,} cases; {claims:,} figures.").format(
            **counts
        ),
    ]
    lines += [
        "  " + _("rejected: {count:,} × {reason} in {source}").format(**row) for row in counts["rejected_by_reason"]
    ]
    lines += [
        "  " + _("figure rejected: {source}, {locator}: {reason}").format(**row) for row in counts["rejected_figures"]
    ]
    return lines


def _label(row: dict[str, Any], column: str) -> str:
    value = row[column]
    confidence = row.get("confidence")
    if confidence is None:
        return _("unknown") if value is None else str(value)
    return str(confidence) if value is None else f"{value} ({confidence})"


def lines(record: pathlib.Path) -> list[str]:
    """All counts as lines of text."""
    counts = of(record)
    text = summary(record)
    for title, key, label in (
        (_("Entries by source"), "by_source", "source"),
        (_("Cases by operation (inferred)"), "by_operation", "operation"),
        (_("Cases by body"), "by_body", "body"),
        (_("Cases by year"), "by_year", "year"),
    ):
        text += ["", title]
        text += [f"{row['count']:>10,}  {_label(row, label)}" for row in counts[key]]
    return text
