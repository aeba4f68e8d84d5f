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
    names = _distinct(
        db,
        "unnest([surname, maiden_name, given_name, patronymic] || coalesce(name_variants, [])) AS word FROM readings",
    )
    names = names or [""]
    folds, stems = [fold(name) for name in names], [patronymic_stem(name) for name in names]
    _table(
        db,
        "folded",
        word=names,
        folded=folds,
        stem=stems,
        sounds=[sounds(one) for one in folds],
        first_sounds=[sounds(one.partition(" ")[0]) for one in folds],
        stem_sounds=[sounds(one) for one in stems],
        roots=[given_names.roots(name) for name in names],
        fathers=[given_names.father(name) for name in names],
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
    found = db.execute(f"SELECT DISTINCT {words} ORDER BY word").fetchall()
    return [word for (word,) in found if word is not None]


def _table(db: "duckdb.DuckDBPyConnection", name: str, **columns: Sequence[Any]) -> None:
    """Make a temporary table of columns of one length; without rows, of one row that no word finds."""
    asked = ", ".join(f"unnest(${column}) AS {column}" for column in columns)
    db.execute(
        f"CREATE OR REPLACE TEMP TABLE {name} AS SELECT {asked}",
        {column: list(values) or [""] for column, values in columns.items()},
    )
