"""Exports hold the whole table in every format, and never leave half a file."""

import csv
import json
import pathlib
from typing import Any

import csvw
import duckdb
import pytest

from poimenno.exports import tables
from poimenno.foundation.errors import ArchiveError, RecordError

TABLES = ("persons", "entries", "cases", "claims")


def table_of(path: pathlib.Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("table", TABLES)
def test_all_formats_hold_the_same_rows(made_up_record: pathlib.Path, tmp_path: pathlib.Path, table: str) -> None:
    counted = {ending: tables.export(made_up_record, table, tmp_path / f"{table}{ending}") for ending in tables.ENDINGS}
    assert len(set(counted.values())) == 1
    rows = table_of(tmp_path / f"{table}.csv")
    lines = (tmp_path / f"{table}.jsonl").read_text(encoding="utf-8").splitlines()
    parquet = duckdb.read_parquet(str(tmp_path / f"{table}.parquet"))
    assert len(rows) == len(lines) == counted[".csv"] > 0
    assert len(parquet.fetchall()) == counted[".csv"]
    assert list(rows[0]) == parquet.columns == list(json.loads(lines[0]))


def test_text_survives_to_the_letter(made_up_record: pathlib.Path, tmp_path: pathlib.Path) -> None:
    tables.export(made_up_record, "entries", tmp_path / "e.jsonl")
    tables.export(made_up_record, "entries", tmp_path / "e.csv")
    lines = [json.loads(line) for line in (tmp_path / "e.jsonl").read_text(encoding="utf-8").splitlines()]
    with duckdb.connect(str(made_up_record), read_only=True) as db:
        texts = dict(db.execute("SELECT entry_id, text FROM entries").fetchall())
    assert {line["entry_id"]: line["text"] or "" for line in lines} == texts
    assert {row["entry_id"]: row["text"] for row in table_of(tmp_path / "e.csv")} == texts
    assert any("\n" in text for text in texts.values())


def test_a_spreadsheet_runs_no_cell(made_up_record: pathlib.Path, tmp_path: pathlib.Path) -> None:
    for ending in (".csv", ".jsonl"):
        tables.export(made_up_record, "entries", tmp_path / f"e{ending}")
    rows = table_of(tmp_path / "e.csv")
    assert [row["occupation"] for row in rows if "1+1" in row["occupation"]] == ["'=1+1"]
    assert not [cell for row in rows for cell in row.values() if cell.startswith(("=", "+", "@", "-", "\t", "\r"))]
    exact = [json.loads(line)["occupation"] for line in (tmp_path / "e.jsonl").read_text("utf-8").splitlines()]
    assert "=1+1" in exact


@pytest.mark.parametrize(("excel", "starts"), [(True, b"\xef\xbb\xbfperson_id,"), (False, b"person_id,")])
def test_excel_is_told_of_utf8(
    made_up_record: pathlib.Path, tmp_path: pathlib.Path, excel: bool, starts: bytes
) -> None:
    tables.export(made_up_record, "persons", tmp_path / "p.csv", excel=excel)
    assert (tmp_path / "p.csv").read_bytes().startswith(starts)
    assert [path.name for path in tmp_path.iterdir()] == ["p.csv"]


def test_a_failure_leaves_the_old_file_whole(
    made_up_record: pathlib.Path, tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "p.csv"
    target.write_text("old", encoding="utf-8")

    def fail(_: pathlib.Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(tables, "_mark_utf8", fail)
    with pytest.raises(ArchiveError, match=r"p\.csv"):
        tables.export(made_up_record, "persons", target, excel=True)
    assert target.read_text(encoding="utf-8") == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["p.csv"]


def test_what_cannot_be_is_said(made_up_record: pathlib.Path, tmp_path: pathlib.Path) -> None:
    with pytest.raises(ArchiveError, match=r"\.csv, \.parquet or \.jsonl"):
        tables.export(made_up_record, "persons", tmp_path / "p.xlsx")
    with pytest.raises(ArchiveError, match="does not exist"):
        tables.export(made_up_record, "persons", tmp_path / "no-folder" / "p.csv")
    with pytest.raises(RecordError, match="poimenno build"):
        tables.export(tmp_path / "no-record.duckdb", "persons", tmp_path / "p.csv")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("table", [*TABLES, "claim-findings", "claim-bounds"])
def test_a_codebook_tells_each_column_and_another_program_reads_it(
    made_up_record: pathlib.Path, tmp_path: pathlib.Path, table: str
) -> None:
    target = tmp_path / f"{table}.csv"
    counted = tables.export(made_up_record, table, target, described=True)
    metadata = json.loads((tmp_path / f"{table}.csv-metadata.json").read_text(encoding="utf-8"))
    columns = metadata["tableSchema"]["columns"]
    assert [column["name"] for column in columns] == list(table_of(target)[0])
    assert all(column["dc:description"].endswith((".", "…")) for column in columns)
    # The reader checks types and the uniqueness of the key.
    read: Any = csvw.Table.from_file(tmp_path / f"{table}.csv-metadata.json")
    read.check_primary_key()
    rows = list(read.iterdicts())
    assert len(rows) == counted
    key = metadata["tableSchema"].get("primaryKey", "measure")
    assert [row[key] for row in rows] == [row[key] for row in table_of(target)]


def test_only_a_csv_that_asks_for_it_gets_a_codebook(made_up_record: pathlib.Path, tmp_path: pathlib.Path) -> None:
    tables.export(made_up_record, "claims", tmp_path / "claims.csv")
    tables.export(made_up_record, "claims", tmp_path / "claims.parquet", described=True)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["claims.csv", "claims.parquet"]
