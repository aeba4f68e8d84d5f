"""The commands about figures: list or draw them, and find what cannot all be true."""

import pathlib
from datetime import datetime

import click

from poimenno.cli.options import ANY_PATH, FILE, FOLDER, example, json_option, print_json, quiet_option, record_of, say
from poimenno.foundation.language import gettext as _


@click.command(
    help=_(
        "List the figures of the record of the archive DIR, or draw them: toll (limits of order 00447 against what "
        "was done), map (limits by region) or months (persons named here, by month). A drawing's ending says its "
        "format: .svg or .png."
    ),
    epilog=example(
        "poimenno figures my-archive --measure executed --operation 00447",
        "poimenno figures my-archive --plot toll --to toll.svg",
    ),
)
@click.argument("folder", metavar="DIR", type=FOLDER)
@click.option("--plot", type=click.Choice(["toll", "map", "months"]), help=_("What to draw."))
@click.option("--to", "target", type=FILE, help=_("File to write the drawing to."))
@click.option("--operation", help=_("Figures, or people, of this operation only; drawings are of 00447 otherwise."))
@click.option("--measure", help=_("Figures of this measure only."))
@click.option("--region", help=_("Figures of this region only."))
@click.option("--source", help=_("Figures whose source contains these words only."))
@click.option("--day", type=click.DateTime(["%Y-%m-%d"]), help=_("Day of the map; otherwise the end."))
@click.option("--language", type=click.Choice(["en", "ru"]), help=_("Language of the drawing; otherwise yours."))
@quiet_option
@json_option
def figures(
    folder: pathlib.Path,
    plot: str | None,
    target: pathlib.Path | None,
    operation: str | None,
    measure: str | None,
    region: str | None,
    source: str | None,
    day: datetime | None,
    language: str | None,
    quiet: bool,
    as_json: bool,
) -> None:
    """List or draw figures."""
    from poimenno.foundation.language import current

    if (plot is None) != (target is None):
        raise click.UsageError(_("A drawing needs both --plot and --to."))
    if plot and target:
        from poimenno.charts import plot_files

        when = day.date() if day else None
        plot_files.write(
            record_of(folder), plot_files.Plot(plot, language or current(), operation or "00447", when), target
        )
        say(quiet, _("Wrote {file}.").format(file=target))
        return
    from poimenno.claims import reports

    wanted = {"operation": operation, "measure": measure, "region": region, "source": source}
    found = reports.figures(record_of(folder), wanted)
    if as_json:
        print_json(found)
        return
    for text in reports.lines(found, language or current()):
        click.echo(text)


@click.command(
    help=_(
        "Find what cannot all be true in the figures of PATH: an archive, a CSV of figures, or a page of prose, which "
        "is held against the bundled ones too. Leaves with 10 if there is a contradiction."
    ),
    epilog=example(
        "poimenno check figures.csv",
        "poimenno check page.txt",
        'poimenno check my-archive --trust "Werth" --trust statistics',
    ),
)
@click.argument("path", metavar="PATH", type=ANY_PATH)
@click.option("--trust", multiple=True, help=_("Use only sources that contain these words; may be given again."))
@click.option("--alone", is_flag=True, help=_("Use only the figures of the file or of the archive's own sources."))
@click.option("--bounds", is_flag=True, help=_("Show also what follows for the numbers of the whole USSR."))
@json_option
@click.pass_context
def check(
    ctx: click.Context, path: pathlib.Path, trust: tuple[str, ...], alone: bool, bounds: bool, as_json: bool
) -> None:
    """Check figures."""
    from poimenno.claims import reports
    from poimenno.foundation.language import current

    found = reports.check(path, trust=trust, alone=alone, bounds=bounds)
    if as_json:
        print_json(found)
    else:
        for text in reports.check_lines(found, current()):
            click.echo(text)
    ctx.exit(10 if found["contradictions"] else 0)
