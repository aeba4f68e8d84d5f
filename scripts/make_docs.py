"""Writes the references in `docs/` from the code: the commands, the interface for programs, the tables of the record.

Run by `make docs`; a test holds the committed pages against what this script makes. The prose of `docs/` is written by
hand. English only, whatever the language of the machine.
"""

import dataclasses
import enum
import inspect
import os
import pathlib
import re
import types
import typing
from collections.abc import Iterable, Iterator
from typing import Any

os.environ["LANGUAGE"] = "en"

import click

ROOT = pathlib.Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"
MADE = "<!-- Made by `make docs` from {source}: do not edit. -->\n\n"
# The rooms that have tables, with the question that each answers.
QUESTIONS = {
    "reference": "the bundled tables, each row cited",
    "sources": "what did we receive?",
    "entries": "what does each one say?",
    "people": "which are one person?",
    "cases": "what befell the person?",
    "operations": "within which campaign?",
    "claims": "what may be asserted?",
    "disclosure": "who may see what?",
}


def table(header: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """A table of Markdown."""
    lines = [list(header), *(list(row) for row in rows)]
    lines.insert(1, ["---"] * len(lines[0]))
    return "".join("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |\n" for line in lines)


# The commands


def commands() -> str:
    """The page of all commands, from the command line itself."""
    from poimenno.cli import main

    parts = [
        MADE.format(source="the command line"),
        "# Commands\n\n",
        "Every command has `--help`. What a command was asked for goes to standard output; progress, remarks and ",
        "errors go to standard error, so that the output of `--json` is JSON and nothing else. Each command ends with ",
        "one of the [exit codes](exit-codes.md).\n",
    ]
    for name, command in sorted(main.commands.commands.items()):
        parts.append(_command(name, command))
    old = [(f"`{old}`", f"`{new}`") for old, new in sorted(main.OLD_NAMES.items())]
    parts += ["\n## Old names\n\nThese names of earlier versions still work.\n\n", table(("old", "new"), old)]
    return "".join(parts)


def _command(name: str, command: click.Command) -> str:
    arguments = [param for param in command.params if isinstance(param, click.Argument)]
    options = [param for param in command.params if isinstance(param, click.Option) and not param.hidden]
    usage = " ".join(["poimenno", name, *(["[OPTIONS]"] if options else []), *(_argument(a) for a in arguments)])
    rows = [(_names(option), _meaning(option)) for option in options]
    example = re.sub(r"^\x08\n\w+:\n", "", command.epilog or "")
    return (
        f"\n## {name}\n\n{command.help}\n\n    {usage}\n\n"
        + (table(("option", "meaning"), rows) + "\n" if rows else "")
        + ("For example:\n\n" + "".join(f"    {line.strip()}\n" for line in example.splitlines()) if example else "")
    )


def _argument(argument: click.Argument) -> str:
    choice = argument.type
    text = argument.metavar or ("|".join(map(str, choice.choices)) if isinstance(choice, click.Choice) else None)
    text = text or (argument.name or "").upper()
    return text if argument.nargs == 1 or text.endswith("…") else f"{text}…"


def _names(option: click.Option) -> str:
    kind = ""
    if not option.is_flag:
        choice = option.type
        kind = " " + ("\\|".join(map(str, choice.choices)) if isinstance(choice, click.Choice) else _value(option))
    return "`" + ", ".join(option.opts) + kind.replace("\\|", "/") + "`"


def _value(option: click.Option) -> str:
    if isinstance(option.type, click.DateTime):
        return "YYYY-MM-DD"
    return option.metavar or option.type.name.upper().replace(" RANGE", "")


def _meaning(option: click.Option) -> str:
    notes = []
    if option.required:
        notes.append("Required.")
    if option.show_default and not option.is_flag:
        notes.append(f"Default: `{option.default}`.")
    return " ".join([option.help or "", *notes])


# The interface for programs


def api() -> str:
    """The page of all addresses and of the fields of their answers, from the tables of routes."""
    from poimenno.site import api as interface
    from poimenno.site import routes

    answers: dict[str, Any] = {}
    parts = [
        MADE.format(source="the tables of routes"),
        "# The interface for programs\n\n",
        "`poimenno serve my-archive` answers these addresses with JSON. A person who is withheld from the pages is ",
        "withheld here. A value that is unknown is `null`. Days are `1937-07-30`, dates of sources are EDTF. An error ",
        "is an object too, with its status, and the status of the response is the same.\n\n",
        "## Pages as JSON\n\n",
        "Each page has its JSON at the same address with `.json`, made from the same answer. `/en` may be `/ru`: some ",
        "answers hold words, which are in that language.\n\n",
    ]
    rows = []
    for route in routes.ROUTES:
        answer = _answer(route.handler)
        rows.append((f"`/en{_placeholders(route.path)}.json`", _sentence(route.handler), _link(answer)))
        answers |= _classes(answer)
    parts += [table(("address", "what it answers", "answer"), rows), "\n## Addresses under `/api`\n\n"]
    rows = []
    for api_route in interface.ROUTES:
        answer = _answer(api_route.handler)
        rows.append((f"`{api_route.address}`", api_route.sentence, _link(answer)))
        answers |= _classes(answer)
    parts += [table(("address", "what it answers", "answer"), rows), "\n## Answers\n\nObjects, with their keys.\n"]
    for name, answer in sorted(answers.items()):
        parts.append(f"\n### {name}\n\n{_paragraph(answer)}\n\n" + table(("key", "type", "meaning"), _fields(answer)))
    return "".join(parts)


def _placeholders(path: str) -> str:
    return re.sub(r"\{(\w+)(:\w+)?\}", r"<\1>", path)


def _answer(handler: Any) -> Any:
    return typing.get_type_hints(handler).get("return", object)


def _sentence(thing: Any) -> str:
    return _paragraph(thing).split(". ")[0].rstrip(".") + "."


def _paragraph(thing: Any) -> str:
    return " ".join((inspect.getdoc(thing) or "").split("\n\n")[0].split())


def _link(hint: Any) -> str:
    return re.sub(r"\b([A-Z]\w+)", lambda match: f"[{match[1]}](#{match[1].lower()})", _type(hint)) or "object"


def _classes(hint: Any) -> dict[str, Any]:
    """The dataclasses in a type, and in the types of their fields, by name."""
    if not dataclasses.is_dataclass(hint):
        return {name: item for part in typing.get_args(hint) for name, item in _classes(part).items()}
    key: Any = hint
    classes = {key.__name__: key}
    for part in typing.get_type_hints(key).values():
        if part is not key:
            classes |= _classes(part)
    return classes


def _fields(answer: Any) -> Iterator[tuple[str, str, str]]:
    hints, comments = typing.get_type_hints(answer), dict(_comments(answer))
    for field in dataclasses.fields(answer):
        yield f"`{field.name}`", _link(hints[field.name]), comments.get(field.name, "")


def _type(hint: Any) -> str:  # noqa: PLR0911 - one return for each kind of type
    """A type as a reader of JSON calls it."""
    plain = {str: "text", int: "number", float: "number", bool: "true or false", type(None): "null", Any: "anything"}
    origin, parts = typing.get_origin(hint), typing.get_args(hint)
    if hint in plain:
        return plain[hint]
    if origin in (types.UnionType, typing.Union):
        return " or ".join(dict.fromkeys(_type(part) for part in parts))
    if origin in (tuple, list) or "Sequence" in str(origin):
        return "list of " + " or ".join(dict.fromkeys(_type(part) for part in parts if part is not Ellipsis))
    if origin is not None:
        return "object"
    if isinstance(hint, type) and issubclass(hint, enum.Enum):
        return "code"
    if dataclasses.is_dataclass(hint):
        return str(getattr(hint, "__name__", ""))
    return "text" if isinstance(hint, type) and hint.__module__ in ("datetime", "pathlib") else "object"


def _comments(answer: Any) -> Iterator[tuple[str, str]]:
    """What the source says of each field: the comment at the end of its line, or the lines of comment before it."""
    lines = inspect.getsource(answer).splitlines()
    before: list[str] = []
    for line in lines:
        field = re.match(r"\s+(\w+): [^#]*(?:# (.*))?$", line)
        if field:
            yield field[1], field[2] or " ".join(before)
        before = [*before, line.strip()[2:]] if line.strip().startswith("# ") else []


# The tables of the record


def record() -> str:
    """The page of all tables and columns of the record, from their comments."""
    from poimenno import pipeline
    from poimenno.foundation import database, sql

    parts = [
        MADE.format(source="the comments in each `tables.sql`"),
        "# The record\n\n",
        "The record, `record.duckdb`, is one DuckDB file. Each room of the program writes the tables that are listed ",
        "under its name, and no others; `poimenno build --keep-steps` leaves the intermediate tables in it too. How ",
        "the rooms follow each other: [architecture](architecture.md).\n",
    ]
    db = database.memory()
    seen: set[str] = set()
    for room in pipeline.ROOMS:
        sql.run(db, room)
        parts.append(f"\n## {room}: {QUESTIONS[room]}\n")
        for name, comment in db.execute(
            "SELECT table_name, comment FROM duckdb_tables() WHERE NOT internal ORDER BY table_oid"
        ).fetchall():
            if name in seen:
                continue
            seen.add(name)
            columns = db.execute(
                "SELECT column_name, data_type, comment FROM duckdb_columns() WHERE table_name = $name "
                "AND NOT internal ORDER BY column_index",
                {"name": name},
            ).fetchall()
            rows = [(f"`{column}`", kind, meaning or "") for column, kind, meaning in columns]
            parts.append(f"\n### {name}\n\n{comment or ''}\n\n" + table(("column", "type", "meaning"), rows))
    return "".join(parts)


PAGES = {"commands.md": commands, "api.md": api, "record.md": record}


def main() -> None:
    """Write the pages."""
    for name, make in PAGES.items():
        (DOCS / name).write_text(make(), encoding="utf-8")
        print(f"docs/{name}")


if __name__ == "__main__":
    main()
