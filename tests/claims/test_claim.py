"""The claim: what it counts, and which numbers it allows."""

import dataclasses
import math

import pytest

from poimenno.claims.claim import Claim, from_sources, with_cells
from poimenno.foundation import database, sql
from poimenno.reference.vocabularies import Measure, Unit
from tests.claims.made_up import claim


def test_the_class_is_the_table() -> None:
    with database.memory() as db:
        sql.run(db, "claims")
        columns = [row[0] for row in db.execute("DESCRIBE claims").fetchall()]
    assert [field.name for field in dataclasses.fields(Claim)] == columns


def test_claims_about_people_in_a_period_can_be_compared() -> None:
    comparable = claim("executed", 5)
    others = [
        claim("a rate", 5, unit=Unit.PEOPLE_PER_DAY),
        claim("a length", 5, measure=Measure.DURATION, unit=Unit.DAYS),
        claim("undated", 5, period_start=None),
        claim("no number", 5, possible_low=None, value=None),
    ]
    assert [row.claim_id for _cell, row in with_cells([comparable, *others])] == ["executed"]


def test_first_limits_were_set_at_one_time() -> None:
    limits = [claim(str(day), 5, measure=Measure.LIMIT_CATEGORY_1, period_start=day, period_end=day) for day in (None,)]
    assert [row.period for row in limits] != [None]


def test_an_open_end_is_infinite() -> None:
    assert claim("at least", 5, 9, possible_high=None).high == math.inf


@pytest.mark.parametrize(
    ("names", "expected"),
    [([], ["first", "second"]), (["MADE-UP F"], ["first"]), (["Made-Up"], ["first", "second"]), (["nobody"], [])],
)
def test_sources_are_chosen_by_words_or_by_their_collection(names: list[str], expected: list[str]) -> None:
    claims = [claim("first", 1), claim("second", 2)]
    assert [row.claim_id for row in from_sources(claims, names)] == expected
