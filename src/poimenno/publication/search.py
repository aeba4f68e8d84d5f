"""Search for persons by name, in any spelling or script, and by the facts of their cases.

Every word of the query must match a word of a name: exactly, as its beginning, or nearly (Jaro and Winkler's similarity
of the folded forms). Exact matches come first, and matches of surnames before those of other names.
"""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from poimenno.values.names import fold

if TYPE_CHECKING:
    import duckdb

# A word this alike is taken for another spelling; below it, strangers come in.
ALIKE = 0.9
MOST_WORDS = 6


@dataclass(frozen=True, slots=True)
class Query:
    """What is searched for: words of a name, and facts that must hold."""

    words: str = ""
    year: int | None = None
    region: str | None = None
    operation: str | None = None
    body: str | None = None
    place: str | None = None
    day: str | None = None
    source: str | None = None


@dataclass(slots=True)
class Found:
    """Persons found, of `total`; facets count the values of facts among all found."""

    total: int
    persons: list[dict[str, Any]] = field(default_factory=list)
    facets: dict[str, list[tuple[str, int]]] = field(default_factory=dict)


_MATCHES = """
CREATE OR REPLACE TEMP TABLE found AS
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
),
hits AS (
    SELECT t.person_id, a.n, max(a.score + if(t.kind = 'surname', 0.5, 0.0)) AS score
    FROM alike AS a
    JOIN search_tokens AS t ON t.token = a.token
    GROUP BY t.person_id, a.n
),
named AS (
    SELECT person_id, sum(score) AS score FROM hits GROUP BY person_id HAVING count(*) = len($words)
)
SELECT p.*, coalesce(n.score, 0.0) AS score
FROM published AS p
LEFT JOIN named AS n ON n.person_id = p.person_id
WHERE (len($words) = 0 OR n.person_id IS NOT NULL)
    AND ($year IS NULL OR p.year = $year)
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
"""

_PERSONS = """
SELECT
    f.person_id, p.name, p.surname, p.given_name, p.patronymic, p.birth_edtf AS birth, p.entries, p.sources, p.made_up,
    f.year, f.outcome, f.region, f.body_type, f.operation, f.burial_place, f.burial_place_id,
    c.execution_edtf AS execution, c.sentence_edtf AS sentence_date, c.arrest_edtf AS arrest, c.sentence,
    c.sentence_category
FROM found AS f
JOIN persons AS p ON p.person_id = f.person_id
LEFT JOIN cases AS c ON c.case_id = f.case_id
ORDER BY f.score DESC, f.sort_name, f.person_id
LIMIT $limit OFFSET $offset
"""

_FACETS = {
    "year": "SELECT CAST(year AS VARCHAR), count(*) FROM found WHERE year IS NOT NULL GROUP BY year ORDER BY year",
    "region": "SELECT region, count(*) AS n FROM found WHERE region IS NOT NULL GROUP BY region "
    "ORDER BY n DESC, region",
    "operation": "SELECT operation, count(*) AS n FROM found WHERE operation IS NOT NULL GROUP BY operation "
    "ORDER BY n DESC, operation",
    "body": "SELECT body_type, count(*) AS n FROM found WHERE body_type IS NOT NULL GROUP BY body_type "
    "ORDER BY n DESC, body_type",
    "place": "SELECT burial_place_id, count(*) AS n FROM found WHERE burial_place_id IS NOT NULL "
    "GROUP BY burial_place_id ORDER BY n DESC, burial_place_id",
}


def find(
    db: "duckdb.DuckDBPyConnection", query: Query, *, limit: int = 50, offset: int = 0, facets: bool = False
) -> Found:
    """Find the published persons that fit a query, best first."""
    words = [word for word in fold(query.words).replace("?", "").split(" ") if word][:MOST_WORDS]
    db.execute(
        _MATCHES,
        {
            "words": words,
            "alike": ALIKE,
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
    result = db.execute(_PERSONS, {"limit": limit, "offset": offset})
    columns = [column[0] for column in result.description or []]
    persons = [dict(zip(columns, row, strict=True)) for row in result.fetchall()]
    counted = {name: db.execute(sql).fetchall() for name, sql in _FACETS.items()} if facets else {}
    return Found(total, persons, counted)
