"""The linkage: keys, candidates, comparison by the model, and clusters that respect judgements."""

import logging
from typing import TYPE_CHECKING, Any

from poimenno import database
from poimenno.people import clusters, judgements, model, persons
from poimenno.values.names import fold, patronymic_stem

if TYPE_CHECKING:
    import duckdb

# A pair links at this probability; pairs down to the lower one are kept, to be shown and reviewed.
THRESHOLD = 0.98
KEPT = 0.2


def link(db: "duckdb.DuckDBPyConnection", decisions: list[dict[str, Any]]) -> None:
    """Fill persons, person_entries and links."""
    judged = judgements.binding(db, decisions)
    _keys(db)
    if _score(db):
        database.run(db, "people", "links", kept=KEPT)
    judgements.record(db, judged)
    used = clusters.join(db, judged, THRESHOLD)
    persons.write(db, used)


def _keys(db: "duckdb.DuckDBPyConnection") -> None:
    """Fold every distinct name and place once, and make the table that is compared."""
    words = [
        word
        for (word,) in db.execute(
            "SELECT DISTINCT unnest([surname, maiden_name, given_name, patronymic, birth_place, residence] "
            "|| coalesce(name_variants, [])) AS word FROM readings ORDER BY word"
        ).fetchall()
        if word is not None
    ]
    db.execute(
        "CREATE OR REPLACE TEMP TABLE folded AS SELECT unnest($1) AS word, unnest($2) AS folded, unnest($3) AS stem",
        [words or [""], [fold(word) for word in words] or [""], [patronymic_stem(word) for word in words] or [""]],
    )
    database.run(db, "people", "input")
    weighed = model.levels()
    db.execute(
        "CREATE OR REPLACE TEMP TABLE linkage_levels AS "
        "SELECT unnest($1) AS comparison, unnest($2) AS label_en, unnest($3) AS label_ru, unnest($4) AS weight",
        [list(column) for column in zip(*weighed, strict=True)],
    )


def _score(db: "duckdb.DuckDBPyConnection") -> bool:
    """Compare the candidates; the temporary table scored has each pair's weight and its parts. False: too few."""
    entries = int(db.execute("SELECT count(*) FROM linkage_input").fetchall()[0][0])
    if entries < 2:
        db.execute(
            "CREATE OR REPLACE TEMP TABLE scored AS SELECT NULL::VARCHAR AS unique_id_l, NULL::VARCHAR AS unique_id_r, "
            "0.0::DOUBLE AS match_weight, 0.0::DOUBLE AS match_probability WHERE false"
        )
        return False
    from splink import DuckDBAPI, Linker

    logging.getLogger("splink").setLevel(logging.ERROR)
    api = DuckDBAPI(connection=db)
    linker = Linker(api.register("linkage_input"), model.settings(entries), log_level=logging.ERROR)
    predicted = linker.inference.predict(threshold_match_weight=-10)
    db.execute(f'CREATE OR REPLACE TEMP TABLE scored AS SELECT * FROM "{predicted.physical_name}"')  # noqa: S608
    left = db.execute("SELECT table_name FROM duckdb_tables() WHERE starts_with(table_name, '__splink__')").fetchall()
    for (table,) in left:
        db.execute(f'DROP TABLE IF EXISTS "{table}"')
    return True
