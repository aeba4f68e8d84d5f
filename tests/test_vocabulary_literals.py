"""No literal of a closed list stands in the code that its list does not have; and this would be seen."""

import functools
import pathlib

import pytest

from poimenno import reference
from poimenno.reference.vocabularies import Extent
from tests import vocabulary_literals as literals
from tests.vocabulary_literals import PACKAGE, Literal, Vocabularies

READERS = {"py": literals.in_python, "sql": literals.in_sql, "html": literals.in_template, "toml": literals.in_toml}
# File, name and text of what looks like a code and is none, and why.
EXCEPTIONS = {
    ("existence.py", "method", "highs"): "an option of scipy",
    ("listed_entries.py", "kind", "stable"): "an option of numpy",
    ("attribute.sql", "body_type", "unknown"): "how the rules name a case without a body",
    ("person_queries.py", "reason", "may be alive"): "the words of the JSON interface since its first version",
}


@functools.cache
def vocabularies() -> Vocabularies:
    return Vocabularies()


@functools.cache
def files(ending: str) -> tuple[pathlib.Path, ...]:
    return tuple(sorted(PACKAGE.rglob(f"*.{ending}")))


@functools.cache
def classes() -> dict[str, tuple[str, ...]]:
    return literals.dataclass_fields(path.read_text(encoding="utf-8") for path in files("py"))


def read(language: str, text: str) -> list[Literal]:
    return list(literals.in_python(text, classes()) if language == "py" else READERS[language](text))


@functools.cache
def faults() -> tuple[tuple[str, str, str, str], ...]:
    """File, place, name and text of each literal in the package that is no code of its list."""
    found = []
    for language in READERS:
        for path in files(language):
            text = path.read_text(encoding="utf-8")
            wrong = list(vocabularies().faults(language, read(language, text)))
            if language == "py":
                wrong += vocabularies().faults("sql", literals.in_sql_of_python(text))
            place = str(path.relative_to(PACKAGE))
            found += [(path.name, f"{place}, line {one.line}", one.name, one.text) for one in wrong]
    return tuple(found)


def test_every_literal_is_a_code_of_its_list() -> None:
    unknown = [
        f"{place}: {name} {text!r}" for file, place, name, text in faults() if (file, name, text) not in EXCEPTIONS
    ]
    assert not unknown, "\n".join(["not in the tables of reference/vocabulary_lists.csv:", *unknown])


def test_every_exception_is_needed() -> None:
    assert set(EXCEPTIONS) <= {(file, name, text) for file, _place, name, text in faults()}


@pytest.mark.parametrize(("language", "least"), [("py", 30), ("sql", 100), ("html", 5), ("toml", 300)])
def test_literals_are_found_in_every_language(language: str, least: int) -> None:
    """The test above says nothing if the readers find nothing."""
    held = [
        one
        for path in files(language)
        for one in read(language, path.read_text(encoding="utf-8"))
        if vocabularies().allowed(language, one.name) is not None
    ]
    assert len(held) >= least


@pytest.mark.parametrize(
    ("language", "text", "planted"),
    [
        ("py", 'found = claim.measure == "imprisoned"', "imprisoned"),
        ("py", 'if row["outcome"] in {"executed", "shot"}: pass', "shot"),
        ("py", 'if "shot" == row.get("outcome"): pass', "shot"),
        ("py", 'row = {"precision": "precise"}', "precise"),
        ("py", 'row["precision"] = "exact" if sure else "precise"', "precise"),
        ("py", 'reason = "too_few_columns"', "too_few_columns"),
        ("py", 'Claim(measure="imprisoned")', "imprisoned"),
        ("py", 'Rejected(locator, "too_few_columns", text)', "too_few_columns"),
        ("py", "def add(unit: str = 'persons'): pass", "persons"),
        ("py", "match row.unit:\n    case 'people' | 'persons': pass", "persons"),
        ("py", 'SEVERITY = severity in ("note", "remark")', "remark"),
        ("sql", "SELECT * FROM claims WHERE measure IN ('arrested', 'imprisoned')", "imprisoned"),
        ("sql", "SELECT count(*) FILTER (outcome = 'shot') FROM cases", "shot"),
        ("sql", "SELECT CASE c.unit WHEN 'persons' THEN 1 END FROM claims AS c", "persons"),
        ("sql", "SELECT CASE WHEN year > 1937 THEN 'executed' ELSE 'shot' END AS outcome FROM cases", "shot"),
        ("sql", "SELECT 'exactly' AS precision", "exactly"),
        ("sql", "SELECT * FROM links WHERE origin IS DISTINCT FROM 'reviewer'", "reviewer"),
        ("sql", "INSERT INTO person_places SELECT person_id, 'grave', place_id, entry_id FROM x", "grave"),
        ("sql", "INSERT INTO search_tokens VALUES ('a', 'family_name', 'b')", "family_name"),
        ("sql", "SELECT 'surname' AS kind, 1 FROM a UNION ALL SELECT 'family_name', 2 FROM b", "family_name"),
        ("sql", "SELECT * FROM sources AS s WHERE s.kind = 'surname'", "surname"),
        ("sql", "SELECT * FROM {{table}} WHERE outcome != 'shot' AND day = $day", "shot"),
        ("html", '{% if claim.precision == "above" %}{% endif %}', "above"),
        ("html", '{% if event.kind in ("increase", "rise") %}{% endif %}', "rise"),
        ("html", '{{ {"persons": 1}.get(claim.unit, "") }}', "persons"),
        ("html", '{{ "shot"|outcome }}', "shot"),
        ("html", '{{ ("inferred" if event.inferred else "risen")|limit_kind }}', "risen"),
        ("toml", '[[reject]]\npattern = "x"\nreason = "furniture"', "furniture"),
        ("toml", '[head]\nparts = [{ read = "regex", pattern = "x" }]', "regex"),
        ("toml", '[sex]\nw = "женщина"', "w"),
        ("toml", '[mapping]\n"ФИО" = "fullname"', "fullname"),
    ],
)  # fmt: skip
def test_a_planted_literal_is_seen(language: str, text: str, planted: str) -> None:
    assert [one.text for one in vocabularies().faults(language, read(language, text))] == [planted]


def test_a_planted_literal_in_sql_within_python_is_seen() -> None:
    text = """db.execute("SELECT * FROM claims WHERE measure = 'imprisoned'")"""
    assert [one.text for one in vocabularies().faults("sql", literals.in_sql_of_python(text))] == ["imprisoned"]


@pytest.mark.parametrize("path", files("sql"), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_sql_is_read_whole(path: pathlib.Path) -> None:
    """A file that the parser does not understand would be passed over."""
    literals.parsed(path.read_text(encoding="utf-8"), strict=True)


@pytest.mark.parametrize(
    "path", [path for path in files("sql") if path.name == "tables.sql"], ids=lambda p: p.parent.name
)
def test_lists_in_the_comments_of_tables_are_whole(path: pathlib.Path) -> None:
    for column, codes in literals.lists_in_comments(path.read_text(encoding="utf-8")):
        assert vocabularies().allowed("sql", column) == codes, column


def test_a_list_in_a_comment_that_is_not_whole_is_seen() -> None:
    text = "COMMENT ON COLUMN claims.extent IS 'Over what: whole_ussr (the country) | region | district: as told.';"
    assert list(literals.lists_in_comments(text)) == [
        ("claims.extent", frozenset({"whole_ussr", "region", "district"}))
    ]
    assert vocabularies().allowed("sql", "claims.extent") == frozenset(Extent)


def test_words_of_prose_are_of_the_kinds_that_are_listed() -> None:
    kinds = {row["code"] for row in reference.rows("vocabularies") if row["vocabulary"] == "prose_word_kind"}
    assert {row["kind"] for row in reference.rows("prose_words")} == kinds
