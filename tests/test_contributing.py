"""Each how-to of CONTRIBUTING.md is carried out, as it stands, on a copy of the program, and its check is run there.

A sentence before a code block says what becomes of it: ``Create `file`:``, ``Append to `file`:``, ``In `file`, after
`text`:``. Instructions in prose are ``In `file`, replace `old` by `new` `` and ``Run `make target` ``. A block marked
`check` is run.
"""

import os
import pathlib
import re
import shutil
import subprocess
import sys

import pytest

ROOT = pathlib.Path(__file__).resolve().parent.parent
TEXT = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
HOW_TOS = dict(re.findall(r"^### (.+)\n((?:(?!^##).*\n)+)", TEXT, re.MULTILINE))
# What stands between two blocks is prose; a block belongs to the last instruction before it.
PIECES = re.compile(r"^```(\w+)( check)?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
REPLACE = re.compile(r"In `([^`]+)`, replace `([^`]+)` by `([^`]+)`")
MAKE = re.compile(r"`make (\w+)`")
SCRIPTS = {"vocabularies": "vocabularies.py", "messages": "messages.py", "docs": "make_docs.py"}
EXPECTED = {
    "reader", "dialect", "operation", "finding", "wording of a body", "column to an export",
    "query and its page", "language",
}  # fmt: skip


@pytest.fixture
def copy(tmp_path: pathlib.Path) -> pathlib.Path:
    """A copy of what a how-to may change, and of the scripts that it calls."""
    for name in ("src", "scripts", "docs"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__", "images"))
    return tmp_path


def python(copy: pathlib.Path, *arguments: str, **environment: str) -> None:
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=copy,
        env={**os.environ, **environment, "PYTHONPATH": str(copy / "src")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


class Work:
    """Carries out a how-to on a copy."""

    def __init__(self, copy: pathlib.Path, record: pathlib.Path) -> None:
        self.copy, self.record = copy, record
        self.path, self.checks = "", 0

    def follow(self, how_to: str) -> None:
        """Do what prose and blocks say, in their order."""
        end = 0
        for block in PIECES.finditer(how_to):
            prose = how_to[end : block.start()]
            self.prose(prose)
            end = block.end()
            if block[2]:
                python(self.copy, "-c", block[3], RECORD=str(self.record))
                self.checks += 1
            else:
                self.write(" ".join(prose.split()), block[3])
        assert self.checks > 0

    def prose(self, text: str) -> None:
        """Replace and run what the prose says; a target of make is run if it is told to ("Run")."""
        line = " ".join(text.split())
        for path, old, new in REPLACE.findall(line):
            content = (self.copy / path).read_text(encoding="utf-8")
            assert content.count(old) == 1, f"{path} has no single {old!r}"
            (self.copy / path).write_text(content.replace(old, new), encoding="utf-8")
        for sentence in re.findall(r"Run [^.:]*", line):
            for target in MAKE.findall(sentence):
                python(self.copy, f"scripts/{SCRIPTS[target]}")

    def write(self, prose: str, block: str) -> None:
        """Write a block where the last sentence before it says."""
        after = re.search(r"after `([^`]+)`:\Z", prose)
        named = re.findall(r"(?:[Cc]reate|[Aa]ppend to|In) `([^`]+)`", prose)
        self.path = named[-1] if named else self.path
        path = self.copy / self.path
        if after:
            lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
            places = [number for number, line in enumerate(lines, 1) if after[1] in line]
            assert len(places) == 1, f"{self.path} has {len(places)} lines with {after[1]!r}"
            lines.insert(places[0], block)
            path.write_text("".join(lines), encoding="utf-8")
        elif re.search(r"[Aa]ppend to `[^`]+`[^`]*:\Z", prose):
            assert path.read_bytes().endswith(b"\n")
            with path.open("a", encoding="utf-8", newline="") as file:
                file.write(block)
        else:
            assert re.search(r"[Cc]reate `[^`]+`[^`]*:\Z", prose), prose
            assert not path.exists()
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(block, encoding="utf-8")


def test_there_is_a_guide_for_each_kind_of_addition() -> None:
    assert {title.removeprefix("Add a ").removeprefix("Add an ") for title in HOW_TOS} == EXPECTED


@pytest.mark.parametrize("title", HOW_TOS)
def test_the_how_to_works(title: str, copy: pathlib.Path, made_up_record: pathlib.Path) -> None:
    Work(copy, made_up_record).follow(HOW_TOS[title])


@pytest.mark.parametrize("title", HOW_TOS)
def test_a_check_fails_without_the_steps(title: str, copy: pathlib.Path, made_up_record: pathlib.Path) -> None:
    """The checks test the additions, not what the program can do anyway."""
    (check,) = [block[3] for block in PIECES.finditer(HOW_TOS[title]) if block[2]]
    with pytest.raises(AssertionError, match=r"Traceback \(most recent call last\)"):
        python(copy, "-c", check, RECORD=str(made_up_record))


def test_the_rooms_are_those_of_the_package() -> None:
    section = TEXT.split("## The rooms")[1].split("\n## ")[0]
    named = re.findall(r"`(\w+)/`", "\n".join(line for line in section.splitlines() if line.startswith("| `")))
    package = {path.parent.name for path in (ROOT / "src" / "poimenno").glob("*/__init__.py")} - {"demo"}
    assert sorted(named) == sorted(package)


def test_the_make_targets_exist() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for target in set(re.findall(r"`?make ([a-z][a-z-]+)", TEXT)):
        assert re.search(rf"^[\w -]*\b{target}\b[\w -]*:", makefile, re.MULTILINE), target
