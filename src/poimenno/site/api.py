"""The interface for programs, `/api/…`: the answers of the queries as JSON, withheld by the same rule as the pages."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from poimenno.queries import claim_queries, finding_queries, page_queries, person_reports
from poimenno.queries.record_queries import Holdings, holdings
from poimenno.site import estimate_pages
from poimenno.site.page_request import BadRequest, Handler, PageRequest, get_or_404
from poimenno.values import ids
from poimenno.wording import finding_words


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


def search(request: PageRequest) -> Mapping[str, Any]:
    """Persons by name."""
    limit = request.number("limit", 1, 1000, 50)
    return person_reports.found(request.db, request.text("q")[:200], limit)


def person(request: PageRequest) -> object:
    """A person with cases, entries and links."""
    return get_or_404(person_reports.shown(request.db, ids.normalise(request.path["person_id"])))


def stats(request: PageRequest) -> Holdings:
    """What the record holds."""
    return holdings(request.db)


def toll(request: PageRequest) -> Mapping[str, Any]:
    """Limits of order 00447 by region, what stood at a day, what was done, who is named."""
    text = request.text("day")
    try:
        day = date.fromisoformat(text) if text else None
    except ValueError as error:
        raise BadRequest("day: expected a day as 1937-10-31") from error
    return claim_queries.toll(request.db, day)


def figures(request: PageRequest) -> Mapping[str, Any]:
    """Published figures."""
    limit, offset = request.number("limit", 1, 10_000, 1000), request.number("offset", 0, 10**9, 0)
    facts = {name: request.query[name] for name in claim_queries.FACTS if name in request.query}
    return claim_queries.figures(request.db, facts, limit, offset)


def figure(request: PageRequest) -> Mapping[str, Any]:
    """One published figure, and others of the same."""
    claim = get_or_404(page_queries.claim(request.db, request.path["claim_id"]))
    return claim | {
        "others": page_queries.rivals(request.db, claim),
        "repeated": finding_queries.repeated(request.db, claim["claim_id"]),
        "findings": _worded(finding_queries.findings(request.db, {"claim_id": claim["claim_id"]})),
    }


def findings(request: PageRequest) -> Mapping[str, Any]:
    """Figures that cannot all be true."""
    limit, offset = request.number("limit", 1, 10_000, 1000), request.number("offset", 0, 10**9, 0)
    facts = {name: request.query[name] for name in finding_queries.FACTS if name in request.query}
    return {"findings": _worded(finding_queries.findings(request.db, facts, limit, offset))}


def _worded(findings: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Findings of figures with their sentences in place of their data."""
    return [
        {name: value for name, value in row.items() if name != "finding"} | finding_words.sentences(row["finding"])
        for row in findings
    ]


def operations(request: PageRequest) -> list[dict[str, Any]]:
    """The mass operations."""
    return claim_queries.operations(request.db)


def operation(request: PageRequest) -> Mapping[str, Any]:
    """An operation, its figures, those named here by region and month."""
    answer = get_or_404(claim_queries.operation(request.db, request.path["code"]))
    return {**answer, "findings": _worded(answer["findings"])}


ROUTES = (
    ApiRoute("/api/search", search, _mark("Persons by name, in any spelling or script."), ("q", "limit")),
    ApiRoute(
        "/api/person/{person_id}",
        person,
        _mark("A person: the cases, every entry verbatim, every value with its sources, the links."),
    ),
    ApiRoute("/api/stats", stats, _mark("What the record holds.")),
    ApiRoute(
        "/api/toll",
        toll,
        _mark("Limits of order 00447 by region as they stood on a day, what was done, and who is named."),
        ("day",),
    ),
    ApiRoute(
        "/api/figures",
        figures,
        _mark("Published figures, each as its source has it."),
        (*claim_queries.FACTS, "limit", "offset"),
    ),
    ApiRoute(
        "/api/figure/{claim_id:path}", figure, _mark("One published figure, and others of the same measure and place.")
    ),
    ApiRoute(
        "/api/findings",
        findings,
        _mark("Published figures that cannot all be true, each finding with its claims."),
        (*finding_queries.FACTS, "limit", "offset"),
    ),
    ApiRoute("/api/estimates", estimate_pages.api, _mark("All estimates that were made of this archive.")),
    ApiRoute("/api/operations", operations, _mark("The mass operations, and how many persons of each are named here.")),
    ApiRoute(
        "/api/operation/{code}",
        operation,
        _mark("An operation: its order, figures, findings, and persons named here by region and month."),
    ),
)
