"""The notes of decisions have one form: number and title, date, status, context, decision, consequences."""

import datetime
import pathlib
import re

import pytest

FOLDER = pathlib.Path(__file__).resolve().parent.parent / "docs" / "decisions"
NOTES = sorted(FOLDER.glob("*.md"))
FORM = re.compile(
    r"# (?P<number>\d+)\. (?P<title>\S.*)\n"
    r"\n- Date: (?P<date>\d{4}-\d\d-\d\d)\n- Status: (?P<status>.+)\n"
    r"\n## Context\n\n(?P<context>.+?)\n"
    r"\n## Decision\n\n(?P<decision>.+?)\n"
    r"\n## Consequences\n\n(?P<consequences>.+)",
    re.DOTALL,
)
STATUSES = re.compile(r"accepted|rejected|superseded by \[(\d{4})\]\((\1-[a-z0-9-]+\.md)\)")


def parsed(text: str) -> re.Match[str]:
    match = FORM.fullmatch(text)
    assert match, "the headings are: title, Date, Status, Context, Decision, Consequences"
    assert not re.search(r"^#{1,2} ", match["context"] + match["decision"] + match["consequences"], re.MULTILINE)
    return match


@pytest.mark.parametrize("note", NOTES, ids=lambda note: note.name)
def test_a_note_has_the_form(note: pathlib.Path) -> None:
    match = parsed(note.read_text(encoding="utf-8"))
    assert note.name.startswith(f"{int(match['number']):04}-")
    assert datetime.date.fromisoformat(match["date"]) >= datetime.date(2026, 11, 23)
    status = STATUSES.fullmatch(match["status"])
    assert status, "accepted, rejected, or superseded by another note"
    assert status[2] is None or (FOLDER / status[2]).exists()


def test_the_notes_are_numbered_without_a_gap() -> None:
    assert [int(note.name[:4]) for note in NOTES] == list(range(1, len(NOTES) + 1))


def test_a_note_without_consequences_is_refused() -> None:
    with pytest.raises(AssertionError):
        parsed("# 1. A title\n\n- Date: 2026-11-26\n- Status: accepted\n\n## Context\n\nA.\n\n## Decision\n\nB.\n")
