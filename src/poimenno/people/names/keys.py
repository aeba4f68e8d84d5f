"""What linkage compares by: every distinct name, word and part of a place folded once, and the table made of them."""

import functools
import re
from collections import defaultdict
from typing import TYPE_CHECKING

from poimenno import reference
from poimenno.entries.recognisers.regions import find_region
from poimenno.foundation import sql
from poimenno.people.names import given_names, surnames, towns
from poimenno.values.person_names import fold, patronymic_stem
from poimenno.values.sounds import sounds

if TYPE_CHECKING:
    import duckdb

# A village, a hamlet or a station is no region, whatever it is called after.
_VILLAGE = re.compile(r"(?:с|д|х|м|ст|дер|сел|село|пос|хут|аул|ул)\.?\s")


def make_linkage_input(db: "duckdb.DuckDBPyConnection") -> None:
    """Make the temporary table linkage_input from readings and episodes, and base_sources, where values are counted."""
    _fold_names(db)
    _fold_places(db)
    for step in ("base_sources", "places", "linkage_input"):
        sql.run(db, "people/names", step)


def _fold_names(db: "duckdb.DuckDBPyConnection") -> None:
    """Make the temporary tables name_keys, given_name_keys and patronymic_keys."""
    family_names = _distinct(db, "distinct_surnames")
    names = _distinct(db, "distinct_given_names")
    patronymics = _distinct(db, "distinct_patronymics")
    folds = {name: fold(name) for name in dict.fromkeys([*family_names, *names, *patronymics])}
    name_keys: sql.Columns = {
        "word": ("VARCHAR", list(folds)),
        "folded": ("VARCHAR", list(folds.values())),
        "masculine": ("VARCHAR", [surnames.masculine(folded) for folded in folds.values()]),
        "sounds": ("VARCHAR", [sounds(folded) for folded in folds.values()]),
    }
    sql.temp_table(db, "name_keys", name_keys)
    given_name_keys: sql.Columns = {
        "word": ("VARCHAR", names),
        "roots": ("VARCHAR[]", [given_names.roots(name) for name in names]),
        "first_sounds": ("VARCHAR", [sounds(folds[name].partition(" ")[0]) for name in names]),
    }
    sql.temp_table(db, "given_name_keys", given_name_keys)
    stems = [patronymic_stem(name) for name in patronymics]
    patronymic_keys: sql.Columns = {
        "word": ("VARCHAR", patronymics),
        "stem": ("VARCHAR", stems),
        "stem_sounds": ("VARCHAR", [sounds(stem) for stem in stems]),
        "fathers": ("VARCHAR[]", [given_names.father(name) for name in patronymics]),
    }
    sql.temp_table(db, "patronymic_keys", patronymic_keys)


def _fold_places(db: "duckdb.DuckDBPyConnection") -> None:
    """Make the temporary tables folded_place_words and regions_of_parts."""
    words = _distinct(db, "distinct_place_words")
    folded = [towns.canonical_words(fold(word)) for word in words]
    sql.temp_table(db, "folded_place_words", {"word": ("VARCHAR", words), "folded": ("VARCHAR", folded)})
    parts = _distinct(db, "distinct_place_parts")
    regions = {part: region[0] for part in parts if not _VILLAGE.match(part) and (region := find_region(part))}
    columns: sql.Columns = {
        "part": ("VARCHAR", list(regions)),
        "region": ("VARCHAR", list(regions.values())),
        "later": ("VARCHAR[]", [[region, *_successors().get(region, ())] for region in regions.values()]),
    }
    sql.temp_table(db, "regions_of_parts", columns)


@functools.cache
def _successors() -> dict[str, list[str]]:
    """The regions that were made of a region, or of a part of it, in 1937-1938."""
    successors: dict[str, list[str]] = defaultdict(list)
    for row in reference.rows("region_changes"):
        successors[row["region"]].append(row["successor"])
    return successors


def _distinct(db: "duckdb.DuckDBPyConnection", question: str) -> list[str]:
    """The distinct texts that a question names, in order."""
    return [text for (text,) in sql.run(db, "people/names", question)]
