"""Search for persons by name, in any spelling or script, and by the facts of their cases.

Every word of the query must match a word of a name: exactly, as its beginning, or nearly (Jaro and Winkler's similarity
of the folded forms). Exact matches come first, and matches of surnames before those of other names.
"""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from poimenno.values.daitch_mokotoff import codes
from poimenno.values.person_names import fold

if TYPE_CHECKING:
    import duckdb

# A word this alike is taken for another spelling; below it, strangers come in.
ALIKE = 0.9
MOST_WORDS = 6


@dataclass(frozen=True, slots=True)
class Query:
    """What is searched for: words of a name, and facts that must hold; in an order of `ORDERS`.

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
    order: str = "best"
    sounds: bool = False  # also names that meet in Daitch–Mokotoff Soundex


@dataclass(slots=True)
class Found:
    """Persons found, of `total`; facets count the values of facts among all found."""

    total: int
    persons: list[dict[str, Any]] = field(default_factory=list)
    facets: dict[str, list[tuple[str, int]]] = field(default_factory=dict)


# The alike words of a query are found among the distinct tokens; then the persons who have one for every word.
_NAMED = """
WITH asked AS (SELECT unnest($words) AS word, generate_subscripts($words, 1) AS n),
alike AS (
    SELECT
        a.n,
        w.token,
        CASE
            WHEN w.token = a.word THEN 3.0
            WHEN starts_with(w.token, a.word) THEN 2.0
            ELSE jaro_winkler_similarity(w.token, a.word)
        END AS score
    FROM asked AS a
    JOIN search_words AS w
        ON w.token = a.word
        OR starts_with(w.token, a.word)
        OR (length(a.word) >= 4 AND jaro_winkler_similarity(w.token, a.word) >= $alike)
    UNION ALL
    SELECT n, token, 0.7 FROM sounding
),
hits AS (
    SELECT t.person_id, a.n, max(a.score + if(t.kind = 'surname', 0.5, 0.0)) AS score
    FROM alike AS a
    JOIN search_tokens AS t ON t.token = a.token
    GROUP BY t.person_id, a.n
)
SELECT person_id, sum(score) AS score FROM hits GROUP BY person_id HAVING count(*) = len($words)
"""

_EVERYBODY = "SELECT person_id, 0.0 AS score FROM published"

_MATCHES = """
CREATE OR REPLACE TEMP TABLE found AS
WITH named AS ({named})
SELECT p.person_id, p.sort_name, p.day, p.year, p.region, p.operation, p.body_type, p.burial_place_id, n.score
FROM published AS p
JOIN named AS n ON n.person_id = p.person_id
WHERE ($year IS NULL OR p.year = $year)
    AND ($region IS NULL OR p.region = $region)
    AND ($operation IS NULL OR p.operation = $operation)
    AND ($body IS NULL OR p.body_type = $body)
    AND ($place IS NULL OR p.burial_place_id = $place)
    AND ($day IS NULL OR p.day = TRY_CAST($day AS DATE))
    AND ($source IS NULL OR EXISTS (
        SELECT 1
        FROM person_entries AS pe
        JOIN entries AS e ON e.entry_id = pe.entry_id
        WHERE pe.person_id = p.person_id AND e.source_id = $source
    ))
    {months}
"""
# Both ends of what is possible lie in the month.
_MONTH = "AND strftime(p.{name}_first, '%Y-%m') = ${name} AND strftime(p.{name}_last, '%Y-%m') = ${name}"

_PERSONS = """
WITH page AS (
    SELECT *, row_number() OVER (ORDER BY {order}) AS place
    FROM (SELECT * FROM found ORDER BY {order} LIMIT $limit OFFSET $offset)
)
SELECT
    f.person_id, p.name, p.surname, p.given_name, p.patronymic, p.sex, p.birth_edtf AS birth, p.entries, p.sources,
    p.made_up, f.year, d.outcome, f.region, f.body_type, f.operation, d.burial_place, f.burial_place_id,
    c.execution_edtf AS execution, c.sentence_edtf AS sentence_date, c.arrest_edtf AS arrest, c.sentence,
    c.sentence_category, s.language
FROM page AS f
JOIN cards AS d ON d.person_id = f.person_id
JOIN persons AS p ON p.person_id = f.person_id
JOIN entries AS e ON e.entry_id = p.founding_entry_id
JOIN sources AS s ON s.source_id = e.source_id
LEFT JOIN cases AS c ON c.case_id = d.case_id
ORDER BY f.place
"""

# How a list can be ordered; the first is the usual one.
ORDERS = {
    "best": "score DESC, sort_name, person_id",
    "name": "sort_name, person_id",
    "day": "day NULLS LAST, sort_name, person_id",
}

FACETS = {
    "year": "year",
    "region": "region",
    "operation": "operation",
    "body": "body_type",
    "place": "burial_place_id",
}


def find(
    db: "duckdb.DuckDBPyConnection", query: Query, *, limit: int = 50, offset: int = 0, facets: bool = False
) -> Found:
    """Find the published persons that fit a query, best first unless it asks for another order."""
    words = [word for word in fold(query.words).replace("?", "").split(" ") if word][:MOST_WORDS]
    months = {"sentenced": query.sentenced, "shot": query.shot}
    asked = {name: month for name, month in months.items() if month is not None}
    _note_sounds(db, words if query.sounds else [])
    db.execute(
        _MATCHES.format(
            named=_NAMED if words else _EVERYBODY,
            months=" ".join(_MONTH.format(name=name) for name in asked),
        ),
        ({"words": words, "alike": ALIKE} if words else {})
        | asked
        | {
            "year": query.year,
            "region": query.region,
            "operation": query.operation,
            "body": query.body,
            "place": query.place,
            "day": query.day,
            "source": query.source,
        },
    )
    total = int(db.execute("SELECT count(*) FROM found").fetchall()[0][0])
    result = db.execute(_PERSONS.format(order=ORDERS[query.order]), {"limit": limit, "offset": offset})
    columns = [column[0] for column in result.description or []]
    persons = [dict(zip(columns, row, strict=True)) for row in result.fetchall()]
    return Found(total, persons, _count(db) if facets else {})


def _note_sounds(db: "duckdb.DuckDBPyConnection", words: list[str]) -> None:
    """The temporary table sounding: of each asked word, the words of the record whose codes meet its own."""
    found = []
    if words:
        asked = [(n, set(codes(word))) for n, word in enumerate(words, 1)]
        for (token,) in db.execute("SELECT token FROM search_words ORDER BY token").fetchall():
            meets = set(codes(token))
            found += [(n, token) for n, wanted in asked if wanted & meets]
    db.execute(
        "CREATE OR REPLACE TEMP TABLE sounding AS SELECT unnest($1::INTEGER[]) AS n, unnest($2::VARCHAR[]) AS token",
        [[n for n, _token in found], [token for _n, token in found]],
    )


def _count(db: "duckdb.DuckDBPyConnection") -> dict[str, list[tuple[str, int]]]:
    """How many of those found have each value of each fact: years in their order, the rest by number."""
    columns = list(FACETS.values())
    sets = ", ".join(f"({column})" for column in columns)
    counted: dict[str, list[tuple[str, int]]] = {name: [] for name in FACETS}
    # One pass over all; the columns are ours.
    for *values, count in db.execute(
        f"SELECT {', '.join(columns)}, count(*) FROM found GROUP BY GROUPING SETS ({sets})"  # noqa: S608
    ).fetchall():
        for name, value in zip(FACETS, values, strict=True):
            if value is not None:
                counted[name].append((str(value), count))
    return {
        name: sorted(found, key=lambda one: one[0] if name == "year" else (-one[1], one[0]))
        for name, found in counted.items()
    }
