"""Renders templates in the language of the page, with what every page shows: record, citation, withheld persons."""

import functools
import itertools
import pathlib
from collections.abc import Callable
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape
from starlette.requests import Request
from starlette.responses import HTMLResponse

from poimenno import reference
from poimenno.foundation.language import LANGUAGES, translation
from poimenno.queries.record_queries import holdings
from poimenno.site.claim_charts import ClaimCharts
from poimenno.site.estimate_charts import EstimateCharts
from poimenno.site.navigation import frame
from poimenno.site.person_charts import PersonCharts
from poimenno.site.verbatim import entry_pieces
from poimenno.wording import person_words
from poimenno.wording.finding_sentences import person_finding_kind, person_finding_sentence
from poimenno.wording.labels import label
from poimenno.wording.language_wording import Wording
from poimenno.wording.shown_claims import ClaimWording
from poimenno.wording.stratum_words import EstimateWording

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

    environment.filters |= _code_filters(language) | _value_filters(wording) | _person_filters(language)
    environment.filters |= _claim_filters(wording) | _estimate_filters(wording)
    environment.globals |= {
        "claim_charts": ClaimCharts(language),
        "estimate_charts": EstimateCharts(language),
        "period": wording.period,
        "shot": wording.shot,
        "span": lambda counts: wording.span(*counts),
        "share": wording.share,
        "person_charts": PersonCharts(language),
        "lang": language,
    }
    return environment


def _code_filters(language: str) -> dict[str, Callable[..., object]]:
    """The words for codes of closed lists and of reference tables."""

    def words(vocabulary: str) -> Callable[[str | None], str]:
        return lambda code: label(code, language, vocabulary)

    return {
        "outcome": words("outcome"),
        "confidence": words("confidence"),
        "reason": words("rejection_reason"),
        "limit": words("limit_kind"),
        "category": words("limit_category"),
        "severity": words("severity"),
        "role": words("claim_role"),
        "precision": words("precision"),
        "collection": words("collection"),
        "comparison": words("comparison"),
        "name": lambda row: row.name_ru if language == "ru" else row.name_en,
        "field": lambda code: _field_names(language).get(code, code),
        "of_order": lambda text: _order_words(language).get(text, text),
        "region_name": words("region"),
        "measure_name": words("measure"),
        "operation_name": words("operation"),
        "body_name": words("body_type"),
        "has_page": lambda body: body in reference.names_of("body_type", language),
    }


def _value_filters(wording: Wording) -> dict[str, Callable[..., object]]:
    """Numbers, dates and citations."""
    return {
        "number": wording.number,
        "fixed": wording.fixed,
        "weight": wording.weight,
        "significant": wording.significant,
        "day": wording.day,
        "month": wording.month,
        "edtf": wording.edtf,
        "language_name": wording.language_name,
        "times": wording.times,
        "links": _links,
        "host": lambda address: urlsplit(address).netloc.removeprefix("www.") or address,
    }


def _person_filters(language: str) -> dict[str, Callable[..., object]]:
    """What templates write of persons, their values, and their entries."""
    return {
        "fact": lambda fact: person_words.fact_label(fact, language),
        "chosen_value": lambda chosen: person_words.fact_value(chosen, language),
        "pieces": entry_pieces,
        "shown_values": person_words.shown_values,
        "value_text": lambda value: person_words.value_text(value, language),
        "normal_form": lambda field: person_words.normal_form(field, language),
        "short_life": lambda hit: person_words.short_life(hit, language),
        "end_of": lambda hit: person_words.end_of(hit, language),
    }


def _claim_filters(wording: Wording) -> dict[str, Callable[..., object]]:
    """What templates write of claims, limits, findings, and rows with words in both languages."""
    words, language = ClaimWording(wording), wording.language
    return {
        "claim_value": words.value,
        "claim_measure": words.measure,
        "claim_place": words.place,
        "stated_number": words.number,
        "possible": words.possible,
        "limit_date": words.limit_date,
        "limit_kind": words.limit_kind,
        "limit_number": words.limit_number,
        "operation_title": lambda row: (
            (row.title_ru or row.title_en) if language == "ru" else (row.title_en or row.title_ru)
        ),
        "rule_reason": lambda rule: getattr(rule, f"reason_{language}"),
        "finding_sentence": lambda finding: getattr(finding, f"sentence_{language}"),
        "person_finding_kind": lambda row: person_finding_kind(getattr(row, f"sentence_{language}"), wording),
        "person_finding_sentence": lambda row: person_finding_sentence(
            getattr(row, f"sentence_{language}"), row.detail, wording
        ),
        "by_persons": lambda rows: sorted(rows, key=lambda row: (-row.persons, getattr(row, f"name_{language}"))),
        "by_day": lambda events: [
            (day, list(group)) for day, group in itertools.groupby(events, lambda event: event.day)
        ],
    }


def _estimate_filters(wording: Wording) -> dict[str, Callable[..., str]]:
    """What templates write of estimates."""
    words = EstimateWording(wording)
    return {
        "stratum": words.stratum,
        "whole": words.whole,
        "interval": words.interval,
        "remark": words.remark,
        "variant": words.variant,
    }


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
    """Render an answer within what all pages show: the sections, the languages, the record, the address of its JSON."""
    language = language_of(request)
    around = frame(holdings(db), language, request.url.path, request.url.query)
    return render(language, template, {"answer": answer, "frame": around, "root": around.root}, status)
