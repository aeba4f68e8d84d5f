"""Numbers that count something, in digits and in words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from poimenno.claims.reading.prose import numbers, words


@given(st.integers(1_000, 9_999_999))
def test_a_number_is_read_however_its_digits_are_grouped(number: int) -> None:
    for separator in (",", "\N{NO-BREAK SPACE}", "\N{NARROW NO-BREAK SPACE}"):
        text = f"In all {number:,} people were arrested.".replace(",", separator)
        assert [results.value for results in numbers.find(text, words.words_of(text))] == [number]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("On 30 July 1937 order No. 00447 was signed.", []),
        ("See table 3, p. 17, note 5 [12].", []),
        ("One and a half million people, of them 2.5 million children.", [1_500_000, 2_500_000]),
        ("Of the 21,557 people arrested between December 1937 and November 1938, 10,545 were shot.", [21_557, 10_545]),
        ("Приказом № 00447 арестовано 1,5 млн человек.", [1_500_000]),
    ],
)
def test_what_counts_nothing_is_no_number(text: str, values: list[int]) -> None:
    results = numbers.find(text, words.words_of(text))
    assert [number.value for number in results] == values
    assert [number.start for number in results] == sorted(number.start for number in results)
