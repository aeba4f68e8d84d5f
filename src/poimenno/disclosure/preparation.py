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
    """Fill search_tokens, search_words, cards and record.

    Raises SourceError if the archive mixes invented people with real ones.
    """
    _check_made_up(db)
    _fold_names(db)
    sql.run(db, "disclosure", "index")
    _identify(db, inputs)


def _check_made_up(db: "duckdb.DuckDBPyConnection") -> None:
    """Refuse an archive that holds invented people next to real ones."""
    ((invented, real),) = sql.run(db, "disclosure", "made_up_sources")
    if invented is not None and real is not None:
        raise SourceError(
            _(
                "The source {invented} is made up and the source {real} is not. Invented people are never "
                "shown together with real ones: keep the sources in separate archives."
            ).format(invented=invented, real=real)
        )


def _fold_names(db: "duckdb.DuckDBPyConnection") -> None:
    """Fill the temporary table folded_names: each name that an entry gives, and its words in lower-case ASCII."""
    names = [name for (name,) in sql.run(db, "disclosure", "name_words") if name is not None]
    sql.temp_table(
        db, "folded_names", {"name": ("VARCHAR", names), "folded": ("VARCHAR", [fold(name) for name in names])}
    )


def _identify(db: "duckdb.DuckDBPyConnection", inputs: dict[str, str]) -> None:
    """Fill the table record: its version is a checksum of the inputs, its schema one of the tables' definitions."""
    text = json.dumps(inputs, sort_keys=True, ensure_ascii=False)
    version = ids.handle("record", hashlib.sha256(text.encode()).hexdigest())
    identity = {"version": version, "program": inputs.get("program", ""), "inputs": text}
    identity["schema"] = sql.schema_fingerprint()
    sql.insert(db, "record", {"key": list(identity), "value": list(identity.values())})
