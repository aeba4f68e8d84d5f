"""Prepares a record for publication: the search index, cards of persons, and the identity of the record."""

import hashlib
import json
from typing import TYPE_CHECKING

from poimenno.foundation import sql
from poimenno.foundation.errors import SourceError
from poimenno.foundation.language import gettext as _
from poimenno.values import ids
from poimenno.values.person_names import fold

if TYPE_CHECKING:
    import duckdb


def prepare(db: "duckdb.DuckDBPyConnection", inputs: dict[str, str]) -> None:
    """Fill search_tokens, search_words, cards and record."""
    _keep_apart(db)
    _fold_names(db)
    sql.run(db, "disclosure", "index")
    _identify(db, inputs)


def _keep_apart(db: "duckdb.DuckDBPyConnection") -> None:
    """Invented people never stand beside real ones: an archive holds the one or the other."""
    mixed = db.execute(
        "SELECT min(source_id) FILTER (made_up), min(source_id) FILTER (NOT made_up) FROM sources"
    ).fetchone()
    if mixed and mixed[0] is not None and mixed[1] is not None:
        raise SourceError(
            _(
                "The source {invented} is made up and the source {real} is not. Invented people are never "
                "shown together with real ones: keep the sources in separate archives."
            ).format(invented=mixed[0], real=mixed[1])
        )


def _fold_names(db: "duckdb.DuckDBPyConnection") -> None:
    words = [
        word
        for (word,) in db.execute(
            "SELECT DISTINCT unnest(list_concat([surname, given_name, patronymic, maiden_name], "
            "coalesce(name_variants, []))) AS word FROM readings ORDER BY word"
        ).fetchall()
        if word is not None
    ]
    db.execute(
        "CREATE OR REPLACE TEMP TABLE folded_names AS SELECT unnest($1) AS word, unnest($2) AS folded",
        [words or [""], [fold(word) for word in words] or [""]],
    )


def _identify(db: "duckdb.DuckDBPyConnection", inputs: dict[str, str]) -> None:
    text = json.dumps(inputs, sort_keys=True, ensure_ascii=False)
    version = ids.handle("record", hashlib.sha256(text.encode()).hexdigest())
    for key, value in {"version": version, "program": inputs.get("program", ""), "inputs": text}.items():
        db.execute("INSERT INTO record VALUES (?, ?)", [key, value])
