"""The pages of estimates: read from the files beside the record, and never mixed with what is recorded."""

import json
import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from markupsafe import Markup
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from poimenno import reference
from poimenno.charts.overlaps import Density, Overlap, density_chart, upset_chart
from poimenno.site.page_request import PageRequest
from poimenno.site.rendering import Page
from poimenno.wording.labels import label

FOLDER = "estimates"
FORMAT = 1


def estimates(request: Request) -> Response:
    """All estimates that were made of this archive, stratum by stratum."""
    with request.app.state.opening.use() as db:
        page = Page(request, db)
        return page.render("estimates.html", results=_all(request.app.state.archive), **_helpers(page))


def estimate(request: Request) -> Response:
    """One stratum: named, estimated, missing, what it rests on, and how far other ways of estimating differ."""
    result = _all(request.app.state.archive).get(request.path_params["name"])
    number = request.path_params["number"]
    if result is None or not 0 <= number < len(result["strata"]):
        raise HTTPException(404)
    stratum = result["strata"][number]
    with request.app.state.opening.use() as db:
        page = Page(request, db)
        return page.render(
            "estimate.html",
            result=result,
            stratum=stratum,
            upset=upset_chart(
                result["lists"],
                [Overlap(row["lists"], row["count"]) for row in stratum["overlaps"]],
                page._("How many people are on which lists"),
                page.number,
            ),
            density=_density(page, stratum),
            measures=page.name_of("measures", "measure"),
            outdated=result["provenance"]["record"] != page.holdings["version"],
            **_helpers(page),
        )


def _density(page: Page, stratum: dict[str, Any]) -> Markup:
    density, estimate = stratum["density"], stratum["estimate"]
    if not density or estimate["high"] is None:
        return Markup()
    return density_chart(
        Density(density["edges"], density["probabilities"], stratum["named"], estimate["low"], estimate["high"]),
        page._("Where the total may lie"),
        (page._("named"), page._("95-per-cent interval")),
        page.number,
    )


def api(request: PageRequest) -> dict[str, dict[str, Any]]:
    """`/api/estimates`: all estimates, as they were written."""
    return _all(request.archive)


def _all(archive: Path) -> dict[str, dict[str, Any]]:
    folder = archive / FOLDER
    found = {}
    for path in sorted(folder.glob("*.json")):
        if re.fullmatch(r"[0-9a-f]{12}", path.stem):
            try:
                result = json.loads(path.read_text(encoding="utf-8"))
            except ValueError:
                continue
            if result.get("format") == FORMAT:
                found[path.stem] = result
    return found


def _helpers(page: Page) -> dict[str, Any]:
    names: dict[str, Mapping[str, str]] = {
        "operation": page.name_of("operations", "operation"),
        "region": page.name_of("regions", "region"),
        "outcome": reference.names_of("outcome", page.language),
        "sex": reference.names_of("sex", page.language),
    }

    def remark(text: dict[str, Any]) -> str:
        key = text["template"]
        template = page._(key)
        return template.format(**text["values"]) if text["values"] else template

    def part(key: str, value: str | None) -> str:
        if value is None:
            return label(key, page.language, "unknown_division")
        if key == "month":
            return page.wording.month(date.fromisoformat(f"{value}-01"))
        return names.get(key, {}).get(value, value)

    def where(stratum: dict[str, Any]) -> str:
        words = ", ".join(part(*one) for one in stratum["where"].items()) or page._("All together")
        return words[0].upper() + words[1:]

    def whole(value: float | None) -> str:
        return page.number(None if value is None else round(value))

    def interval(plain: dict[str, Any]) -> str:
        low = whole(plain["low"])
        return f"≥ {low}" if plain["high"] is None else f"{low}–{whole(plain['high'])}"

    def method(code: str) -> str:
        return label(code, page.language, "estimate_method")

    return {"remark": remark, "where": where, "whole": whole, "interval": interval, "method": method}
