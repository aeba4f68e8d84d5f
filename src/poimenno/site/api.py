"""The interface for programs, `/api/…`: the answers of the queries as JSON, withheld by the same rule as the pages."""

from dataclasses import dataclass
from datetime import date

from poimenno.queries import claim_queries, finding_queries, operation_queries
from poimenno.queries.claim_queries import ClaimFilter, ShownClaim
from poimenno.queries.finding_queries import FindingFilter
from poimenno.queries.operation_queries import ShownOperation
from poimenno.queries.record_queries import Holdings, holdings
from poimenno.queries.search_queries import SearchQuery, SearchResult, find_persons
from poimenno.queries.toll import TollAnswer, toll_answer
from poimenno.site import claim_pages, estimate_pages, operation_pages, person_pages
from poimenno.site.page_request import BadRequest, Handler, PageRequest
from poimenno.site.worded_findings import WordedFinding, worded


# Marks a text for the catalogue; it is translated where it is shown.
def _mark(text: str) -> str:
    return text


@dataclass(frozen=True, slots=True)
class ApiRoute:
    """An address of the interface: its path, its handler, the names it takes after `?`, and what it answers."""

    path: str
    handler: Handler
    sentence: str
    parameters: tuple[str, ...] = ()

    @property
    def address(self) -> str:
        """The path with its parameters, as a reader writes it: `/api/search?q=…&limit=…`."""
        path = self.path.replace("{", "<").replace(":path}", "}").replace("}", ">")
        return path + ("?" if self.parameters else "") + "&".join(f"{name}=…" for name in self.parameters)


def search(request: PageRequest) -> SearchResult:
    """Persons by name."""
    query = SearchQuery(words=request.text("q")[: person_pages.MAX_LENGTH])
    return find_persons(request.db, query, limit=request.number("limit", 1, 1000, 50))


def stats(request: PageRequest) -> Holdings:
    """What the record contains."""
    return holdings(request.db)


def toll(request: PageRequest) -> TollAnswer:
    """Limits of order 00447 by region, what stood at a day, what was done, who is named."""
    text = request.text("day")
    try:
        day = date.fromisoformat(text) if text else None
    except ValueError as error:
        raise BadRequest("day: expected a day as 1937-10-31") from error
    return toll_answer(request.db, day)


@dataclass(frozen=True, slots=True)
class ClaimList:
    """Claims, and how many there are in all."""

    total: int
    claims: tuple[ShownClaim, ...]


@dataclass(frozen=True, slots=True)
class FigureList:
    """Claims, and how many there are in all, under the older name."""

    total: int
    figures: tuple[ShownClaim, ...]


def claims(request: PageRequest) -> ClaimList:
    """Published claims."""
    limit, offset = request.number("limit", 1, 10_000, 1000), request.number("offset", 0, 10**9, 0)
    chosen = ClaimFilter(**{name: request.query[name] for name in claim_queries.FACTS if name in request.query})
    rows = claim_queries.claims(request.db, chosen, limit, offset, by_id=True)
    return ClaimList(claim_queries.count_claims(request.db, chosen), tuple(rows))


def figures(request: PageRequest) -> FigureList:
    """Published claims, under the older name."""
    answer = claims(request)
    return FigureList(answer.total, answer.claims)


@dataclass(frozen=True, slots=True)
class FindingList:
    """Findings on claims."""

    findings: tuple[WordedFinding, ...]


def findings(request: PageRequest) -> FindingList:
    """Claims that cannot all be true."""
    limit, offset = request.number("limit", 1, 10_000, 1000), request.number("offset", 0, 10**9, 0)
    chosen = FindingFilter(**{name: request.query[name] for name in finding_queries.FACTS if name in request.query})
    return FindingList(worded(finding_queries.findings(request.db, chosen, limit, offset)))


def operations(request: PageRequest) -> list[ShownOperation]:
    """The mass operations."""
    return operation_queries.operations(request.db)


ROUTES = (
    ApiRoute("/api/search", search, _mark("Persons by name, in any spelling or script."), ("q", "limit")),
    ApiRoute(
        "/api/person/{person_id}",
        person_pages.person_by_handle,
        _mark("A person: the cases, every entry verbatim, every value with its sources, the links."),
    ),
    ApiRoute("/api/stats", stats, _mark("What the record contains.")),
    ApiRoute(
        "/api/toll",
        toll,
        _mark("Limits of order 00447 by region as they stood on a day, what was done, and who is named."),
        ("day",),
    ),
    ApiRoute(
        "/api/claims",
        claims,
        _mark("Published figures, each as its source has it."),
        (*claim_queries.FACTS, "limit", "offset"),
    ),
    ApiRoute(
        "/api/claim/{claim_id:path}",
        claim_pages.claim,
        _mark("One published figure, and others of the same measure and place."),
    ),
    ApiRoute(
        "/api/figures",
        figures,
        _mark("The older name of /api/claims; its list is called figures."),
        (*claim_queries.FACTS, "limit", "offset"),
    ),
    ApiRoute("/api/figure/{claim_id:path}", claim_pages.claim, _mark("The older name of /api/claim.")),
    ApiRoute(
        "/api/findings",
        findings,
        _mark("Published figures that cannot all be true, each finding with its claims."),
        (*finding_queries.FACTS, "limit", "offset"),
    ),
    ApiRoute("/api/estimates", estimate_pages.estimate_files, _mark("All estimates made from this archive.")),
    ApiRoute("/api/operations", operations, _mark("The mass operations, and how many persons of each are named here.")),
    ApiRoute(
        "/api/operation/{code}",
        operation_pages.operation,
        _mark("An operation: its order, figures, findings, and persons named here by region and month."),
    ),
)
