"""The review queue asks about doubtful pairs, the most informative first, and about each once."""

import json

from click.testing import CliRunner

from poimenno.cli.main import commands
from poimenno.foundation import database
from poimenno.people.decisions.review_queue import review_questions
from poimenno.sources.archive import Archive


def run(*arguments: str) -> str:
    return CliRunner().invoke(commands, arguments, catch_exceptions=False).output


def test_the_review_asks_about_doubtful_pairs_once(archive: Archive) -> None:
    items = json.loads(run("review", str(archive.folder), "--json", "--limit", "50"))
    assert items
    expected = [item["doubt"] * item["changes"] for item in items]
    assert expected == sorted(expected, reverse=True)
    first = [entry["entry_id"] for entry in items[0]["entries"]]
    output = run("judge", str(archive.folder), *first, "unsure", "--reason", "no file seen", "--author", "a reviewer")
    assert "poimenno build" in output
    with database.opened(archive.record) as db:
        questions = review_questions(db, archive.decisions(), 50)
    assert (min(first), max(first)) not in {(question.entry_a, question.entry_b) for question in questions}
    text = run("review", str(archive.folder), "--limit", "1")
    assert "poimenno judge" in text
    assert "surname" in text


def test_the_json_of_the_review_keeps_its_keys(archive: Archive) -> None:
    item = json.loads(run("review", str(archive.folder), "--json", "--limit", "1"))[0]
    assert list(item) == ["entries", "together", "probability", "weight", "doubt", "changes", "evidence"]
    assert list(item["entries"][0]) == [
        "entry_id", "handle", "text", "columns", "title", "locator", "person_id", "name", "birth"
    ]  # fmt: skip
    assert list(item["evidence"][0]) == ["comparison", "level", "level_ru", "weight"]
