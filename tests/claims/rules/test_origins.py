"""Who repeats whom: held against a plain comparison of all pairs."""

from hypothesis import given
from hypothesis import strategies as st

from poimenno.claims import checking
from poimenno.claims.rules.origins import Origins
from poimenno.wording import finding_words
from tests.claims.made_up import claim

NUMBERS = (12_345, 12_346, 12_000, 1_234_000, 999)
REGIONS = ("kursk", "tula")


@given(st.lists(st.tuples(st.sampled_from(NUMBERS), st.sampled_from(REGIONS), st.integers(1990, 1992)), max_size=8))
def test_claims_repeat_one_another_if_they_state_one_unrounded_number_for_one_cell(
    rows: list[tuple[int, str, int]],
) -> None:
    claims = [claim(f"{n}", number, region=region, source_year=year) for n, (number, region, year) in enumerate(rows)]
    origins = Origins(claims)
    for item, (number, region, _year) in zip(claims, rows, strict=True):
        same = [other for other, row in zip(claims, rows, strict=True) if row[:2] == (number, region)]
        repeated = number in {12_345, 12_346, 1_234_000}
        oldest = min(same, key=lambda other: (other.source_year, other.claim_id)) if repeated else item
        assert origins.origin_id(item) == oldest.claim_id
        assert origins.is_original(item) == (oldest is item)


def test_claims_that_repeat_one_another_count_once() -> None:
    first = claim("first", 12_345, operation="00485", source_year=1990)
    again = claim("again", 12_345, operation="00485", source_year=2005)
    quoting = claim("quoting", 12_345, operation="00485", source_year=2005, quotes="made-up author")
    rows = Origins([again, first, quoting]).rows
    assert [(row.origin_id, row.reason) for row in rows] == [
        ("first", "same_number"),
        ("first", "own"),
        ("first", "quotes"),
    ]
    [finding] = checking.check_rules([again, first])
    assert finding.kind == "repeated"
    assert "made-up first" in finding_words.sentence(finding, "en").partition("earliest")[2]


def test_a_claim_that_was_not_asked_about_is_original() -> None:
    assert Origins([]).is_original(claim("unknown", 12_345))
