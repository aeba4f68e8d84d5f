"""Scores kept between builds: a list added is compared, the rest is taken as it was, and the result is the same."""

import json
import pathlib
from typing import Any

import duckdb
import pytest

from benchmarks import made_up_lists
from poimenno import entries, people, sources
from poimenno.entries import dialects, parse_cache
from poimenno.foundation import database, sql
from poimenno.foundation.progress import QUIET
from poimenno.people.comparison import scoring
from poimenno.people.comparison.score_cache import ScoreCache
from poimenno.reference import loader
from poimenno.sources.archive import Archive


@pytest.fixture(scope="module")
def lists(tmp_path_factory: pytest.TempPathFactory) -> list[pathlib.Path]:
    folder = tmp_path_factory.mktemp("lists")
    made_up_lists.write(1500, folder)
    return sorted(folder.glob("list-*.csv"))


def linked(archive: Archive) -> dict[str, list[tuple[Any, ...]]]:
    db = database.memory()
    for room in ("reference", "sources", "entries", "people"):
        sql.run(db, room)
    loader.load(db)
    sources.load(db, archive)
    entries.load(db, archive, QUIET)
    keys = {source.source_id: parse_cache.cache_key(source) for source in archive.sources}
    people.link(db, [], cache=ScoreCache(archive.cache, keys))
    tables = {
        name: db.execute(f"FROM {name} ORDER BY ALL").fetchall() for name in ("persons", "person_entries", "links")
    }
    db.close()
    return tables


def cached(archive: Archive) -> dict[str, Any]:
    manifests = [json.loads(path.read_text()) for path in archive.cache.glob("scored-*.json")]
    assert len(manifests) == 1
    assert [path.name for path in archive.cache.glob("scored-*.parquet")] == [manifests[0]["scores"]]
    return dict(manifests[0])


def test_a_list_added_gives_what_a_build_from_nothing_gives(
    lists: list[pathlib.Path], tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    compared: list[tuple[list[str], set[str]]] = []
    compare = scoring._compare

    def noted(db: "duckdb.DuckDBPyConnection", old: list[str], new: set[str], *others: Any) -> None:
        compared.append((old, new))
        compare(db, old, new, *others)

    monkeypatch.setattr(scoring, "_compare", noted)
    grown = Archive.create(tmp_path / "grown")
    names = {f"list-{n}" for n in range(1, 6)}
    grown.add(lists[:5], made_up=True, detect=dialects.detect)
    linked(grown)
    # The sixth list is small: what is common is still counted in the first four fifths.
    grown = Archive.open(tmp_path / "grown")
    small = tmp_path / "list-6.csv"
    small.write_text("".join(lists[5].read_text(encoding="utf-8").splitlines(keepends=True)[:40]), encoding="utf-8")
    grown.add([small], made_up=True, detect=dialects.detect)
    grown = Archive.open(tmp_path / "grown")
    after = linked(grown)
    assert compared == [([], names), (sorted(names), {"list-6"})]
    assert set(cached(grown)["sources"]) == names | {"list-6"}

    whole = Archive.create(tmp_path / "whole")
    whole.add([*lists[:5], small], made_up=True, detect=dialects.detect)
    assert linked(Archive.open(tmp_path / "whole")) == after
    assert len(after["links"]) > 400

    assert linked(grown) == after
    assert compared[-1] == (sorted(names | {"list-6"}), set())


def test_a_damaged_cache_is_done_without(lists: list[pathlib.Path], tmp_path: pathlib.Path) -> None:
    archive = Archive.create(tmp_path / "archive")
    archive.add(lists[:2], made_up=True, detect=dialects.detect)
    archive = Archive.open(tmp_path / "archive")
    before = linked(archive)
    for path in archive.cache.glob("scored-*.parquet"):
        path.unlink()
    assert linked(archive) == before
    for path in archive.cache.glob("scored-*.parquet"):
        path.write_bytes(b"PAR1 and no more")
    assert linked(archive) == before
    for path in archive.cache.glob("scored-*.json"):
        path.write_bytes(b'{"scores": ')
    assert linked(archive) == before
    assert len(cached(archive)["sources"]) == 2
