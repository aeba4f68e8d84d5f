"""Archives share decisions as CSV: by content, not by the names of their sources, and all or none."""

import csv
import pathlib
from collections.abc import Callable

import pytest
from click.testing import CliRunner

from poimenno.cli.main import commands
from poimenno.foundation.errors import DecisionError
from poimenno.people.decisions.deciding import decide
from poimenno.people.decisions.sharing import ImportCounts, export_decisions, import_decisions
from poimenno.reference.vocabularies import DecisionKind
from poimenno.sources.archive import Archive


def run(*arguments: str) -> int:
    return CliRunner().invoke(commands, arguments, catch_exceptions=False).exit_code


def test_archives_share_decisions_by_content(
    archive: Archive,
    linked_pair: tuple[str, str],
    lists: pathlib.Path,
    tmp_path: pathlib.Path,
    build_archive: Callable[[pathlib.Path, list[pathlib.Path]], Archive],
) -> None:
    a, b = linked_pair
    decide(archive, (a, b), DecisionKind.DIFFERENT, "=HYPERLINK(1)", "a reviewer")
    decide(archive, (a, "list-1/row:9"), DecisionKind.UNSURE, "nothing told", "a reviewer")
    shared = tmp_path / "shared.csv"
    assert run("decisions", str(archive.folder), "--to", str(shared)) == 0
    # The name that the command had before does the same.
    assert run("judgements", str(archive.folder), "--to", str(tmp_path / "again.csv")) == 0
    assert (tmp_path / "again.csv").read_bytes() == shared.read_bytes()
    assert "'=HYPERLINK" in shared.read_text(encoding="utf-8-sig")

    # The other archive has another name for the same list, and does not have the second.
    renamed = tmp_path / "register.csv"
    renamed.write_bytes((lists / "list-1.csv").read_bytes())
    other = build_archive(tmp_path / "other", [renamed])
    assert import_decisions(other, shared) == ImportCounts(new=1, absent=1)
    assert import_decisions(other, shared) == ImportCounts(known=1, absent=1)
    assert [decision.kind for decision in other.decisions()] == [DecisionKind.UNSURE]

    # There and back again, nothing is added.
    assert import_decisions(archive, shared) == ImportCounts(known=2)
    assert archive.decisions()[0].reason == "=HYPERLINK(1)"


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (lambda rows: rows[1].__setitem__(0, "perhaps"), "row 2: the decision is 'perhaps'"),
        (lambda rows: rows[1].__setitem__(6, ""), "row 2: the author is missing"),
        (lambda rows: rows[1].pop(), "row 2: 9 cells"),
        (lambda rows: rows[0].__setitem__(1, "x"), "the columns content_a are missing"),
    ],
)
def test_a_bad_row_is_named_and_nothing_is_taken_in(
    archive: Archive,
    linked_pair: tuple[str, str],
    tmp_path: pathlib.Path,
    spoil: Callable[[list[list[str]]], object],
    words: str,
) -> None:
    decide(archive, linked_pair, DecisionKind.DIFFERENT, "why", "a reviewer")
    shared = tmp_path / "shared.csv"
    export_decisions(archive, shared)
    with shared.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    spoil(rows)
    with shared.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
    with pytest.raises(DecisionError, match=words):
        import_decisions(archive, shared)
    assert len(archive.decisions()) == 1
