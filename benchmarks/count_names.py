"""Count the names of real lists, for lists that are made up: writes name_frequencies.csv beside this file.

usage: python -m benchmarks.count_names RECORD.duckdb SOURCE…

Only the number of each surname, given name and patronymic by itself goes in: no person can be told from it.
"""

import csv
import pathlib
import sys

FREQUENCIES = pathlib.Path(__file__).with_name("name_frequencies.csv")


def count(record: str, sources: list[str]) -> None:
    """Write how often each name of men stands in the lists; patronymics of women as those of men."""
    import duckdb

    db = duckdb.connect(record, read_only=True)
    with FREQUENCIES.open("w", newline="", encoding="utf-8") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(("field", "sex", "name", "count"))
        for field, least in (("surname", 1), ("given_name", 2), ("patronymic", 2)):
            table.writerows(
                db.execute(
                    f"SELECT $field, sex, {field} AS name, count(*) FROM readings "  # noqa: S608 (a name of ours)
                    f"WHERE list_contains($sources, source_id) AND regexp_full_match({field}, '[А-ЯЁ][а-яё]+') "
                    "AND sex IS NOT NULL AND ($field = 'given_name' OR sex = 'm') "
                    "GROUP BY ALL HAVING count(*) >= $least ORDER BY sex DESC, count(*) DESC, name",
                    {"field": field, "sources": sources, "least": least},
                ).fetchall()
            )


if __name__ == "__main__":
    count(sys.argv[1], sys.argv[2:])
