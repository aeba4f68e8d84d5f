"""What a reviewer is asked, in lines of text, and what a link rests on, in a sentence."""

import json
import pathlib
from collections.abc import Iterable

from poimenno.foundation.language import current
from poimenno.foundation.language import gettext as _
from poimenno.people.comparison.levels import Evidence
from poimenno.queries.review_queries import ReviewEntry, ReviewItem
from poimenno.wording.labels import label

_MAX_TEXT = 300


def review_lines(items: Iterable[ReviewItem], folder: pathlib.Path) -> list[str]:
    """The pairs to be decided on, each with the command that records the answer."""
    lines: list[str] = []
    doubt = _("doubt")
    for number, item in enumerate(items, 1):
        state = _("one person in the record") if item.together else _("two persons in the record")
        lines.append(f"{number}. {state}; {doubt} {item.doubt:.0%}")
        lines += [f"   {entry.title}, {entry.locator}: {_verbatim(entry)}" for entry in item.entries]
        lines.append("   " + evidence_sentence(item.evidence))
        a, b = (entry.entry_id for entry in item.entries)
        lines += [f'   poimenno judge {folder} {a} {b} same|different|unsure --reason "…"', ""]
    return lines or [_("There is nothing to review: no link is in doubt.")]


def evidence_sentence(evidence: Iterable[Evidence]) -> str:
    """What a link rests on: each comparison, its outcome, and its weight in bits."""
    language = current()
    return "; ".join(
        f"{label(part.comparison, language)}: {part.level_ru if language == 'ru' else part.level} ({part.weight:+.1f})"
        for part in evidence
    )


def _verbatim(entry: ReviewEntry) -> str:
    """The beginning of what the source has, on one line."""
    cells = json.loads(entry.columns).values() if entry.columns else ()
    text = entry.text or "; ".join(str(cell) for cell in cells if cell)
    return " ".join(text.split())[:_MAX_TEXT]
