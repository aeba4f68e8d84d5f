"""`poimenno check` and `poimenno figures`: exit codes, JSON, an archive's own figures, the record's counts."""

import json
import pathlib

from click.testing import CliRunner

from poimenno.claims.reading import claim_files
from poimenno.claims.reading.claim_rows import COLUMNS
from poimenno.cli import main

WRONG = (
    "measure,operation,region,period_start,period_end,value,precision,source\n"
    "arrested,00485,karelia,1937-08,1938-11,64,exact,made-up\n"
    "executed,00485,karelia,1937-08,1938-11,70,exact,made-up\n"
    "executed,00485,karelia,1937-08,1938-11,lots,exact,made-up\n"
)


def _run(*arguments: str) -> tuple[int, str]:
    done = CliRunner().invoke(main.commands, list(arguments))
    return done.exit_code, done.output


def test_a_contradiction_leaves_with_ten_and_names_the_bad_row(tmp_path: pathlib.Path) -> None:
    path = tmp_path / "mine.csv"
    path.write_text(WRONG, encoding="utf-8")
    code, output = _run("check", str(path), "--alone", "--json")
    found = json.loads(output)
    assert (code, found["contradictions"]) == (10, 1)
    assert "lots" in found["rejected"][0]
    [one] = [one for one in found["findings"] if one["severity"] == "contradiction"]
    assert {claim["claim"] for claim in one["claims"]} == {"mine:1", "mine:2"}


def test_without_a_contradiction_it_leaves_with_nought(tmp_path: pathlib.Path) -> None:
    path = tmp_path / "mine.csv"
    path.write_text("\n".join(WRONG.splitlines()[:2]), encoding="utf-8")
    assert _run("check", str(path), "--alone")[0] == 0


def test_the_template_and_an_archive_with_figures_of_its_own(tmp_path: pathlib.Path) -> None:
    folder = tmp_path / "archive"
    assert _run("new", str(folder))[0] == 0
    assert (folder / claim_files.TEMPLATE).read_text(encoding="utf-8").strip().split(",") == list(COLUMNS)
    own = tmp_path / "mine.csv"
    own.write_text(WRONG, encoding="utf-8")
    assert _run("add", str(folder), str(own), "--made-up")[0] == 0
    assert _run("build", str(folder), "--quiet")[0] == 0
    code, output = _run("check", str(folder), "--alone", "--json")
    assert code == 10
    assert json.loads(output)["figures"] == 2
    # What was made up is held against nothing real, and says so.
    assert json.loads(_run("check", str(folder), "--json")[1]) == json.loads(output)
    shown = json.loads(_run("figures", str(folder), "--source", "made-up", "--json")[1])
    assert {one["status"] for one in shown} == {"made up"}
    code, output = _run("figures", str(folder), "--operation", "00485", "--region", "karelia", "--json")
    assert [one["value"] for one in json.loads(output)] == [64, 70]
    assert _run("figures", str(folder), "--plot", "toll")[0] == 2
