"""The table of pages: each address with the handler that answers it and the template that shows the answer.

The application serves every page in each language, as HTML at its path and as JSON at its path with `.json`.
"""

from dataclasses import dataclass

from poimenno.queries.person_queries import WithheldPerson
from poimenno.site import (
    claim_pages,
    estimate_pages,
    finding_pages,
    linkage_pages,
    operation_pages,
    person_pages,
    place_pages,
    record_pages,
    source_pages,
)
from poimenno.site.page_request import Handler


@dataclass(frozen=True, slots=True)
class PageRoute:
    """A page: its path without the language, what answers it, and the template for the answer."""

    path: str
    handler: Handler
    template: str


ROUTES: tuple[PageRoute, ...] = (
    PageRoute("/", record_pages.home, "home.html"),
    PageRoute("/search", person_pages.search, "search.html"),
    PageRoute("/person/{person_id}", person_pages.person, "person.html"),
    PageRoute("/sources", source_pages.sources, "sources.html"),
    PageRoute("/source/{source_id}", source_pages.source, "source.html"),
    PageRoute("/bodies", place_pages.bodies, "bodies.html"),
    PageRoute("/body/{code}", place_pages.body, "body.html"),
    PageRoute("/places", place_pages.places, "places.html"),
    PageRoute("/place/{code}", place_pages.place, "place.html"),
    PageRoute("/operations", operation_pages.operations, "operations.html"),
    PageRoute("/operation/{code}", operation_pages.operation, "operation.html"),
    PageRoute("/regions", operation_pages.regions, "regions.html"),
    PageRoute("/region/{code}", operation_pages.region, "region.html"),
    PageRoute("/toll", claim_pages.toll, "toll.html"),
    PageRoute("/claims", claim_pages.claims, "claims.html"),
    PageRoute("/claim/{claim_id:path}", claim_pages.claim, "claim.html"),
    PageRoute("/estimates", estimate_pages.estimates, "estimates.html"),
    PageRoute("/estimate/{name}/{number:int}", estimate_pages.estimate, "estimate.html"),
    PageRoute("/findings", finding_pages.findings, "findings.html"),
    PageRoute("/linkage", linkage_pages.linkage, "linkage.html"),
    PageRoute("/about", record_pages.about, "about.html"),
)

# Older addresses of pages, and what took their place.
MOVED = {
    "/figures": "/claims",
    "/figure/{claim_id:path}": "/claim/{claim_id}",
}

# Answers that are shown otherwise than the page says: their template and status.
SPECIAL: dict[type, tuple[str, int]] = {WithheldPerson: ("withheld.html", 403)}
