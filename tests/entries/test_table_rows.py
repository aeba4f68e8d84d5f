"""Rows of entries: the same from one process or several, with handles that outlive changes of the list."""

import json
import pathlib
from collections.abc import Callable
from typing import Any

import duckdb
import pytest

from poimenno import entries, sources
from poimenno.entries import table_rows
from poimenno.foundation.progress import QUIET
from poimenno.sources.archive import Archive
from poimenno.values import ids

Tables = Callable[[Archive], dict[str, list[tuple[Any, ...]]]]


def test_no_character_is_lost_on_the_way_to_the_record(tables: Tables, tmp_path: pathlib.Path) -> None:
    lines = [
        'Примеров "Вымысел" \\ \'',
        "a\u2028b\x0b\x1f",
        "\U0001f600 \ufffd é e\u0301",
        "\u200bNÄIDIS\xa0; -- '); DROP",
    ]
    (tmp_path / "odd.txt").write_text("\n".join(lines), encoding="utf-8")
    (tmp_path / "odd.csv").write_text(
        "Фамилия\tПримечание\n" + "\n".join(f"Примеров\t{line}" for line in lines[1:]), encoding="utf-8"
    )
    odd = Archive.create(tmp_path / "odd")
    odd.add([tmp_path / "odd.txt", tmp_path / "odd.csv"])
    found = tables(odd)["entries"]
    assert [row[5] for row in found[:4]] == lines
    assert [json.loads(row[6])["Примечание"] for row in found[4:]] == lines[1:]


def test_members_of_a_family_lead_to_their_head(archive: Archive, db: duckdb.DuckDBPyConnection) -> None:
    toml = archive.folder / "sources" / "families" / "source.toml"
    toml.write_text(toml.read_text(encoding="utf-8").replace('"auto"', '"memento-et"'), encoding="utf-8")
    sources.load(db, archive)
    entries.load(db, archive, QUIET)
    heads = db.execute(
        "SELECT locator, head_entry_id FROM entries WHERE source_id = 'families' ORDER BY ordinal"
    ).fetchall()
    assert heads == [
        ("line:1", None),
        ("line:2", "families/line:1"),
        ("line:3", "families/line:1"),
        ("line:4", None),
    ]


def test_handles_are_valid_distinct_and_outlive_a_line_put_in_above(
    tables: Tables, archive: Archive, tmp_path: pathlib.Path
) -> None:
    lines = ["Примеров, Вымысел", "Образцова, Примера", "Примеров, Вымысел"]
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    (tmp_path / "a" / "lines.txt").write_text("\n".join(lines), encoding="utf-8")
    (tmp_path / "b" / "lines.txt").write_text("\n".join(["Вымышленный, Новый", *lines]), encoding="utf-8")
    handles = []
    for folder in ("a", "b"):
        growing = Archive.create(tmp_path / f"archive-{folder}")
        growing.add([tmp_path / folder / "lines.txt"])
        handles.append([row[4] for row in tables(growing)["entries"]])
    assert handles[1][1:] == handles[0]
    assert len(set(handles[1])) == 4
    assert all(ids.is_valid(handle) for handle in handles[1])


def test_parsing_by_several_processes_gives_the_same(
    tables: Tables, archive: Archive, tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = "".join(f"NÄIDIS{n}, Välja, Mõel, s. 1890, arr. 0{1 + n % 9}.10.37.\n" for n in range(60))
    (tmp_path / "long.txt").write_text(lines, encoding="utf-8")
    archive.add([tmp_path / "long.txt"])
    alone = tables(archive)
    monkeypatch.setattr(table_rows, "CHUNK", 5)
    monkeypatch.setattr(table_rows, "_FEW", 10)
    monkeypatch.setattr(table_rows, "_CORES", 2)
    for folder in archive.cache.iterdir():
        for file in folder.iterdir():
            file.unlink()
        folder.rmdir()
    assert tables(archive) == alone
    assert len(alone["entries"]) == 66
