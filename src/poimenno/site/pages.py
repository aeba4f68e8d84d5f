"""The pages: what a reader asked for, read from the record and handed to a template."""

from types import SimpleNamespace
from typing import Any
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from poimenno.charts.bars import DayBar, WeightBar, day_chart, weight_chart
from poimenno.queries import link_queries, page_queries, person_queries
from poimenno.queries import search as searching
from poimenno.site.page_request import get_or_404
from poimenno.site.rendering import Page
from poimenno.site.verbatim import pieces
from poimenno.values import ids

PER_PAGE = 50
FACETS = ("year", "region", "operation", "body", "place", "day", "sentenced", "shot", "source")


def search(request: Request) -> Response:
    """Persons found by name and facts, with facets."""
    asked = request.query_params
    year = asked.get("year", "")
    number = asked.get("page", "1")
    at = max(1, int(number)) if number.isdecimal() and len(number) < 7 else 1
    query = searching.Query(
        words=asked.get("q", "")[:200],
        year=int(year) if year.isdecimal() and len(year) == 4 else None,
        region=asked.get("region") or None,
        operation=asked.get("operation") or None,
        body=asked.get("body") or None,
        place=asked.get("place") or None,
        day=asked.get("day") or None,
        sentenced=asked.get("sentenced") or None,
        shot=asked.get("shot") or None,
        source=asked.get("source") or None,
    )
    with request.app.state.opening.use() as db:
        page = Page(request, db)
        found = searching.find(db, query, limit=PER_PAGE, offset=(at - 1) * PER_PAGE, facets=True)
        chosen = {name: asked[name] for name in FACETS if asked.get(name)}
        return page.render(
            "search.html",
            query=query,
            found=found,
            chosen=chosen,
            names=_facet_names(page),
            at=at,
            last=max(1, -(-found.total // PER_PAGE)),
            address=lambda **changed: _address(asked.get("q", ""), chosen, changed),
        )


def _address(words: str, chosen: dict[str, str], changed: dict[str, Any]) -> str:
    """The address of a search with some facts changed; None takes a fact away."""
    asked = {"q": words, **chosen, **changed}
    return "search?" + urlencode({name: value for name, value in asked.items() if value not in (None, "")})


def _facet_names(page: Page) -> dict[str, Any]:
    return {
        "region": page.name_of("regions", "region"),
        "operation": page.name_of("operations", "operation"),
        "body": page.name_of("bodies", "body_type"),
        "place": page.name_of("places", "place_id"),
        "source": {
            row["source_id"]: row["title"] for row in page_queries.rows(page.db, "SELECT source_id, title FROM sources")
        },
    }


def person(request: Request) -> Response:
    """A person: the cases, every entry verbatim beside what was read, every value with its sources."""
    asked = request.path_params["person_id"]
    handle = ids.normalise(asked)
    with request.app.state.opening.use() as db:
        page = Page(request, db)
        found = get_or_404(person_queries.person(db, handle))
        if found["person_id"] != asked:
            return RedirectResponse(f"/{page.language}/person/{found['person_id']}", status_code=301)
        if found["withheld"]:
            return page.render("withheld.html", status=403)
        for number, entry in enumerate(found["list"], 1):
            entry["number"] = number
            entry["pieces"] = pieces(entry["text"], [field for field in entry["fields"] if field["part"] is None])
            entry["columns"] = page.parsed(entry["columns"])
            entry["context"] = page.parsed(entry["context"])
        for link in found["links"]:
            link["evidence"] = page.parsed(link["evidence"]) or []
            link["parted"] = separated(found["links"], link) if link["used"] else []
            level = "level" if page.language == "en" else "level_ru"
            bars = [
                WeightBar(
                    f"{page.comparison(part['comparison'])}: {part[level]}",
                    part["weight"],
                    page.wording.weight(part["weight"]),
                )
                for part in link["evidence"]
            ]
            link["chart"] = weight_chart(bars, page._("What speaks for and against, in bits"))
        for finding in found["findings"]:
            finding["sentence"] = page.sentence(finding)
        return page.render("person.html", person=found, titles={entry["entry_id"]: entry for entry in found["list"]})


def coded(db: Any, page: Page, table: str, key: str, column: str) -> list[dict[str, Any]]:
    """The rows of a reference table with the published persons of each."""
    counts = page_queries.grouped(db, column)
    found = page_queries.rows(db, f"SELECT * FROM {table}")  # noqa: S608 - a name of ours
    for row in found:
        row["code"] = row[key]
        row["name"] = row[f"name_{page.language}"]
        row["count"] = counts.get(row[key], {"persons": 0, "shot": 0})
    return sorted(found, key=lambda row: (-row["count"]["persons"], row["name"]))


def days_chart(page: Page, counts: list[dict[str, Any]], **facts: str) -> Any:
    """The shootings by day as a chart; each bar leads to the search for its day and the other `facts`."""
    root = f"/{page.language}/search?"
    bars = [
        DayBar(
            row["day"],
            row["count"],
            f"{page.wording.day(row['day'])}: {page.number(row['count'])}",
            root + urlencode({**facts, "day": row["day"].isoformat()}),
        )
        for row in counts
    ]
    return day_chart(bars, page._("Shootings by day, 1937–1938, of the persons named here"), page.wording.month)


def separated(links: list[dict[str, Any]], cut: dict[str, Any]) -> tuple[str, ...]:
    """The entries that would leave the first entry of a link if it were cut."""
    pairs = [SimpleNamespace(**link) for link in links]
    return link_queries.separated_by(pairs, pairs[links.index(cut)])
