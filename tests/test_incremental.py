"""A list added to many: what is built is what a build of all of them from nothing gives."""

import pathlib
from typing import Any

import duckdb
import pytest

from benchmarks import made_up_lists
from poimenno import pipeline
from poimenno.entries import dialects
from poimenno.foundation.progress import QUIET
from poimenno.people.comparison import scoring
from poimenno.sources.archive import Archive


@pytest.fixture(scope="module")
def lists(tmp_path_factory: pytest.TempPathFactory) -> list[pathlib.Path]:
    """Five made-up lists, and the beginning of a sixth."""
    folder = tmp_path_factory.mktemp("lists")
    made_up_lists.write(400, folder)
    *first, last = sorted(folder.glob("list-*.csv"))
    last.write_text("".join(last.read_text(encoding="utf-8").splitlines(keepends=True)[:30]), encoding="utf-8")
    return [*first, last]


def build(folder: pathlib.Path, *added: pathlib.Path) -> dict[str, list[tuple[Any, ...]]]:
    """Add lists to an archive, build it, and read every table of the record."""
    archive = Archive.open(folder) if folder.exists() else Archive.create(folder)
    archive.add(list(added), made_up=True, detect=dialects.detect)
    record = pipeline.build(folder, QUIET).record
    with duckdb.connect(str(record), read_only=True) as db:
        names = [name for (name,) in db.execute("SELECT table_name FROM duckdb_tables() ORDER BY 1").fetchall()]
        return {name: db.execute(f'FROM "{name}"').fetchall() for name in names}


def test_a_list_added_gives_the_record_of_a_build_from_nothing(
    lists: list[pathlib.Path], tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    known: list[list[str]] = []
    compare = scoring._compare

    def noted(db: "duckdb.DuckDBPyConnection", old: list[str], *others: Any) -> None:
        known.append(old)
        compare(db, old, *others)

    monkeypatch.setattr(scoring, "_compare", noted)
    build(tmp_path / "grown", *lists[:5])
    grown = build(tmp_path / "grown", lists[5])
    whole = build(tmp_path / "whole", *lists)
    assert known == [[], [f"list-{n}" for n in range(1, 6)], []]
    assert grown.keys() == whole.keys()
    differing = [name for name in whole if grown[name] != whole[name]]
    assert differing == []
    assert len(whole["links"]) > 80
    added = {entry for entry, source in _pairs(whole["entries"]) if source == "list-6"}
    assert any(a in added or b in added for a, b in _pairs(whole["links"]))


def _pairs(rows: list[tuple[Any, ...]]) -> list[tuple[str, str]]:
    return [row[:2] for row in rows]
