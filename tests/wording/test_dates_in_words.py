"""Dates in the words of both languages."""

import re
from datetime import date

import pytest

from poimenno.wording.dates_in_words import DatesInWords

ENGLISH = {
    "1937-08-05": "5 August 1937",
    "1937-08": "August 1937",
    "1937": "1937",
    "1937-22": "summer 1937",
    "193X": "the 1930s",
    "1890~": "around 1890",
    "1890-05~": "around May 1890",
    "1890?": "1890 (uncertain)",
    "../1935": "not later than 1935",
    "../1935?": "not later than 1935 (uncertain)",
    "1937-11/..": "not earlier than November 1937",
    "1904/1906": "1904 to 1906",
    "1904~/1906~": "around 1904 to around 1906",
    "[1904..1906]": "between 1904 and 1906",
    "[1904,1906]": "1904 or 1906",
    "[1937-10-21,1937-10-23]": "21 October 1937 or 23 October 1937",
}
RUSSIAN = {
    "1937-08-05": "5 августа 1937 г.",
    "1937-08": "август 1937 г.",
    "1937": "1937",
    "1937-24": "зима 1937 г.",
    "193X": "1930-е годы",
    "1890~": "1890 (примерно)",
    "1890-05~": "май 1890 г. (примерно)",
    "../1935": "1935 или ранее",
    "1937-11/..": "ноябрь 1937 г. или позднее",
    "1904/1906": "1904 – 1906",
    "[1904..1906]": "между 1904 и 1906",
    "[1904,1906]": "1904 или 1906",
}


@pytest.mark.parametrize(
    ("language", "edtf", "words"),
    [("en", *pair) for pair in ENGLISH.items()] + [("ru", *pair) for pair in RUSSIAN.items()],
)
def test_edtf_in_words(language: str, edtf: str, words: str) -> None:
    # The locale data writes no-break spaces where a reader sees a space.
    assert re.sub(r"\s", " ", DatesInWords(language).edtf(edtf)) == words


def test_a_text_that_is_no_date_stays_as_it_is() -> None:
    assert DatesInWords("en").edtf("in the year of the flood") == "in the year of the flood"
    assert DatesInWords("en").edtf(None) == "—"
    assert DatesInWords("en").day(None) == "—"


def test_months() -> None:
    assert DatesInWords("en").month(date(1937, 8, 1)) == "August 1937"


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        (date(1921, 1, 1), date(1953, 12, 31), "1921 – 1953"),
        (date(1937, 1, 1), date(1937, 12, 31), "1937"),
        (date(1936, 10, 1), date(1938, 11, 30), "October 1936 – November 1938"),
        (date(1937, 12, 1), date(1937, 12, 31), "December 1937"),
        (date(1936, 10, 1), date(1938, 11, 1), "1 October 1936 – 1 November 1938"),
        (date(1937, 1, 2), date(1937, 12, 31), "2 January 1937 – 31 December 1937"),
        (date(1937, 7, 30), date(1937, 7, 30), "30 July 1937"),
        (None, date(1937, 7, 30), "30 July 1937"),
        (None, None, "—"),
    ],
)
def test_periods(start: date | None, end: date | None, words: str) -> None:
    assert DatesInWords("en").period(start, end) == words


@pytest.mark.parametrize(
    ("birth", "execution", "years"),
    [
        ("1890-03-12", "1937-10-24", "1890–1937"),
        ("1890", None, "1890"),
        (None, "1937", "?–1937"),
        (None, None, "?"),
        ("1890~", "1937-10", "around 1890–1937"),
        ("1890/1895", None, "1890 to 1895"),
        # No year is given that the source leaves open.
        ("1890", "../1938-03", "1890"),
        ("1890", "[1937,1938]", "1890"),
        ("1890", "[1937-10-21,1937-10-23]", "1890–1937"),
    ],
)
def test_years_of_a_life(birth: str | None, execution: str | None, years: str) -> None:
    assert DatesInWords("en").years(birth, execution) == years


@pytest.mark.parametrize(("sex", "words"), [("m", "расстрелян"), ("f", "расстреляна"), (None, "расстрел")])
def test_a_shooting_is_worded_for_the_sex(sex: str | None, words: str) -> None:
    assert re.sub(r"\s", " ", DatesInWords("ru").shot("1937-08-05", sex)) == f"{words} 5 августа 1937 г."
    assert DatesInWords("en").shot("1937-08-05", sex) == "shot 5 August 1937"
