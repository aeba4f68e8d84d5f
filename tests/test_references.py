"""The references in `docs/` are those of the code of now, and the index leads to every page."""

import importlib
import os
import pathlib
import re
import subprocess
import sys

import pytest
import yaml

import poimenno

ROOT = pathlib.Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"
REFERENCES = ("commands.md", "api.md", "record.md")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> pathlib.Path:
    """The references made anew, in a process of its own, because texts follow the language of the process."""
    folder = tmp_path_factory.mktemp("docs")
    code = f"import pathlib, make_docs; make_docs.DOCS = pathlib.Path({str(folder)!r}); make_docs.main()"
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "LANGUAGE": "ru"}
    subprocess.run([sys.executable, "-c", code], cwd=ROOT / "scripts", env=environment, check=True)
    return folder


@pytest.mark.parametrize("name", REFERENCES)
def test_a_reference_is_current(made: pathlib.Path, name: str) -> None:
    assert (made / name).read_text(encoding="utf-8") == (DOCS / name).read_text(encoding="utf-8"), "run `make docs`"


@pytest.mark.parametrize("name", REFERENCES)
def test_links_within_a_reference_lead_to_a_heading(made: pathlib.Path, name: str) -> None:
    text = (made / name).read_text(encoding="utf-8")
    headings = {heading.lower() for heading in re.findall(r"^#+ (\w+)$", text, re.MULTILINE)}
    assert set(re.findall(r"\]\(#(\w+)\)", text)) <= headings


def test_the_index_leads_to_every_page() -> None:
    index = (DOCS / "index.md").read_text(encoding="utf-8")
    linked = re.findall(r"\]\(([^)#:]+)\)", index)
    pages = {page.relative_to(DOCS).as_posix() for page in DOCS.rglob("*.md")} - {"index.md"}
    assert pages <= set(linked), "add the page to docs/index.md"
    assert len(linked) == len(set(linked))


def test_the_architecture_lists_the_rooms_of_the_package() -> None:
    text = (DOCS / "architecture.md").read_text(encoding="utf-8")
    named = re.findall(r"^\| `(\w+)/` \|", text, re.MULTILINE)
    package = {path.parent.name for path in (ROOT / "src" / "poimenno").glob("*/__init__.py")} - {"demo"}
    assert sorted(named) == sorted(package)


def test_what_the_architecture_calls_exists() -> None:
    text = (DOCS / "architecture.md").read_text(encoding="utf-8")
    names = re.findall(r"`((?:\w+\.)+\w+)(?:\(\w*\))?`", text)
    checked = 0
    for name in names:
        *modules, function = name.split(".")
        if modules[0] not in {path.stem for path in (ROOT / "src" / "poimenno").iterdir()}:
            continue
        module = importlib.import_module(".".join(["poimenno", *modules]))
        if function != "py":
            assert hasattr(module, function), name
            checked += 1
    assert checked > 8


def test_the_citation_file_has_what_the_format_requires() -> None:
    # Citation File Format 1.2.0: these keys are required; an author that is no person has a name only.
    text = (ROOT / "CITATION.cff").read_text(encoding="utf-8")
    citation = yaml.safe_load(text)
    assert citation["cff-version"] == "1.2.0"
    assert {"message", "title", "authors"} <= set(citation)
    assert citation["authors"] == [{"name": "Poimenno contributors"}]
    assert citation["type"] in ("software", "dataset")
    assert citation["version"] == poimenno.__version__
    assert citation["license"] == "MIT"


def test_the_changelog_has_the_version_of_now() -> None:
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    versions = re.findall(r"^## \[([^\]]+)\]", text, re.MULTILINE)
    assert versions[0] == "Unreleased"
    assert poimenno.__version__ in versions
    kinds = set(re.findall(r"^### (\w+)$", text, re.MULTILINE))
    assert kinds <= {"Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"}


def test_files_that_the_documentation_names_exist() -> None:
    # Made up, for the reader to create.
    examples = {"src/poimenno/entries/dialects/example-ru.toml"}
    places = (ROOT, ROOT / "src" / "poimenno", DOCS)
    missing = {
        f"{page.name}: {name}"
        for page in (ROOT / "README.md", ROOT / "SECURITY.md", *sorted(DOCS.rglob("*.md")))
        for name in re.findall(r"`((?:[\w-]+/)+(?:[\w.-]+\.(?:py|csv|sql|toml|json|html))?)`", page.read_text("utf-8"))
        if name not in examples and not any((place / name).exists() for place in places)
    }
    assert missing == set()
