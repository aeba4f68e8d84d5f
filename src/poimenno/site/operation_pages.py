"""The pages of an operation and of a region: what was demanded there, what was done, who is named."""

from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from poimenno.charts.country_map import MapSymbol, country_map
from poimenno.charts.record_charts import RecordCharts
from poimenno.queries import documented, finding_queries, page_queries
from poimenno.queries.toll import Toll
from poimenno.site.claim_pages import limits_of
from poimenno.site.page_request import get_or_404
from poimenno.site.pages import coded, days_chart
from poimenno.site.rendering import Page


def operation(request: Request) -> Response:
    """An operation: what the order said, its limits, what was done, how many of its people are named here."""
    code = request.path_params["code"]
    with request.app.state.opening.use() as db:
        page = Page(request, db)
        found = get_or_404(page_queries.one(db, "SELECT * FROM operations WHERE operation = ?", code))
        claims = page_queries.claims(db, "operation", code)
        limits = [claim for claim in claims if claim["measure"].startswith("limit")]
        rules = page_queries.rows(db, "SELECT * FROM attribution_rules WHERE operation = ? ORDER BY priority", code)
        return page.render(
            "operation.html",
            operation=found,
            bodies=_bodies(page, rules),
            limits=limits,
            done=[claim for claim in claims if claim not in limits],
            demanded=_demanded(page, code) if limits else None,
            rules=rules,
            region_names=page.name_of("regions", "region"),
            counted=page_queries.counted(db, "operation", code),
            days=days_chart(page, page_queries.shootings(db, "operation", code), operation=code),
            findings=finding_queries.findings(db, {"operation": code}),
            bounds=finding_queries.bounds(db, "operation", code),
            **_named(page, code),
        )


def _bodies(page: Page, rules: list[page_queries.Row]) -> list[tuple[str, str]]:
    """Codes and names of the bodies by which the rules know cases of an operation."""
    names = page.name_of("bodies", "body_type")
    codes = {code for rule in rules for code in (rule["body_type"] or "").split("|")}
    return [(code, name) for code, name in names.items() if code in codes]


def _demanded(page: Page, code: str) -> dict[str, Any]:
    found = Toll(page.db, code)
    charts = RecordCharts(page.language, f"/{page.language}")
    return {"whole": found.whole(), "chart": charts.toll(found, "death"), "days": found.days}


def _named(page: Page, code: str) -> dict[str, Any]:
    """Who is named of an operation: by region and month, and against what sources count."""
    counts = documented.named(page.db, code)
    months = documented.by_month(page.db, code)
    return {
        "named": counts,
        "confidences": documented.confidences(page.db, code),
        "shares": documented.shares(page.db, code),
        "month_chart": RecordCharts(page.language, f"/{page.language}").months(months, code),
        "months": sorted({row["month"] for row in months}),
        "cells": {(row["region"], row["month"]): row for row in months},
    }


def regions(request: Request) -> Response:
    """All regions of 1937-1938, on a map."""
    with request.app.state.opening.use() as db:
        page = Page(request, db)
        found = coded(db, page, "regions", "region", "region")
        points = [
            MapSymbol(
                row["longitude"],
                row["latitude"],
                row["count"]["persons"],
                f"{row['name']}: {page.number(row['count']['persons'])}",
                row["name"],
                link=f"/{page.language}/region/{row['code']}",
            )
            for row in found
            if row["latitude"] is not None
        ]
        chart = country_map(points, page._("Persons named here, by region of the case"), page.number)
        return page.render("regions.html", regions=found, chart=chart)


def region(request: Request) -> Response:
    """A region: limits and published figures, the persons of its cases."""
    code = request.path_params["code"]
    with request.app.state.opening.use() as db:
        page = Page(request, db)
        found = get_or_404(page_queries.one(db, "SELECT * FROM regions WHERE region = ?", code))
        limits = limits_of(page, code)
        # The limits stand in a table of their own.
        shown = {claim["claim_id"] for event in (limits or {"events": []})["events"] for claim in event.claims}
        return page.render(
            "region.html",
            region=found,
            parent=page_queries.one(db, "SELECT * FROM regions WHERE region = ?", found["parent"]),
            claims=[one for one in page_queries.claims(db, "region", code) if one["claim_id"] not in shown],
            limits=limits,
            region_names=page.name_of("regions", "region"),
            counted=page_queries.counted(db, "region", code),
            days=days_chart(page, page_queries.shootings(db, "region", code), region=code),
            findings=finding_queries.findings(db, {"region": code}),
            changes=page_queries.rows(
                db,
                "SELECT *, region = $code AS ended FROM region_changes WHERE $code IN (region, successor) "
                "ORDER BY ended, date, region, successor",
                {"code": code},
            ),
        )
