"""The web application: routes, languages, headers, and pages for what goes wrong."""

import pathlib
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING
from urllib.parse import quote, urlencode

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.base import BaseHTTPMiddleware
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

from poimenno.foundation import json_text
from poimenno.foundation.errors import PoimennoError
from poimenno.foundation.language import LANGUAGES
from poimenno.site import api, routes
from poimenno.site.opening import Opening
from poimenno.site.page_request import BadRequest, Handler, Moved, PageRequest
from poimenno.site.problems import problem_of
from poimenno.site.rendering import language_of, render, render_page
from poimenno.site.routes import PageRoute

if TYPE_CHECKING:
    import duckdb

HEADERS = {
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
}
STATIC = pathlib.Path(__file__).parent / "static"


def application(record: pathlib.Path) -> Starlette:
    """The application for a record; a rebuilt record is taken up without a restart."""
    app = Starlette(
        routes=[
            Route("/", _choose_language),
            Mount("/static", StaticFiles(directory=STATIC), name="static"),
            *(Route(route.path, _json_endpoint(route.handler)) for route in api.ROUTES),
            *(Mount(f"/{language}", routes=_page_routes()) for language in LANGUAGES),
        ],
        middleware=[Middleware(BaseHTTPMiddleware, dispatch=_with_headers)],
        exception_handlers=dict.fromkeys((HTTPException, BadRequest, PoimennoError, Exception), _problem),
    )
    app.state.opening = Opening(record)
    app.state.archive = record.parent  # estimates are kept beside the record
    return app


def _page_routes() -> list[BaseRoute]:
    """The pages of a language: JSON before HTML, because an id in a path may hold a dot."""
    return [
        *(Route(route.path + ".json", _json_endpoint(route.handler)) for route in routes.ROUTES),
        *(Route(route.path, _html_endpoint(route)) for route in routes.ROUTES),
        *(Route(old, _moved_endpoint(new)) for old, new in routes.MOVED.items()),
    ]


def _html_endpoint(route: PageRoute) -> Callable[[Request], Response]:
    def endpoint(request: Request) -> Response:
        with request.app.state.opening.use() as db:
            try:
                answer = route.handler(_page_request(request, db))
            except Moved as moved:
                return _redirect(request, moved.path)
            template, status = routes.SPECIAL.get(type(answer), (route.template, 200))
            return render_page(request, db, template, answer, status)

    return endpoint


def _moved_endpoint(path: str) -> Callable[[Request], Response]:
    """Leads to the address that took the place of an older one; placeholders and the query are kept."""

    def endpoint(request: Request) -> Response:
        values = {name: quote(value) for name, value in request.path_params.items()}
        query = f"?{request.url.query}" if request.url.query else ""
        return _redirect(request, path.format(**values) + query)

    return endpoint


def _json_endpoint(handler: Handler) -> Callable[[Request], Response]:
    def endpoint(request: Request) -> Response:
        with request.app.state.opening.use() as db:
            try:
                answer = handler(_page_request(request, db))
            except Moved as moved:
                return _redirect(request, moved.path + ".json")
        _template, status = routes.SPECIAL.get(type(answer), ("", 200))
        return _json(answer, status)

    return endpoint


def _page_request(request: Request, db: "duckdb.DuckDBPyConnection") -> PageRequest:
    return PageRequest(db, language_of(request), request.path_params, request.query_params, request.app.state.archive)


def _json(answer: object, status: int = 200) -> Response:
    return Response(json_text.dumps(answer), status, media_type="application/json")


def _redirect(request: Request, path: str) -> Response:
    return RedirectResponse(f"/{language_of(request)}{path}", status_code=301)


def _problem(request: Request, error: Exception) -> Response:
    """What went wrong, in words and without a traceback: as JSON if the address is of JSON, otherwise as a page."""
    language = language_of(request)
    problem = problem_of(error, language)
    path = request.url.path
    if path == "/api" or path.startswith("/api/") or path.endswith(".json"):
        response = _json(problem, problem.status)
    else:
        response = render(language, "problem.html", {"answer": problem, "frame": None}, problem.status)
    # An unexpected error passes by the middleware that sets these.
    response.headers.update(HEADERS)
    if isinstance(error, HTTPException) and error.headers:
        response.headers.update(error.headers)
    return response


async def _with_headers(request: Request, call: Callable[[Request], Awaitable[Response]]) -> Response:
    response = await call(request)
    response.headers.update(HEADERS)
    return response


def _choose_language(request: Request) -> RedirectResponse:
    """The root leads to the language that the browser prefers."""
    languages = request.headers.get("accept-language", "").lower()
    russian = languages.find("ru")
    english = languages.find("en")
    language = "ru" if russian >= 0 and (english < 0 or russian < english) else "en"
    query = f"?{urlencode(request.query_params.multi_items())}" if request.query_params else ""
    return RedirectResponse(f"/{language}/{query}", headers={"Vary": "Accept-Language"})
