"""The rooms keep to their places: imports, tables, names. Each rule is shown to catch a planted fault."""

import pathlib

import pytest

from tests import architecture

# Who may hold SQL in strings: what runs it, what opens the database, and what travels to the workers of Spark by value.
SQL_OWNERS = ("foundation.sql", "foundation.database", "people.comparison.spark_engine")


def plant(folder: pathlib.Path, files: dict[str, str]) -> pathlib.Path:
    """A package of a few files."""
    for name, text in {"__init__.py": "", **files}.items():
        path = folder / "poimenno" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder / "poimenno"


def test_a_room_imports_only_from_rooms_before_it() -> None:
    assert architecture.wrong_imports() == []


@pytest.mark.parametrize(
    "text",
    [
        "from poimenno.site import pages",
        "import poimenno.site.pages",
        "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from poimenno.site.pages import Page",
        "def later():\n    from poimenno import site\n",
    ],
)
def test_an_import_of_a_later_room_is_caught(tmp_path: pathlib.Path, text: str) -> None:
    package = plant(tmp_path, {"values/dates.py": text, "site/__init__.py": "", "site/pages.py": ""})
    (fault,) = architecture.wrong_imports(package)
    assert fault.startswith("values.dates imports site")


def test_a_room_without_a_place_is_caught(tmp_path: pathlib.Path) -> None:
    package = plant(tmp_path, {"utilities/things.py": "", "values/dates.py": ""})
    assert architecture.wrong_imports(package) == [
        "utilities.things: the room utilities has no place in the order of rooms"
    ]


def test_no_modules_import_one_another_in_a_circle() -> None:
    assert architecture.circles() == []


def test_a_circle_is_caught(tmp_path: pathlib.Path) -> None:
    package = plant(
        tmp_path,
        {
            "people/a.py": "from poimenno.people import b",
            "people/b.py": "def late():\n    from poimenno.people import c",
            "people/c.py": "from poimenno.people.a import x",
            "people/d.py": "from poimenno.people import a",
        },
    )
    assert architecture.circles(package) == [["people.a", "people.b", "people.c"]]


def test_only_its_owner_writes_a_table_and_nobody_reads_a_later_one() -> None:
    assert len(architecture.tables()) > 30
    assert architecture.wrong_tables() == []


@pytest.mark.parametrize(
    ("statement", "fault"),
    [
        ("INSERT INTO persons SELECT 1", "entries/step.sql writes persons, which people owns"),
        ("UPDATE persons SET name = ''", "entries/step.sql writes persons, which people owns"),
        ("DELETE FROM persons", "entries/step.sql writes persons, which people owns"),
        (
            "FROM entries JOIN persons USING (x)",
            "entries/step.sql reads persons, a table of the later room people",
        ),
        (
            "CREATE TEMP TABLE names AS WITH p AS (SELECT name FROM persons) SELECT * FROM p",
            "entries/step.sql reads persons, a table of the later room people",
        ),
    ],
)
def test_a_table_of_another_room_is_caught(tmp_path: pathlib.Path, statement: str, fault: str) -> None:
    package = plant(
        tmp_path,
        {
            "people/tables.sql": "CREATE TABLE persons (name VARCHAR);",
            "entries/tables.sql": "CREATE TABLE entries (x VARCHAR);",
            "entries/step.sql": statement,
        },
    )
    assert architecture.wrong_tables(package) == [fault]


def test_a_local_name_is_no_table_of_a_room(tmp_path: pathlib.Path) -> None:
    package = plant(
        tmp_path,
        {
            "people/tables.sql": "CREATE TABLE persons (name VARCHAR);",
            "entries/step.sql": "WITH persons AS (SELECT 1 AS name) SELECT name FROM persons",
        },
    )
    assert architecture.wrong_tables(package) == []


def test_sql_stands_in_sql_files() -> None:
    assert architecture.sql_in_python(allowed=SQL_OWNERS) == []


def test_sql_in_python_is_caught(tmp_path: pathlib.Path) -> None:
    text = '"""SELECT a FROM b is only told."""\nQUESTION = f"SELECT name FROM persons WHERE {1}"\n'
    package = plant(tmp_path, {"site/pages.py": text})
    assert [fault.partition(":")[0] for fault in architecture.sql_in_python(package)] == ["site.pages"]


def test_modules_and_classes_have_names_of_their_own() -> None:
    assert architecture.repeated_names() == []


def test_a_repeated_name_is_caught(tmp_path: pathlib.Path) -> None:
    package = plant(
        tmp_path, {"site/rows.py": "class Row: ...", "claims/rows.py": "", "claims/cells.py": "class Row: ..."}
    )
    assert architecture.repeated_names(package) == [
        "class Row: claims.cells, site.rows",
        "module rows: claims.rows, site.rows",
    ]
