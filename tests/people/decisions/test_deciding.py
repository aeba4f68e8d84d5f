"""A decision is recorded, applied by a rebuild with its consequences, and withdrawn again."""

import pathlib

import pytest

from poimenno import pipeline
from poimenno.foundation import database
from poimenno.foundation.errors import DecisionError
from poimenno.foundation.progress import QUIET
from poimenno.people.decisions.deciding import decide
from poimenno.reference.vocabularies import DecisionKind
from poimenno.sources.archive import Archive
from poimenno.values.ids import is_valid


def persons_of_entries(record: pathlib.Path) -> dict[str, str]:
    with database.opened(record) as db:
        return dict(db.execute("SELECT entry_id, person_id FROM person_entries").fetchall())


def test_a_decision_binds_after_a_rebuild_and_undoing_gives_the_record_as_before(
    archive: Archive, linked_pair: tuple[str, str]
) -> None:
    a, b = linked_pair
    before = persons_of_entries(archive.record)
    assert before[a] == before[b]
    assert all(is_valid(person) for person in before.values())

    decide(archive, (a, b), DecisionKind.DIFFERENT, "other fathers", "a reviewer")
    parted = persons_of_entries(pipeline.build(archive.folder, QUIET).record)
    assert parted[a] != parted[b]
    assert {entry: parted[entry] for entry in parted if entry not in (a, b)} == {
        entry: before[entry] for entry in before if entry not in (a, b)
    }
    # The older id stays with its founder.
    assert before[a] in (parted[a], parted[b])

    decide(archive, (a, b), DecisionKind.UNDO, "misread", "a reviewer")
    assert persons_of_entries(pipeline.build(archive.folder, QUIET).record) == before
    assert [decision.kind for decision in archive.decisions()] == [DecisionKind.DIFFERENT, DecisionKind.UNDO]


def test_two_whom_the_model_keeps_apart_become_one(archive: Archive) -> None:
    before = persons_of_entries(archive.record)
    a = "list-1/row:2"
    b = next(entry for entry in before if entry.startswith("list-2/") and before[entry] != before[a])
    with database.opened(archive.record) as db:
        handle = db.execute("SELECT handle FROM entries WHERE entry_id = ?", [b]).fetchall()[0][0]
    # Entries are named by id or by handle.
    decide(archive, (a, handle), DecisionKind.SAME, "one file", "a reviewer")
    after = persons_of_entries(pipeline.build(archive.folder, QUIET).record)
    assert after[a] == after[b]
    c = next(entry for entry in before if before[entry] not in (before[a], before[b]))
    decide(archive, (b, c), DecisionKind.SAME, "one file", "a reviewer")
    with pytest.raises(DecisionError, match="withdraw one of these decisions"):
        decide(archive, (a, c), DecisionKind.DIFFERENT, "", "another")
    assert len(archive.decisions()) == 2


@pytest.mark.parametrize("entries", [("list-1/row:2", "list-9/row:1"), ("list-1/row:2", "list-1/row:2")])
def test_a_decision_on_no_two_entries_is_refused(archive: Archive, entries: tuple[str, str]) -> None:
    with pytest.raises(DecisionError):
        decide(archive, entries, DecisionKind.SAME, "", "a reviewer")
    assert archive.decisions() == []
