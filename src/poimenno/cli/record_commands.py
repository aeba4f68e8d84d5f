"""The commands about a whole record: count what it contains, export its tables."""

import pathlib

import click

from poimenno.cli.options import FILE, FOLDER, RenamedChoice, example, json_option, quiet_option, record_of
from poimenno.cli.printing import print_json, print_lines, print_unless
from poimenno.foundation.language import current, ngettext
from poimenno.foundation.language import gettext as _
from poimenno.reference.vocabularies import ExportTable

_OLD_TABLES = {"figure-findings": "claim-findings", "figure-bounds": "claim-bounds"}


@click.command(
    help=_("Count what the archive DIR contains, unknowns included."),
    epilog=example("poimenno stats my-archive --json"),
)
@click.argument("folder", metavar="DIR", type=FOLDER)
@json_option
def stats(folder: pathlib.Path, as_json: bool) -> None:
    """Count what the record contains."""
    from poimenno.foundation import database
    from poimenno.queries.record_queries import count_record
    from poimenno.wording.record_words import statistics_lines

    with database.opened(record_of(folder)) as db:
        statistics = count_record(db)
    if as_json:
        print_json(statistics)
        return
    print_lines(statistics_lines(statistics, current()))


@click.command(
    help=_(
        "Export a table of the archive DIR as a file. The tables are persons, entries, cases, "
        "claims, the findings about claims, and the bounds that follow from them. The file name "
        "must end in .csv, .parquet or .jsonl."
    ),
    epilog=example("poimenno export my-archive persons --to persons.csv"),
)
@click.argument("folder", metavar="DIR", type=FOLDER)
@click.argument("table", type=RenamedChoice(tuple(table.value for table in ExportTable), _OLD_TABLES))
@click.option("--to", "target", required=True, type=FILE, help=_("File to write."))
@click.option("--excel", is_flag=True, help=_("Mark a CSV file as UTF-8, so that Excel shows Cyrillic."))
@click.option("--codebook", is_flag=True, help=_("Also describe the columns of a CSV file (CSV on the Web metadata)."))
@quiet_option
def export(folder: pathlib.Path, table: str, target: pathlib.Path, excel: bool, codebook: bool, quiet: bool) -> None:
    """Export a table."""
    from poimenno.exports import tables

    rows = tables.export(record_of(folder), table, target, excel=excel, described=codebook)
    print_unless(
        quiet, ngettext("Wrote {n} row to {file}.", "Wrote {n} rows to {file}.", rows).format(n=rows, file=target)
    )
