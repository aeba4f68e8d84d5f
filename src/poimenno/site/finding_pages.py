"""The page of findings: figures that cannot all be true, and values of persons that cannot."""

from starlette.requests import Request
from starlette.responses import Response

from poimenno.queries import finding_queries, page_queries
from poimenno.site.rendering import Page

PER_PAGE = 100
_PERSONS = 200


def findings(request: Request) -> Response:
    """What checks found; of one kind, where the address asks for it."""
    kind, number = request.query_params.get("kind", ""), request.query_params.get("page", "1")
    with request.app.state.opening.use() as db:
        page = Page(request, db)
        of_figures = finding_queries.counts(db)
        of_persons = _kinds(page)
        chosen = [row for row in of_figures if kind in {"", row["kind"], row["severity"]}]
        total = sum(row["count"] for row in chosen)
        last = max(1, -(-total // PER_PAGE))
        at = min(max(1, int(number) if number.isdecimal() and len(number) < 7 else 1), last)
        wanted = {"severity" if kind in finding_queries.SEVERITIES else "kind": kind} if kind else {}
        return page.render(
            "findings.html",
            kinds=of_persons,
            figure_kinds=of_figures,
            chosen=kind,
            total=total,
            at=at,
            last=last,
            figure_findings=finding_queries.findings(db, wanted, PER_PAGE, (at - 1) * PER_PAGE) if chosen else [],
            findings=[] if kind and chosen else _of_persons(page, kind),
            region_names=page.name_of("regions", "region"),
        )


_SHOWN = (
    "FROM findings AS f JOIN finding_kinds AS k ON k.kind = f.kind "
    "JOIN published AS p ON p.person_id = split_part(f.subject, '-', 1)"
)


def _kinds(page: Page) -> list[page_queries.Row]:
    """The kinds of findings of published persons, with their sentences and counts."""
    counts = page_queries.rows(
        page.db,
        f"SELECT f.kind, k.sentence_en, k.sentence_ru, count(*) AS count {_SHOWN} GROUP BY ALL ORDER BY 4 DESC, 1",
    )
    for one in counts:
        one["sentence"] = page.sentence({**one, "detail": None}).replace("….", "…")
    return counts


def _of_persons(page: Page, kind: str) -> list[page_queries.Row]:
    found = page_queries.rows(
        page.db,
        f"SELECT f.*, k.sentence_en, k.sentence_ru, p.person_id, n.name {_SHOWN} "
        "JOIN persons AS n ON n.person_id = p.person_id "
        "WHERE (? = '' OR f.kind = ?) ORDER BY f.finding_id LIMIT ?",
        kind,
        kind,
        _PERSONS,
    )
    for finding in found:
        finding["sentence"] = page.sentence(finding)
    return found
