"""What stands around every page: the sections of the site, the languages, the record, the addresses of the page."""

from dataclasses import dataclass

from poimenno.foundation.language import LANGUAGES, translation
from poimenno.queries.record_queries import Holdings

_LANGUAGE_NAMES = {"en": "English", "ru": "Русский"}
# Pages with a field for the search of their own.
_SEARCH_PAGES = ("", "search")


@dataclass(frozen=True, slots=True)
class Section:
    """A section of the site; `current` if the page belongs to it."""

    address: str
    label: str
    current: bool


@dataclass(frozen=True, slots=True)
class LanguageLink:
    """The page in a language; `current` if that is the language of the page."""

    code: str
    name: str
    address: str
    current: bool


@dataclass(frozen=True, slots=True)
class PageFrame:
    """What a page shows around its answer."""

    holdings: Holdings
    path: str
    root: str
    sections: tuple[Section, ...]
    language_links: tuple[LanguageLink, ...]
    json_address: str
    has_search: bool


def frame(holdings: Holdings, language: str, path: str, query: str) -> PageFrame:
    """The frame of the page at a path (`/en/person/…`) with what stands after the question mark."""
    rest = path.removeprefix(f"/{language}")
    query_text = f"?{query}" if query else ""
    return PageFrame(
        holdings=holdings,
        path=path,
        root=f"/{language}",
        sections=_sections(language, rest.strip("/").split("/")[0]),
        language_links=tuple(
            LanguageLink(code, _LANGUAGE_NAMES[code], f"/{code}{rest}{query_text}", code == language)
            for code in LANGUAGES
        ),
        json_address=f"{path}.json{query_text}",
        has_search=rest.strip("/") not in _SEARCH_PAGES,
    )


def _sections(language: str, first: str) -> tuple[Section, ...]:
    """The sections; `first` is the first word of the path of the page, which may be of one thing: `operation`."""
    _ = translation(language).gettext
    labels = {
        "search": (_("People"), ""),
        "operations": (_("Operations"), "operation"),
        "bodies": (_("Courts and troikas"), "body"),
        "regions": (_("Regions"), "region"),
        "places": (_("Places"), "place"),
        "toll": (_("Limits and toll"), ""),
        "claims": (_("Figures"), "claim"),
        "estimates": (_("Estimates"), "estimate"),
        "findings": (_("Findings"), ""),
        "sources": (_("Sources"), "source"),
        "about": (_("How to read"), ""),
    }
    return tuple(
        Section(f"/{language}/{name}", label, first in {name, singular} - {""})
        for name, (label, singular) in labels.items()
    )
