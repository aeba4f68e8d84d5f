"""The JSON interface: the same persons as the pages, withheld by the same rule."""

import json
from datetime import date
from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from poimenno.queries import claim_queries, finding_queries, page_queries, person_reports
from poimenno.values import ids


def _json(value: Any, status: int = 200) -> Response:
    return Response(json.dumps(value, ensure_ascii=False, default=str), status, media_type="application/json")


_LIMITS = "limit: expected a number from 1 to 10000; offset: a number from 0"


def _is_number(text: str, least: int, most: int) -> bool:
    return text.isascii() and text.isdecimal() and least <= int(text) <= most


def search(request: Request) -> Response:
    """`/api/search?q=…&limit=…`: persons by name."""
    asked = request.query_params
    limit = asked.get("limit", "50")
    if not limit.isdecimal() or not 1 <= int(limit) <= 1000:
        return _json({"error": "limit: expected a number from 1 to 1000"}, 400)
    with request.app.state.opening.use() as db:
        return _json(person_reports.found(db, asked.get("q", "")[:200], int(limit)))


def person(request: Request) -> Response:
    """`/api/person/<id>`: a person with cases, entries and links."""
    with request.app.state.opening.use() as db:
        shown = person_reports.shown(db, ids.normalise(request.path_params["person_id"]))
    if shown is None:
        raise HTTPException(404)
    return _json(shown, 403 if shown.get("withheld") else 200)


def toll(request: Request) -> Response:
    """`/api/toll?day=…`: limits of order 00447 by region, what stood at a day, what was done, who is named."""
    asked = request.query_params.get("day")
    try:
        day = date.fromisoformat(asked) if asked else None
    except ValueError:
        return _json({"error": "day: expected a day as 1937-10-31"}, 400)
    with request.app.state.opening.use() as db:
        return _json(claim_queries.toll(db, day))


def figures(request: Request) -> Response:
    """`/api/figures?collection=…&operation=…&region=…&measure=…&limit=…&offset=…`: published figures."""
    asked = request.query_params
    limit, offset = asked.get("limit", "1000"), asked.get("offset", "0")
    if not (_is_number(limit, 1, 10_000) and _is_number(offset, 0, 10**9)):
        return _json({"error": _LIMITS}, 400)
    wanted = {name: asked[name] for name in claim_queries.FACTS if name in asked}
    with request.app.state.opening.use() as db:
        return _json(claim_queries.figures(db, wanted, int(limit), int(offset)))


def figure(request: Request) -> Response:
    """`/api/figure/<id>`: one published figure, and others of the same."""
    with request.app.state.opening.use() as db:
        found = page_queries.claim(db, request.path_params["claim_id"])
        if found is None:
            raise HTTPException(404)
        rest = {
            "others": page_queries.rivals(db, found),
            "repeated": finding_queries.repeated(db, found["claim_id"]),
            "findings": finding_queries.findings(db, {"claim_id": found["claim_id"]}),
        }
        return _json(found | rest)


def findings(request: Request) -> Response:
    """`/api/findings?kind=…&severity=…&operation=…&region=…&measure=…&claim_id=…`: figures that cannot all be true."""
    asked = request.query_params
    limit, offset = asked.get("limit", "1000"), asked.get("offset", "0")
    if not (_is_number(limit, 1, 10_000) and _is_number(offset, 0, 10**9)):
        return _json({"error": _LIMITS}, 400)
    wanted = {name: asked[name] for name in finding_queries.FACTS if name in asked}
    with request.app.state.opening.use() as db:
        return _json({"findings": finding_queries.findings(db, wanted, int(limit), int(offset))})


def operations(request: Request) -> Response:
    """`/api/operations`: the mass operations, and how many of each are named here."""
    with request.app.state.opening.use() as db:
        return _json(claim_queries.operations(db))


def operation(request: Request) -> Response:
    """`/api/operation/<code>`: an operation, its figures, those named here by region and month."""
    with request.app.state.opening.use() as db:
        found = claim_queries.operation(db, request.path_params["code"])
    if found is None:
        raise HTTPException(404)
    return _json(found)


def stats(request: Request) -> Response:
    """`/api/stats`: what the record holds."""
    with request.app.state.opening.use() as db:
        return _json(page_queries.holdings(db))
