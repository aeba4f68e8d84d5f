"""Every page is HTML in each language and JSON, from one handler; errors come in the form that was asked for."""

import json
import pathlib
import re
from collections.abc import Iterator

import pytest
from selectolax.lexbor import LexborHTMLParser
from starlette.testclient import TestClient

from poimenno.foundation.language import LANGUAGES
from poimenno.site import api, routes
from poimenno.site.application import HEADERS, application
from poimenno.site.page_request import PageRequest
from tests.site_pages import SIMPLE

both_languages = pytest.mark.parametrize("language", LANGUAGES)
every_route = pytest.mark.parametrize("route", routes.ROUTES, ids=lambda route: route.path)
# Values for the placeholders of paths; the rest come from the addresses that other tests open.
PERSON = "Двусписочный"


def address_of(route: routes.PageRoute, client: TestClient) -> str:
    """An address of the route in the made-up record, without the language."""
    head, brace, _tail = route.path.partition("{")
    if not brace:
        return route.path
    if head == "/person/":
        return head + str(client.get("/api/search", params={"q": PERSON}).json()["persons"][0]["person_id"])
    return "/" + next(address for address in SIMPLE if f"/{address}".startswith(head))


@every_route
@both_languages
def test_every_page_is_html_and_json(client: TestClient, language: str, route: routes.PageRoute) -> None:
    address = f"/{language}{address_of(route, client)}"
    page = client.get(address)
    assert page.status_code == 200
    assert page.headers["content-type"] == "text/html; charset=utf-8"
    (link,) = LexborHTMLParser(page.text).css("link[type='application/json']")
    assert link.attributes["href"] == f"{address}.json"
    data = client.get(f"{address}.json")
    assert data.status_code == 200
    assert data.headers["content-type"] == "application/json"
    assert isinstance(data.json(), dict)


@every_route
def test_html_and_json_come_from_one_handler(
    made_up_record: pathlib.Path, client: TestClient, monkeypatch: pytest.MonkeyPatch, route: routes.PageRoute
) -> None:
    """The handler is put under watch: each of the two addresses calls it once, and asks nothing else."""
    calls: list[PageRequest] = []

    def watched(request: PageRequest) -> object:
        calls.append(request)
        return route.handler(request)

    table = [routes.PageRoute(one.path, watched, one.template) if one is route else one for one in routes.ROUTES]
    monkeypatch.setattr(routes, "ROUTES", tuple(table))
    watching = TestClient(application(made_up_record), raise_server_exceptions=False)
    address = f"/en{address_of(route, client)}"
    for ending in ("", ".json"):
        assert watching.get(address + ending).status_code == 200
    assert len(calls) == 2
    assert calls[0].path == calls[1].path


def test_the_about_page_names_every_api_route(client: TestClient) -> None:
    for language in LANGUAGES:
        tree = LexborHTMLParser(client.get(f"/{language}/about").text)
        named = [node.text() for node in tree.css("dt code")]
        assert named == [route.address for route in api.ROUTES]
    app = application(pathlib.Path("nowhere"))
    mounted = {str(getattr(route, "path", "")) for route in app.routes}
    assert {path for path in mounted if path.startswith("/api")} == {route.path for route in api.ROUTES}
    assert len(api.ROUTES) >= 10


@pytest.mark.parametrize(
    "address",
    ["/api", "/api/", "/api/nope", "/api/person/nobody", "/api/figure/none", "/api/operation/none", "/en/nope.json",
     "/ru/sources/nope.json", "/nope.json"],
)  # fmt: skip
def test_what_is_not_there_is_said_as_json_where_json_is_asked_for(client: TestClient, address: str) -> None:
    answer = client.get(address)
    assert answer.status_code == 404
    assert answer.headers["content-type"] == "application/json"
    assert answer.json()["status"] == 404
    assert answer.json()["error"]
    assert ("Такой страницы нет" in answer.json()["error"]) == address.startswith("/ru/")


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("/api/search?limit=0", "limit: expected a number from 1 to 1000"),
        ("/api/search?limit=²", "limit: expected a number from 1 to 1000"),
        ("/api/figures?limit=10001", "limit: expected a number from 1 to 10000"),
        ("/api/findings?offset=-1", "offset: expected a number from 0"),
        ("/api/toll?day=yesterday", "day: expected a day as 1937-10-31"),
    ],
)
def test_a_value_that_cannot_be_read_is_named(client: TestClient, address: str, words: str) -> None:
    answer = client.get(address)
    assert answer.status_code == 400
    assert words in answer.json()["error"]


@pytest.fixture
def failing(made_up_record: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[TestClient]:
    """A site whose page of sources and whose counts raise an unexpected error."""

    def fail(_request: PageRequest) -> object:
        raise ValueError("secret inside")

    pages = [routes.PageRoute(one.path, fail, one.template) if one.path == "/sources" else one for one in routes.ROUTES]
    monkeypatch.setattr(routes, "ROUTES", tuple(pages))
    monkeypatch.setattr(api, "ROUTES", (api.ApiRoute("/api/stats", fail, ""),))
    yield TestClient(application(made_up_record), raise_server_exceptions=False)


@pytest.mark.parametrize("address", ["/en/sources", "/ru/sources.json", "/api/stats"])
def test_an_unexpected_error_keeps_its_insides_and_the_headers(failing: TestClient, address: str) -> None:
    answer = failing.get(address)
    assert answer.status_code == 500
    assert "secret" not in answer.text
    assert {name: answer.headers[name] for name in HEADERS} == HEADERS
    if address == "/en/sources":
        assert answer.headers["content-type"].startswith("text/html")
    else:
        assert json.loads(answer.text)["status"] == 500


@pytest.mark.parametrize("address", ["/en/", "/en/sources", "/en/sources.json", "/api/stats"])
def test_head_has_the_headers_of_get_and_no_body(client: TestClient, address: str) -> None:
    head, get = client.head(address), client.get(address)
    assert head.status_code == get.status_code == 200
    assert head.content == b""
    assert head.headers == get.headers


@pytest.mark.parametrize("address", ["/en/sources", "/en/sources.json", "/api/stats"])
def test_nothing_can_be_posted(client: TestClient, address: str) -> None:
    answer = client.post(address)
    assert answer.status_code == 405
    assert "GET" in answer.headers["allow"]


def test_templates_are_readable() -> None:
    """Lines under 160 characters, and no look-up tables: words and computed labels are made in Python."""
    templates = sorted((pathlib.Path(routes.__file__).parent / "templates").glob("*.html"))
    assert len(templates) > 20
    for template in templates:
        for number, line in enumerate(template.read_text(encoding="utf-8").splitlines(), 1):
            assert len(line) < 160, f"{template.name}:{number}"
            assert not re.search(r"[^}%]\}(\[|\.get\()", line), f"{template.name}:{number}"
        # The texts of templates are always formatted: a bare percent sign would end the page with an error.
        for text in re.findall(r'_\(\s*((?:"[^"]*"\s*)+)', template.read_text(encoding="utf-8")):
            assert not re.search(r"%(?![(%])", text), f"{template.name}: {text}"
