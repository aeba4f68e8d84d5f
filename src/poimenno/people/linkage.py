"""The linkage: keys, candidates, comparison by the model, and clusters that respect judgements."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from poimenno import database
from poimenno.people import clusters, given_names, judgements, model, persons, scoring
from poimenno.values.names import fold, patronymic_stem
from poimenno.values.sounds import sounds

if TYPE_CHECKING:
    import duckdb

# A pair links at this probability; pairs down to the lower one are kept, to be shown and reviewed.
THRESHOLD = 0.98
KEPT = 0.2


def link(
    db: "duckdb.DuckDBPyConnection",
    decisions: list[dict[str, Any]],
    cache: "scoring.Cache | None" = None,
    spark_master: str | None = None,
) -> None:
    """Fill persons, person_entries and links."""
    judged = judgements.binding(db, decisions)
    _keys(db)
    if scoring.score(db, cache, spark_master):
        told = database.script("people", "links").format(evidence=model.evidence(), surprise=model.surprise())
        db.execute(told, {"kept": KEPT})
    judgements.record(db, judged)
    used = clusters.join(db, judged, THRESHOLD)
    persons.write(db, used)


def _keys(db: "duckdb.DuckDBPyConnection") -> None:
    """Fold every distinct name and every word of a place once, and make the table that is compared."""
    surnames = _distinct(db, "unnest([surname, maiden_name]) AS word FROM readings")
    given = _distinct(db, "unnest([given_name] || coalesce(name_variants, [])) AS word FROM readings")
    fathers = _distinct(db, "patronymic AS word FROM readings")
    folds = {name: fold(name) for name in dict.fromkeys([*surnames, *given, *fathers])}
    stems = [patronymic_stem(name) for name in fathers]
    _table(db, "folded", word=list(folds), folded=list(folds.values()), sounds=[sounds(one) for one in folds.values()])
    _table(
        db,
        "folded_given",
        word=given,
        roots=[given_names.roots(name) for name in given],
        first_sounds=[sounds(folds[name].partition(" ")[0]) for name in given],
    )
    _table(
        db,
        "folded_fathers",
        word=fathers,
        stem=stems,
        stem_sounds=[sounds(one) for one in stems],
        fathers=[given_names.father(name) for name in fathers],
    )
    words = _distinct(
        db,
        "unnest([string_split_regex(birth_place, '\\s+'), string_split_regex(residence, '\\s+')], recursive := true) "
        "AS word FROM readings",
    )
    _table(db, "place_words", word=words, folded=[fold(word) for word in words])
    database.run(db, "people", "base")
    database.run(db, "people", "places")
    database.run(db, "people", "input")


def _distinct(db: "duckdb.DuckDBPyConnection", words: str) -> list[str]:
    """The distinct words that a query names; where there is none, the empty one, which no entry has."""
    found = db.execute(f"SELECT DISTINCT {words} ORDER BY word").fetchall()
    return [word for (word,) in found if word is not None] or [""]


def _table(db: "duckdb.DuckDBPyConnection", name: str, **columns: Sequence[str] | Sequence[list[str]]) -> None:
    """Make a temporary table of columns of one length, each of words or of lists of words."""
    asked = ", ".join(
        f"unnest(${column}::VARCHAR{'[][]' if isinstance(values[0], list) else '[]'}) AS {column}"
        for column, values in columns.items()
    )
    db.execute(
        f"CREATE OR REPLACE TEMP TABLE {name} AS SELECT {asked}",
        {column: list(values) for column, values in columns.items()},
    )
