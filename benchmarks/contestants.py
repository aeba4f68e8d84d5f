"""The contestants of bench_linkage, each to be run in a process of its own, on the same raw columns.

usage: python -m benchmarks.contestants NAME LISTS RESULT STARTED

Links LISTS/list-*.csv and writes RESULT, a JSON object: seconds since STARTED (of `time.time()`), processor seconds of
the process and those it started, the number of candidate pairs, and the group of each entry ("list-1/row:2"). Each is
set up for people as its own documentation recommends. None sees the truth except dedupe, which cannot learn without
labels and gets those of a hundred pairs.
"""

import csv
import io
import json
import logging
import pathlib
import random
import resource
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from benchmarks.made_up_lists import HEADER
from poimenno.values.disjoint_sets import DisjointSets

COLUMNS = [column for column in HEADER if column != "made_up"]
CLUSTERED_AT = 0.95  # as Splink's quick start clusters
LABELLED = 50  # pairs of each kind shown to dedupe
Result = dict[str, Any]


def rows(lists: pathlib.Path) -> dict[str, dict[str, str | None]]:
    """Every entry of the lists by its name; empty cells are None."""
    entries: dict[str, dict[str, str | None]] = {}
    for path in sorted(lists.glob("list-*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            for number, row in enumerate(csv.DictReader(file), 2):
                entries[f"{path.stem}/row:{number}"] = {column: row[column] or None for column in COLUMNS}
    return entries


def joined(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """The group of each entry that is in a pair."""
    groups = DisjointSets(pairs)
    return {name: groups.find(name) for name in groups.names()}


def clock(started: float) -> Result:
    """Seconds since the start, and processor seconds of this process and those it started and waited for."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return {"seconds": time.time() - started, "processor": sum(usage.ru_utime + usage.ru_stime for usage in used)}


def poimenno(lists: pathlib.Path, started: float) -> Result:
    """The whole program as a user runs it: new, add, build, with cases, attributions and the search index."""
    archive = lists / "archive"
    paths = sorted(map(str, lists.glob("list-*.csv")))
    for command in (["new", archive], ["add", archive, *paths, "--made-up"], ["build", archive]):
        subprocess.run([sys.executable, "-m", "poimenno", *map(str, command), "--quiet"], check=True)
    return clock(started) | {"groups": _persons(str(archive / "record.duckdb"))}


def read_and_link(lists: pathlib.Path, started: float) -> Result:
    """The same task as the others: from the raw columns to persons, without cases, attributions and pages."""
    from poimenno.entries import dialects
    from poimenno.sources.archive import Archive

    made = Archive.create(lists / "archive-to-link")
    made.add(sorted(lists.glob("list-*.csv")), made_up=True, detect=dialects.detect)
    db = _read(lists / "archive-to-link")
    return _link(db, started)


def linkage(lists: pathlib.Path, started: float) -> Result:
    """Poimenno's linkage alone, of the archive that `poimenno` left: from entries read to persons."""
    db = _read(lists / "archive")
    before = clock(started)
    linked = _link(db, started)
    return linked | {key: linked[key] - value for key, value in before.items()}


def _read(archive: pathlib.Path) -> Any:
    from poimenno import entries, sources
    from poimenno.foundation import database, sql
    from poimenno.foundation.progress import QUIET
    from poimenno.reference import loader
    from poimenno.sources.archive import Archive

    db = database.memory()
    for room in ("reference", "sources", "entries", "people"):
        sql.run(db, room)
    loader.load(db)
    sources.load(db, Archive.open(archive))
    entries.load(db, Archive.open(archive), QUIET)
    return db


def _link(db: Any, started: float) -> Result:
    from poimenno import people

    people.link(db, [])
    spent = clock(started)
    return spent | {"pairs": _candidates(db), "groups": _persons(db)}


def _persons(record: Any) -> dict[str, str]:
    import duckdb

    db = duckdb.connect(record, read_only=True) if isinstance(record, str) else record
    return dict(db.execute("SELECT entry_id, person_id FROM person_entries").fetchall())


def _candidates(db: Any) -> int:
    """The number of candidate pairs of the model's blocks, each counted once."""
    from poimenno.people.comparison.match_model import BLOCKS, LISTS

    same = ["SELECT a.unique_id, b.unique_id FROM linkage_input AS a JOIN linkage_input AS b ON {} AND {}"] * len(
        BLOCKS
    )
    queries = [
        query.format(" AND ".join(f"a.{key} = b.{key}" for key in keys), "a.unique_id < b.unique_id")
        for query, keys in zip(same, BLOCKS, strict=True)
    ]
    for listed, *keys in LISTS:
        each = f"(SELECT unique_id, unnest({listed}) AS value, {', '.join(keys)} FROM linkage_input)"  # noqa: S608
        on = " AND ".join(f"a.{key} = b.{key}" for key in ("value", *keys))
        queries.append(
            f"SELECT a.unique_id, b.unique_id FROM {each} AS a JOIN {each} AS b "  # noqa: S608
            f"ON {on} AND a.unique_id < b.unique_id"
        )
    return int(db.execute(f"SELECT count(*) FROM ({' UNION '.join(queries)})").fetchall()[0][0])  # noqa: S608


def splink_tutorial(lists: pathlib.Path, started: float) -> Result:
    """Splink with the comparisons, rules and training of its tutorial, city and e-mail being place and dates here.

    https://moj-analytical-services.github.io/splink/demos/tutorials/04_Estimating_model_parameters.html
    """
    import splink.comparison_library as compare
    from splink import SettingsCreator, block_on

    settings = SettingsCreator(
        link_type="dedupe_only",
        comparisons=[
            compare.NameComparison("given_name"),
            compare.NameComparison("surname"),
            compare.NameComparison("patronymic"),
            compare.LevenshteinAtThresholds("birth", 1),
            compare.ExactMatch("birth_place").configure(term_frequency_adjustments=True),
            compare.LevenshteinAtThresholds("arrest_date", 1),
            compare.LevenshteinAtThresholds("execution_date", 1),
        ],
        blocking_rules_to_generate_predictions=[block_on("given_name", "birth_place"), block_on("surname")],
        retain_intermediate_calculation_columns=True,
    )
    certain = [
        block_on("given_name", "surname", "birth"),
        "l.given_name = r.given_name AND l.birth = r.birth AND levenshtein(r.surname, l.surname) <= 2",
    ]
    return _splink(lists, started, settings, certain, pairs=2e6)


def splink_persons(lists: pathlib.Path, started: float) -> Result:
    """Splink as its example for fifty thousand historical persons: rules and comparisons made for such data.

    https://moj-analytical-services.github.io/splink/demos/examples/duckdb/deduplicate_50k_synthetic.html
    """
    import splink.comparison_library as compare
    from splink import SettingsCreator, block_on

    settings = SettingsCreator(
        link_type="dedupe_only",
        comparisons=[
            compare.ForenameSurnameComparison("given_name", "surname", forename_surname_concat_col_name="full_name"),
            compare.NameComparison("patronymic"),
            compare.DateOfBirthComparison("birth", input_is_string=True, datetime_format="%d.%m.%Y"),
            compare.ExactMatch("birth_place").configure(term_frequency_adjustments=True),
            compare.ExactMatch("residence").configure(term_frequency_adjustments=True),
            compare.ExactMatch("arrest_date"),
            compare.ExactMatch("execution_date"),
        ],
        blocking_rules_to_generate_predictions=[
            block_on("substr(given_name, 1, 3)", "substr(surname, 1, 4)", "substr(patronymic, 1, 3)"),
            block_on("surname", "birth"),
            block_on("given_name", "birth", "patronymic"),
            block_on("surname", "birth_place"),
            block_on("given_name", "birth_place"),
            block_on("birth", "birth_place"),
            block_on("surname", "execution_date"),
        ],
        retain_intermediate_calculation_columns=True,
    )
    certain = [block_on("given_name", "surname", "patronymic", "birth"), block_on("surname", "birth", "birth_place")]
    return _splink(lists, started, settings, certain, pairs=1e7)


def _splink(lists: pathlib.Path, started: float, settings: Any, certain: list[Any], pairs: float) -> Result:
    from splink import DuckDBAPI, Linker, block_on

    logging.getLogger("splink").setLevel(logging.ERROR)
    api = DuckDBAPI()
    db = api.duckdb_con
    # A separate reader a list: the parallel one does not number the rows of a file.
    each = [
        f"SELECT '{path.stem}/row:' || (row_number() OVER () + 1) AS unique_id, * "  # noqa: S608
        f"FROM read_csv('{path}', all_varchar = true, header = true)"
        for path in sorted(lists.glob("list-*.csv"))
    ]
    union = " UNION ALL ".join(each)
    db.execute(f"CREATE TABLE raw AS SELECT *, given_name || ' ' || surname AS full_name FROM ({union})")  # noqa: S608
    linker = Linker(api.register("raw"), settings, log_level=logging.ERROR)
    linker.training.estimate_probability_two_random_records_match(certain, recall=0.7)
    linker.training.estimate_u_using_random_sampling(max_pairs=pairs, seed=1)
    for rule in (block_on("given_name", "surname"), block_on("birth")):
        linker.training.estimate_parameters_using_expectation_maximisation(rule, estimate_without_term_frequencies=True)
    predicted = linker.inference.predict()
    clusters = linker.clustering.cluster_pairwise_predictions_at_threshold(
        predicted, threshold_match_probability=CLUSTERED_AT
    )
    groups = dict(db.execute(f'SELECT unique_id, cluster_id FROM "{clusters.physical_name}"').fetchall())  # noqa: S608
    spent = clock(started)
    counted = db.execute(f'SELECT count(*) FROM "{predicted.physical_name}"').fetchall()[0][0]  # noqa: S608
    return spent | {"pairs": counted, "groups": groups}


def recordlinkage(lists: pathlib.Path, started: float) -> Result:
    """The toolkit's guide to deduplication: block on a name, compare, and take what agrees in more than three fields.

    https://recordlinkage.readthedocs.io/en/latest/guides/data_deduplication.html
    """
    import pandas
    import recordlinkage as toolkit

    table = pandas.DataFrame.from_dict(rows(lists), orient="index", columns=COLUMNS)
    indexer = toolkit.Index()
    indexer.block(left_on="given_name")
    candidates = indexer.index(table)
    compare = toolkit.Compare()
    compare.exact("given_name", "given_name")
    compare.string("surname", "surname", method="jarowinkler", threshold=0.85)
    compare.string("patronymic", "patronymic", method="jarowinkler", threshold=0.85)
    compare.exact("birth", "birth")
    compare.exact("birth_place", "birth_place")
    compare.string("residence", "residence", threshold=0.85)
    compare.exact("execution_date", "execution_date")
    features = compare.compute(candidates, table)
    matches = features[features.sum(axis=1) > 3]
    groups = joined(matches.index.tolist())
    return clock(started) | {"pairs": len(candidates), "groups": groups}


def dedupe(lists: pathlib.Path, started: float) -> Result:
    """The library's example for a CSV file, with a hundred labelled pairs in the place of a person's answers.

    https://dedupeio.github.io/dedupe-examples/docs/csv_example.html
    """
    import dedupe as library
    from dedupe import variables

    data = rows(lists)
    fields = [variables.String(name) for name in ("surname", "given_name")]
    fields += [
        variables.String(name, has_missing=True)
        for name in ("patronymic", "birth", "birth_place", "residence", "arrest_date", "execution_date")
    ]
    data = {
        name: {key: value or ("" if key in ("surname", "given_name") else None) for key, value in row.items()}
        for name, row in data.items()
    }
    random.seed(1)
    engine = library.Dedupe(fields, num_cores=2)
    engine.prepare_training(data, training_file=io.StringIO(json.dumps(_labels(lists, data))))
    engine.train()
    clusters = engine.partition(data, threshold=0.5)
    groups = {name: members[0] for members, _ in clusters for name in members}
    return clock(started) | {"pairs": None, "groups": groups}


def _labels(lists: pathlib.Path, data: dict[str, Any]) -> Any:
    """Pairs of entries of one person, and pairs of people who share a surname or a village: dedupe learns from them."""
    people: dict[str, list[str]] = defaultdict(list)
    with (lists / "truth.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            people[row["person"]].append(f"{row['source']}/{row['locator']}")
    person = {name: person_id for person_id, names in people.items() for name in names}
    same = [tuple(names[:2]) for names in people.values() if len(names) > 1]
    alike: list[tuple[str, ...]] = []
    for column in ("surname", "birth_place"):
        by_value: dict[Any, list[str]] = defaultdict(list)
        for name, row in data.items():
            if row[column]:
                by_value[row[column]].append(name)
        pairs = [tuple(random.sample(names, 2)) for names in by_value.values() if len(names) > 1]
        alike += [(a, b) for a, b in pairs if person[a] != person[b]]
    return {
        kind: [
            {"__class__": "tuple", "__value__": [data[a], data[b]]}
            for a, b in random.sample(pairs, min(LABELLED, len(pairs)))
        ]
        for kind, pairs in (("match", same), ("distinct", alike))
    }


CONTESTANTS = {
    "poimenno": poimenno,
    "read-and-link": read_and_link,
    "linkage": linkage,
    "splink-tutorial": splink_tutorial,
    "splink-persons": splink_persons,
    "dedupe": dedupe,
    "recordlinkage": recordlinkage,
}


if __name__ == "__main__":
    name, lists_, result, started_ = sys.argv[1:]
    measured = CONTESTANTS[name](pathlib.Path(lists_), float(started_))
    pathlib.Path(result).write_text(json.dumps(measured), encoding="utf-8")
