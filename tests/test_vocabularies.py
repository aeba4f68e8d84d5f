"""The closed lists: their modules are made from the tables of now, and what is shown has words in both languages."""

import pathlib
import runpy

import pytest

from poimenno import reference
from poimenno.foundation import errors
from poimenno.foundation.errors import PoimennoError
from poimenno.foundation.exit_codes import ExitCode
from poimenno.reference.vocabularies import VOCABULARIES

ROOT = pathlib.Path(__file__).resolve().parent.parent
LISTS = reference.rows("vocabulary_lists")


def test_the_modules_are_made_from_the_tables_of_now() -> None:
    script = runpy.run_path(str(ROOT / "scripts" / "vocabularies.py"))
    for path, text in script["texts"]().items():
        assert path.read_text(encoding="utf-8") == text, "run `make vocabularies`"


def test_every_code_belongs_to_a_list_with_a_description() -> None:
    assert {row["vocabulary"] for row in reference.rows("vocabularies")} <= {entry["vocabulary"] for entry in LISTS}
    assert all(entry["description"].endswith(".") for entry in LISTS)


@pytest.mark.parametrize(
    "entry", [entry for entry in LISTS if entry["labelled"] == "yes"], ids=lambda e: e["vocabulary"]
)
def test_codes_that_are_shown_have_words_in_both_languages(entry: dict[str, str]) -> None:
    codes = set(VOCABULARIES[entry["vocabulary"]]) if entry["class"] else set()
    for language in ("en", "ru"):
        names = reference.names_of(entry["vocabulary"], language)
        assert names
        assert set(names) >= codes, f"no words in {language}"


def test_each_exit_code_has_one_meaning() -> None:
    classes = [value for value in vars(errors).values() if isinstance(value, type) and issubclass(value, PoimennoError)]
    codes = [value.exit_code for value in classes]
    assert len(set(codes)) == len(classes)
    assert all(isinstance(code, ExitCode) for code in codes)
    assert ExitCode.CONTRADICTION not in codes
    assert all(row["name_en"] and row["name_ru"] for row in reference.rows("exit_codes"))


def test_the_documentation_lists_all_exit_codes() -> None:
    page = (ROOT / "docs" / "exit-codes.md").read_text(encoding="utf-8")
    for row in reference.rows("exit_codes"):
        assert f"| {row['number']} | {row['name_en']} |" in page
