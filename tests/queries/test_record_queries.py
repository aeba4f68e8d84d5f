"""What a record holds is what its tables hold; every table and column is described."""

from typing import TYPE_CHECKING

from poimenno.queries.record_queries import (
    count_record,
    holdings,
    record_inputs,
    table_descriptions,
    totals_of_the_shot,
)

if TYPE_CHECKING:
    import duckdb


def count(db: "duckdb.DuckDBPyConnection", table: str) -> int:
    return int(db.execute(f"SELECT count(*) FROM {table}").fetchall()[0][0])


def test_holdings_count_the_tables(db: "duckdb.DuckDBPyConnection") -> None:
    answer = holdings(db)
    assert (answer.entries, answer.persons, answer.claims) == tuple(
        count(db, table) for table in ("entries", "persons", "claims")
    )
    assert 0 < answer.linked < answer.persons
    # Nobody is withheld from the owner.
    assert answer.withheld == 0
    assert answer.made_up is True


def test_breakdowns_add_up_to_the_totals(db: "duckdb.DuckDBPyConnection") -> None:
    answer = count_record(db)
    assert sum(row.count for row in answer.by_source) == answer.entries > 0
    assert sum(row.rejected for row in answer.by_source) == answer.rejected
    assert sum(row.count for row in answer.rejected_by_reason) == answer.rejected
    for breakdown in (answer.by_operation, answer.by_body, answer.by_year):
        assert sum(row.count for row in breakdown) == answer.cases > 0
    assert answer.record == {row.key: row.value for row in record_inputs(db)}
    assert set(answer.record) == {"version", "program", "inputs"}


def test_every_table_is_described_with_its_columns(db: "duckdb.DuckDBPyConnection") -> None:
    tables = {table.name: table for table in table_descriptions(db)}
    assert {"persons", "entries", "cases", "claims", "cards"} <= set(tables)
    for name, table in tables.items():
        columns = [row[0] for row in db.execute(f"DESCRIBE {name}").fetchall()]
        assert [column.name for column in table.columns] == columns
        assert table.comment


def test_totals_of_the_shot_rival_each_other(db: "duckdb.DuckDBPyConnection") -> None:
    totals = totals_of_the_shot(db)
    values = [total.value for total in totals]
    assert values == sorted(set(values))
    assert len(values) > 1
    assert 2 * values[0] >= values[-1]
    for total in totals:
        rows = db.execute("SELECT value, extent FROM claims WHERE claim_id = ?", [total.claim_id]).fetchall()
        assert rows == [(total.value, "whole_ussr")]
