"""Score the linkage on the Memento books against the books' own register, at several thresholds, and sort the errors.

usage: python -m benchmarks.memento DATA/memento [--blind] [--questions N]

DATA/memento is the folder of the real data with `blind/` and `truth/`. Prints for each threshold pairwise precision,
recall and F1 over the entries of truth/persons.csv, the recall over the pairs of truth/files.csv, in all and of those
that are printed differently; then the remaining errors by kind; then how many of the first questions of the review
queue are errors. The truth serves to measure only.
"""

import argparse
import csv
import json
import pathlib
import tempfile
from collections import Counter
from typing import TYPE_CHECKING, Any

from poimenno import entries, sources
from poimenno.entries import dialects
from poimenno.foundation import database, sql
from poimenno.foundation.progress import QUIET
from poimenno.people import linkage
from poimenno.people.decisions import review_queue
from poimenno.reference import loader
from poimenno.sources.archive import Archive

if TYPE_CHECKING:
    import duckdb

THRESHOLDS = (0.5, 0.9, 0.95, 0.98, 0.99, 0.999)
DAYS = ("birth", "arrest", "sentence", "death", "release")


def load(data: pathlib.Path, blind: bool, folder: pathlib.Path) -> "duckdb.DuckDBPyConnection":
    """The books as a record in memory, not yet linked."""
    archive = Archive.create(folder / "archive")
    archive.add(sorted((data / "blind" if blind else data).glob("*.txt")), detect=dialects.detect)
    db = database.memory()
    for room in ("reference", "sources", "entries", "people"):
        sql.run(db, room)
    loader.load(db)
    sources.load(db, Archive.open(folder / "archive"))
    entries.load(db, Archive.open(folder / "archive"), QUIET)
    return db


def truth(db: "duckdb.DuckDBPyConnection", folder: pathlib.Path) -> None:
    """The truth as tables: registered (entry_id, person) and one_file (a, b, differs)."""

    def entry_id(name: str) -> str:
        book, _, line = name.rpartition("-")
        return f"{book}/line:{int(line) + 1}"

    with (folder / "persons.csv").open(encoding="utf-8", newline="") as file:
        persons = [(entry_id(row["entry_id"]), row["person_id"]) for row in csv.DictReader(file)]
    with (folder / "files.csv").open(encoding="utf-8", newline="") as file:
        files = [
            (entry_id(row["entry_id_a"]), entry_id(row["entry_id_b"]), bool(row["differs"]))
            for row in csv.DictReader(file)
        ]
    db.execute(
        "CREATE TEMP TABLE registered AS SELECT unnest($1) AS entry_id, unnest($2) AS person",
        [list(column) for column in zip(*persons, strict=True)],
    )
    db.execute(
        "CREATE TEMP TABLE one_file AS SELECT unnest($1) AS a, unnest($2) AS b, unnest($3) AS differs",
        [list(column) for column in zip(*files, strict=True)],
    )


def link(db: "duckdb.DuckDBPyConnection", threshold: float) -> None:
    """Link anew at a threshold."""
    for table in ("persons", "person_entries", "links"):
        db.execute(f"DELETE FROM {table}")  # noqa: S608 (tables of ours)
    linkage.link(db, [], threshold=threshold)
    # Pairs of two registered entries that the linkage joins, that the register joins, or both.
    db.execute(
        "CREATE OR REPLACE TEMP TABLE compared AS "
        "WITH of AS (SELECT * FROM registered JOIN person_entries USING (entry_id)) "
        "SELECT a.entry_id AS a, b.entry_id AS b, a.person = b.person AS same_person, "
        "a.person_id = b.person_id AS joined "
        "FROM of AS a JOIN of AS b ON a.entry_id < b.entry_id AND a.person_id = b.person_id "
        "UNION SELECT a.entry_id, b.entry_id, true, a.person_id = b.person_id "
        "FROM of AS a JOIN of AS b ON a.entry_id < b.entry_id AND a.person = b.person"
    )


def scores(db: "duckdb.DuckDBPyConnection") -> tuple[float, ...]:
    """Precision, recall, F1, recall of pairs about one file, and of those printed differently."""
    both, joined, true = db.execute(
        "SELECT count(*) FILTER (same_person AND joined), count(*) FILTER (joined), count(*) FILTER (same_person) "
        "FROM compared"
    ).fetchall()[0]
    files, differing = db.execute(
        "SELECT avg((x.person_id = y.person_id)::INT), avg((x.person_id = y.person_id)::INT) FILTER (differs) "
        "FROM one_file JOIN person_entries AS x ON x.entry_id = a JOIN person_entries AS y ON y.entry_id = b"
    ).fetchall()[0]
    precision, recall = both / joined, both / true
    return precision, recall, 2 * precision * recall / (precision + recall), files, differing


def kinds(db: "duckdb.DuckDBPyConnection") -> Counter[tuple[str, str]]:
    """The errors by kind: whether joined or missed, and what the two entries share."""
    counted: Counter[tuple[str, str]] = Counter()
    rows = db.execute(
        "SELECT j.joined, split_part(a, '/', 1) = split_part(b, '/', 1), l.evidence FROM compared AS j "
        "LEFT JOIN links AS l ON l.entry_id_a = least(a, b) AND l.entry_id_b = greatest(a, b) "
        "WHERE same_person != joined"
    ).fetchall()
    for joined, one_list, evidence in rows:
        levels = {part["comparison"]: part["level"] for part in json.loads(evidence)} if evidence else {}
        counted["joined, the register has two" if joined else "missed", _kind(levels, one_list)] += 1
    return counted


def _kind(levels: dict[str, str], one_list: bool) -> str:
    if not levels:
        return "never compared, or far too unlike; joined only by way of others"
    days = sum(levels.get(part) == "the same day" for part in DAYS)
    surname = "one surname" if levels.get("surname", "").startswith("the same") else "surname spelt otherwise"
    if levels.get("archive_file") == "one in common":
        return f"one archive file printed in both; {surname}"
    if one_list:
        return "two entries of one book"
    return f"{'two or more days' if days > 1 else 'one day' if days else 'no day'} of their lives the same; {surname}"


def questions(db: "duckdb.DuckDBPyConnection", limit: int) -> tuple[int, int, int]:
    """Of the first questions: how many the truth can answer, and how many of these are errors; and all errors."""
    queue = review_queue.review_questions(db, [], limit)
    person = dict(db.execute("SELECT entry_id, person FROM registered").fetchall())
    answerable = [question for question in queue if {question.entry_a, question.entry_b} <= person.keys()]
    wrong = sum((person[question.entry_a] == person[question.entry_b]) != question.together for question in answerable)
    errors: Any = db.execute("SELECT count(*) FROM compared WHERE same_person != joined").fetchall()[0][0]
    return len(answerable), wrong, int(errors)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("data", type=pathlib.Path)
    parser.add_argument("--blind", action="store_true", help="the books without their archive file numbers")
    parser.add_argument("--questions", type=int, default=200)
    options = parser.parse_args()
    used = linkage.THRESHOLD
    with tempfile.TemporaryDirectory() as folder:
        db = load(options.data, options.blind, pathlib.Path(folder))
        truth(db, options.data / "truth")
        print("threshold  precision  recall  F1      one file  printed differently")
        for threshold in (*(other for other in THRESHOLDS if other != used), used):
            link(db, threshold)
            print(f"{threshold:<9}  " + "  ".join(f"{score:.4f}   " for score in scores(db)))
        print(f"\nerrors at {used}:")
        for (what, kind), number in sorted(kinds(db).items(), key=lambda item: (item[0][0], -item[1])):
            print(f"{number:5}  {what}: {kind}")
        answerable, wrong, errors = questions(db, options.questions)
        print(
            f"\nfirst {options.questions} questions: the truth answers {answerable}, {wrong} are errors, "
            f"of {errors} in all"
        )


if __name__ == "__main__":
    main()
