"""The commands about claims: list or plot them, and find those that cannot all be true."""

import pathlib
from dataclasses import asdict
from datetime import datetime

import click

from poimenno.cli.options import ANY_PATH, FILE, FOLDER, example, json_option, quiet_option, record_of
from poimenno.cli.printing import print_json, print_lines, print_unless
from poimenno.foundation.errors import NotFound
from poimenno.foundation.exit_codes import ExitCode
from poimenno.foundation.language import gettext as _


@click.command(
    help=_(
        "List or plot the claims in the archive DIR. Claims are published figures. Plots: toll "
        "(limits of order 00447 and what was done), map (limits by region), months (people named in "
        "the record, by month). The name of a plot's file must end in .svg or .png."
    ),
    epilog=example(
        "poimenno claims my-archive --measure executed --operation 00447",
        "poimenno claims my-archive --plot toll --to toll.svg",
    ),
)
@click.argument("folder", metavar="DIR", type=FOLDER)
@click.option("--plot", type=click.Choice(["toll", "map", "months"]), help=_("What to plot."))
@click.option("--to", "target", type=FILE, help=_("File to write the plot to."))
@click.option("--operation", help=_("Only claims, or people, of this operation; default for plots: 00447."))
@click.option("--measure", help=_("Only claims of this measure."))
@click.option("--region", help=_("Only claims about this region."))
@click.option("--source", help=_("Only claims whose source contains this text."))
@click.option("--day", type=click.DateTime(["%Y-%m-%d"]), help=_("Day of the map; default: the end of the operation."))
@click.option("--language", type=click.Choice(["en", "ru"]), help=_("Language of the plot; default: yours."))
@quiet_option
@json_option
def claims(
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
    """List or plot claims."""
    from poimenno.foundation.language import current

    if (plot is None) != (target is None):
        raise click.UsageError(_("Use --plot and --to together."))
    if plot and target:
        from poimenno.charts import plot_files

        chosen_plot = plot_files.Plot(plot, language or current(), operation or "00447", day.date() if day else None)
        plot_files.write_plot(record_of(folder), chosen_plot, target)
        print_unless(quiet, _("Wrote {file}.").format(file=target))
        return
    from poimenno.foundation import database
    from poimenno.queries import claim_queries
    from poimenno.queries.claim_queries import ClaimFilter
    from poimenno.wording import finding_words

    with database.opened(record_of(folder)) as db:
        chosen = ClaimFilter(operation=operation, measure=measure, region=region, source=source)
        rows = claim_queries.claims(db, chosen, by_id=True)
    if not rows:
        raise NotFound(_("No claim in the record matches; omit an option, or run `poimenno claims` without any."))
    if as_json:
        print_json([asdict(claim) for claim in rows])
        return
    print_lines(finding_words.claim_line(claim, language or current()) for claim in rows)


@click.command(
    help=_(
        "Find claims in PATH that cannot all be true. PATH is an archive, a CSV file of claims, or a text file of "
        "prose; the claims of a file are also checked against the bundled ones. Exits with code 10 if it finds a "
        "contradiction."
    ),
    epilog=example(
        "poimenno check claims.csv",
        "poimenno check page.txt",
        'poimenno check my-archive --trust "Werth" --trust statistics',
    ),
)
@click.argument("path", metavar="PATH", type=ANY_PATH)
@click.option("--trust", multiple=True, help=_("Use only sources whose name contains this text; may be repeated."))
@click.option("--alone", is_flag=True, help=_("Use only the claims of the file, or of the archive's own sources."))
@click.option("--bounds", is_flag=True, help=_("Also show what follows for the totals of the whole USSR."))
@json_option
@click.pass_context
def check(
    ctx: click.Context, path: pathlib.Path, trust: tuple[str, ...], alone: bool, bounds: bool, as_json: bool
) -> None:
    """Check claims."""
    from poimenno.claims import checking
    from poimenno.cli import check_json
    from poimenno.foundation.language import current
    from poimenno.wording import finding_words

    checks = checking.check_archive if path.is_dir() else checking.check_file
    result = checks(path, trust=trust, alone=alone, bounds=bounds)
    if as_json:
        print_json(check_json.as_json(result))
    else:
        print_lines(finding_words.check_lines(result, current()))
    ctx.exit(ExitCode.CONTRADICTION if result.contradictions else ExitCode.SUCCESS)
