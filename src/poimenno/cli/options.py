"""What the commands share: kinds of arguments, options, ways to print."""

import json
import pathlib
from typing import Any

import click

from poimenno.foundation.language import gettext as _

FOLDER = click.Path(path_type=pathlib.Path, file_okay=False)
FILE = click.Path(path_type=pathlib.Path, dir_okay=False)
ANY_PATH = click.Path(path_type=pathlib.Path)

quiet_option = click.option("--quiet", is_flag=True, help=_("Print nothing but errors."))
host_option = click.option("--host", default="127.0.0.1", show_default=True, help=_("Address to listen on."))
port_option = click.option(
    "--port", default=8000, show_default=True, type=click.IntRange(0, 65535), help=_("Port; 0 takes a free one.")
)
json_option = click.option("--json", "as_json", is_flag=True, help=_("Print JSON, for scripts."))


def example(*lines: str) -> str:
    """The example at the end of a command's help."""
    return "\b\n" + _("Example:") + "\n" + "\n".join("  " + line for line in lines)


def record_of(folder: pathlib.Path) -> pathlib.Path:
    """The record of the archive in a folder. Raises ArchiveError where there is no archive."""
    from poimenno.sources.archive import Archive

    return Archive.open(folder).record


def say(quiet: bool, text: str) -> None:
    """Print a sentence, unless asked to be quiet."""
    if not quiet:
        click.echo(text)


def print_json(value: Any) -> None:
    """Print a value for scripts."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=2, default=str))
