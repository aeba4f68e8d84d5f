"""HTML pages with entries marked up in them, such as a list by home address.

`[html]` of the source.toml gives CSS selectors: `entry` for the elements that are entries, `name` for the name
inside one; every other key is context that stands before the entries and holds until the next of its kind
(`street = "p.Street"`). A context that ends others names them in order: a new street ends the house.
"""

import pathlib
from collections.abc import Iterator

from poimenno.sources.raw import RawEntry, Rejected
from poimenno.sources.readers import LONGEST_ROW, SHOWN, too_long
from poimenno.sources.settings import Settings

# A page is parsed whole.
LARGEST = 200_000_000


def read(path: pathlib.Path, settings: Settings, name: str | None) -> Iterator[RawEntry | Rejected]:
    """Read the entries of a page; locators are `FILE#N`, from 0."""
    from selectolax.lexbor import LexborHTMLParser

    prefix = f"{name or path.name}#"
    if path.stat().st_size > LARGEST:
        yield Rejected(prefix + "0", "too_long", path.name)
        return
    page = LexborHTMLParser(path.read_bytes().decode(settings.encoding or "utf-8", errors="replace"))
    selectors = dict(settings.html)
    wanted = selectors.pop("entry", "p")
    named = selectors.pop("name", None)
    kinds = {id_of(node): kind for kind, selector in selectors.items() for node in page.css(selector)}
    entries = {id_of(node) for node in page.css(wanted)}
    order = list(selectors)
    context: dict[str, str] = {}
    number = 0
    for node in page.root.traverse(include_text=False) if page.root else ():
        mark = id_of(node)
        if mark in kinds:
            kind = kinds[mark]
            for lower in order[order.index(kind) :]:
                context.pop(lower, None)
            context[kind] = plain(node.text())
        elif mark in entries:
            locator = f"{prefix}{number}"
            number += 1
            text = plain(node.text())
            if len(text) > LONGEST_ROW:
                yield too_long(locator, text)
            elif not text:
                yield Rejected(locator, "empty", (node.html or "")[:SHOWN])
            else:
                first = node.css_first(named) if named else None
                columns = {"name": plain(first.text())} if first is not None else {}
                yield RawEntry(locator, text, columns=columns, context=dict(context))


def id_of(node: object) -> int:
    """What tells two nodes of a page apart."""
    return int(node.mem_id)  # type: ignore[attr-defined]


def plain(text: str) -> str:
    """Text as a browser shows it: runs of white space, no-break spaces among them, are one blank."""
    return " ".join(text.split())
