"""The command line as a user meets it: in a process of its own, on made-up data."""

import csv
import json
import os
import pathlib
import subprocess
import sys

import pytest

from poimenno.cli import main

EXAMPLE = pathlib.Path(__file__).resolve().parents[2] / "docs" / "example" / "made-up-list.csv"
COMMANDS = [name for name, _command in sorted(main.commands.commands.items())]


def poimenno(*arguments: str | pathlib.Path, language: str = "C.UTF-8") -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "LANGUAGE": "", "LC_ALL": language, "PYTHONIOENCODING": "utf-8"}
    environment.pop("POIMENNO_DEBUG", None)
    return subprocess.run(
        [sys.executable, "-m", "poimenno", *map(str, arguments)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=environment,
        check=False,
    )


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> pathlib.Path:
    folder = tmp_path_factory.mktemp("cli") / "archive"
    steps: list[list[str | pathlib.Path]] = [["new", folder], ["add", folder, EXAMPLE, "--made-up"], ["build", folder]]
    for arguments in steps:
        done = poimenno(*arguments)
        assert done.returncode == 0, done.stderr
    return folder


@pytest.mark.parametrize("command", COMMANDS)
def test_help_has_an_example(command: str) -> None:
    done = poimenno(command, "--help")
    assert done.returncode == 0
    assert f"poimenno {command} " in done.stdout.split("Example:")[1]


def test_help_speaks_russian() -> None:
    done = poimenno("--help", language="ru_RU.UTF-8")
    assert "собирает из списков имён" in done.stdout


def test_help_imports_nothing_heavy() -> None:
    rooms = [f"poimenno.{room}" for room in ("sources", "entries", "people", "claims", "queries", "exports")]
    heavy = ["duckdb", "splink", "starlette", "jinja2", "yaml", "numpy", "csv", "hashlib", *rooms]
    code = f"import sys, poimenno.cli.main; print([m for m in {heavy} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_the_empty_row_is_rejected_and_the_counts_add_up(archive: pathlib.Path) -> None:
    counts = json.loads(poimenno("stats", archive, "--json").stdout)
    assert (counts["entries"], counts["rejected"]) == (2, 1)
    assert counts["rejected_by_reason"][0]["reason"] == "empty"


def test_search_finds_in_another_script_and_show_shows_the_entry(archive: pathlib.Path) -> None:
    found = json.loads(poimenno("search", archive, "Primerov", "--json").stdout)["persons"]
    assert found[0]["surname"] == "Примеров"
    shown = poimenno("show", archive, found[0]["person_id"])
    assert "Арестован 5 октября 1937 г." in shown.stdout


def test_nobody_found_is_said_and_is_not_an_error(archive: pathlib.Path) -> None:
    done = poimenno("search", archive, "Zzyzx")
    assert done.returncode == 0
    assert done.stderr.strip() == "0 persons found."


@pytest.mark.parametrize("ending", ["csv", "parquet", "jsonl"])
@pytest.mark.parametrize("table", ["persons", "entries", "cases", "claims"])
def test_export_writes_each_table_in_each_format(
    archive: pathlib.Path, tmp_path: pathlib.Path, table: str, ending: str
) -> None:
    target = tmp_path / f"{table}.{ending}"
    done = poimenno("export", archive, table, "--to", target)
    assert done.returncode == 0, done.stderr
    assert target.stat().st_size > 0
    assert list(tmp_path.iterdir()) == [target]


def test_exported_entries_say_where_they_stand(archive: pathlib.Path, tmp_path: pathlib.Path) -> None:
    target = tmp_path / "entries.csv"
    poimenno("export", archive, "entries", "--to", target)
    with target.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [(row["source"], row["locator"]) for row in rows] == [
        ("made-up-list", "row:2"),
        ("made-up-list", "row:3"),
    ]
    assert all(row["person_id"] for row in rows)


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["build", "nowhere"], 3, "nowhere"),
        (["stats", "nowhere"], 3, "nowhere"),
        (["frobnicate"], 2, "frobnicate"),
        (["export", "{archive}", "persons", "--to", "persons.doc"], 3, "persons.doc"),
        (["show", "{archive}", "nobody"], 8, "nobody"),
        (["add", "{archive}", "no-such-file.csv"], 3, "no-such-file.csv"),
    ],
)
def test_each_mistake_gets_one_sentence_and_an_exit_code(
    archive: pathlib.Path, arguments: list[str], code: int, words: str
) -> None:
    done = poimenno(*(argument.format(archive=archive) for argument in arguments))
    assert done.returncode == code, done.stderr
    assert words in done.stderr
    assert "Traceback" not in done.stderr


def test_a_corrupted_record_is_named_and_can_be_rebuilt(archive: pathlib.Path) -> None:
    record = archive / "record.duckdb"
    whole = record.read_bytes()
    record.write_bytes(b"not a record" * 1000)
    done = poimenno("stats", archive)
    assert done.returncode == 5
    assert "record.duckdb" in done.stderr
    assert "Traceback" not in done.stderr
    assert poimenno("build", archive, "--quiet").returncode == 0
    assert poimenno("stats", archive).returncode == 0
    assert len(record.read_bytes()) >= len(whole) // 2


@pytest.mark.parametrize(("old", "new"), main.OLD_NAMES.items())
def test_the_old_names_of_commands_still_work(old: str, new: str) -> None:
    done = poimenno(old, "--help")
    assert done.returncode == 0
    assert f"poimenno {new} " in done.stdout.split("Example:")[1]
    assert f"\n  {old} " not in poimenno("--help").stdout


def test_the_old_names_of_tables_still_work(archive: pathlib.Path, tmp_path: pathlib.Path) -> None:
    for name in ("claim-bounds", "figure-bounds"):
        assert poimenno("export", archive, name, "--to", tmp_path / f"{name}.csv").returncode == 0
    assert (tmp_path / "figure-bounds.csv").read_bytes() == (tmp_path / "claim-bounds.csv").read_bytes()
    assert "figure-bounds" not in poimenno("export", "--help").stdout
