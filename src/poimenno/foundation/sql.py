"""Runs the named SQL of the rooms, and turns its rows into classes and columns into tables.

A room keeps its tables in `tables.sql` and each step or question in a `.sql` file beside its code. Values are always
bound as parameters. The only text put into a statement are identifiers: a file says `{{column}}`, and `script` fills in
names that `identifier` has checked. No other module builds SQL from strings.
"""

import dataclasses
import enum
import functools
import hashlib
import importlib.resources
import json
import re
import types
import typing
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    import duckdb

T = TypeVar("T")
Row = tuple[Any, ...]
# The columns of a table to be made: {name: (SQL type, values)}.
Columns = Mapping[str, tuple[str, Sequence[object]]]
_PLACEHOLDER = re.compile(r"\{\{(\w+)\}\}")
_IDENTIFIER = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")


def identifier(name: str) -> str:
    """The name of a table or column, quoted for SQL. Raises ValueError for anything but letters, digits and _."""
    if not _IDENTIFIER.fullmatch(name):
        raise ValueError(f"not an identifier: {name!r}")
    return f'"{name}"'


def script(room: str, name: str = "tables", /, **identifiers: str | Sequence[str]) -> str:
    """The text of `<room>/<name>.sql`; each `{{placeholder}}` becomes the identifiers given for it, with commas.

    Raises KeyError for a placeholder without identifiers, ValueError for what is no identifier.
    """
    text = _text(room, name)

    def fill(match: re.Match[str]) -> str:
        names = identifiers[match[1]]
        return ", ".join(identifier(part) for part in ([names] if isinstance(names, str) else names))

    return _PLACEHOLDER.sub(fill, text)


@functools.cache
def _text(room: str, name: str) -> str:
    return (importlib.resources.files("poimenno") / room / f"{name}.sql").read_text(encoding="utf-8")


@functools.cache
def schema_fingerprint() -> str:
    """A checksum of all tables as the rooms define them: a record of other tables was built by another version."""
    package = importlib.resources.files("poimenno")
    rooms = sorted(room.name for room in package.iterdir() if (room / "tables.sql").is_file())
    return hashlib.sha256("".join(_text(room, "tables") for room in rooms).encode()).hexdigest()


def run(db: "duckdb.DuckDBPyConnection", room: str, name: str = "tables", /, **values: object) -> list[Row]:
    """Execute a room's SQL file; `values` bind its `$name` parameters (then it holds one statement).

    Returns the rows of the last statement, as tuples.
    """
    result = db.execute(_text(room, name), values or None)
    return result.fetchall() if result.description else []


def scalar(db: "duckdb.DuckDBPyConnection", room: str, name: str, /, **values: object) -> Any:
    """The one value that a question has for an answer; None where there is no row."""
    rows = run(db, room, name, **values)
    return rows[0][0] if rows else None


def rows_as(db: "duckdb.DuckDBPyConnection", row_class: type[T], room: str, name: str, /, **values: object) -> list[T]:
    """The answer to a question as instances of a dataclass whose fields are the columns of the answer.

    Codes become members of their enumerations, JSON becomes lists and dictionaries, lists become tuples where the
    class says so. Raises TypeError where columns and fields differ: a fault of the program.
    """
    return as_class(db.execute(_text(room, name), values or None), row_class)


def row_as(db: "duckdb.DuckDBPyConnection", row_class: type[T], room: str, name: str, /, **values: object) -> T | None:
    """The first row of the answer as an instance of `row_class`; None where there is none."""
    rows = rows_as(db, row_class, room, name, **values)
    return rows[0] if rows else None


def as_class(result: "duckdb.DuckDBPyConnection", row_class: type[T]) -> list[T]:
    """The rows of an executed statement as instances of a dataclass; see `rows_as`."""
    columns = [column[0] for column in result.description or []]
    key: Any = row_class
    converters = _converters(key)
    if set(columns) != set(converters):
        missing, extra = sorted(set(converters) - set(columns)), sorted(set(columns) - set(converters))
        raise TypeError(f"{row_class.__name__}: the query lacks {missing} and has {extra} besides")
    in_order = [converters[column] for column in columns]
    return [
        row_class(
            **{
                column: value if convert is None or value is None else convert(value)
                for column, convert, value in zip(columns, in_order, row, strict=True)
            }
        )
        for row in result.fetchall()
    ]


@functools.cache
def _converters(row_class: Any) -> dict[str, Callable[[Any], Any] | None]:
    """For each field that the constructor takes, what makes its value from the database's; None: as it is."""
    hints = typing.get_type_hints(row_class)
    return {field.name: _converter(hints[field.name]) for field in dataclasses.fields(row_class) if field.init}


def _converter(hint: Any) -> Callable[[Any], Any] | None:
    origin = typing.get_origin(hint) or hint
    if origin in (types.UnionType, typing.Union):
        chosen = [_converter(part) for part in typing.get_args(hint) if part is not type(None)]
        return chosen[0] if len(chosen) == 1 else None
    if origin in (dict, list):
        return _parsed
    if origin is tuple:
        return _tuple_of(next((part for part in typing.get_args(hint) if part is not Ellipsis), Any))
    if dataclasses.is_dataclass(origin):
        return functools.partial(_from_struct, origin)
    return origin if isinstance(origin, type) and issubclass(origin, enum.Enum) else None


def _tuple_of(inner: Any) -> Callable[[Any], tuple[Any, ...]]:
    convert = _converter(inner)
    return lambda value: tuple(_parsed(value) if convert is None else map(convert, _parsed(value)))


def _parsed(value: Any) -> Any:
    return json.loads(value) if isinstance(value, str) else value


def _from_struct(row_class: Any, value: Any) -> Any:
    """A STRUCT or JSON object of the database as an instance of a dataclass."""
    converters = _converters(row_class)
    return row_class(
        **{
            name: part if (convert := converters[name]) is None or part is None else convert(part)
            for name, part in _parsed(value).items()
        }
    )


def insert(db: "duckdb.DuckDBPyConnection", table: str, columns: Mapping[str, Sequence[object]]) -> None:
    """Insert columns of equal length into a table in one statement, by the names and types of the table's columns.

    Columns of the table that are not given stay null. Raises KeyError for a column that the table has not.
    """
    kinds = dict(row[:2] for row in db.execute(f"DESCRIBE {identifier(table)}").fetchall())
    chosen = ", ".join(
        f"unnest(${number}::{kinds[name]}[]) AS {identifier(name)}" for number, name in enumerate(columns, 1)
    )
    db.execute(f"INSERT INTO {identifier(table)} BY NAME SELECT {chosen}", [list(part) for part in columns.values()])


def insert_rows(db: "duckdb.DuckDBPyConnection", table: str, rows: Iterable[object]) -> None:
    """Insert dataclass instances into a table in one statement: each field is a column of its name."""
    rows = list(rows)
    if rows:
        names = [field.name for field in dataclasses.fields(rows[0])]  # type: ignore[arg-type]
        insert(db, table, {name: [getattr(row, name) for row in rows] for name in names})


def temp_table(db: "duckdb.DuckDBPyConnection", name: str, columns: Columns) -> None:
    """Make a temporary table of columns: {name: (SQL type, values)}. It replaces an older one of that name."""
    described = ", ".join(f"{identifier(column)} {_kind(kind)}" for column, (kind, _values) in columns.items())
    db.execute(f"CREATE OR REPLACE TEMP TABLE {identifier(name)} ({described})")
    insert(db, name, {column: values for column, (_kind_, values) in columns.items()})


def comment_on(db: "duckdb.DuckDBPyConnection", schema: str, table: str, text: str) -> None:
    """Set the comment of a table. The database binds no values here, so this is the one text that is put in quoted."""
    quoted = text.replace("'", "''")
    db.execute(f"COMMENT ON TABLE {identifier(schema)}.{identifier(table)} IS '{quoted}'")


def _kind(kind: str) -> str:
    if not re.fullmatch(r"[A-Z]+(\[\])?", kind):
        raise ValueError(f"not a type: {kind!r}")
    return kind
