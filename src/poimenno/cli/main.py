"""The command line: parses arguments, prints, and nothing else.

Every command leaves with 0 when it did what it says, with the `exit_code` of the error it met
(`poimenno.errors`), with 2 when it was called wrongly, and with 130 when it was interrupted.
Heavy imports are made inside the commands, so that `--help` is instant.
"""

import json
import os
import pathlib
import sys
from collections.abc import Callable
from typing import Any, NoReturn

import click

from poimenno import __version__
from poimenno.cli import claim_commands, decision_commands, estimate_commands
from poimenno.cli.options import (
    ANY_PATH,
    FILE,
    FOLDER,
    example,
    host_option,
    json_option,
    port_option,
    print_json,
    quiet_option,
    record_of,
    say,
)
from poimenno.foundation.errors import PoimennoError
from poimenno.foundation.language import gettext as _
from poimenno.foundation.language import ngettext


@click.group(
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    help=_(
        "Poimenno (by name) makes one sourced, searchable record of the Great Terror of 1937-1938 "
        "from lists of names and published figures."
    ),
    epilog=example("poimenno new my-archive", "poimenno add my-archive list.xlsx", "poimenno build my-archive"),
)
@click.version_option(__version__, prog_name="poimenno", message="%(prog)s %(version)s")
def commands() -> None:
    """Group all commands."""


@commands.command(help=_("Make an empty archive in the folder DIR."), epilog=example("poimenno new my-archive"))
@click.argument("folder", metavar="DIR", type=FOLDER)
@quiet_option
def new(folder: pathlib.Path, quiet: bool) -> None:
    """Make an empty archive."""
    from poimenno.claims.reading import claim_files
    from poimenno.sources.archive import Archive

    Archive.create(folder)
    claim_files.write_template(folder)
    say(quiet, _("Made {folder}. Next: `poimenno add {folder} FILE`, with your lists.").format(folder=folder))


@commands.command(
    help=_(
        "Take FILES into the archive DIR, unchanged. Each file, or folder of files, becomes one source; "
        "what was guessed of its form is printed and written to its source.toml for you to check."
    ),
    epilog=example('poimenno add my-archive list.csv --title "Книга памяти"'),
)
@click.argument("folder", metavar="DIR", type=FOLDER)
@click.argument("paths", metavar="FILES…", nargs=-1, required=True, type=ANY_PATH)
@click.option("--title", help=_("Title of the source, as printed."))
@click.option("--citation", help=_("How the source is cited."))
@click.option("--licence", help=_("Licence of the source."))
@click.option("--url", help=_("Where the source was received from."))
@click.option("--id", "source_id", help=_("Id of the source; otherwise made from the file's name."))
@click.option("--made-up", is_flag=True, help=_("The source is invented, for tests; never shown beside real ones."))
@quiet_option
@json_option
def add(folder: pathlib.Path, paths: tuple[pathlib.Path, ...], quiet: bool, as_json: bool, **settings: Any) -> None:
    """Take files into an archive."""
    from poimenno.entries import dialects
    from poimenno.sources.archive import Archive

    added = Archive.open(folder).add(list(paths), detect=dialects.detect, **settings)
    if as_json:
        print_json([{"source": a.source_id, "new": a.new, "guesses": a.guesses} for a in added])
        return
    for a in added:
        say(quiet, a.source_id + ":")
        for guess in a.guesses:
            say(quiet, "  " + guess)
    say(quiet, _("Check the source.toml of each, then run `poimenno build {folder}`.").format(folder=folder))


@commands.command(
    help=_("Build the record of the archive DIR from its sources and decisions."),
    epilog=example("poimenno build my-archive"),
)
@click.argument("folder", metavar="DIR", type=FOLDER)
@click.option(
    "--engine",
    default="duckdb",
    show_default=True,
    type=click.Choice(["duckdb", "spark"]),
    help=_("What compares the entries; the links are the same."),
)
@click.option(
    "--spark-master",
    default="local[*]",
    show_default=True,
    metavar="URL",
    help=_("The master of the Spark engine: local[N] or the address of a cluster."),
)
@quiet_option
@json_option
def build(folder: pathlib.Path, engine: str, spark_master: str, quiet: bool, as_json: bool) -> None:
    """Build the record."""
    from poimenno import pipeline
    from poimenno.foundation.progress import Progress
    from poimenno.queries import statistics

    archive = pipeline.build(folder, Progress(quiet=quiet or as_json), spark_master if engine == "spark" else None)
    if as_json:
        print_json(statistics.of(archive.record))
        return
    for line in [] if quiet else statistics.summary(archive.record):
        click.echo(line)
    say(quiet, _("Next: `poimenno serve {folder}`.").format(folder=folder))


@commands.command(
    help=_("Serve the pages of the archive DIR to this machine's browser."),
    epilog=example("poimenno serve my-archive --port 8000"),
)
@click.argument("folder", metavar="DIR", type=FOLDER)
@host_option
@port_option
@quiet_option
def serve(folder: pathlib.Path, host: str, port: int, quiet: bool) -> None:
    """Serve the pages."""
    from poimenno.site import server
    from poimenno.sources.archive import Archive

    record = Archive.open(folder).record
    server.serve(
        record,
        host,
        port,
        lambda url: say(quiet, _("Serving {folder} at {url} (Ctrl+C stops).").format(folder=folder, url=url)),
    )


@commands.command(
    help=_("Build the bundled demonstration archive in DIR, unless it is there, and serve its pages."),
    epilog=example("poimenno demo demo-archive"),
)
@click.argument("folder", metavar="DIR", type=FOLDER)
@host_option
@port_option
@click.option("--no-serve", is_flag=True, help=_("Build only."))
@quiet_option
@click.pass_context
def demo(ctx: click.Context, folder: pathlib.Path, host: str, port: int, no_serve: bool, quiet: bool) -> None:
    """Build and serve the demonstration archive."""
    from poimenno import demo as bundled

    bundled.unpack(folder)
    ctx.invoke(build, folder=folder, quiet=quiet, as_json=False)
    if not no_serve:
        ctx.invoke(serve, folder=folder, host=host, port=port, quiet=quiet)


@commands.command(
    help=_("Search the record of the archive DIR for a name, in any spelling or script."),
    epilog=example('poimenno search my-archive "Mandelshtam"'),
)
@click.argument("folder", metavar="DIR", type=FOLDER)
@click.argument("words", metavar="NAME", nargs=-1, required=True)
@click.option(
    "--limit", default=20, show_default=True, type=click.IntRange(1, 1000), help=_("At most so many persons.")
)
@click.option("--sounds-like", is_flag=True, help=_("Also names that sound alike by Daitch–Mokotoff Soundex."))
@json_option
def search(folder: pathlib.Path, words: tuple[str, ...], limit: int, sounds_like: bool, as_json: bool) -> None:
    """Search for a name."""
    from poimenno.queries import person_reports

    found = person_reports.search(record_of(folder), " ".join(words), limit, sounds=sounds_like)
    if as_json:
        print_json(found)
        return
    for person in found["persons"]:
        click.echo(person_reports.line(person))
    total = found["total"]
    click.echo(ngettext("{n} person found.", "{n} persons found.", total).format(n=total), err=True)


@commands.command(
    help=_("Show a person of the record, with every entry verbatim. PERSON is an id that `search` prints."),
    epilog=example("poimenno show my-archive 0123456789b"),
)
@click.argument("folder", metavar="DIR", type=FOLDER)
@click.argument("person")
@json_option
def show(folder: pathlib.Path, person: str, as_json: bool) -> None:
    """Show a person."""
    from poimenno.queries import person_reports

    found = person_reports.person(record_of(folder), person)
    if as_json:
        print_json(found)
        return
    for text in person_reports.lines(found):
        click.echo(text)


@commands.command(
    help=_("Count what the record of the archive DIR holds, unknowns included."),
    epilog=example("poimenno stats my-archive --json"),
)
@click.argument("folder", metavar="DIR", type=FOLDER)
@json_option
def stats(folder: pathlib.Path, as_json: bool) -> None:
    """Count what the record holds."""
    from poimenno.queries import statistics

    record = record_of(folder)
    if as_json:
        print_json(statistics.of(record))
        return
    for text in statistics.lines(record):
        click.echo(text)


@commands.command(
    help=_(
        "Export a table of the record of the archive DIR: persons, entries, cases, claims or what follows from them. "
        "The ending of the file's name says the format: .csv, .parquet or .jsonl."
    ),
    epilog=example("poimenno export my-archive persons --to persons.csv"),
)
@click.argument("folder", metavar="DIR", type=FOLDER)
@click.argument(
    "table", type=click.Choice(["persons", "entries", "cases", "claims", "figure-findings", "figure-bounds"])
)
@click.option("--to", "target", required=True, type=FILE, help=_("File to write."))
@click.option("--excel", is_flag=True, help=_("Mark a CSV as UTF-8, so that Excel shows Cyrillic."))
@click.option("--codebook", is_flag=True, help=_("Write beside a CSV what its columns mean (CSV on the Web)."))
@quiet_option
def export(folder: pathlib.Path, table: str, target: pathlib.Path, excel: bool, codebook: bool, quiet: bool) -> None:
    """Export a table."""
    from poimenno.exports import tables

    rows = tables.export(record_of(folder), table, target, excel=excel, described=codebook)
    say(
        quiet,
        ngettext("Wrote {n} row to {file}.", "Wrote {n} rows to {file}.", rows).format(n=rows, file=target),
    )


@commands.command(
    help=_(
        "Read the notices of FILE without an archive and write what was understood, one JSON object "
        "a notice. FILE is YAML, JSON lines with a text key, text with lines of ---, or one notice a line."
    ),
    epilog=example("poimenno parse notices.yaml --to fields.jsonl"),
)
@click.argument("path", metavar="FILE", type=ANY_PATH)
@click.option("--to", "target", type=FILE, help=_("File to write; otherwise standard output."))
@click.option("--dialect", help=_("Dialect of the notices; otherwise the one that fits best."))
@quiet_option
def parse(path: pathlib.Path, target: pathlib.Path | None, dialect: str | None, quiet: bool) -> None:
    """Read notices without an archive."""
    from poimenno import pipeline

    lines = [json.dumps(row, ensure_ascii=False) for row in pipeline.parse(path, dialect)]
    n = len(lines)
    if target is None:
        for line in lines:
            click.echo(line)
        return
    target.write_text("".join(line + "\n" for line in lines), encoding="utf-8")
    say(
        quiet,
        ngettext("Wrote {n} notice to {file}.", "Wrote {n} notices to {file}.", n).format(n=n, file=target),
    )


for _command in (
    claim_commands.figures,
    claim_commands.check,
    estimate_commands.estimate,
    decision_commands.review,
    decision_commands.judge,
    decision_commands.judgements,
):
    commands.add_command(_command)


def main() -> NoReturn:
    """Run the command line; every error becomes one sentence on standard error and an exit code."""
    sys.exit(_guarded(lambda: commands(standalone_mode=False)))


def _guarded(run: Callable[[], object]) -> int:  # noqa: PLR0911 - one return for each way to end
    try:
        # A command that leaves with a code of its own (`ctx.exit`) has it as its value.
        code = run()
        return code if isinstance(code, int) else 0
    except PoimennoError as error:
        click.echo(_("Error: {message}").format(message=error), err=True)
        return error.exit_code
    except click.exceptions.Exit as error:
        return error.exit_code
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        click.echo(_("Interrupted; the record is as it was."), err=True)
        return 130
    except BrokenPipeError:
        # The reader of our output has gone: point stdout away, so that closing it is silent too.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:
        place = f"{error.filename}: " if error.filename else ""
        click.echo(_("Error: {message}").format(message=f"{place}{error.strerror or error}"), err=True)
        return 1
    except Exception as error:
        if os.environ.get("POIMENNO_DEBUG"):
            raise
        click.echo(
            _(
                "Error: {kind}: {message}. This is a fault of Poimenno, not of your data, and nothing was "
                "changed; please report it with what POIMENNO_DEBUG=1 prints."
            ).format(kind=type(error).__name__, message=error),
            err=True,
        )
        return 70
