"""The commands about an archive: create it, add sources, build its record, serve its pages, try the demonstration."""

import pathlib

import click

from poimenno.cli.options import ANY_PATH, FOLDER, example, host_option, json_option, port_option, quiet_option
from poimenno.cli.printing import print_json, print_lines, print_unless
from poimenno.foundation.language import current
from poimenno.foundation.language import gettext as _


@click.command(help=_("Create an empty archive in the folder DIR."), epilog=example("poimenno new my-archive"))
@click.argument("folder", metavar="DIR", type=FOLDER)
@quiet_option
def new(folder: pathlib.Path, quiet: bool) -> None:
    """Create an empty archive."""
    from poimenno.claims.reading import claim_files
    from poimenno.sources.archive import Archive

    Archive.create(folder)
    claim_files.write_template(folder)
    print_unless(
        quiet, _("Created {folder}. Next: `poimenno add {folder} FILE` with your lists.").format(folder=folder)
    )


@click.command(
    help=_(
        "Add FILES to the archive DIR, unchanged. Each file, or folder of files, becomes one source. What Poimenno "
        "guesses about its format is printed and written to its source.toml for you to check."
    ),
    epilog=example('poimenno add my-archive list.csv --title "Книга памяти"'),
)
@click.argument("folder", metavar="DIR", type=FOLDER)
@click.argument("paths", metavar="FILES…", nargs=-1, required=True, type=ANY_PATH)
@click.option("--title", help=_("Title of the source, as printed."))
@click.option("--citation", help=_("How to cite the source."))
@click.option("--licence", help=_("Licence of the source."))
@click.option("--url", help=_("Address from which the source was obtained."))
@click.option("--id", "source_id", help=_("Id of the source; default: made from the file name."))
@click.option(
    "--made-up", is_flag=True, help=_("The source is invented, for tests; it is never shown together with real ones.")
)
@quiet_option
@json_option
def add(
    folder: pathlib.Path,
    paths: tuple[pathlib.Path, ...],
    title: str | None,
    citation: str | None,
    licence: str | None,
    url: str | None,
    source_id: str | None,
    made_up: bool,
    quiet: bool,
    as_json: bool,
) -> None:
    """Add files to an archive."""
    from poimenno.entries import dialects
    from poimenno.sources.archive import Archive

    added = Archive.open(folder).add(
        list(paths),
        detect=dialects.detect,
        title=title,
        citation=citation,
        licence=licence,
        url=url,
        source_id=source_id,
        made_up=made_up,
    )
    if as_json:
        print_json([{"source": source.source_id, "new": source.new, "guesses": source.guesses} for source in added])
        return
    for source in added:
        print_unless(quiet, f"{source.source_id}:", *(f"  {guess}" for guess in source.guesses))
    print_unless(
        quiet, _("Check the source.toml of each source, then run `poimenno build {folder}`.").format(folder=folder)
    )


@click.command(
    help=_(
        "Build the record of the archive DIR. It is derived from the sources and decisions; an older one is replaced."
    ),
    epilog=example("poimenno build my-archive"),
)
@click.argument("folder", metavar="DIR", type=FOLDER)
@click.option(
    "--engine",
    default="duckdb",
    show_default=True,
    type=click.Choice(["duckdb", "spark"]),
    help=_("Engine that compares the entries; both find the same links."),
)
@click.option(
    "--spark-master",
    default="local[*]",
    show_default=True,
    metavar="URL",
    help=_("Master of the Spark engine: local[N] or the address of a cluster."),
)
@click.option(
    "--keep-steps",
    is_flag=True,
    help=_("Keep the intermediate tables of linkage and cases in the record, in its schema steps."),
)
@quiet_option
@json_option
def build(folder: pathlib.Path, engine: str, spark_master: str, keep_steps: bool, quiet: bool, as_json: bool) -> None:
    """Build the record."""
    from poimenno import pipeline
    from poimenno.foundation import database
    from poimenno.foundation.progress import Progress
    from poimenno.people.comparison.duckdb_engine import DuckDBEngine
    from poimenno.people.comparison.spark_engine import SparkEngine
    from poimenno.queries.record_queries import count_record
    from poimenno.wording.record_words import summary_lines

    progress = Progress(quiet=quiet or as_json)
    comparing = SparkEngine(spark_master) if engine == "spark" else DuckDBEngine()
    archive = pipeline.build(folder, progress, comparing, keep_steps=keep_steps)
    with database.opened(archive.record) as db:
        statistics = count_record(db)
    if as_json:
        print_json(statistics)
        return
    if not quiet:
        print_lines(summary_lines(statistics, current()))
        print_lines([_("Next: `poimenno serve {folder}`.").format(folder=folder)])


@click.command(
    help=_("Serve the pages of the archive DIR on this machine."),
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

    def announce(url: str) -> None:
        print_unless(quiet, _("Serving {folder} at {url} (press Ctrl+C to stop).").format(folder=folder, url=url))

    server.serve(Archive.open(folder).record, host, port, announce)


@click.command(
    help=_("Build the demonstration archive in DIR and serve its pages."),
    epilog=example("poimenno demo demo-archive"),
)
@click.argument("folder", metavar="DIR", type=FOLDER)
@host_option
@port_option
@click.option("--no-serve", is_flag=True, help=_("Build the archive, but do not serve it."))
@quiet_option
@click.pass_context
def demo(ctx: click.Context, folder: pathlib.Path, host: str, port: int, no_serve: bool, quiet: bool) -> None:
    """Build and serve the demonstration archive."""
    from poimenno import demo as bundled

    bundled.unpack(folder)
    ctx.invoke(build, folder=folder, quiet=quiet, as_json=False)
    if not no_serve:
        ctx.invoke(serve, folder=folder, host=host, port=port, quiet=quiet)
