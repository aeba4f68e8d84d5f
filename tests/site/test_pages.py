"""Every page, in both languages: it is there, whole, linked, in its language, and says which record it is of."""

import html
import pathlib
import re
from typing import TYPE_CHECKING
from urllib.parse import urldefrag, urljoin, urlsplit

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode
from starlette.testclient import TestClient

from poimenno.foundation.language import LANGUAGES, translation
from poimenno.site import place_pages
from poimenno.site.application import application
from poimenno.site.person_pages import FACTS
from tests.site_pages import SIMPLE

if TYPE_CHECKING:
    import duckdb

PAGES = (
    *SIMPLE,
    "search",
    "search?q=Образец",
    "search?q=nobody-at-all",
    "search?place=butovo&page=2",
    "search?year=1938&operation=00485&body=dvoika&place=butovo&day=1938-01-15&source=notices",
    "search?operation=00447&sentenced=1937-11&shot=1937-11",
    "toll?day=1937-12-31",
    "claims?collection=limits_00447_initial",
    "claims?collection=stalin_lists&page=2",
    "claim/supplements_00447:16:category_1",
    "findings?kind=burial_places_differ",
)
TWICE = "Двусписочный Вымысел Образцович"
both_languages = pytest.mark.parametrize("language", LANGUAGES)
every_page = pytest.mark.parametrize("address", PAGES)


def only(tree: LexborHTMLParser, selector: str) -> LexborNode:
    (found,) = tree.css(selector)
    return found


def handles(db: "duckdb.DuckDBPyConnection", name: str) -> list[str]:
    found = db.execute(
        "SELECT e.handle FROM persons AS p JOIN person_entries AS pe ON pe.person_id = p.person_id "
        "JOIN entries AS e ON e.entry_id = pe.entry_id WHERE p.name = ? ORDER BY e.handle = p.person_id DESC",
        [name],
    ).fetchall()
    return [handle for (handle,) in found]


@every_page
@both_languages
def test_a_page_is_there_whole_and_in_its_language(client: TestClient, language: str, address: str) -> None:
    page = client.get(f"/{language}/{address}")
    assert page.status_code == 200
    assert page.headers["content-type"] == "text/html; charset=utf-8"
    tree = LexborHTMLParser(page.text)
    assert only(tree, "html").attributes["lang"] == language
    assert len(tree.css("h1")) == 1
    title = only(tree, "head > title").text()
    assert title.strip(" ·") and "\n" not in title
    words = translation(language).gettext("Made-up data: no one named on these pages ever lived.")
    assert only(tree, ".made-up").text() == words
    # The record's own comments, in English on every page, name placeholders.
    for comment in tree.css("body [lang]"):
        comment.decompose()
    assert not re.search(r"\{\{|\{%|%\(num\)s|\{[a-z_]+\}|Undefined|None\b(?!:)", only(tree, "body").text())


@every_page
def test_russian_pages_speak_russian(client: TestClient, address: str) -> None:
    tree = LexborHTMLParser(client.get(f"/ru/{address}").text)
    for label in tree.css("th, dt, h2, button, label, nav.rooms a, summary"):
        inside = label.text().strip()
        # Titles of the lists and keys of the record are what they are; SHA-256 is so in every language.
        own = label.css("[href*='/source/'], code, [lang=en]") or inside in {"SHA-256", "version", "program", "inputs"}
        assert own or not inside or re.search("[А-Яа-яё]", inside), inside


@every_page
@both_languages
def test_every_id_is_once_and_every_label_has_its_field(client: TestClient, language: str, address: str) -> None:
    tree = LexborHTMLParser(client.get(f"/{language}/{address}").text)
    ids = [node.attributes["id"] for node in tree.css("[id]")]
    assert len(ids) == len(set(ids))
    for node in tree.css("[for], [aria-labelledby]"):
        assert (node.attributes.get("for") or node.attributes["aria-labelledby"]) in ids
    assert not tree.css("script, iframe, object, embed, [style], [onclick], [onload], [onerror]")


@both_languages
def test_every_link_leads_somewhere(client: TestClient, language: str) -> None:
    """Crawls from the first page; of the searches, one by each fact and one by each two; of figures, one a table."""
    ids: dict[str, set[str]] = {}
    wanted: list[tuple[str, str, str]] = [(f"/{language}/", "", "the test")]
    seen: set[tuple[str, str]] = set()
    shapes: set[str] = set()
    while wanted:
        address, fragment, source = wanted.pop()
        if (address, fragment) in seen:
            continue
        seen.add((address, fragment))
        if address not in ids:
            shape = shape_of(address)
            if shape in shapes:
                continue
            if shape != address or "?" in address:
                shapes.add(shape)
            answer = client.get(address, follow_redirects=False)
            assert answer.status_code == 200, f"{source} leads to {address}: {answer.status_code}"
            ids[address] = set()
            if answer.headers["content-type"].startswith("text/html"):
                tree = LexborHTMLParser(answer.text)
                ids[address] = {str(node.attributes["id"]) for node in tree.css("[id]")}
                wanted += links(tree, address, language)
        assert not fragment or fragment in ids[address], f"{source} leads to {address}#{fragment}, which is not there"
    kinds = {address.split("?", maxsplit=1)[0].split("/")[2] for address in ids if address.startswith(f"/{language}/")}
    assert kinds >= {page.split("?", maxsplit=1)[0].split("/")[0] for page in PAGES} | {"person"}
    assert len([address for address in ids if "/person/" in address and not address.endswith(".json")]) > 70


def shape_of(address: str) -> str:
    """A search by its facts without their values; a figure by its table alone; any other address as it is."""
    if "/claim/" in address:
        return address.partition(":")[0].partition("%3A")[0]
    return re.sub(r"=[^&]*", "=", address) if re.search(r"/search(\.json)?\?", address) else address


def links(tree: LexborHTMLParser, here: str, language: str) -> list[tuple[str, str, str]]:
    found = []
    for node in tree.css("a[href], link[href]"):
        target, fragment = urldefrag(urljoin(here, node.attributes["href"] or ""))
        parts = urlsplit(target)
        if parts.scheme or parts.netloc:
            # Other sites are only led to over the web, and are told nothing.
            assert parts.scheme in {"http", "https", "data"}, target
            continue
        if parts.path.startswith((f"/{language}/", "/static/")) and parts.query.count("=") <= 2:
            found.append((target, fragment, here))
    return found


@both_languages
def test_each_page_leads_to_itself_in_the_other_language(client: TestClient, language: str) -> None:
    tree = LexborHTMLParser(client.get(f"/{language}/search?q=Образец&year=1937").text)
    for node in tree.css(".languages a"):
        address = node.attributes["href"] or ""
        assert address.startswith(f"/{node.attributes['hreflang']}/search?q=")
        assert client.get(address).status_code == 200
    assert [n.attributes["hreflang"] for n in tree.css(".languages a[aria-current]")] == [language]


@pytest.mark.parametrize(
    "address",
    ["/", "/en/", "/ru/person/nobody", "/no-such-page", "/static/site.css", "/api/stats", "/api/person/nobody"],
)
def test_headers_of_security(client: TestClient, address: str) -> None:
    headers = client.get(address, follow_redirects=False).headers
    policy = headers["content-security-policy"]
    assert policy.startswith("default-src 'none'")
    assert "unsafe" not in policy
    assert "script-src" not in policy
    assert "frame-ancestors 'none'" in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"
    assert "set-cookie" not in headers


@pytest.mark.parametrize(
    ("wanted", "language"),
    [
        ("ru", "ru"),
        ("ru-RU,ru;q=0.9,en;q=0.8", "ru"),
        ("en-GB,en;q=0.9,ru;q=0.5", "en"),
        ("de", "en"),
        ("", "en"),
    ],
)
def test_the_root_leads_to_the_readers_language(client: TestClient, wanted: str, language: str) -> None:
    answer = client.get("/", headers={"accept-language": wanted}, follow_redirects=False)
    assert answer.is_redirect
    assert answer.headers["location"] == f"/{language}/"
    assert answer.headers["vary"] == "Accept-Language"


@both_languages
def test_any_entry_of_a_person_leads_to_the_person(
    client: TestClient, db: "duckdb.DuckDBPyConnection", language: str
) -> None:
    person, other = handles(db, TWICE)
    moved = client.get(f"/{language}/person/{other}", follow_redirects=False)
    assert (moved.status_code, moved.headers["location"]) == (301, f"/{language}/person/{person}")
    # As read aloud or typed from paper.
    typed = f"{person[:4]}-{person[4:8]} {person[8:]}".upper()
    moved = client.get(f"/{language}/person/{typed}", follow_redirects=False)
    assert (moved.status_code, moved.headers["location"]) == (301, f"/{language}/person/{person}")
    assert client.get(f"/{language}/person/{person}", follow_redirects=False).status_code == 200


def test_a_person_is_told_with_sources_and_reasons(client: TestClient, db: "duckdb.DuckDBPyConnection") -> None:
    person, other = handles(db, TWICE)
    tree = LexborHTMLParser(client.get(f"/en/person/{person}").text)
    text = " ".join(only(tree, "body").text().split())
    assert only(tree, "h1").text() == TWICE
    assert "born 12 March 1890, shot 15 January 1938" in " ".join(only(tree, ".dates").text().split())
    assert {node.attributes["id"] for node in tree.css("section.entry")} == {person, other}
    # The notice stands whole, as it is in the list.
    (notice,) = db.execute("SELECT text FROM entries WHERE handle = ? AND text != ''", [other]).fetchall()[0]
    assert only(tree, f'section[id="{other}"] blockquote').text() == notice
    assert "Бутово" in only(tree, "section.findings").text()
    assert "Why we think these entries are about the same person" in text
    assert len(tree.css("svg.weights rect")) >= 5
    assert "00485" in only(tree, ".inferred").text()
    # Rival values stand beside each other, each with the entry that says it.
    births = [row for row in tree.css("table.values tr") if "1890" in row.text()]
    assert len(births[0].css("p")) == 2
    assert len(births[0].css("p.other")) == 1
    assert [f"#{node.attributes['id']}" for node in tree.css("section.entry")] == sorted(
        {str(link.attributes["href"]) for link in tree.css(".said a[href^='#']")},
        key=[f"#{person}", f"#{other}"].index,
    )


def test_markup_of_a_list_is_text_on_the_page(client: TestClient, db: "duckdb.DuckDBPyConnection") -> None:
    (hostile,) = handles(db, "Разметкин Знак <script>alert(1)</script>")
    page = client.get(f"/en/person/{hostile}").text
    assert "<script" not in page
    assert "<img" not in page
    assert "{{ 7*7 }}" in html.unescape(page)
    asked = client.get("/en/search", params={"q": '"><script>alert(1)</script>'}).text
    assert "<script" not in asked


@pytest.mark.parametrize("page", ["search?q=Образец", "operation/00447", "source/roll"])
def test_the_citation_names_page_and_record(client: TestClient, page: str) -> None:
    version = client.get("/api/stats").json()["version"]
    cited = only(LexborHTMLParser(client.get(f"/en/{page}").text), ".citation").text()
    assert f"record {version}" in cited
    assert f"/en/{page.split('?', maxsplit=1)[0]}" in cited


def test_the_citation_of_a_person_names_the_person(client: TestClient, db: "duckdb.DuckDBPyConnection") -> None:
    person = handles(db, TWICE)[0]
    cited = only(LexborHTMLParser(client.get(f"/ru/person/{person}").text), ".citation").text()
    assert cited.startswith(f"{TWICE} (12")
    assert person in cited


@pytest.mark.parametrize(
    ("address", "language", "words"),
    [
        ("/en/no-such-page", "en", "There is no such page"),
        ("/ru/person/nobody", "ru", "Такой страницы нет"),
        ("/en/source/no-such-source", "en", "There is no such page"),
        ("/ru/operation/99999", "ru", "Такой страницы нет"),
        ("/en/place/nowhere", "en", "There is no such page"),
        ("/en/body/none", "en", "There is no such page"),
        ("/en/region/none", "en", "There is no such page"),
        ("/elsewhere", "en", "There is no such page"),
    ],
)
def test_what_is_not_there_is_said_in_words(client: TestClient, address: str, language: str, words: str) -> None:
    page = client.get(address)
    assert page.status_code == 404
    tree = LexborHTMLParser(page.text)
    assert only(tree, "html").attributes["lang"] == language
    assert words in only(tree, "body").text()
    assert client.get(only(tree, "main a").attributes["href"] or "").status_code == 200


def test_without_a_record_the_pages_say_what_to_do(tmp_path: pathlib.Path) -> None:
    nobody = TestClient(application(tmp_path / "record.duckdb"), raise_server_exceptions=False)
    page = nobody.get("/en/")
    assert page.status_code == 503
    assert "poimenno build" in page.text
    assert "Traceback" not in page.text


def test_a_fault_of_the_program_is_told_without_its_insides(
    made_up_record: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> None:

    def fail(*_: object) -> None:
        raise ValueError("secret inside")

    monkeypatch.setattr(place_pages, "list_places", fail)
    page = TestClient(application(made_up_record), raise_server_exceptions=False).get("/ru/places")
    assert page.status_code == 500
    assert "secret" not in page.text
    assert "Что-то пошло не так" in page.text


@pytest.mark.parametrize("fact", [*FACTS, "page", "q", "kind", "collection"])
@pytest.mark.parametrize("value", ["'", "-1", "0", "99999999999", "<b>", "\x00", "٣", "²"])
def test_no_question_breaks_a_page(client: TestClient, fact: str, value: str) -> None:
    for page in ("search", "claims", "findings"):
        assert client.get(f"/en/{page}", params={fact: value}).status_code == 200


def test_the_interface_for_programs(client: TestClient, db: "duckdb.DuckDBPyConnection") -> None:
    found = client.get("/api/search", params={"q": "Двусписочный"}).json()
    assert set(found) == {"query", "total", "persons"}
    (person,) = [one["person_id"] for one in found["persons"] if one["name"] == TWICE]
    told = client.get(f"/api/person/{handles(db, TWICE)[1]}").json()
    assert told["person_id"] == person
    assert set(told) >= {"person_id", "name", "cases", "list", "links"}
    assert client.get("/api/search?limit=0").status_code == 400
    assert client.get("/api/search?limit=²").status_code == 400
    assert client.get("/api/person/nobody").status_code == 404
    assert client.get("/api/stats").json()["persons"] >= 78
