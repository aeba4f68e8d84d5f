"""The pages of figures: all that is published, one figure with its source, and what was demanded and done."""

from datetime import date
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from poimenno.charts.record_charts import RecordCharts
from poimenno.queries import documented, finding_queries, limits, page_queries
from poimenno.queries.toll import OPERATION, Toll
from poimenno.site.page_request import get_or_404
from poimenno.site.rendering import Page

PER_PAGE = 300


def figures(request: Request) -> Response:
    """Published figures, each with its source and how far it is verified."""
    collection, number = request.query_params.get("collection", ""), request.query_params.get("page", "1")
    at = int(number) if number.isdecimal() and 0 < len(number) < 7 else 1
    with request.app.state.opening.use() as db:
        page = Page(request, db)
        counts = page_queries.rows(db, "SELECT collection, count(*) AS count FROM claims GROUP BY 1 ORDER BY 1")
        known = {row["collection"]: row["count"] for row in counts}
        chosen = collection if collection in known else ("statistics" if "statistics" in known else "")
        last = max(1, -(-known.get(chosen, 0) // PER_PAGE))
        at = min(max(1, at), last)
        found = page_queries.claims(db, "collection" if chosen else "", chosen, PER_PAGE, (at - 1) * PER_PAGE)
        return page.render(
            "figures.html",
            claims=found,
            collections=counts,
            chosen=chosen,
            region_names=page.name_of("regions", "region"),
            at=at,
            last=last,
        )


def figure(request: Request) -> Response:
    """One figure: what its source says and where, how far it is verified, and what others say of the same."""
    with request.app.state.opening.use() as db:
        page = Page(request, db)
        found = get_or_404(page_queries.claim(db, request.path_params["claim_id"]))
        return page.render(
            "figure.html",
            claim=found,
            others=page_queries.rivals(db, found),
            repeated=finding_queries.repeated(db, found["claim_id"]),
            findings=finding_queries.findings(db, {"claim_id": found["claim_id"]}),
            body_names=page.name_of("bodies", "body_type"),
            region_names=page.name_of("regions", "region"),
            operation_names=page.name_of("operations", "operation"),
        )


def toll(request: Request) -> Response:
    """What order 00447 demanded and what was done: limits by region and day, against figures and names."""
    with request.app.state.opening.use() as db:
        page = Page(request, db)
        found = Toll(db)
        day = _day(request.query_params.get("day", ""), found.days)
        charts = RecordCharts(page.language, f"/{page.language}")
        rows = found.table(day)
        return page.render(
            "toll.html",
            toll=found,
            day=day,
            rows=rows,
            whole=found.whole(day),
            in_all=found.whole(),
            unplaced=[row for row in rows if row["latitude"] is None and row["stood"]["both"].high],
            supplements=[event for event in found.events if event.kind not in {"first", "sum"}],
            sums=[event for event in found.events if event.kind == "sum" and event.region is None],
            unknown=sum(event.says is None for event in found.events if event.kind in limits.COUNTED),
            charts={what: charts.toll(found, what) for what in ("both", "death")},
            map=charts.map(found, day),
            months=charts.months(documented.by_month(db, OPERATION), OPERATION),
            course=found.course(),
            pace=found.pace(),
            region_names=page.name_of("regions", "region"),
            operation=OPERATION,
        )


def _day(asked: str, days: list[date]) -> date | None:
    """The last day at or before the one asked for after which another total stood; None: in the end."""
    try:
        wanted = date.fromisoformat(asked)
    except ValueError:
        return None
    return max((day for day in days if day <= wanted), default=min(days, default=None))


def limits_of(page: Page, region: str) -> dict[str, Any] | None:
    """What the page of a region says of its limits; None where there are none."""
    found = Toll(page.db)
    events = [event for event in found.of(region) if event.kind != "sum"]
    if not events:
        return None
    charts = RecordCharts(page.language, f"/{page.language}")
    counted = [event for event in events if event.kind in limits.COUNTED]
    parted = any(event.region != region for event in counted)
    return {
        "row": found.row(region),
        "parts": found.parts(region) if parted else [],
        "events": events,
        "chart": charts.toll(found, "both", region) if limits.days(counted)[1:] else "",
        "days": limits.days(counted),
    }
