"""Search for persons by name, in any spelling or script, and by the facts of their cases.

Every word of the query must match a word of a name: exactly, as its beginning, or nearly (Jaro and Winkler's similarity
of the folded forms). Exact matches come first, and matches of surnames before those of other names.
"""

import dataclasses
from dataclasses import dataclass
from typing import TYPE_CHECKING

from poimenno.foundation import sql
from poimenno.reference.vocabularies import BodyType, Operation, Outcome, SearchOrder, SentenceCategory, Sex
from poimenno.values.daitch_mokotoff import codes
from poimenno.values.person_names import fold

if TYPE_CHECKING:
    import duckdb

# A word this alike is taken for another spelling; below it, strangers come in.
LEAST_SIMILARITY = 0.9
MAX_WORDS = 6
# The facts whose values are counted among all that fit, in the order in which they are shown.
FACETS = ("year", "region", "operation", "body", "place")


@dataclass(frozen=True, slots=True)
class SearchQuery:
    """What is searched for: words of a name, and facts that must hold; None: any.

    `sentenced` and `shot` are months (1937-11) in which, by all its sources, the case was decided or the person shot.
    """

    words: str = ""
    year: int | None = None
    region: str | None = None
    operation: str | None = None
    body: str | None = None
    place: str | None = None
    day: str | None = None
    sentenced: str | None = None
    shot: str | None = None
    source: str | None = None
    order: SearchOrder = SearchOrder.BEST
    sounds: bool = False  # also names that meet in Daitch–Mokotoff Soundex


@dataclass(frozen=True)
class Hit:
    """A person in a list: the preferred forms of the name and of one case, of 1937-1938 if there is one."""

    person_id: str
    name: str
    surname: str | None
    given_name: str | None
    patronymic: str | None
    sex: Sex | None
    birth: str | None
    entries: int
    sources: int
    made_up: bool
    year: int | None
    outcome: Outcome | None
    region: str | None
    body_type: BodyType | None
    operation: Operation | None
    burial_place: str | None
    burial_place_id: str | None
    execution: str | None
    sentence_date: str | None
    arrest: str | None
    sentence: str | None
    sentence_category: SentenceCategory | None
    language: str


@dataclass(frozen=True)
class FacetValue:
    """A value of a fact, with its names, and how many of those who fit have it."""

    fact: str
    value: str
    count: int
    name_en: str
    name_ru: str


@dataclass(frozen=True)
class FactName:
    """The names of the code that a fact of a query asks for."""

    fact: str
    name_en: str
    name_ru: str


@dataclass(frozen=True, slots=True)
class SearchResult:
    """A part of the persons who fit the words of a query, of `total`."""

    query: str
    total: int
    persons: tuple[Hit, ...]


# How many of those who fit the last query have each value, by fact.
Facets = dict[str, tuple[FacetValue, ...]]


@dataclass(frozen=True)
class _Token:
    token: str


def find_persons(
    db: "duckdb.DuckDBPyConnection", query: SearchQuery, *, limit: int = 50, offset: int = 0
) -> SearchResult:
    """The published persons who fit a query, best first unless it asks for another order.

    All that fit stay in the temporary table `matches` of the connection, for `count_facets`.
    """
    words = [word for word in fold(query.words).replace("?", "").split(" ") if word][:MAX_WORDS]
    sounding = _sounding_alike(db, words) if query.sounds else []
    facts = {fact.name: getattr(query, fact.name) for fact in dataclasses.fields(query)}
    for name in ("words", "order", "sounds"):
        del facts[name]
    sql.run(
        db,
        "queries",
        "search_named",
        words=words,
        sound_numbers=[number for number, _token in sounding],
        sound_tokens=[token for _number, token in sounding],
        least_similarity=LEAST_SIMILARITY,
    )
    sql.run(db, "queries", "search_matches", by_name=bool(words), **facts)
    return SearchResult(
        query=query.words,
        total=sql.scalar(db, "queries", "search_total"),
        persons=tuple(sql.rows_as(db, Hit, "queries", "search_page", order=query.order, limit=limit, offset=offset)),
    )


def count_facets(db: "duckdb.DuckDBPyConnection") -> Facets:
    """How many of all that fit the last query have each value of a fact: years in order, the rest by number."""
    rows = sql.rows_as(db, FacetValue, "queries", "search_facets")
    return {fact: tuple(row for row in rows if row.fact == fact) for fact in FACETS}


def fact_names(db: "duckdb.DuckDBPyConnection", query: SearchQuery) -> dict[str, FactName]:
    """The names of the codes that a query asks for, by fact; a code that is not known has none."""
    rows = sql.rows_as(
        db,
        FactName,
        "queries",
        "fact_names",
        region=query.region,
        operation=query.operation,
        body=query.body,
        place=query.place,
        source=query.source,
    )
    return {row.fact: row for row in rows}


def _sounding_alike(db: "duckdb.DuckDBPyConnection", words: list[str]) -> list[tuple[int, str]]:
    """Of each word of the query, by its number from 1, the words of the record whose codes meet its own."""
    word_codes = [(number, set(codes(word))) for number, word in enumerate(words, 1)]
    pairs = []
    for row in sql.rows_as(db, _Token, "queries", "search_words"):
        token_codes = set(codes(row.token))
        pairs += [(number, row.token) for number, own in word_codes if own & token_codes]
    return pairs
