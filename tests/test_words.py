"""The words of the code are those of the field: names of the old idiolect are not bound again, in Python or in SQL."""

import ast
import pathlib
import re

import pytest

PACKAGE = pathlib.Path(__file__).resolve().parent.parent / "src" / "poimenno"
# What to write instead; CONTRIBUTING.md explains.
AVOIDED = {
    "apart": "separate, split",
    "asked": "query, params, requested",
    "beside": "tmp_path",
    "found": "rows, result, matches, or the noun of the thing",
    "glide": "leapfrog",
    "held": "entries, members, retained",
    "kept": "retained, cached",
    "nowhere": "missing",
    "one": "row, claim, entry, item: the noun of the thing",
    "said": "text, statement, stated",
    "there": "get_or_404",
    "told": "rows, values, stated",
}


def bound_names(source: str) -> list[tuple[int, str]]:
    """The names that Python source binds, with their lines: variables, arguments, attributes, functions and classes."""
    names: list[tuple[int, str]] = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            names.append((node.lineno, node.id))
        elif isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store):
            names.append((node.lineno, node.attr))
        elif isinstance(node, ast.arg):
            names.append((node.lineno, node.arg))
        elif isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            names.append((node.lineno, node.name))
    return names


def sql_names(source: str) -> list[tuple[int, str]]:
    """The tables, views, subqueries and columns that SQL names, with their lines."""
    pattern = re.compile(r"\b(?:TABLE|VIEW)\s+(\w+)|\b(\w+) AS \(|\bAS (\w+)", re.IGNORECASE)
    return [
        (number, next(name for name in match.groups() if name))
        for number, line in enumerate(source.splitlines(), 1)
        for match in pattern.finditer(line.partition("--")[0])
    ]


def faults(path: pathlib.Path) -> list[str]:
    names = (bound_names if path.suffix == ".py" else sql_names)(path.read_text(encoding="utf-8"))
    return [
        f"{path.name}:{line}: {name}; write {AVOIDED[name.strip('_').lower()]}"
        for line, name in names
        if name.strip("_").lower() in AVOIDED
    ]


def test_the_guide_for_contributors_lists_the_words() -> None:
    guide = (PACKAGE.parents[1] / "CONTRIBUTING.md").read_text(encoding="utf-8")
    rows = [line.split("|")[1] for line in guide.splitlines() if line.startswith("| `")]
    listed = {word for row in rows for word in re.findall(r"`(\w+)`", row)}
    assert set(AVOIDED) <= listed


@pytest.mark.parametrize("room", sorted(path.name for path in PACKAGE.iterdir() if (path / "__init__.py").exists()))
def test_a_room_uses_the_words_of_the_field(room: str) -> None:
    paths = [path for path in sorted((PACKAGE / room).rglob("*")) if path.suffix in {".py", ".sql"}]
    assert paths
    assert [fault for path in paths for fault in faults(path)] == []


@pytest.mark.parametrize(
    ("name", "source"),
    [
        ("a.py", "told = 1"),
        ("a.py", "def there(found): ..."),
        ("a.py", "class C:\n    def f(self):\n        self._kept = 1"),
        ("a.py", "[x for one in y]"),
        ("a.sql", "CREATE TEMP TABLE told AS SELECT 1"),
        ("a.sql", "WITH asked AS (SELECT 1) SELECT 2"),
    ],
)
def test_a_word_of_the_idiolect_is_caught(tmp_path: pathlib.Path, name: str, source: str) -> None:
    path = tmp_path / name
    path.write_text(source, encoding="utf-8")
    assert faults(path)
