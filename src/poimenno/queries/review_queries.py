"""Questions to a reviewer, and what a link rests on, in words."""

import json
import pathlib
from typing import TYPE_CHECKING, Any

from poimenno.foundation import database
from poimenno.foundation.language import current
from poimenno.foundation.language import gettext as _
from poimenno.people.decisions import review_queue
from poimenno.queries import page_queries
from poimenno.wording.labels import label

if TYPE_CHECKING:
    import duckdb


def questions(record: pathlib.Path, decisions: list[dict[str, Any]], most: int) -> list[dict[str, Any]]:
    """The next questions to a reviewer as data: both entries, what the record takes them for, and why."""
    with database.opened(record) as db:
        return [
            {
                "entries": [_entry(db, one) for one in (asked.entry_a, asked.entry_b)],
                "together": asked.together,
                "probability": asked.probability,
                "weight": asked.weight,
                "doubt": round(asked.doubt, 3),
                "changes": asked.changes,
                "evidence": asked.evidence,
            }
            for asked in review_queue.questions(db, decisions, most)
        ]


def _entry(db: "duckdb.DuckDBPyConnection", entry_id: str) -> dict[str, Any]:
    found = page_queries.one(
        db,
        """
        SELECT e.entry_id, e.handle, e.text, e.columns, s.title, e.locator, pe.person_id,
            concat_ws(' ', r.surname, r.given_name, r.patronymic) AS name, r.birth_edtf AS birth
        FROM entries AS e
        JOIN sources AS s ON s.source_id = e.source_id
        JOIN readings AS r ON r.entry_id = e.entry_id
        JOIN person_entries AS pe ON pe.entry_id = e.entry_id
        WHERE e.entry_id = ?
        """,
        entry_id,
    )
    return dict(found or {})


def lines(asked: list[dict[str, Any]], folder: pathlib.Path) -> list[str]:
    """Questions in lines of text, each with the command that answers it."""
    if not asked:
        return [_("There is nothing to review: no link is in doubt.")]
    text = []
    doubt = _("doubt")
    for number, question in enumerate(asked, 1):
        held = _("the record has one person") if question["together"] else _("the record has two persons")
        text.append(f"{number}. {held}; {doubt} {question['doubt']:.0%}")
        for entry in question["entries"]:
            told = entry["text"] or "; ".join(f"{value}" for value in _cells(entry["columns"]))
            text.append(f"   {entry['title']}, {entry['locator']}: {' '.join(told.split())[:300]}")
        text.append("   " + why(question["evidence"]))
        a, b = (entry["entry_id"] for entry in question["entries"])
        text += [f'   poimenno judge {folder} {a} {b} same|different|unsure --reason "…"', ""]
    return text


def why(evidence: list[dict[str, Any]]) -> str:
    """What a link rests on, in a sentence: each comparison, its outcome, and its weight in bits."""
    language = current()
    level = "level_ru" if language == "ru" else "level"
    return "; ".join(
        f"{label(part['comparison'], language, 'comparison')}: {part[level]} ({part['weight']:+.1f})"
        for part in evidence
    )


def _cells(columns: str | None) -> list[str]:
    return [str(value) for value in json.loads(columns).values() if value] if columns else []
