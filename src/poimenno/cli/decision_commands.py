"""The commands about decisions: what to decide next, decide, share decisions."""

import dataclasses
import pathlib

import click

from poimenno.cli.options import ANY_PATH, FILE, FOLDER, example, json_option, quiet_option
from poimenno.cli.printing import print_json, print_lines, print_unless
from poimenno.foundation.language import gettext as _
from poimenno.foundation.language import ngettext
from poimenno.reference.vocabularies import DecisionKind


@click.command(
    help=_(
        "Decide whether two entries of the archive DIR are about the same person: same, different or unsure. The "
        "decision undo withdraws an earlier one. The next build applies the decision."
    ),
    epilog=example(
        'poimenno judge my-archive kniga/line:12 list/row:40 same --reason "the same file" --author "A. Archivist"'
    ),
)
@click.argument("folder", metavar="DIR", type=FOLDER)
@click.argument("entry_a", metavar="ENTRY")
@click.argument("entry_b", metavar="ENTRY")
@click.argument("decision", type=click.Choice([kind.value for kind in DecisionKind]))
@click.option("--reason", required=True, help=_("What the decision rests on: what you saw, and where."))
@click.option(
    "--author",
    required=True,
    envvar="POIMENNO_AUTHOR",
    help=_("Who decides; default: the environment variable POIMENNO_AUTHOR."),
)
@quiet_option
def judge(
    folder: pathlib.Path, entry_a: str, entry_b: str, decision: str, reason: str, author: str, quiet: bool
) -> None:
    """Record a decision on two entries."""
    from poimenno.people.decisions import deciding
    from poimenno.sources.archive import Archive

    recorded = deciding.decide(Archive.open(folder), (entry_a, entry_b), DecisionKind(decision), reason, author)
    a, b = recorded.entries
    print_unless(
        quiet,
        _("Recorded: {a} and {b}: {decision}. Next: `poimenno build {folder}`.").format(
            a=a, b=b, decision=decision, folder=folder
        ),
    )


@click.command(
    help=_("Share the decisions of the archive DIR as CSV: write them, or import those of another archive."),
    epilog=example(
        "poimenno decisions my-archive --to decisions.csv", "poimenno decisions my-archive --from theirs.csv"
    ),
)
@click.argument("folder", metavar="DIR", type=FOLDER)
@click.option("--to", "target", type=FILE, help=_("File to write."))
@click.option("--from", "source", type=ANY_PATH, help=_("File to import."))
@quiet_option
def decisions(folder: pathlib.Path, target: pathlib.Path | None, source: pathlib.Path | None, quiet: bool) -> None:
    """Write or import decisions."""
    from poimenno.people.decisions import sharing
    from poimenno.sources.archive import Archive

    if (target is None) == (source is None):
        raise click.UsageError(_("Use either --to FILE or --from FILE."))
    archive = Archive.open(folder)
    if target is not None:
        n = sharing.export_decisions(archive, target)
        print_unless(
            quiet,
            ngettext("Wrote {n} decision to {file}.", "Wrote {n} decisions to {file}.", n).format(n=n, file=target),
        )
    elif source is not None:
        counts = sharing.import_decisions(archive, source)
        print_unless(
            quiet,
            _(
                "Decisions: {new} new, {known} already known, {absent} about entries that are not in this archive."
            ).format(new=counts.new, known=counts.known, absent=counts.absent),
        )


@click.command(
    help=_("List the pairs of entries of the archive DIR that a reviewer should decide next, most informative first."),
    epilog=example("poimenno review my-archive --limit 20"),
)
@click.argument("folder", metavar="DIR", type=FOLDER)
@click.option(
    "--limit", default=10, show_default=True, type=click.IntRange(1, 10_000), help=_("Maximum number of pairs.")
)
@json_option
def review(folder: pathlib.Path, limit: int, as_json: bool) -> None:
    """List what to decide next."""
    from poimenno.queries import review_queries
    from poimenno.sources.archive import Archive
    from poimenno.wording import decision_words

    archive = Archive.open(folder)
    items = review_queries.review_items(archive.record, archive.decisions(), limit)
    if as_json:
        print_json([dataclasses.asdict(item) for item in items])
        return
    print_lines(decision_words.review_lines(items, folder))
