"""What a program asks for with `--json` is JSON and only JSON, whatever libraries print.

The commands are found by walking the command line itself, so that a new one with `--json` cannot be left out: it fails
here until `INVOCATIONS` says how to call it. Each runs in a real process, and what arrives at descriptor 1 is parsed.
"""

import json
import os
import pathlib
import subprocess
import sys
from collections.abc import Iterator

import click
import pytest

from poimenno.cli import main

ROOT = pathlib.Path(__file__).resolve().parent.parent
EXAMPLE = ROOT / "docs" / "example"
LISTS = (EXAMPLE / "made-up-list.csv", *sorted((ROOT / "tests" / "data" / "made-up").glob("*.csv"), reverse=True))
# How to call each command with --json: what stands in braces is filled in from the made-up archive.
INVOCATIONS = {
    "add": "add {empty} {list} --made-up --json",
    "build": "build {archive} --json",
    "check": "check {figures} --json",
    "claims": "claims {archive} --json",
    "estimate": "estimate {archive} --lists {lists} --draws 2 --json",
    "review": "review {archive} --json",
    "search": "search {archive} Примеров --json",
    "show": "show {archive} {person} --json",
    "stats": "stats {archive} --json",
}
# Codes with which a command answers a question: `check` found a contradiction.
ANSWERS = {0, 10, 11, 12}
# Noise as libraries make it: from Python, and from C past Python, when a library is imported and when the process ends.
NOISY_IMPORT = """
import atexit, builtins, ctypes, os, sys
def _shout(words):
    print("NOISE by print", words)
    os.write(1, b"NOISE by write\\n")
    ctypes.CDLL(None).puts(b"NOISE by puts")
_import, _heard = builtins.__import__, set()
def _noisy(name, *rest, **more):
    module = _import(name, *rest, **more)
    if name in ("duckdb", "highspy", "numpy") and name not in _heard:
        _heard.add(name)
        _shout(name)
        atexit.register(_shout, "at the end")
    return module
builtins.__import__ = _noisy
"""
NOISY_START = 'import os; os.write(1, b"NOISE at the start\\n")\n'


def with_json(group: click.Group, path: tuple[str, ...] = ()) -> Iterator[str]:
    """The commands that have `--json`, in groups within groups too."""
    for name, command in sorted(group.commands.items()):
        if isinstance(command, click.Group):
            yield from with_json(command, (*path, name))
        elif any("--json" in option.opts for option in command.params):
            yield " ".join((*path, name))


FOUND = list(with_json(main.commands))


def poimenno(*arguments: str | pathlib.Path, planted: pathlib.Path | None = None) -> subprocess.CompletedProcess[bytes]:
    """Run the command line in a process of its own; `planted` is a folder with a sitecustomize.py."""
    folders = [str(folder) for folder in (planted, os.environ.get("PYTHONPATH")) if folder]
    environment = {**os.environ, "LC_ALL": "C.UTF-8", "PYTHONPATH": os.pathsep.join(folders)}
    return subprocess.run(
        [sys.executable, "-m", "poimenno", *map(str, arguments)], capture_output=True, env=environment, check=False
    )


@pytest.fixture(scope="module")
def values(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """What fills the braces of `INVOCATIONS`: a made-up archive, built by the command line, and what is in it."""
    folder = tmp_path_factory.mktemp("machine")
    archive, empty = folder / "archive", folder / "empty"
    lists: list[str | pathlib.Path] = ["add", archive, *LISTS, "--made-up"]
    steps: list[list[str | pathlib.Path]] = [["new", archive], ["new", empty], lists, ["build", archive]]
    for arguments in steps:
        done = poimenno(*arguments)
        assert done.returncode == 0, done.stderr.decode()
    person = json.loads(poimenno("search", archive, "Примеров", "--json").stdout)["persons"][0]["person_id"]
    return {
        "archive": str(archive),
        "empty": str(empty),
        "list": str(EXAMPLE / "made-up-list.csv"),
        "lists": ",".join(sorted(folder.name for folder in (archive / "sources").iterdir())[:2]),
        "figures": str(EXAMPLE / "made-up-figures.csv"),
        "person": person,
    }


def run(
    command: str, values: dict[str, str], planted: pathlib.Path | None = None
) -> subprocess.CompletedProcess[bytes]:
    arguments = [word.format(**values) for word in INVOCATIONS[command].split()]
    done = poimenno(*arguments, planted=planted)
    assert done.returncode in ANSWERS, done.stderr.decode()
    return done


def plant(folder: pathlib.Path, code: str) -> pathlib.Path:
    (folder / "sitecustomize.py").write_text(code, encoding="utf-8")
    return folder


def is_json(output: bytes) -> bool:
    try:
        json.loads(output)
    except ValueError:
        return False
    return True


def test_each_command_with_json_is_called_here() -> None:
    assert FOUND
    assert set(FOUND) == set(INVOCATIONS), "say in INVOCATIONS how to call each command that has --json"


def test_a_command_within_a_group_would_be_found() -> None:
    leaf = click.Command("leaf", params=[click.Option(["--json", "as_json"], is_flag=True)])
    tree = click.Group(commands={"inner": click.Group(commands={"leaf": leaf}), "plain": click.Command("plain")})
    assert list(with_json(tree)) == ["inner leaf"]


@pytest.mark.parametrize("command", FOUND)
def test_the_output_is_json(command: str, values: dict[str, str]) -> None:
    done = run(command, values)
    assert is_json(done.stdout), done.stdout[:500].decode()


@pytest.mark.parametrize("command", FOUND)
def test_the_output_is_json_while_libraries_print(command: str, values: dict[str, str], tmp_path: pathlib.Path) -> None:
    done = run(command, values, plant(tmp_path, NOISY_IMPORT))
    assert is_json(done.stdout), done.stdout[:500].decode()
    # The noise was really made, and is not lost: it is on standard error. (`add` needs no noisy library.)
    noise = {line for line in done.stderr.decode().splitlines() if line.startswith("NOISE")}
    assert command == "add" or {"NOISE by write", "NOISE by puts", "NOISE by print at the end"} <= noise


def test_a_word_before_the_json_is_noticed(values: dict[str, str], tmp_path: pathlib.Path) -> None:
    # Printed before our program can take standard output: this is how a failure looks, and `is_json` sees it.
    done = run("stats", values, plant(tmp_path, NOISY_START))
    assert done.stdout.startswith(b"NOISE")
    assert not is_json(done.stdout)


def test_the_solver_greets_nobody(values: dict[str, str]) -> None:
    done = run("check", values)
    assert b"HiGHS" not in done.stdout + done.stderr
