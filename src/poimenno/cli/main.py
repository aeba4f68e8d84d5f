"""The entry point of the command line: the group of commands, and what becomes of errors.

Every error becomes one sentence on standard error and an exit code (see `foundation/exit_codes.py`). The commands
import what is heavy (the database, the linkage, the site) inside their functions, so that `--help` is instant.
"""

import os
import sys
from collections.abc import Callable
from typing import NoReturn

import click

from poimenno import __version__
from poimenno.cli import (
    archive_commands,
    claim_commands,
    decision_commands,
    estimate_commands,
    notice_commands,
    person_commands,
    record_commands,
)
from poimenno.cli.options import example
from poimenno.foundation import output
from poimenno.foundation.errors import PoimennoError
from poimenno.foundation.exit_codes import ExitCode
from poimenno.foundation.language import current
from poimenno.foundation.language import gettext as _

# Names that commands had in earlier versions. They still work; the help shows only the new names.
OLD_NAMES = {"figures": "claims", "judgements": "decisions"}


class CommandGroup(click.Group):
    """A group that also answers to the old names of its commands, and whose commands alone write standard output."""

    def add_command(self, cmd: click.Command, name: str | None = None) -> None:
        """Add a command. While it runs, what libraries print goes to standard error."""
        if cmd.callback is not None:
            cmd.callback = output.results_only()(cmd.callback)
        super().add_command(cmd, name)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of a name, old or new; None if there is none."""
        return super().get_command(ctx, OLD_NAMES.get(cmd_name, cmd_name))

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the example, and what the exit codes mean."""
        super().format_epilog(ctx, formatter)
        from poimenno import reference

        with formatter.section(_("Exit codes")):
            formatter.write_dl([(row["number"], row[f"name_{current()}"]) for row in reference.rows("exit_codes")])


@click.group(
    cls=CommandGroup,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    help=_(
        "Poimenno (Russian: by name) builds one sourced, searchable record of the Great Terror of 1937–1938 "
        "from lists of names and published figures."
    ),
    epilog=example("poimenno new my-archive", "poimenno add my-archive list.xlsx", "poimenno build my-archive"),
)
@click.version_option(__version__, prog_name="poimenno", message="%(prog)s %(version)s")
def commands() -> None:
    """Group all commands."""


for _command in (
    archive_commands.new,
    archive_commands.add,
    archive_commands.build,
    archive_commands.serve,
    archive_commands.demo,
    person_commands.search,
    person_commands.show,
    record_commands.stats,
    record_commands.export,
    notice_commands.parse,
    claim_commands.claims,
    claim_commands.check,
    estimate_commands.estimate,
    decision_commands.review,
    decision_commands.judge,
    decision_commands.decisions,
):
    commands.add_command(_command)


def main() -> NoReturn:
    """Run the command line and exit with its code."""
    with output.taken():
        code = _exit_code_of(lambda: commands(standalone_mode=False))
    sys.exit(code)


def _exit_code_of(run: Callable[[], object]) -> int:  # noqa: PLR0911 - one return for each way to end
    """Run a command; print its error, if any, and return the exit code."""
    try:
        # A command that calls `ctx.exit(code)` returns the code.
        code = run()
        return code if isinstance(code, int) else ExitCode.SUCCESS
    except PoimennoError as error:
        click.echo(_("Error: {message}").format(message=error), err=True)
        return error.exit_code
    except click.exceptions.Exit as error:
        return error.exit_code
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        click.echo(_("Interrupted. The record is unchanged."), err=True)
        return ExitCode.INTERRUPTED
    except output.ReaderGoneError:
        output.discard()
        return ExitCode.SUCCESS
    except OSError as error:
        place = f"{error.filename}: " if error.filename else ""
        click.echo(_("Error: {message}").format(message=f"{place}{error.strerror or error}"), err=True)
        return ExitCode.ERROR
    except Exception as error:
        if os.environ.get("POIMENNO_DEBUG"):
            raise
        click.echo(
            _(
                "Error: {kind}: {message}. This is a bug in Poimenno, not a problem with your data. Nothing was "
                "changed. Please report it with the output of POIMENNO_DEBUG=1."
            ).format(kind=type(error).__name__, message=error),
            err=True,
        )
        return ExitCode.FAULT
