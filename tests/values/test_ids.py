"""Handles: made from content, and no slip of the pen goes unnoticed."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from poimenno.values.ids import ALPHABET, LENGTH, check_character, handle, is_valid, normalise

bodies = st.text(alphabet=ALPHABET, min_size=LENGTH, max_size=LENGTH)
places = st.integers(0, LENGTH)


def test_the_check_character_is_that_of_the_paper() -> None:
    # Kunze (2006), Noid: 13030/xf93gt2 has the check character q. The slash is outside of the alphabet and counts 0.
    assert check_character("13030/xf93gt2".replace("/", "0")) == "q"
    assert len(ALPHABET) == len(set(ALPHABET)) == 29


@given(st.text(), st.text(), st.integers(0, 1000))
def test_a_handle_is_valid_and_always_the_same(source_id: str, content: str, nth: int) -> None:
    made = handle(source_id, content, nth)
    assert is_valid(made)
    assert len(made) == LENGTH + 1
    assert made == handle(source_id, content, nth)


def test_handles_are_fixed_for_ever() -> None:
    # They are cited in print: a change of this value breaks citations.
    assert handle("made-up", "Примеров Иван Иванович") == "b9j8zq9c6cr"


def test_source_content_and_number_all_count() -> None:
    made = {handle(*one) for one in (("a", "b", 0), ("b", "a", 0), ("a", "b", 1), ("ab", "", 0), ("a", "b0", 0))}
    assert len(made) == 5


@given(bodies, places, st.sampled_from(ALPHABET))
def test_every_single_wrong_character_is_found(body: str, place: int, wrong: str) -> None:
    good = body + check_character(body)
    assume(good[place] != wrong)
    assert not is_valid(good[:place] + wrong + good[place + 1 :])


@given(bodies, st.integers(0, LENGTH - 1))
def test_every_exchange_of_unequal_neighbours_is_found(body: str, place: int) -> None:
    good = body + check_character(body)
    one, other = good[place], good[place + 1]
    assume(one != other)
    assert not is_valid(good[:place] + other + one + good[place + 2 :])


@pytest.mark.parametrize("text", ["", "0", "0" * 10, "0" * 12, "a" * 11, "O" * 11, "б" * 11, "00000 00000"])
def test_what_is_no_handle_is_not_valid(text: str) -> None:
    assert not is_valid(text)


@given(bodies)
def test_capitals_blanks_and_hyphens_do_not_matter(body: str) -> None:
    good = body + check_character(body)
    assert normalise(f" {good[:4].upper()}-{good[4:8]} – {good[8:]}") == good
