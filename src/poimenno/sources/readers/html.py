"""HTML pages with entries marked up in them, such as a list by home address.

`[html]` of the source.toml gives CSS selectors: `entry` for the elements that are entries, `name` for the name
inside one; every other key is context that stands before the entries and holds until the next of its kind
(`street = "p.Street"`). A context that ends others names them in order: a new street ends the house.
"""

import pathlib
import re
from collections.abc import Iterator
from typing import Any

from poimenno.sources.raw import RawEntry, Rejected
from poimenno.sources.readers import LONGEST_ROW, SHOWN, too_long
from poimenno.sources.settings import Settings

# A page is parsed whole.
LARGEST = 100_000_000
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
# What stands above the entries of a list by address, by its words.
_PLACES = (
    ("flat", re.compile(r"^\s*кв\.?\s?\d")),
    ("house", re.compile(r"^\s*(?:д\.|дом|вл\.)\s?\d")),
    ("street", re.compile(r"\b(?:ул|улица|пер|пр|просп|ш|наб|бульв|б-р|пл|туп|аллея|проезд|тракт)\b\.?")),
)


def read(path: pathlib.Path, settings: Settings, name: str | None) -> Iterator[RawEntry | Rejected]:
    """Read the entries of a page; locators are `FILE#N`, from 0."""
    prefix = f"{name or path.name}#"
    if path.stat().st_size > LARGEST:
        yield Rejected(prefix + "0", "too_long", path.name)
        return
    page = _page(path, settings.encoding)
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


def pattern(path: pathlib.Path, encoding: str | None) -> dict[str, str]:
    """Guess the selectors of a page: the elements that hold most of its text are entries; what stands above them."""
    page = _page(path, encoding)
    kinds: dict[str, list[str]] = {}
    for node in page.css("[class], h1, h2, h3, h4, h5, h6, li, p"):
        name = f"{node.tag}.{node.attributes['class']}" if node.attributes.get("class") else str(node.tag)
        if re.fullmatch(r"[\w.-]+", name):
            kinds.setdefault(name, []).append(plain(node.text()))
    # The longest of an element's texts, and not their sum, so that a frame around all entries does not win.
    weights = {name: len(texts) * sum(map(len, texts)) for name, texts in kinds.items() if len(texts) > 1}
    entry = max(weights, key=lambda name: weights[name], default="p")
    found = {"entry": entry}
    named = page.css_first(f"{entry} b, {entry} strong")
    if named is not None:
        found["name"] = str(named.tag)
    above = {name: texts for name, texts in kinds.items() if name != entry and len(texts) > 1}
    for name in sorted(above, key=lambda one: len(above[one])):
        said = _said(name, above[name])
        if said and said not in found:
            found[said] = name
    return found


def _said(name: str, texts: list[str]) -> str | None:
    """What an element above entries is: street, house, flat, or a heading; None for anything else."""
    for kind, words in _PLACES:
        if sum(bool(words.search(text)) for text in texts) * 2 > len(texts):
            return kind
    return name.partition(".")[0] if name.partition(".")[0] in _HEADINGS else None


def texts(path: pathlib.Path, encoding: str | None, selector: str) -> list[str]:
    """The texts of the elements of a page that a selector finds."""
    return [plain(node.text()) for node in _page(path, encoding).css(selector)]


def _page(path: pathlib.Path, encoding: str | None) -> Any:
    from selectolax.lexbor import LexborHTMLParser

    return LexborHTMLParser(path.read_bytes().decode(encoding or "utf-8", errors="replace"))
