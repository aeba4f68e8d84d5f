"""The JSON interface: the same persons as the pages, withheld by the same rule."""

import json
from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from poimenno.publication import queries, reports
from poimenno.values import ids


def _json(value: Any, status: int = 200) -> Response:
    return Response(json.dumps(value, ensure_ascii=False, default=str), status, media_type="application/json")


def search(request: Request) -> Response:
    """`/api/search?q=…&limit=…`: persons by name."""
    asked = request.query_params
    limit = asked.get("limit", "50")
    if not limit.isdecimal() or not 1 <= int(limit) <= 1000:
        return _json({"error": "limit: expected a number from 1 to 1000"}, 400)
    with request.app.state.opening.use() as db:
        return _json(reports.found(db, asked.get("q", "")[:200], int(limit)))


def person(request: Request) -> Response:
    """`/api/person/<id>`: a person with cases, entries and links."""
    with request.app.state.opening.use() as db:
        shown = reports.shown(db, ids.normalise(request.path_params["person_id"]))
    if shown is None:
        raise HTTPException(404)
    return _json(shown, 403 if shown.get("withheld") else 200)


def stats(request: Request) -> Response:
    """`/api/stats`: what the record holds."""
    with request.app.state.opening.use() as db:
        return _json(queries.holdings(db))
