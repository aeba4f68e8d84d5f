"""Judgements: noted, honoured by a rebuild with their consequences, undone, shared between archives."""

import csv
import json
import pathlib
from collections.abc import Callable

import pytest
from click.testing import CliRunner, Result

from benchmarks import made_up_lists
from poimenno import pipeline
from poimenno.cli.main import commands
from poimenno.entries import dialects
from poimenno.foundation import database
from poimenno.foundation.errors import DecisionError
from poimenno.foundation.progress import QUIET
from poimenno.people.decisions import review_queue, sharing
from poimenno.sources.archive import Archive
from poimenno.values.ids import is_valid


@pytest.fixture(scope="module")
def lists(tmp_path_factory: pytest.TempPathFactory) -> pathlib.Path:
    folder = tmp_path_factory.mktemp("made-up")
    made_up_lists.write(400, folder, seed=5)
    return folder


@pytest.fixture
def archive(lists: pathlib.Path, tmp_path: pathlib.Path) -> Archive:
    return built(tmp_path / "archive", sorted(lists.glob("list-[12].csv")))


def built(folder: pathlib.Path, files: list[pathlib.Path]) -> Archive:
    made = Archive.create(folder)
    made.add(files, made_up=True, detect=dialects.detect)
    return pipeline.build(folder, QUIET)


def people_of(record: pathlib.Path) -> dict[str, str]:
    with database.opened(record) as db:
        return dict(db.execute("SELECT entry_id, person_id FROM person_entries").fetchall())


def linked_pair(archive: Archive) -> tuple[str, str]:
    with database.opened(archive.record) as db:
        a, b = db.execute("SELECT entry_id_a, entry_id_b FROM links WHERE used ORDER BY ALL LIMIT 1").fetchall()[0]
    return a, b


def run(*arguments: str) -> Result:
    return CliRunner().invoke(commands, arguments, catch_exceptions=False)


def test_a_decision_binds_after_a_rebuild_and_undoing_gives_the_record_as_before(archive: Archive) -> None:
    a, b = linked_pair(archive)
    before = people_of(archive.record)
    assert before[a] == before[b]
    handles = {one: is_valid(one) for one in before.values()}
    assert all(handles.values())

    sharing.judge(archive, (a, b), "different", "other fathers", "a reviewer")
    parted = people_of(pipeline.build(archive.folder, QUIET).record)
    assert parted[a] != parted[b]
    assert {one: parted[one] for one in parted if one not in (a, b)} == {
        one: before[one] for one in before if one not in (a, b)
    }
    # The older id stays with its founder.
    assert before[a] in (parted[a], parted[b])

    sharing.judge(archive, (a, b), "undo", "misread", "a reviewer")
    assert people_of(pipeline.build(archive.folder, QUIET).record) == before
    assert [one["decision"] for one in archive.decisions()] == ["different", "undo"]


def test_two_whom_the_model_keeps_apart_become_one(archive: Archive) -> None:
    before = people_of(archive.record)
    a = "list-1/row:2"
    b = next(one for one in before if one.startswith("list-2/") and before[one] != before[a])
    with database.opened(archive.record) as db:
        handle = db.execute("SELECT handle FROM entries WHERE entry_id = ?", [b]).fetchall()[0][0]
    # Entries are named by id or by handle.
    sharing.judge(archive, (a, handle), "same", "one file", "a reviewer")
    after = people_of(pipeline.build(archive.folder, QUIET).record)
    assert after[a] == after[b]
    c = next(one for one in before if before[one] not in (before[a], before[b]))
    sharing.judge(archive, (b, c), "same", "one file", "a reviewer")
    with pytest.raises(DecisionError, match="take one back"):
        sharing.judge(archive, (a, c), "different", "", "another")
    assert len(archive.decisions()) == 2


@pytest.mark.parametrize("entries", [("list-1/row:2", "list-9/row:1"), ("list-1/row:2", "list-1/row:2")])
def test_a_decision_on_no_two_entries_is_refused(archive: Archive, entries: tuple[str, str]) -> None:
    with pytest.raises(DecisionError):
        sharing.judge(archive, entries, "same", "", "a reviewer")
    assert archive.decisions() == []


def test_archives_share_judgements_by_content(archive: Archive, lists: pathlib.Path, tmp_path: pathlib.Path) -> None:
    a, b = linked_pair(archive)
    sharing.judge(archive, (a, b), "different", "=HYPERLINK(1)", "a reviewer")
    sharing.judge(archive, (a, "list-1/row:9"), "unsure", "nothing told", "a reviewer")
    shared = tmp_path / "shared.csv"
    assert run("judgements", str(archive.folder), "--to", str(shared)).exit_code == 0
    assert "'=HYPERLINK" in shared.read_text(encoding="utf-8-sig")

    # The other archive calls the same list otherwise, and does not have the second.
    renamed = tmp_path / "register.csv"
    renamed.write_bytes((lists / "list-1.csv").read_bytes())
    other = built(tmp_path / "other", [renamed])
    assert sharing.read(other, shared) == {"absent": 1, "new": 1}
    assert sharing.read(other, shared) == {"absent": 1, "known": 1}
    assert [one["decision"] for one in other.decisions()] == ["unsure"]

    # There and back again, nothing is added.
    assert sharing.read(archive, shared) == {"known": 2}
    assert archive.decisions()[0]["reason"] == "=HYPERLINK(1)"


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        (lambda rows: rows[1].__setitem__(0, "perhaps"), "row 2: the decision is 'perhaps'"),
        (lambda rows: rows[1].__setitem__(6, ""), "row 2: the author is missing"),
        (lambda rows: rows[1].pop(), "row 2: 9 cells"),
        (lambda rows: rows[0].__setitem__(1, "x"), "the columns content_a are missing"),
    ],
)
def test_a_bad_row_is_named_and_nothing_is_taken_in(
    archive: Archive, tmp_path: pathlib.Path, spoil: Callable[[list[list[str]]], object], told: str
) -> None:
    sharing.judge(archive, linked_pair(archive), "different", "why", "a reviewer")
    shared = tmp_path / "shared.csv"
    sharing.write(archive, shared)
    with shared.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    spoil(rows)
    with shared.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
    with pytest.raises(DecisionError, match=told):
        sharing.read(archive, shared)
    assert len(archive.decisions()) == 1


def test_the_review_asks_for_doubtful_pairs_once(archive: Archive) -> None:
    asked = json.loads(run("review", str(archive.folder), "--json", "--limit", "50").output)
    assert asked
    expected = [question["doubt"] * question["changes"] for question in asked]
    assert expected == sorted(expected, reverse=True)
    first = [entry["entry_id"] for entry in asked[0]["entries"]]
    done = run("judge", str(archive.folder), *first, "unsure", "--reason", "no file seen", "--author", "a reviewer")
    assert "poimenno build" in done.output
    with database.opened(archive.record) as db:
        again = review_queue.questions(db, archive.decisions(), 50)
    assert (min(first), max(first)) not in {(one.entry_a, one.entry_b) for one in again}
    text = run("review", str(archive.folder), "--limit", "1").output
    assert "poimenno judge" in text
    assert "surname" in text
