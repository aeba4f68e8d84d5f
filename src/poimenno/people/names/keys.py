"""What linkage compares by: every distinct name, word and part of a place folded once, and the table made of them."""

import functools
import re
from collections import defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING

from poimenno import reference
from poimenno.entries.recognisers.regions import find_region
from poimenno.foundation import sql
from poimenno.people.names import given_names, surnames, towns
from poimenno.values.names import fold, patronymic_stem
from poimenno.values.sounds import sounds

if TYPE_CHECKING:
    import duckdb

# A village, a hamlet or a station is no region, whatever it is called after.
_VILLAGE = re.compile(r"(?:с|д|х|м|ст|дер|сел|село|пос|хут|аул|ул)\.?\s")


def make(db: "duckdb.DuckDBPyConnection") -> None:
    """Make the temporary table linkage_input from readings and episodes, and the table base of the first sources."""
    _names(db)
    _places(db)
    for script in ("base", "places", "input"):
        sql.run(db, "people", script)


def _names(db: "duckdb.DuckDBPyConnection") -> None:
    families = _distinct(db, "unnest([surname, maiden_name]) AS word FROM readings")
    given = _distinct(db, "unnest([given_name] || coalesce(name_variants, [])) AS word FROM readings")
    fathers = _distinct(db, "patronymic AS word FROM readings")
    folds = {name: fold(name) for name in dict.fromkeys([*families, *given, *fathers])}
    stems = [patronymic_stem(name) for name in fathers]
    _table(
        db,
        "folded",
        word=list(folds),
        folded=list(folds.values()),
        masculine=[surnames.masculine(one) for one in folds.values()],
        sounds=[sounds(one) for one in folds.values()],
    )
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


def _places(db: "duckdb.DuckDBPyConnection") -> None:
    words = _distinct(
        db,
        "unnest([string_split_regex(birth_place, '\\s+'), string_split_regex(residence, '\\s+')], recursive := true) "
        "AS word FROM readings",
    )
    _table(db, "place_words", word=words, folded=[towns.one_name_each(fold(word)) for word in words])
    parts = _distinct(
        db,
        "trim(unnest([string_split(birth_place, ','), string_split(residence, ',')], recursive := true)) "
        "AS word FROM readings",
    )
    regions = {part: region[0] for part in parts if not _VILLAGE.match(part) and (region := find_region(part))}
    regions = regions or {"": ""}
    later = [[region, *_successors().get(region, ())] for region in regions.values()]
    _table(db, "place_regions", part=list(regions), region=list(regions.values()), later=later)


@functools.cache
def _successors() -> dict[str, list[str]]:
    """The regions that were made of a region, or of a part of it, in 1937-1938."""
    found: dict[str, list[str]] = defaultdict(list)
    for row in reference.rows("region_changes"):
        found[row["region"]].append(row["successor"])
    return found


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
