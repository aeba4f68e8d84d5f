"""Finds the literals of closed lists in Python, SQL, templates and TOML: each with the name that it stands at.

A name is that of a column, an attribute, a key or a keyword argument. `vocabulary_lists.csv` says which names hold the
codes of which list; a name that several lists share (kind, reason) may have a code of any of them. In SQL a column of a
known table is held against the list of that table only.
"""

import ast
import dataclasses
import functools
import itertools
import pathlib
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import jinja2
import sqlglot
from jinja2 import nodes
from sqlglot import exp

from poimenno import reference

PACKAGE = pathlib.Path(reference.__file__).parent.parent
# Where literals stand, by the ending of the file.
LANGUAGES = ("py", "sql", "html", "toml")


@dataclasses.dataclass(frozen=True)
class Literal:
    """A text that stands at a name. `name` is a column, or table and column with a dot between them."""

    name: str
    text: str
    line: int
    bare: bool = False  # at a plain variable, not at an attribute, a key or a column


# As plain variables these names mean anything.
_AMBIGUOUS = frozenset({"kind", "level", "method", "order", "type", "where"})


_TYPES = r"(?:VARCHAR|DATE|INTEGER|BIGINT|DOUBLE|BOOLEAN|JSON)(?:\[\])?"
# A text without letters or digits, with letters that no code has, or a sentence.
_NO_CODE = re.compile(r"^\W*$|[^\x00-\x7f]|\s.*\.$")


class Vocabularies:
    """Which names hold the codes of which lists."""

    def __init__(self) -> None:
        self.codes: dict[str, frozenset[str]] = {}
        self.at: dict[tuple[str, str], set[str]] = {}
        for entry in reference.rows("vocabulary_lists"):
            name = entry["vocabulary"]
            self.codes[name] = frozenset(
                row[entry["column"]]
                for row in reference.rows(entry["file"])
                if entry["file"] != "vocabularies" or row["vocabulary"] == name
            )
            for place in filter(None, entry["holds"].split("|")):
                only, _colon, column = place.rpartition(":")
                for language, key in itertools.product([only] if only else LANGUAGES, {column, _bare(column)}):
                    self.at.setdefault((language, key), set()).add(name)

    def allowed(self, language: str, name: str) -> frozenset[str] | None:
        """The codes that may stand at a name in a language of `LANGUAGES`; None if it holds no closed list."""
        lists = self.at.get((language, name))
        if lists is None and language == "sql":
            lists = self.at.get((language, _bare(name)))
        return frozenset().union(*(self.codes[one] for one in lists)) if lists else None

    def faults(self, language: str, literals: Iterable[Literal]) -> Iterator[Literal]:
        """The literals that are no code of the lists of their name; in Python a name or type of a column may."""
        for literal in literals:
            codes = self.allowed(language, literal.name)
            if codes is None or literal.text in codes or (literal.bare and literal.name in _AMBIGUOUS):
                continue
            if language == "py" and re.fullmatch(rf"(?:\w+\.)?(?:{_columns()})|{_TYPES}", literal.text):
                continue
            if not _NO_CODE.search(literal.text):
                yield literal


def _bare(name: str) -> str:
    return name.rpartition(".")[2]


@functools.cache
def _columns() -> str:
    return "|".join({column for columns in table_columns().values() for column in columns})


# --- Python


def in_python(text: str, classes: Mapping[str, tuple[str, ...]] | None = None) -> Iterator[Literal]:
    """The literals that a Python text compares with, assigns to, or passes as a name.

    `classes` has the fields of dataclasses, so that positional arguments have names too.
    """
    for node in ast.walk(ast.parse(text)):
        yield from _of_python(node, classes or {})


def in_sql_of_python(text: str) -> Iterator[Literal]:
    """The literals in statements of SQL that stand as texts in Python."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and _looks_like_sql(node.value):
            yield from (dataclasses.replace(one, line=node.lineno) for one in in_sql(node.value))


def _of_python(node: ast.AST, classes: Mapping[str, tuple[str, ...]]) -> Iterator[Literal]:
    match node:
        case ast.Compare(left=left, comparators=others):
            for a, b in itertools.pairwise([left, *others]):
                yield from (*_at(a, b), *_at(b, a))
        case ast.Dict(keys=keys, values=values):
            for key, value in zip(keys, values, strict=True):
                yield from _at_name(_constant(key), value)
        case ast.keyword(arg=name, value=value):
            yield from _at_name(name, value)
        case ast.Assign(targets=targets, value=value):
            yield from (one for target in targets for one in _at(target, value))
        case ast.AnnAssign(target=target, value=ast.expr() as value):
            yield from _at(target, value)
        case ast.Match(subject=subject, cases=cases):
            for part in (part for case in cases for part in ast.walk(case.pattern) if isinstance(part, ast.MatchValue)):
                yield from _at(subject, part.value)
        case _:
            yield from _at_parameters(node, classes)


def _at_parameters(node: ast.AST, classes: Mapping[str, tuple[str, ...]]) -> Iterator[Literal]:
    """What is passed by position to a class of ours, and what parameters are if nothing is passed."""
    match node:
        case ast.Call(func=func, args=arguments):
            for name, value in zip(classes.get(_name(func) or "", ()), arguments, strict=False):
                yield from _at_name(name, value)
        case ast.arguments(args=parameters, defaults=defaults):
            for parameter, value in zip(reversed(parameters), reversed(defaults), strict=False):
                yield from _at_name(parameter.arg, value, bare=True)


def _name(node: ast.AST) -> str | None:
    """The name that an expression ends in: `claim.unit`, `row["unit"]`, `row.get("unit")`, `unit`."""
    match node:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
        case ast.Subscript(slice=key):
            return _constant(key)
        case ast.Call(func=ast.Attribute(attr="get"), args=[key, *_]):
            return _constant(key)
    return None


def _constant(node: ast.AST | None) -> str | None:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def _at(target: ast.AST, value: ast.AST) -> Iterator[Literal]:
    yield from _at_name(_name(target), value, bare=isinstance(target, ast.Name))


def _at_name(name: str | None, value: ast.AST, *, bare: bool = False) -> Iterator[Literal]:
    if name is None:
        return
    match value:
        case ast.Constant(value=str(text)):
            yield Literal(name, text, value.lineno, bare)
        case ast.Tuple(elts=parts) | ast.List(elts=parts) | ast.Set(elts=parts):
            for part in parts:
                yield from _at_name(name, part, bare=bare)
        case ast.IfExp(body=one, orelse=other):
            yield from _at_name(name, one, bare=bare)
            yield from _at_name(name, other, bare=bare)
        case ast.BoolOp(values=parts):
            for part in parts:
                yield from _at_name(name, part, bare=bare)
        case ast.Call(func=ast.Name(id="frozenset" | "set" | "tuple"), args=[inner]):
            yield from _at_name(name, inner, bare=bare)


def dataclass_fields(texts: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """The fields of the classes that are decorated as dataclasses, in order."""
    found = {}
    for text in texts:
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.ClassDef) and any("dataclass" in ast.unparse(one) for one in node.decorator_list):
                names = [one.target.id for one in node.body if _is_field(one)]  # type: ignore[attr-defined]
                found[node.name] = tuple(names)
    return found


def _is_field(node: ast.stmt) -> bool:
    return isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name)


# --- SQL


def _looks_like_sql(text: str) -> bool:
    return bool(re.match(r"\s*(?:SELECT|WITH|INSERT|UPDATE|DELETE|CREATE)\b[^.]*\s", text))


def in_sql(text: str) -> Iterator[Literal]:
    """The literals that SQL compares a column with, or writes into one."""
    for statement in parsed(text):
        for node in statement.walk():
            yield from _of_sql(node)


def parsed(text: str, *, strict: bool = False) -> list[exp.Expr]:
    """The statements of a text; none if the parser does not understand it, unless `strict`: then it raises."""
    try:
        statements = sqlglot.parse(re.sub(r"\{\{\w+\}\}", "placeholder", text), dialect="duckdb")
    except sqlglot.errors.SqlglotError:
        if strict:
            raise
        return []
    return [statement for statement in statements if statement is not None]


def _of_sql(node: exp.Expr) -> Iterator[Literal]:
    match node:
        case exp.EQ() | exp.NEQ() | exp.NullSafeEQ() | exp.NullSafeNEQ():
            yield from _at_column(node.this, node.expression)
            yield from _at_column(node.expression, node.this)
        case exp.In():
            yield from _at_column(node.this, *node.expressions)
        case exp.Case() if node.this:
            yield from _at_column(node.this, *(branch.this for branch in node.args["ifs"]))
        case exp.Alias():
            yield from _values(node.alias, node.this)
        case exp.SetOperation():
            names = [one.alias_or_name for one in node.selects]
            for name, value in zip(names, node.expression.selects, strict=False):
                yield from _values(name, value)
        case exp.Insert():
            yield from _inserted(node)


def _inserted(node: exp.Expr) -> Iterator[Literal]:
    """What is inserted by position into a table of the record."""
    target = node.this
    names = [one.name for one in target.expressions] if isinstance(target, exp.Schema) else []
    table = target.find(exp.Table)
    names = names or list(table_columns().get(table.name if table else "", ()))
    if node.args.get("by_name") or table is None:
        return
    source = node.expression
    rows = [row.expressions for row in source.expressions] if isinstance(source, exp.Values) else [source.selects]
    for row in rows:
        for name, value in zip(names, row, strict=False):
            yield from _values(f"{table.name}.{name}", value)


def _at_column(column: exp.Expr, *values: exp.Expr) -> Iterator[Literal]:
    if isinstance(column, exp.Column):
        name = f"{_table(column)}.{column.name}" if _table(column) else column.name
        for value in values:
            yield from _values(name, value)


def _table(column: exp.Column) -> str:
    """The table of the record that a column is of, as far as its own statement tells; else an empty text."""
    select = column.find_ancestor(exp.Select)
    tables = list(select.find_all(exp.Table)) if select else []
    if column.table:
        tables = [one for one in tables if one.alias_or_name == column.table]
    names = {one.name for one in tables if column.name in table_columns().get(one.name, ())}
    return names.pop() if len(names) == 1 else ""


def _values(name: str, value: exp.Expr) -> Iterator[Literal]:
    """The texts that an expression may be: a literal, or the branches of a CASE."""
    match value:
        case exp.Literal() if value.is_string:
            yield Literal(name, value.name, value.meta.get("line", 0))
        case exp.Case():
            for branch in (*(one.args["true"] for one in value.args["ifs"]), value.args.get("default")):
                if branch is not None:
                    yield from _values(name, branch)
        case exp.Alias() | exp.Paren():
            yield from _values(name, value.this)
        case exp.Coalesce():
            for part in (value.this, *value.expressions):
                yield from _values(name, part)


@functools.cache
def table_columns() -> dict[str, tuple[str, ...]]:
    """The columns of each table of the record, by the `tables.sql` of the rooms."""
    tables = {}
    for path in PACKAGE.rglob("tables.sql"):
        for statement in sqlglot.parse(path.read_text(encoding="utf-8"), dialect="duckdb"):
            if isinstance(statement, exp.Create) and isinstance(statement.this, exp.Schema):
                tables[statement.this.this.name] = tuple(one.name for one in statement.this.find_all(exp.ColumnDef))
    return tables


def lists_in_comments(text: str) -> Iterator[tuple[str, frozenset[str]]]:
    """The lists of codes in the comments on columns, `a | b (what b is) | c`: table and column, and the codes."""
    for statement in sqlglot.parse(text, dialect="duckdb"):
        if isinstance(statement, exp.Comment) and statement.args["kind"] == "COLUMN":
            column, comment = statement.this, statement.expression.name
            parts = [re.sub(r"\(.*?\)", "", part).strip() for part in comment.split("|")]
            if len(parts) > 1:
                parts[0] = parts[0].rpartition(": ")[2]
                parts[-1] = re.split(r"[.:;,]", parts[-1])[0].strip()
                codes = frozenset(part for part in parts if re.fullmatch(r"[\w-]+(?: \w+)?", part))
                if len(codes) > 1:
                    yield f"{column.table}.{column.name}", codes


# --- templates


def in_template(text: str) -> Iterator[Literal]:
    """The literals that a template compares with, or looks up by, a name; and those given to a filter of a list."""
    environment = jinja2.Environment(extensions=["jinja2.ext.i18n"], autoescape=True)
    tree = environment.parse(text)
    for node in tree.find_all((nodes.Compare, nodes.Call, nodes.Filter)):
        yield from _of_template(node)


def _of_template(node: nodes.Node) -> Iterator[Literal]:
    if isinstance(node, nodes.Compare):
        for other in node.ops:
            yield from _in_node(_name_in_template(node.expr), other.expr)
            yield from _in_node(_name_in_template(other.expr), node.expr)
    elif isinstance(node, nodes.Filter) and node.node is not None:
        yield from _in_node(node.name, node.node)
    elif isinstance(node, nodes.Call) and isinstance(node.node, nodes.Getattr):
        # {"days": …}.get(claim.unit)
        table = node.node.node
        for pair in table.items if isinstance(table, nodes.Dict) and node.args else ():
            yield from _in_node(_name_in_template(node.args[0]), pair.key)


def _name_in_template(node: nodes.Node) -> str | None:
    match node:
        case nodes.Getattr():
            return node.attr
        case nodes.Getitem() if isinstance(node.arg, nodes.Const) and isinstance(node.arg.value, str):
            return node.arg.value
        case nodes.Name():
            return node.name
    return None


def _in_node(name: str | None, node: nodes.Node) -> Iterator[Literal]:
    if name is None:
        return
    match node:
        case nodes.Const() if isinstance(node.value, str):
            yield Literal(name, node.value, node.lineno)
        case nodes.Tuple() | nodes.List():
            for part in node.items:
                yield from _in_node(name, part)
        case nodes.CondExpr():
            yield from _in_node(name, node.expr1)
            yield from _in_node(name, node.expr2 or nodes.Const(None))


# --- TOML


def in_toml(text: str) -> Iterator[Literal]:
    """The texts of a TOML file by their key. The keys of a table stand at `table[]`, its values also at `table{}`."""
    yield from _in_table(tomllib.loads(text))


def _in_table(value: Any, *names: str) -> Iterator[Literal]:
    if isinstance(value, str):
        yield from (Literal(name, value, 0) for name in names)
    elif isinstance(value, list):
        for part in value:
            yield from _in_table(part, *names)
    elif isinstance(value, dict):
        for key, part in value.items():
            yield from (Literal(f"{name}[]", key, 0) for name in names)
            yield from _in_table(part, key, *(f"{name}{{}}" for name in names))
