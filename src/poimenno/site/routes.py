"""The table of pages: each address with the handler that answers it and the template that shows the answer.

The application serves every page in each language, as HTML at its path and as JSON at its path with `.json`.
"""

from dataclasses import dataclass

from poimenno.queries.person_queries import WithheldPerson
from poimenno.site import pages
from poimenno.site.page_request import Handler


@dataclass(frozen=True, slots=True)
class PageRoute:
    """A page: its path without the language, what answers it, and the template for the answer."""

    path: str
    handler: Handler
    template: str


ROUTES: tuple[PageRoute, ...] = (
    PageRoute("/sources", pages.sources, "sources.html"),
    PageRoute("/about", pages.about, "about.html"),
)

# Answers that are shown otherwise than the page says: their template and status.
SPECIAL: dict[type, tuple[str, int]] = {WithheldPerson: ("withheld.html", 403)}
