"""The commands about persons: search for a name, show a person."""

import pathlib

import click

from poimenno.cli.options import FOLDER, example, json_option, record_of
from poimenno.cli.printing import print_json, print_lines
from poimenno.foundation.errors import NotFound
from poimenno.foundation.language import current, ngettext
from poimenno.foundation.language import gettext as _


@click.command(
    help=_("Search the archive DIR for a name, in any spelling or script."),
    epilog=example('poimenno search my-archive "Mandelshtam"'),
)
@click.argument("folder", metavar="DIR", type=FOLDER)
@click.argument("words", metavar="NAME", nargs=-1, required=True)
@click.option(
    "--limit",
    default=20,
    show_default=True,
    type=click.IntRange(1, 1000),
    help=_("Maximum number of persons to list."),
)
@click.option("--sounds-like", is_flag=True, help=_("Also find names that sound alike (Daitch–Mokotoff Soundex)."))
@json_option
def search(folder: pathlib.Path, words: tuple[str, ...], limit: int, sounds_like: bool, as_json: bool) -> None:
    """Search for a name."""
    from poimenno.disclosure.published_view import open_for_owner
    from poimenno.queries.search_queries import SearchQuery, find_persons
    from poimenno.wording.person_words import hit_line

    with open_for_owner(record_of(folder)) as db:
        result = find_persons(db, SearchQuery(" ".join(words), sounds=sounds_like), limit=limit)
    if as_json:
        print_json(result)
        return
    print_lines(hit_line(hit) for hit in result.persons)
    total = result.total
    click.echo(ngettext("{n} person found.", "{n} persons found.", total).format(n=total), err=True)


@click.command(
    help=_("Show a person of the archive DIR, with every entry verbatim. PERSON is an id printed by `search`."),
    epilog=example("poimenno show my-archive 0123456789b"),
)
@click.argument("folder", metavar="DIR", type=FOLDER)
@click.argument("person")
@json_option
def show(folder: pathlib.Path, person: str, as_json: bool) -> None:
    """Show a person."""
    from poimenno.disclosure.published_view import open_for_owner
    from poimenno.queries.person_queries import Person, find_person
    from poimenno.values import ids
    from poimenno.wording.person_words import person_lines

    with open_for_owner(record_of(folder)) as db:
        answer = find_person(db, ids.normalise(person))
    if not isinstance(answer, Person):
        raise NotFound(
            _("{handle}: no person in this record has this id; `poimenno search` prints the ids.").format(handle=person)
        )
    if as_json:
        print_json(answer)
        return
    print_lines(person_lines(answer, current()))
