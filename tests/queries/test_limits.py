"""Limits add up as their sources allow: at least, at most; what is asked for is never added."""

import itertools
from dataclasses import fields
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from poimenno.queries import limits
from poimenno.queries.claim_queries import ShownClaim
from poimenno.queries.limits import RunningTotal
from poimenno.values.intervals import CountRange

PARENTS = {"ukraine": None, "kiev": "ukraine", "odessa": "ukraine", "rsfsr": None, "omsk": "rsfsr", "far_east": "rsfsr"}
FIRST = date(1937, 7, 30)


def claim(measure: str, value: int | None, region: str | None = "omsk", **other: Any) -> ShownClaim:
    day = other.pop("day", FIRST)
    empty = dict.fromkeys(field.name for field in fields(ShownClaim))
    facts = {
        "claim_id": f"{measure}:{region}:{day}:{value}", "measure": measure, "region": region, "territory": region,
        "period_start": day, "period_end": day, "value": value, "unit": "people", "precision": "exact",
        "collection": limits.ORDER, "source": "made up", **other,
    }  # fmt: skip
    return ShownClaim(**{**empty, **facts})


def stood(*claims: ShownClaim, day: date | None = None) -> RunningTotal:
    return limits.running_total(limits.limit_events(claims, PARENTS), day)


def test_supplements_are_added_by_their_days() -> None:
    claims = [
        claim("limit_category_1", 1000),
        claim("limit_category_2", 2500),
        claim("limit_increase_category_1", 300, day=date(1937, 10, 1)),
        claim("limit_increase_total", 70, day=date(1938, 2, 17)),
    ]
    assert stood(*claims, day=date(1937, 7, 29)).both == (0, 0)
    assert stood(*claims, day=date(1937, 9, 30)).both == (3500, 3500)
    assert stood(*claims, day=date(1937, 10, 1)).category_1 == (1300, 1300)
    in_the_end = stood(*claims)
    assert in_the_end.both == (3870, 3870)
    # What does not tell the categories apart may be of category 1, or not.
    assert in_the_end.death == (1300, 1370)
    assert limits.days_of_change(limits.limit_events(claims, PARENTS)) == [FIRST, date(1937, 10, 1), date(1938, 2, 17)]


@pytest.mark.parametrize("kind", ["request", "excess", "part"])
def test_requests_and_what_went_beyond_are_shown_and_not_added(kind: str) -> None:
    asked = claim(f"limit_{kind}_category_1", 5000, day=date(1938, 2, 4))
    found = limits.limit_events([claim("limit_category_1", 1000), asked], PARENTS)
    assert limits.running_total(found).both == (1000, 1000)
    assert [event.kind for event in found] == ["first", {"excess": "beyond"}.get(kind, kind)]


def test_a_rival_figure_is_not_added() -> None:
    rival = claim("limit_increase_category_1", 12568, status="rival figure", day=date(1937, 12, 31))
    assert stood(claim("limit_category_1", 1000), rival).category_1 == (1000, 1000)


def test_a_new_limit_takes_the_place_of_the_old() -> None:
    claims = [
        claim("limit_category_1", 500),
        claim("limit_new_category_1", 1600, day=date(1937, 10, 31)),
        claim("limit_increase_category_1", 100, day=date(1937, 12, 10)),
    ]
    assert stood(*claims, day=date(1937, 10, 30)).category_1 == (500, 500)
    assert stood(*claims).category_1 == (1700, 1700)


def test_what_is_only_known_to_lie_before_a_day_may_tell_again_what_was_told() -> None:
    claims = [
        claim("limit_category_1", 8000),
        claim("limit_increase_category_1", 4200, day=date(1937, 9, 5)),
        claim("limit_increase_category_1", 4500, day=date(1937, 9, 29)),
        claim("limit_increase_category_1", 9450, day=date(1937, 12, 19), period_start=None),
    ]
    assert stood(*claims).category_1 == (8000 + 9450, 8000 + 4200 + 4500 + 9450)


def test_what_is_inferred_or_undated_is_no_certain_step() -> None:
    claims = [
        claim("limit_category_1", 5000),
        claim("limit_increase_category_1", 4000, status="implied", day=None),
        claim("limit_increase_category_2", 600, day=None),
    ]
    assert stood(*claims, day=date(1938, 12, 31)).both == (5000, 5000)
    assert stood(*claims).both == (5600, 9600)


def test_sources_that_repeat_one_another_count_once_and_those_that_differ_leave_a_range() -> None:
    claims = [
        claim("limit_category_1", 1000),
        claim("limit_category_1", 1000, claim_id="other", collection="other"),
        claim("limit_category_1", 1200, claim_id="rival", collection="other"),
        claim("limit_increase_category_1", 300, day=date(1937, 10, 1)),
        claim("limit_increase_category_1", 350, day=date(1937, 10, 1), claim_id="again"),
    ]
    found = limits.limit_events(claims, PARENTS)
    assert [(event.kind, event.says, len(event.claims)) for event in found] == [
        ("first", (1000, 1000), 2),
        ("rival", (1200, 1200), 1),
        ("increase", (300, 350), 2),
    ]
    assert limits.running_total(found).category_1 == (1300, 1350)


def test_what_is_not_added_is_not_merged_unless_it_says_the_same() -> None:
    asked = [
        claim("limit_request_category_1", n, claim_id=str(k), day=date(1938, 2, 4)) for k, n in enumerate((5, 5, 7))
    ]
    found = limits.limit_events(asked, PARENTS)
    assert sorted((event.says, len(event.claims)) for event in found) == [((5, 5), 2), ((7, 7), 1)]


def test_a_sum_of_others_is_not_added_to_its_parts() -> None:
    found = limits.limit_events(
        [
            claim("limit_category_1", 2000, "kiev"),
            claim("limit_category_1", 1000, "odessa"),
            claim("limit_category_1", 3000, "ukraine", collection="statistics"),
            claim("limit_category_1", 76000, None, collection="statistics"),
        ],
        PARENTS,
    )
    assert sorted(event.kind for event in found) == ["first", "first", "sum", "sum"]
    assert limits.running_total(found).category_1 == (3000, 3000)


def test_a_decision_without_a_number_is_an_event_and_no_step() -> None:
    found = limits.limit_events([claim("limit_category_1", 10), claim("limit_increase_total", None)], PARENTS)
    assert [event.says for event in found] == [(10, 10), None]
    assert limits.running_total(found).both == (10, 10)


def test_regions_are_gathered_by_republic() -> None:
    assert limits.unit("kiev", PARENTS) == "ukraine"
    assert limits.unit("omsk", PARENTS) == "omsk"
    assert limits.unit("ukraine", PARENTS) == "ukraine"
    assert limits.unit(None, PARENTS) is None
    assert limits.multiple(CountRange(150, 300), 100) == (1.5, 3.0)
    assert limits.multiple(CountRange(150, 300), 0) is None


increases = st.lists(
    st.builds(
        claim,
        st.sampled_from(["limit_increase_category_1", "limit_increase_category_2", "limit_increase_total"]),
        st.integers(1, 10**5),
        st.sampled_from(["omsk", "kiev", "far_east"]),
        day=st.one_of(st.none(), st.dates(date(1937, 8, 1), date(1938, 11, 17))),
        status=st.sampled_from([None, "approved increase", "implied", "request", "rival figure"]),
    ),
    max_size=12,
    unique_by=lambda row: row.claim_id,
)


@given(increases, st.permutations(range(12)), st.dates(date(1937, 8, 1), date(1938, 11, 17)))
def test_limits_only_mount_and_the_order_of_rows_is_nothing(
    claims: list[ShownClaim], order: list[int], day: date
) -> None:
    claims = [claim("limit_category_1", 100, region) for region in ("omsk", "kiev")] + claims
    shuffled = [claims[n] for n in order if n < len(claims)] + claims[12:]
    found = limits.limit_events(claims, PARENTS)
    if len(shuffled) == len(claims):
        assert limits.running_total(limits.limit_events(shuffled, PARENTS)) == limits.running_total(found)
    by_day = [limits.running_total(found, one) for one in [*sorted({FIRST, day, *limits.days_of_change(found)}), None]]
    for before, after in itertools.pairwise(by_day):
        for category in ("category_1", "category_2", "total", "both"):
            earlier, later = getattr(before, category), getattr(after, category)
            assert earlier.low <= earlier.high
            assert earlier.low <= later.low
            assert earlier.high <= later.high
    said = sum(row.value or 0 for row in claims if row.status != "rival figure")
    assert by_day[-1].both.high <= said


@pytest.mark.parametrize(
    ("status", "standing"),
    [
        (None, "stated"),
        ("approved increase", "stated"),
        ("request (approval not seen)", "stated"),
        ("rival figure", "rival"),
        ("rival", "rival"),
        ("implied", "inferred"),
        ("inferred excess over limit", "inferred"),
        ("computed from a sum", "inferred"),
        ("not implied", "stated"),
    ],
)
def test_the_table_decides_what_a_status_makes_of_a_claim(status: str | None, standing: str) -> None:
    assert limits.claim_standing(status) == standing
