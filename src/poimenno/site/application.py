"""The web application: routes, languages, headers, and pages for what goes wrong."""

import pathlib
from collections.abc import Awaitable, Callable
from urllib.parse import urlencode

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.base import BaseHTTPMiddleware
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from poimenno.foundation.errors import RecordError
from poimenno.foundation.language import LANGUAGES
from poimenno.site import api, claim_pages, estimate_pages, finding_pages, linkage_pages, operation_pages, pages
from poimenno.site.opening import Opening

HEADERS = {
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
}
STATIC = pathlib.Path(__file__).parent / "static"


def application(record: pathlib.Path) -> Starlette:
    """The application for a record; a rebuilt record is taken up without a restart."""
    localized = [
        Route("/", pages.home, name="home"),
        Route("/search", pages.search, name="search"),
        Route("/person/{person_id}", pages.person, name="person"),
        Route("/sources", pages.sources, name="sources"),
        Route("/source/{source_id}", pages.source, name="source"),
        Route("/operations", pages.operations, name="operations"),
        Route("/operation/{code}", operation_pages.operation, name="operation"),
        Route("/bodies", pages.bodies, name="bodies"),
        Route("/body/{code}", pages.body, name="body"),
        Route("/regions", operation_pages.regions, name="regions"),
        Route("/region/{code}", operation_pages.region, name="region"),
        Route("/places", pages.places, name="places"),
        Route("/place/{code}", pages.place, name="place"),
        Route("/toll", claim_pages.toll, name="toll"),
        Route("/figures", claim_pages.figures, name="figures"),
        Route("/figure/{claim_id:path}", claim_pages.figure, name="figure"),
        Route("/estimates", estimate_pages.estimates, name="estimates"),
        Route("/estimate/{name}/{number:int}", estimate_pages.estimate, name="estimate"),
        Route("/findings", finding_pages.findings, name="findings"),
        Route("/linkage", linkage_pages.linkage, name="linkage"),
        Route("/about", pages.about, name="about"),
    ]
    app = Starlette(
        routes=[
            Route("/", _choose_language),
            Mount("/static", StaticFiles(directory=STATIC), name="static"),
            Route("/api/search", api.search),
            Route("/api/person/{person_id}", api.person),
            Route("/api/stats", api.stats),
            Route("/api/toll", api.toll),
            Route("/api/figures", api.figures),
            Route("/api/figure/{claim_id:path}", api.figure),
            Route("/api/findings", api.findings),
            Route("/api/estimates", estimate_pages.api),
            Route("/api/operations", api.operations),
            Route("/api/operation/{code}", api.operation),
            *(Mount(f"/{language}", routes=localized) for language in LANGUAGES),
        ],
        middleware=[Middleware(BaseHTTPMiddleware, dispatch=_with_headers)],
        exception_handlers={
            HTTPException: pages.problem,
            RecordError: pages.problem,
            Exception: pages.problem,
        },
    )
    app.state.opening = Opening(record)
    app.state.archive = record.parent  # estimates are kept beside the record
    return app


async def _with_headers(request: Request, call: Callable[[Request], Awaitable[Response]]) -> Response:
    response = await call(request)
    response.headers.update(HEADERS)
    return response


def _choose_language(request: Request) -> RedirectResponse:
    """The root leads to the language that the browser prefers."""
    wanted = request.headers.get("accept-language", "").lower()
    russian = wanted.find("ru")
    english = wanted.find("en")
    language = "ru" if russian >= 0 and (english < 0 or russian < english) else "en"
    query = f"?{urlencode(request.query_params.multi_items())}" if request.query_params else ""
    return RedirectResponse(f"/{language}/{query}", headers={"Vary": "Accept-Language"})
