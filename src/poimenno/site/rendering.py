"""Renders templates in the language of the page, with what every page shows: record, citation, withheld persons."""

import functools
import json
import pathlib
from collections.abc import Callable
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape
from starlette.requests import Request
from starlette.responses import HTMLResponse

from poimenno import reference
from poimenno.foundation.language import LANGUAGES, translation
from poimenno.queries import page_queries
from poimenno.queries.record_queries import holdings
from poimenno.site.person_charts import PersonCharts
from poimenno.wording import finding_words
from poimenno.wording.labels import label
from poimenno.wording.language_wording import Wording

if TYPE_CHECKING:
    import duckdb

TEMPLATES = pathlib.Path(__file__).parent / "templates"


@functools.cache
def _environment(language: str) -> Environment:
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=select_autoescape(default=True),
        undefined=StrictUndefined,
        extensions=["jinja2.ext.i18n"],
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.install_gettext_translations(translation(language), newstyle=True)  # type: ignore[attr-defined]
    wording = Wording(language)

    def words(vocabulary: str) -> Callable[[str | None], str]:
        return lambda code: label(code, language, vocabulary)

    environment.filters |= {
        "number": wording.number,
        "fixed": wording.fixed,
        "weight": wording.weight,
        "significant": wording.significant,
        "day": wording.day,
        "month": wording.month,
        "edtf": wording.edtf,
        "language_name": wording.language_name,
        "outcome": words("outcome"),
        "confidence": words("confidence"),
        "reason": words("rejection_reason"),
        "limit": words("limit_kind"),
        "category": words("limit_category"),
        "severity": words("severity"),
        "role": words("claim_role"),
        "precision": words("precision"),
        "claim_finding": lambda finding: finding_words.sentence(finding, language),
        "collection": words("collection"),
        "comparison": words("comparison"),
        "name": lambda row: row.name_ru if language == "ru" else row.name_en,
        "times": wording.times,
        "field": lambda code: _field_names(language).get(code, code),
        "of_order": lambda text: _order_words(language).get(text, text),
        "links": _links,
        "host": lambda address: urlsplit(address).netloc.removeprefix("www.") or address,
    }
    environment.globals |= {
        "years": lambda birth, person: wording.years(birth, person["execution"]),
        "period": wording.period,
        "span": lambda one: wording.span(*one),
        "share": wording.share,
        "person_charts": PersonCharts(language),
        "lang": language,
        "languages": LANGUAGES,
    }
    return environment


@functools.cache
def _field_names(language: str) -> dict[str, str]:
    return {row["field"]: row[f"name_{language}"] for row in reference.rows("fields")}


@functools.cache
def _order_words(language: str) -> dict[str, str]:
    """What the table of orders says of dates, people and bodies, in another language than its own."""
    return {row["text_en"]: row[f"text_{language}"] for row in reference.rows("order_words")}


def _links(text: str | None) -> list[tuple[str, bool]]:
    """The pieces of a citation; those that are addresses on the web are to be links."""
    return [(piece, piece.startswith(("http://", "https://"))) for piece in (text or "").split(" ; ") if piece.strip()]


def language_of(request: Request) -> str:
    """The language of a page by its address."""
    first = request.url.path.strip("/").split("/")[0]
    return first if first in LANGUAGES else "en"


def render(language: str, template: str, context: dict[str, Any], status: int = 200) -> HTMLResponse:
    """Render a template."""
    return HTMLResponse(_environment(language).get_template(template).render(context), status_code=status)


def render_page(
    request: Request, db: "duckdb.DuckDBPyConnection", template: str, answer: object, status: int = 200
) -> HTMLResponse:
    """Render an answer with what all pages show: the record, the citation, the languages, the address of its JSON."""
    return render(language_of(request), template, _frame(request, holdings(db)) | {"answer": answer}, status)


def _frame(request: Request, holdings: object) -> dict[str, Any]:
    language = language_of(request)
    path = request.url.path
    rest = path.removeprefix(f"/{language}")
    query = f"?{request.url.query}" if request.url.query else ""
    return {
        "bare": False,
        "holdings": holdings,
        "path": path,
        "root": f"/{language}",
        "elsewhere": {other: f"/{other}{rest}{query}" for other in LANGUAGES},
        "json_address": f"{path}.json{query}",
    }


class Page:
    """A page being made: its language, its connection, and what all pages show."""

    def __init__(self, request: Request, db: "duckdb.DuckDBPyConnection") -> None:
        self.request = request
        self.db = db
        self.language = language_of(request)
        self.wording = Wording(self.language)
        self.number = self.wording.number
        self._ = translation(self.language).gettext
        self.holdings = page_queries.holdings(db)

    def render(self, template: str, status: int = 200, **context: Any) -> HTMLResponse:
        """Render a template with the context and what all pages show."""
        shown = _frame(self.request, self.holdings) | {"json_address": ""}
        return render(self.language, template, shown | context, status)

    def name_of(self, table: str, key: str) -> dict[str, str]:
        """The names of the codes of a reference table, in the language of the page."""
        # Table and key are names of ours, never of a reader.
        found = page_queries.rows(self.db, f"SELECT {key} AS code, name_{self.language} AS name FROM {table}")  # noqa: S608
        return {row["code"]: row["name"] for row in found}

    def comparison(self, code: str) -> str:
        """The name of a comparison of the linkage."""
        return label(code, self.language, "comparison")

    def sentence(self, finding: dict[str, Any]) -> str:
        """The sentence of a finding, its values filled in; fields by their names, dates in words."""
        detail = self.parsed(finding["detail"]) or {}
        words = {key: self._worded(key, value) for key, value in detail.items()}
        return str(finding[f"sentence_{self.language}"]).format_map(_Missing(words))

    def _worded(self, key: str, value: Any) -> str:
        if key == "field":
            return _field_names(self.language).get(str(value), str(value))
        text = str(value)
        return self.wording.edtf(text) if len(text) == 10 and text[4:5] == "-" else text

    @staticmethod
    def parsed(value: Any) -> Any:
        """A JSON column as Python values."""
        return json.loads(value) if isinstance(value, str) else value


class _Missing(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return "…"
