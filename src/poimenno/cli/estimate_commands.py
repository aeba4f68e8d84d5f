"""The command that estimates how many are on no list."""

import pathlib

import click

from poimenno.cli.options import FOLDER, example, json_option, quiet_option, record_of
from poimenno.cli.printing import print_json, print_unless
from poimenno.foundation.language import gettext as _


@click.command(
    help=_(
        "Estimate how many people are on none of the given lists. The estimate is made from the "
        "overlaps of lists of the archive DIR, and is stored separately from the record. Read "
        "docs/estimates.md before you use a number."
    ),
    epilog=example("poimenno estimate my-archive --lists R1,R2,R3 --by region"),
)
@click.argument("folder", metavar="DIR", type=FOLDER)
@click.option(
    "--lists", required=True, help=_("Ids of sources, separated by commas; A+B treats two sources as one list.")
)
@click.option(
    "--by",
    default="",
    help=_("Stratify by any of operation, region, year, month, outcome, sex, separated by commas."),
)
@click.option(
    "--impossible", default="", help=_("Combinations of lists that cannot overlap, separated by commas: A+B,A+C.")
)
@click.option(
    "--draws",
    default=20,
    show_default=True,
    type=click.IntRange(0, 1000),
    help=_("How many times to draw the uncertain links at random."),
)
@click.option(
    "--seed",
    default=1,
    show_default=True,
    type=click.IntRange(0),
    help=_("Seed of the random numbers; the same seed gives the same result."),
)
@quiet_option
@json_option
def estimate(
    folder: pathlib.Path, lists: str, by: str, impossible: str, draws: int, seed: int, quiet: bool, as_json: bool
) -> None:
    """Estimate how many are on no list."""
    from poimenno.estimates.estimate_file import write_estimate
    from poimenno.estimates.estimating import Plan, estimate_record
    from poimenno.foundation import database
    from poimenno.queries.record_version import record_version
    from poimenno.wording.estimate_words import estimate_lines

    plan = Plan(
        tuple(name.strip() for name in lists.split(",")),
        tuple(name.strip() for name in by.split(",") if name.strip()),
        tuple(name.strip() for name in impossible.split(",") if name.strip()),
        draws,
        seed,
    )
    with database.opened(record_of(folder)) as db:
        result = estimate_record(db, plan, record_version(db))
    path = write_estimate(folder, result)
    if as_json:
        print_json(result.as_json())
        return
    print_unless(quiet, *estimate_lines(result), _("Wrote {file}.").format(file=path))
