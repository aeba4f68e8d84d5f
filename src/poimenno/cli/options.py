"""What the commands share: kinds of arguments, options, and where the record of an archive is."""

import pathlib

import click

from poimenno.foundation.language import gettext as _

FOLDER = click.Path(path_type=pathlib.Path, file_okay=False)
FILE = click.Path(path_type=pathlib.Path, dir_okay=False)
ANY_PATH = click.Path(path_type=pathlib.Path)

quiet_option = click.option("--quiet", is_flag=True, help=_("Print only errors."))
host_option = click.option("--host", default="127.0.0.1", show_default=True, help=_("Address to listen on."))
port_option = click.option(
    "--port", default=8000, show_default=True, type=click.IntRange(0, 65535), help=_("Port to listen on; 0: any free.")
)
json_option = click.option("--json", "as_json", is_flag=True, help=_("Print JSON, for scripts."))


class RenamedChoice(click.Choice[str]):
    """A choice that still accepts the names that its values had in earlier versions; the help lists only the new."""

    def __init__(self, choices: tuple[str, ...], old_names: dict[str, str]) -> None:
        super().__init__(choices)
        self._old_names = old_names

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The new name of a choice. Fails as `click.Choice` does for a value that is neither new nor old."""
        return super().convert(self._old_names.get(value, value), param, ctx)


def example(*lines: str) -> str:
    """The example at the end of a command's help."""
    return "\b\n" + _("Example:") + "\n" + "\n".join("  " + line for line in lines)


def record_of(folder: pathlib.Path) -> pathlib.Path:
    """The path of the record of the archive in a folder. Raises ArchiveError if there is no archive."""
    from poimenno.sources.archive import Archive

    return Archive.open(folder).record
