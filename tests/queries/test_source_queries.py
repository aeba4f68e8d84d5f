"""Sources with their files and counts, and the persons that they share."""

from typing import TYPE_CHECKING

from poimenno.queries.source_queries import find_source, list_sources

if TYPE_CHECKING:
    import duckdb


def test_every_source_adds_up(db: "duckdb.DuckDBPyConnection") -> None:
    sources = list_sources(db)
    assert [source.ordinal for source in sources] == sorted(source.ordinal for source in sources)
    for summary in sources:
        source = find_source(db, summary.source_id)
        assert source is not None
        assert source.entries == summary.entries
        assert sum(row.count for row in source.rejected) == summary.rejected
        assert source.files
        assert all(0 < row.count <= source.entries for row in source.read)
        # Sharing is mutual.
        for overlap in source.shared:
            other = find_source(db, overlap.source_id)
            assert other is not None
            assert (source.source_id, overlap.count) in [(row.source_id, row.count) for row in other.shared]
    assert find_source(db, "no-such-source") is None


def test_sources_share_the_persons_of_both(db: "duckdb.DuckDBPyConnection") -> None:
    roll = find_source(db, "roll")
    assert roll is not None
    for overlap in roll.shared:
        rows = db.execute(
            "SELECT person_id FROM person_entries WHERE entry_id LIKE 'roll/%' INTERSECT "
            "SELECT person_id FROM person_entries WHERE starts_with(entry_id, ? || '/')",
            [overlap.source_id],
        ).fetchall()
        assert len(rows) == overlap.count
    assert roll.shared
