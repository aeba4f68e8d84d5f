"""The scores of the candidates: computed by an engine, or taken from the cache if neither entries nor model changed.

A pair's score rests on the two entries, on the model, and on how common their names, days and places are. How common
is counted in the base sources: the first sources, in the order in which they were added, that hold four fifths of all
entries. So a list added to many leaves the old pairs as they were: only its own pairs are compared, and the result
equals that of a build from nothing.
"""

import logging
from typing import TYPE_CHECKING, Any

from poimenno.foundation import sql
from poimenno.people.comparison import match_model, score_cache
from poimenno.people.comparison.comparison_engine import Engine, EngineSession
from poimenno.people.comparison.score_cache import ScoreCache

if TYPE_CHECKING:
    import duckdb

# Pairs that weigh less than this (log2) are no candidates for anything.
MIN_WEIGHT = -10
_ROOM = "people/comparison"


def score(db: "duckdb.DuckDBPyConnection", engine: Engine, cache: ScoreCache | None = None) -> bool:
    """Compare the candidates of linkage_input; returns False if there are too few entries to compare.

    Afterwards the temporary table scored_pairs has a row for each pair: its ids, its weight (log2 of the Bayes
    factor), its probability, and for each comparison the number of its level (`gamma_`), the weight of that level
    (`mw_`) and what the frequency of the value adds to it (`mw_tf_adj_`). These names are Splink's.
    """
    entries = int(sql.scalar(db, _ROOM, "count_entries"))
    if entries < 2:
        sql.run(db, _ROOM, "no_scored_pairs")
        return False
    sources = {source for (source,) in sql.run(db, _ROOM, "compared_sources")}
    cached = score_cache.load(db, cache, engine.name) if cache else {}
    old = sorted(source for source in sources if cache and cached.get(source) == cache.keys[source])
    _compare(db, old, sources - set(old), engine)
    if cache and set(old) != sources:
        score_cache.save(db, cache, engine.name, sources)
    return True


def _compare(db: "duckdb.DuckDBPyConnection", old: list[str], new: set[str], engine: Engine) -> None:
    """Fill scored_pairs: pairs of old sources from the cache; pairs of new ones, also with old ones, by the model."""
    if old:
        sql.temp_table(db, "old_sources", {"source_id": ("VARCHAR", old)})
        sql.run(db, _ROOM, "reused_pairs")
    if new:
        with engine.session(db) as session:
            for number, table in enumerate(_predict(db, session, old)):
                step = "more_scored_pairs" if old or number else "scored_pairs"
                db.execute(sql.script(_ROOM, step, table=table))
    for (table,) in sql.run(db, _ROOM, "splink_tables"):
        db.execute(sql.script(_ROOM, "drop_table", table=table))
    sql.run(db, _ROOM, "drop_inputs")


def _predict(db: "duckdb.DuckDBPyConnection", session: EngineSession, old: list[str]) -> list[str]:
    """The tables of pairs that the model scored: all pairs, or, given old sources, those with a new one in them."""
    from splink import Linker

    logging.getLogger("splink").setLevel(logging.ERROR)
    base_entries = int(sql.scalar(db, _ROOM, "count_base_entries"))
    # The settings are our own and the same each time: to hold each of their columns against the table takes a while.
    linker = Linker(
        session.register("linkage_input"),
        session.settings(base_entries),
        validate_settings=False,
        log_level=logging.ERROR,
    )
    match_model.keep_level_numbers(linker)
    for column in match_model.frequency_columns():
        table = f"frequency_of_{column}"
        db.execute(sql.script(_ROOM, "frequencies", table=table, column=column, frequency=f"tf_{column}"))
        linker.table_management.register_term_frequency_lookup(session.register(table), column)
    predict: Any = linker.inference
    if not old:
        return [session.fetch(predict.predict(threshold_match_weight=MIN_WEIGHT))]
    sql.run(db, _ROOM, "old_and_new_input")
    new_input, old_input = session.register("linkage_new"), session.register("linkage_old")
    return [
        session.fetch(predict.predict_within(new_input, threshold_match_weight=MIN_WEIGHT)),
        session.fetch(predict.predict_between(old_input, new_input, threshold_match_weight=MIN_WEIGHT)),
    ]
