"""The command that estimates how many are on no list."""

import pathlib

import click

from poimenno.cli.options import FOLDER, example, json_option, print_json, quiet_option, record_of, say
from poimenno.foundation.language import gettext as _


@click.command(
    help=_(
        "Estimate how many people are on none of some lists of the archive DIR, from how far the lists overlap. "
        "Estimates are kept apart from the record. Read docs/estimates.md before you use a number."
    ),
    epilog=example("poimenno estimate my-archive --lists R1,R2,R3 --by region"),
)
@click.argument("folder", metavar="DIR", type=FOLDER)
@click.option("--lists", required=True, help=_("Ids of sources, with commas; A+B takes two as one list."))
@click.option("--by", default="", help=_("Divide by some of operation, region, year, month, outcome, sex."))
@click.option("--impossible", default="", help=_("Overlaps that nobody can be in, with commas: A+B,A+C."))
@click.option("--draws", default=20, show_default=True, type=click.IntRange(0, 1000), help=_("Draws of the links."))
@click.option("--seed", default=1, show_default=True, type=click.IntRange(0), help=_("The same seed, the same result."))
@quiet_option
@json_option
def estimate(
    folder: pathlib.Path, lists: str, by: str, impossible: str, draws: int, seed: int, quiet: bool, as_json: bool
) -> None:
    """Estimate how many are on no list."""
    from poimenno.estimates import estimating
    from poimenno.foundation import database

    plan = estimating.Plan(
        tuple(name.strip() for name in lists.split(",")),
        tuple(name.strip() for name in by.split(",") if name.strip()),
        tuple(name.strip() for name in impossible.split(",") if name.strip()),
        draws,
        seed,
    )
    with database.opened(record_of(folder)) as db:
        found = estimating.estimate(db, plan)
    path = estimating.write(folder, found)
    if as_json:
        print_json(found)
        return
    for line in [] if quiet else estimating.lines(found):
        click.echo(line)
    say(quiet, _("Wrote {file}.").format(file=path))
