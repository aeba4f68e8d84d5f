"""What was demanded and what was done: the bundled limits add up as the literature says."""

from datetime import date
from typing import TYPE_CHECKING

import pytest

from poimenno.queries.limits import FirstLimits
from poimenno.queries.toll import read_toll

if TYPE_CHECKING:
    import duckdb


def test_the_first_limits_add_up_to_what_the_literature_knows(db: "duckdb.DuckDBPyConnection") -> None:
    toll = read_toll(db)
    # Werth, Mass crimes under Stalin: the whole, and the republics that were divided.
    assert toll.row(None).first == FirstLimits(category_1=75950, category_2=193000, total=0, both=268950)
    for republic, first in {"ukraine": (8000, 20800), "kazakhstan": (2500, 5000), "rsfsr": (47450, 142150)}.items():
        row = toll.row(republic)
        assert (row.first.category_1, row.first.category_2) == first
    # The regions of the table are the whole: nothing is counted twice, and nothing is lost.
    for day in (None, date(1937, 7, 30), date(1938, 1, 31)):
        rows, whole = toll.table(day), toll.row(None, day).stood
        for category in ("category_1", "category_2", "total", "both"):
            for end in ("low", "high"):
                total = sum(getattr(getattr(row.stood, category), end) for row in rows)
                assert total == getattr(getattr(whole, category), end)


def test_the_running_total_of_the_far_east_is_that_of_its_source(db: "duckdb.DuckDBPyConnection") -> None:
    # Its source counts 25,000 and 11,000 after the last supplement.
    stood = read_toll(db).row("far_east").stood
    assert (stood.category_1, stood.category_2) == ((25000, 25000), (11000, 11000))
    assert read_toll(db).row("far_east").multiple == (6.0, 6.0)


def test_the_pace_is_that_of_one_source(db: "duckdb.DuckDBPyConnection") -> None:
    toll = read_toll(db)
    (autumn,) = [row for row in toll.pace() if row.people == 258000 - 83600]
    claim, before = toll.claims[autumn.claim], toll.claims[autumn.before or ""]
    assert (claim.value, before.value) == (258000, 83600)
    assert claim.source == before.source
    # From 1 October 1937 to 1 January 1938.
    assert autumn.a_day == pytest.approx(174400 / 93)
    for row in toll.pace():
        end = toll.claims[row.claim].period_end
        assert end is not None
        days = (end - row.start).days + 1
        assert row.people == pytest.approx(row.a_day * days)


def test_a_request_raises_nothing(db: "duckdb.DuckDBPyConnection") -> None:
    toll = read_toll(db)
    asked = [event for event in toll.events if event.kind == "request"]
    assert {event.region for event in asked} >= {"gorky", "irkutsk"}
    gorky = toll.row("gorky")
    assert gorky.stood.both == (gorky.first.both,) * 2
