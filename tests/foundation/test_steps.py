"""Intermediate tables end with their room: dropped, or kept with their comments."""

import pytest

from poimenno.foundation import database, steps


def test_a_kept_table_has_its_rows_and_its_comment() -> None:
    with database.memory() as db:
        db.execute("CREATE TABLE persons AS SELECT 1 AS person_id")
        db.execute("CREATE TEMP TABLE name_keys AS SELECT 'иванов' AS name, 'ivanov' AS folded")
        db.execute("COMMENT ON TABLE name_keys IS 'A reader''s note'")
        steps.finish(db, keep=True)
        tables = db.execute(
            "SELECT schema_name, table_name, comment, temporary FROM duckdb_tables() ORDER BY 1"
        ).fetchall()
        assert tables == [("main", "persons", None, False), ("steps", "name_keys", "A reader's note", False)]
        assert db.execute("FROM steps.name_keys").fetchall() == [("иванов", "ivanov")]


def test_otherwise_nothing_is_left_of_it() -> None:
    with database.memory() as db:
        db.execute("CREATE TEMP TABLE name_keys AS SELECT 1 AS name")
        steps.finish(db)
        assert db.execute("FROM duckdb_tables()").fetchall() == []
        assert "steps" not in {name for (name,) in db.execute("SELECT schema_name FROM duckdb_schemas()").fetchall()}


def test_a_table_that_nobody_explains_is_not_kept_silently() -> None:
    with database.memory() as db:
        db.execute("CREATE TEMP TABLE mystery AS SELECT 1 AS name")
        with pytest.raises(ValueError, match="mystery"):
            steps.finish(db, keep=True)
