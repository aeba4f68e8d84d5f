"""The pages of estimates: read from the files beside the record, and never mixed with what is recorded."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from typing import TYPE_CHECKING, Any

from markupsafe import Markup
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from poimenno import reference
from poimenno.charts.overlap_charts import Density, Overlap, density_chart, upset_chart
from poimenno.site.page_request import PageRequest
from poimenno.site.rendering import Page
from poimenno.wording.labels import label

if TYPE_CHECKING:
    from poimenno.estimates.estimate_file import StratumEstimate
    from poimenno.estimates.remarks import Remark
    from poimenno.estimates.result import Estimate


def estimates(request: Request) -> Response:
    """All estimates that were made of this archive, stratum by stratum."""
    from poimenno.estimates.estimate_file import read_estimates

    with request.app.state.opening.use() as db:
        page = Page(request, db)
        return page.render("estimates.html", results=read_estimates(request.app.state.archive), **_helpers(page))


def estimate(request: Request) -> Response:
    """One stratum: named, estimated, missing, what it rests on, and how far other ways of estimating differ."""
    from poimenno.estimates.estimate_file import read_estimates

    result = read_estimates(request.app.state.archive).get(request.path_params["name"])
    number = request.path_params["number"]
    if result is None or not 0 <= number < len(result.strata):
        raise HTTPException(404)
    stratum = result.strata[number]
    with request.app.state.opening.use() as db:
        page = Page(request, db)
        return page.render(
            "estimate.html",
            result=result,
            stratum=stratum,
            provenance=asdict(result.provenance),
            upset=upset_chart(
                result.lists,
                [Overlap(overlap.lists, overlap.count) for overlap in stratum.overlaps],
                page._("How many people are on which lists"),
                page.number,
            ),
            density=_density(page, stratum),
            measures=page.name_of("measures", "measure"),
            outdated=result.provenance.record != page.holdings["version"],
            **_helpers(page),
        )


def _density(page: Page, stratum: "StratumEstimate") -> Markup:
    histogram, low, high = stratum.density, stratum.estimate.low, stratum.estimate.high
    if histogram is None or low is None or high is None:
        return Markup()
    return density_chart(
        Density(histogram.edges, histogram.probabilities, stratum.named, low, high),
        page._("Where the total may lie"),
        (page._("named"), page._("95 per cent interval")),
        page.number,
    )


def api(request: PageRequest) -> dict[str, dict[str, Any]]:
    """`/api/estimates`: all estimates, as they were written."""
    from poimenno.estimates.estimate_file import read_estimates

    return {name: result.as_json() for name, result in read_estimates(request.archive).items()}


def _helpers(page: Page) -> dict[str, Any]:
    names: dict[str, Mapping[str, str]] = {
        "operation": page.name_of("operations", "operation"),
        "region": page.name_of("regions", "region"),
        "outcome": reference.names_of("outcome", page.language),
        "sex": reference.names_of("sex", page.language),
    }

    def remark(text: "Remark") -> str:
        return text.translated(page._)

    def part(key: str, value: str | None) -> str:
        if value is None:
            return label(key, page.language, "unknown_division")
        if key == "month":
            return page.wording.month(date.fromisoformat(f"{value}-01"))
        return names.get(key, {}).get(value, value)

    def where(stratum: "StratumEstimate") -> str:
        words = ", ".join(part(*division) for division in stratum.where.items()) or page._("All together")
        return words[0].upper() + words[1:]

    def whole(value: float | None) -> str:
        return page.number(None if value is None else round(value))

    def interval(estimate: "Estimate") -> str:
        low = whole(estimate.low)
        return f"≥ {low}" if estimate.high is None else f"{low}–{whole(estimate.high)}"

    def method(code: str) -> str:
        return label(code, page.language, "estimate_method")

    return {"remark": remark, "where": where, "whole": whole, "interval": interval, "method": method}
