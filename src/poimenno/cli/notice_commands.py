"""The command about notices: read them without an archive."""

import json
import pathlib

import click

from poimenno.cli.options import ANY_PATH, FILE, example, quiet_option
from poimenno.cli.printing import print_lines, print_unless
from poimenno.foundation.language import gettext as _
from poimenno.foundation.language import ngettext


@click.command(
    help=_(
        "Read the notices in FILE without an archive. Writes what was understood, one JSON object "
        "per notice. FILE is YAML, JSON Lines with a key `text`, text with notices separated by "
        "lines of ---, or text with one notice per line."
    ),
    epilog=example("poimenno parse notices.yaml --to fields.jsonl"),
)
@click.argument("path", metavar="FILE", type=ANY_PATH)
@click.option("--to", "target", type=FILE, help=_("File to write; default: standard output."))
@click.option("--dialect", help=_("Dialect of the notices; default: the one that fits best."))
@quiet_option
def parse(path: pathlib.Path, target: pathlib.Path | None, dialect: str | None, quiet: bool) -> None:
    """Read notices without an archive."""
    from poimenno import pipeline
    from poimenno.foundation import files, output

    lines = [json.dumps(row, ensure_ascii=False) for row in pipeline.parse(path, dialect)]
    if target is None or output.is_standard_output(target):
        print_lines(lines)
        return
    with files.output_file(target) as tmp_path:
        tmp_path.write_text("".join(line + "\n" for line in lines), encoding="utf-8")
    n = len(lines)
    print_unless(
        quiet, ngettext("Wrote {n} notice to {file}.", "Wrote {n} notices to {file}.", n).format(n=n, file=target)
    )
