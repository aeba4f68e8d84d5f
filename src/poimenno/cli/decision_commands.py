"""The commands of a reviewer: what to judge next, to judge, to share judgements."""

import pathlib

import click

from poimenno.cli.options import ANY_PATH, FILE, FOLDER, example, json_option, print_json, quiet_option, say
from poimenno.foundation.language import gettext as _
from poimenno.foundation.language import ngettext
from poimenno.sources.decision_log import KINDS


@click.command(
    help=_(
        "Say whether two entries in the archive DIR are about one person: same, different or unsure; undo takes an "
        "earlier decision back. The next build honours it."
    ),
    epilog=example(
        'poimenno judge my-archive kniga/line:12 list/row:40 same --reason "the same file" --author "A. Archivist"'
    ),
)
@click.argument("folder", metavar="DIR", type=FOLDER)
@click.argument("entry_a", metavar="ENTRY")
@click.argument("entry_b", metavar="ENTRY")
@click.argument("decision", type=click.Choice(KINDS))
@click.option("--reason", required=True, help=_("Why: what you saw, and where."))
@click.option("--author", required=True, envvar="POIMENNO_AUTHOR", help=_("Who judges; or in POIMENNO_AUTHOR."))
@quiet_option
def judge(
    folder: pathlib.Path, entry_a: str, entry_b: str, decision: str, reason: str, author: str, quiet: bool
) -> None:
    """Note a decision on two entries."""
    from poimenno.people.decisions import sharing
    from poimenno.sources.archive import Archive

    made = sharing.judge(Archive.open(folder), (entry_a, entry_b), decision, reason, author)
    say(
        quiet,
        _("Noted: {a} and {b}: {decision}. Next: `poimenno build {folder}`.").format(
            a=made["entries"][0], b=made["entries"][1], decision=decision, folder=folder
        ),
    )


@click.command(
    help=_("Share the judgements of the archive DIR as CSV: write them, or take in those of another archive."),
    epilog=example(
        "poimenno judgements my-archive --to judgements.csv", "poimenno judgements my-archive --from theirs.csv"
    ),
)
@click.argument("folder", metavar="DIR", type=FOLDER)
@click.option("--to", "target", type=FILE, help=_("File to write."))
@click.option("--from", "source", type=ANY_PATH, help=_("File to take in."))
@quiet_option
def judgements(folder: pathlib.Path, target: pathlib.Path | None, source: pathlib.Path | None, quiet: bool) -> None:
    """Write or take in judgements."""
    from poimenno.people.decisions import sharing
    from poimenno.sources.archive import Archive

    if (target is None) == (source is None):
        raise click.UsageError(_("Give either --to FILE or --from FILE."))
    archive = Archive.open(folder)
    if target is not None:
        n = sharing.write(archive, target)
        say(
            quiet,
            ngettext("Wrote {n} judgement to {file}.", "Wrote {n} judgements to {file}.", n).format(n=n, file=target),
        )
    elif source is not None:
        counted = sharing.read(archive, source)
        say(
            quiet,
            _(
                "Judgements: {new} new, {known} known already, {absent} about entries that this archive does not hold."
            ).format(new=counted["new"], known=counted["known"], absent=counted["absent"]),
        )


@click.command(
    help=_("Ask about the archive DIR what a reviewer should judge next, the most informative first."),
    epilog=example("poimenno review my-archive --limit 20"),
)
@click.argument("folder", metavar="DIR", type=FOLDER)
@click.option("--limit", default=10, show_default=True, type=click.IntRange(1, 10_000), help=_("How many questions."))
@json_option
def review(folder: pathlib.Path, limit: int, as_json: bool) -> None:
    """Ask what to judge next."""
    from poimenno.queries import review_queries
    from poimenno.sources.archive import Archive

    archive = Archive.open(folder)
    asked = review_queries.questions(archive.record, archive.decisions(), limit)
    if as_json:
        print_json(asked)
        return
    for text in review_queries.lines(asked, folder):
        click.echo(text)
