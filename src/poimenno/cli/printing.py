"""How the commands print: text for people, JSON for programs."""

from collections.abc import Iterable

from poimenno.foundation import json_text, output


def print_lines(lines: Iterable[str]) -> None:
    """Print lines of text."""
    for line in lines:
        output.write_line(line)


def print_unless(quiet: bool, *lines: str) -> None:
    """Print lines of text, unless the user asked to be spared them (`--quiet`)."""
    if not quiet:
        print_lines(lines)


def print_json(value: object) -> None:
    """Print a value for programs."""
    output.write_line(json_text.dumps(value, indent=True))
