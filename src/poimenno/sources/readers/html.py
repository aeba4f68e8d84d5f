"""HTML pages with entries marked up in them, such as a list by home address.

`[html]` in the source.toml has CSS selectors: `entry` for the elements that are entries, `name` for the name inside
one. Every other key is a heading above the entries that applies until the next of its kind (`street = "p.Street"`).
Headings are listed from the highest to the lowest: a new street ends the house.
"""

import pathlib
import re
from collections.abc import Iterator
from typing import Any

from poimenno.reference.vocabularies import RejectionReason
from poimenno.sources.raw import RawEntry, Rejected
from poimenno.sources.readers import LONGEST_ROW, SHOWN, too_long
from poimenno.sources.settings import Settings

# Bytes; a page is parsed whole.
LARGEST = 100_000_000
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
# The headings of a list by address, recognised by their words.
_PLACES = (
    ("flat", re.compile(r"^\s*кв\.?\s?\d")),
    ("house", re.compile(r"^\s*(?:д\.|дом|вл\.)\s?\d")),
    ("street", re.compile(r"\b(?:ул|улица|пер|пр|просп|ш|наб|бульв|б-р|пл|туп|аллея|проезд|тракт)\b\.?")),
)


def read(path: pathlib.Path, settings: Settings, name: str | None) -> Iterator[RawEntry | Rejected]:
    """Read the entries of a page; locators are `FILE#N`, from 0."""
    prefix = f"{name or path.name}#"
    if path.stat().st_size > LARGEST:
        yield Rejected(prefix + "0", RejectionReason.TOO_LONG, path.name)
        return
    page = _page(path, settings.encoding)
    selectors = dict(settings.html)
    entry_selector = selectors.pop("entry", "p")
    name_selector = selectors.pop("name", None)
    kinds = {id_of(node): kind for kind, selector in selectors.items() for node in page.css(selector)}
    entries = {id_of(node) for node in page.css(entry_selector)}
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
                yield Rejected(locator, RejectionReason.EMPTY, (node.html or "")[:SHOWN])
            else:
                name_node = node.css_first(name_selector) if name_selector else None
                columns = {"name": plain(name_node.text())} if name_node is not None else {}
                yield RawEntry(locator, text, columns=columns, context=dict(context))


def id_of(node: object) -> int:
    """An id that two nodes of a page do not share."""
    return int(node.mem_id)  # type: ignore[attr-defined]


def plain(text: str) -> str:
    """Text as a browser shows it: a run of white space, including no-break spaces, becomes one space."""
    return " ".join(text.split())


def guess_selectors(path: pathlib.Path, encoding: str | None) -> dict[str, str]:
    """Guess the selectors of a page: the elements with most of its text are entries, others are headings above them."""
    page = _page(path, encoding)
    kinds: dict[str, list[str]] = {}
    for node in page.css("[class], h1, h2, h3, h4, h5, h6, li, p"):
        name = f"{node.tag}.{node.attributes['class']}" if node.attributes.get("class") else str(node.tag)
        if re.fullmatch(r"[\w.-]+", name):
            kinds.setdefault(name, []).append(plain(node.text()))
    # Elements are weighed by their number too, so that a frame around all entries does not win.
    weights = {name: len(texts) * sum(map(len, texts)) for name, texts in kinds.items() if len(texts) > 1}
    entry = max(weights, key=lambda name: weights[name], default="p")
    selectors = {"entry": entry}
    name_node = page.css_first(f"{entry} b, {entry} strong")
    if name_node is not None:
        selectors["name"] = str(name_node.tag)
    others = {name: texts for name, texts in kinds.items() if name != entry and len(texts) > 1}
    for name in sorted(others, key=lambda name: len(others[name])):
        heading = _heading(name, others[name])
        if heading and heading not in selectors:
            selectors[heading] = name
    return selectors


def _heading(name: str, texts: list[str]) -> str | None:
    """What an element above entries states: street, house, flat, or a heading; None for anything else."""
    for kind, words in _PLACES:
        if sum(bool(words.search(text)) for text in texts) * 2 > len(texts):
            return kind
    return name.partition(".")[0] if name.partition(".")[0] in _HEADINGS else None


def texts(path: pathlib.Path, encoding: str | None, selector: str) -> list[str]:
    """The texts of the elements of a page that match a selector."""
    return [plain(node.text()) for node in _page(path, encoding).css(selector)]


def _page(path: pathlib.Path, encoding: str | None) -> Any:
    from selectolax.lexbor import LexborHTMLParser

    return LexborHTMLParser(path.read_bytes().decode(encoding or "utf-8", errors="replace"))
