"""Reads the package's rooms, imports and SQL, and lists what breaks the walls. `test_architecture.py` holds it against
the source, and against planted faults."""

import ast
import pathlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

import sqlglot
from sqlglot import exp

PACKAGE = pathlib.Path(__file__).resolve().parent.parent / "src" / "poimenno"
# In the order of the data: a room imports only from rooms before it, and reads only their tables.
ROOMS = (
    "values", "foundation", "reference", "sources", "entries", "people", "cases", "operations", "claims", "estimates",
    "disclosure", "pipeline", "queries", "wording", "charts", "exports", "site", "demo", "cli", "__main__",
)  # fmt: skip
# The version is a constant of the package itself, which imports nothing.
_PACKAGE_ITSELF = "poimenno"
_SQL = re.compile(
    r"\b(SELECT\s.+\sFROM\s|SELECT\s+(count|max|min|unnest|value)\b|INSERT\s+(OR\s+\w+\s+)?INTO\s|CREATE\s+(OR\s+REPLACE\s+)?(TEMP\s+)?"
    r"(TABLE|VIEW)\s|DELETE\s+FROM\s|UPDATE\s+\w+\s+SET\s|DROP\s+(TABLE|VIEW)|COPY\s*\(|FROM\s+\w+\s+WHERE)",
    re.DOTALL,
)


@dataclass(frozen=True)
class Module:
    """A module of the package: its dotted name without `poimenno.`, its room, and the modules it imports anywhere."""

    name: str
    room: str
    path: pathlib.Path
    imports: frozenset[str] = field(default_factory=frozenset)


def modules(package: pathlib.Path = PACKAGE) -> dict[str, Module]:
    """All modules by name; imports inside functions and under TYPE_CHECKING count."""
    paths = {name_of(path, package): path for path in sorted(package.rglob("*.py"))}
    return {
        name: Module(name, name.partition(".")[0], path, frozenset(_imports(path, set(paths))) - {name})
        for name, path in paths.items()
        if name
    }


def name_of(path: pathlib.Path, package: pathlib.Path) -> str:
    """The dotted name of a module within the package; empty for the package itself."""
    parts = path.relative_to(package).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def _imports(path: pathlib.Path, names: set[str]) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.partition(".")[0] == _PACKAGE_ITSELF:
            base = node.module.removeprefix(_PACKAGE_ITSELF).removeprefix(".")
            for alias in node.names:
                full = f"{base}.{alias.name}".removeprefix(".")
                yield from [full] if full in names else [base] if base else []
        elif isinstance(node, ast.Import):
            for alias in node.names:
                if alias.name.startswith(_PACKAGE_ITSELF + "."):
                    yield alias.name.removeprefix(_PACKAGE_ITSELF + ".")


def wrong_imports(package: pathlib.Path = PACKAGE) -> list[str]:
    """Imports of a room that does not stand before the importing one, and rooms that have no place."""
    rank = {room: place for place, room in enumerate(ROOMS)}
    faults = []
    for module in modules(package).values():
        if module.room not in rank:
            faults.append(f"{module.name}: the room {module.room} has no place in the order of rooms")
            continue
        for name in sorted(module.imports):
            room = name.partition(".")[0]
            if room != module.room and rank.get(room, len(ROOMS)) >= rank[module.room]:
                faults.append(f"{module.name} imports {name}, which does not stand before it")
    return faults


def circles(package: pathlib.Path = PACKAGE) -> list[list[str]]:
    """The groups of modules that import one another, directly or not (strongly connected components; Tarjan 1972)."""
    graph = {name: sorted(module.imports) for name, module in modules(package).items()}
    order: dict[str, int] = {}
    low: dict[str, int] = {}
    stack: list[str] = []
    groups: list[list[str]] = []

    def visit(name: str) -> None:
        order[name] = low[name] = len(order)
        stack.append(name)
        for target in graph.get(name, ()):
            if target not in order:
                visit(target)
                low[name] = min(low[name], low[target])
            elif target in stack:
                low[name] = min(low[name], order[target])
        if low[name] == order[name]:
            place = stack.index(name)
            group = sorted(stack[place:])
            del stack[place:]
            if len(group) > 1:
                groups.append(group)

    for name in graph:
        if name not in order:
            visit(name)
    return groups


def tables(package: pathlib.Path = PACKAGE) -> dict[str, str]:
    """The room that owns each table of the record: the one whose tables.sql creates it."""
    return {
        statement.this.find(exp.Table).name: path.parent.relative_to(package).parts[0]
        for path in sorted(package.rglob("tables.sql"))
        for statement in _parsed(path)
        if isinstance(statement, exp.Create) and statement.kind == "TABLE"
    }


def wrong_tables(package: pathlib.Path = PACKAGE) -> list[str]:
    """SQL files that read a table of a later room, or write a table that another room owns."""
    rank = {room: place for place, room in enumerate(ROOMS)}
    owners = tables(package)
    faults = []
    for path in sorted(package.rglob("*.sql")):
        room = path.relative_to(package).parts[0]
        for statement in _parsed(path):
            for name in sorted(_written(statement) & set(owners)):
                if owners[name] != room:
                    faults.append(f"{path.relative_to(package)} writes {name}, which {owners[name]} owns")
            for name in sorted(_read(statement) & set(owners)):
                if rank[owners[name]] > rank[room]:
                    faults.append(f"{path.relative_to(package)} reads {name}, a table of the later room {owners[name]}")
    return faults


def _parsed(path: pathlib.Path) -> list[exp.Expr]:
    text = re.sub(r"\{\{(\w+)\}\}", r"placeholder_\1", path.read_text(encoding="utf-8"))
    return [statement for statement in sqlglot.parse(text, dialect="duckdb") if statement is not None]


def _written(statement: exp.Expr) -> set[str]:
    if isinstance(statement, (exp.Insert, exp.Update, exp.Delete, exp.Drop)):
        target = statement.this.find(exp.Table) if statement.this else None
        return {target.name} if target is not None else set()
    if isinstance(statement, exp.Create) and not statement.find(exp.TemporaryProperty):
        target = statement.this.find(exp.Table)
        return {target.name} if target is not None else set()
    return set()


def _read(statement: exp.Expr) -> set[str]:
    local = {cte.alias for cte in statement.find_all(exp.CTE)}
    return {table.name for table in statement.find_all(exp.Table)} - local - _written(statement)


def sql_in_python(package: pathlib.Path = PACKAGE, allowed: tuple[str, ...] = ()) -> list[str]:
    """Strings in Python that are SQL; docstrings do not count."""
    faults = []
    for name, module in modules(package).items():
        if name in allowed:
            continue
        tree = ast.parse(module.path.read_text(encoding="utf-8"))
        documentation = {
            id(node.body[0].value)
            for node in ast.walk(tree)
            if isinstance(node, (ast.Module, ast.ClassDef, ast.FunctionDef))
            and node.body
            and isinstance(node.body[0], ast.Expr)
        }
        for node in ast.walk(tree):
            if (
                isinstance(node, ast.Constant)
                and isinstance(node.value, str)
                and id(node) not in documentation
                and _SQL.search(node.value)
            ):
                faults.append(f"{name}:{node.lineno}: {' '.join(node.value.split())[:60]}")
    return faults


def repeated_names(package: pathlib.Path = PACKAGE) -> list[str]:
    """Modules, and classes, that share their name with another."""
    places: dict[str, list[str]] = {}
    for name, module in modules(package).items():
        base = name.rpartition(".")[2]
        places.setdefault(f"module {base}", []).append(name)
        for node in ast.parse(module.path.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                places.setdefault(f"class {node.name}", []).append(name)
    return [f"{thing}: {', '.join(names)}" for thing, names in sorted(places.items()) if len(names) > 1]
