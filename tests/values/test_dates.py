"""Dates, held against an EDTF library, against the calendar arithmetic of a text book, and against themselves."""

import calendar
import time
from datetime import date, timedelta

import pytest
from edtf_validate.valid_edtf import is_valid
from hypothesis import given
from hypothesis import strategies as st

from poimenno.values.dates import REFORM, DateValue, find_dates, parse_date

RUSSIAN_MONTHS = [
    "января",
    "февраля",
    "марта",
    "апреля",
    "мая",
    "июня",
    "июля",
    "августа",
    "сентября",
    "октября",
    "ноября",
    "декабря",
]
UKRAINIAN_MONTHS = [
    "січня",
    "лютого",
    "березня",
    "квітня",
    "травня",
    "червня",
    "липня",
    "серпня",
    "вересня",
    "жовтня",
    "листопада",
    "грудня",
]
ESTONIAN_MONTHS = [
    "jaanuar",
    "veebruar",
    "märts",
    "aprill",
    "mai",
    "juuni",
    "juuli",
    "august",
    "september",
    "oktoober",
    "november",
    "detsember",
]
MONTHS = {"ru": RUSSIAN_MONTHS, "uk": UKRAINIAN_MONTHS, "et": ESTONIAN_MONTHS}
ROMAN = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"]
days = st.dates(min_value=date(1800, 1, 1), max_value=date(2030, 12, 31))
days_after_reform = st.dates(min_value=REFORM, max_value=date(1999, 12, 31))


def valid(edtf: str) -> bool:
    return bool(is_valid(edtf))


def read(text: str, language: str = "ru") -> DateValue:
    """The date that a text is, which must be one as a whole."""
    value = parse_date(text, language=language)
    assert value is not None, text
    return value


def julian_day_number(year: int, month: int, day: int) -> int:
    """The Julian Day Number of a day of the Julian calendar (Meeus, Astronomical Algorithms, chapter 7)."""
    if month <= 2:
        year, month = year - 1, month + 12
    return int(365.25 * (year + 4716)) + int(30.6001 * (month + 1)) + day - 1524


def gregorian_of_julian(year: int, month: int, day: int) -> date:
    """The same day in the Gregorian calendar, by way of its day number (1 January of year 1: 1721426)."""
    return date.fromordinal(julian_day_number(year, month, day) - 1721425)


@given(days)
def test_every_wording_of_a_day_is_that_day(day: date) -> None:
    for text, language in (
        (f"{day.day:02}.{day.month:02}.{day.year}", "ru"),
        (f"{day.day}.{day.month}.{day.year} г.", "ru"),
        (f"{day.day}. {day.month:02}. {day.year}", "et"),
        (f"{day.day} {RUSSIAN_MONTHS[day.month - 1]} {day.year} г.", "ru"),
        (f"{day.day} {UKRAINIAN_MONTHS[day.month - 1]} {day.year} року", "uk"),
        (f"{day.day}. {ESTONIAN_MONTHS[day.month - 1]} {day.year}. a.", "et"),
        (f"«{day.day}» {RUSSIAN_MONTHS[day.month - 1]} {day.year} г.", "ru"),
        (f"{day.day}-го {RUSSIAN_MONTHS[day.month - 1]} {day.year}", "ru"),
        (f"{day.day:02}-{day.month:02}-{day.year}", "ru"),
        (f"{day.day}.{ROMAN[day.month - 1]}.{day.year}", "ru"),
        (day.isoformat(), "en"),
        (f"{calendar.month_name[day.month]} {day.day}, {day.year}", "en"),
        (f"{day.day} {calendar.month_abbr[day.month]} {day.year}", "en"),
    ):
        value = read(text, language)
        assert value.edtf == value.iso == day.isoformat(), text
        assert (value.earliest, value.year, value.impossible) == (day, day.year, False)


@pytest.mark.parametrize("language", MONTHS)
@given(day=days)
def test_a_printed_month_or_year_is_all_its_days(language: str, day: date) -> None:
    month = read(f"{MONTHS[language][day.month - 1]} {day.year}", language)
    last = calendar.monthrange(day.year, day.month)[1]
    assert (month.edtf, month.iso) == (day.isoformat()[:7], day.isoformat()[:7])
    assert (month.earliest, month.latest) == (day.replace(day=1), day.replace(day=last))
    year = read(f"{day.year}", language)
    assert (year.edtf, year.iso) == (day.isoformat()[:4], day.isoformat()[:4])
    assert (year.earliest, year.latest) == (date(day.year, 1, 1), date(day.year, 12, 31))


@given(days_after_reform)
def test_years_of_two_digits_are_of_the_century_that_the_caller_says(day: date) -> None:
    value = read(f"{day.day:02}.{day.month:02}.{day.year % 100:02}")
    assert value.earliest == value.latest == day


def test_a_century_may_be_given() -> None:
    value = parse_date("05.03.72", century=1800)
    assert value is not None
    assert value.edtf == "1872-03-05"


@given(days)
def test_a_day_before_the_reform_may_be_of_either_calendar(day: date) -> None:
    value = read(day.strftime("%d.%m.%Y"))
    if day >= REFORM:
        assert value.latest == day
    else:
        assert value.latest == gregorian_of_julian(day.year, day.month, day.day)


@given(st.dates(min_value=date(1701, 1, 1), max_value=REFORM - timedelta(days=1)))
def test_a_day_marked_old_style_is_converted(day: date) -> None:
    value = read(f"{day.day:02}.{day.month:02}.{day.year} (ст. ст.)")
    assert value.earliest == value.latest == gregorian_of_julian(day.year, day.month, day.day)
    assert value.edtf == str(value.earliest)


def test_old_style_after_the_reform_changes_nothing() -> None:
    assert read("05.08.1937 (ст. ст.)").edtf == "1937-08-05"


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("4/17 марта 1905", "1905-03-17"),
        ("15 (28) января 1900", "1900-01-28"),
        ("(15) 28 января 1900 г.", "1900-01-28"),
        ("25 марта (7 апреля) 1902 г.", "1902-04-07"),
        ("25 (7) апреля 1902 г.", "1902-04-07"),
        ("15(28).01.1900", "1900-01-28"),
        ("15/28.01.1900", "1900-01-28"),
        ("29.02.1900", "1900-03-13"),
    ],
)
def test_days_in_both_calendars_or_only_in_the_old_one_are_exact(text: str, edtf: str) -> None:
    value = read(text)
    assert value.edtf == edtf
    assert value.earliest == value.latest == date.fromisoformat(edtf)


def test_a_number_before_a_bracket_is_not_taken_for_old_style() -> None:
    assert read("10 (5 мая 1937)").edtf == "1937-05-05"


QUALIFIED = [
    ("ru", "1903", "1903", "1903-01-01", "1903-12-31"),
    ("ru", "в 1903 г.", "1903", "1903-01-01", "1903-12-31"),
    ("ru", "1890 года рождения", "1890", "1890-01-01", "1890-12-31"),
    ("ru", "1890 г.р.", "1890", "1890-01-01", "1890-12-31"),
    ("ru", "12.39", "1939-12", "1939-12-01", "1939-12-31"),
    ("ru", "в июле 1998 г.", "1998-07", "1998-07-01", "1998-07-31"),
    ("ru", "09.2004", "2004-09", "2004-09-01", "2004-09-30"),
    ("ru", "1937-08", "1937-08", "1937-08-01", "1937-08-31"),
    ("ru", "около 1890 г.", "1890~", "1888-01-01", "1892-12-31"),
    ("ru", "ок. 1890", "1890~", "1888-01-01", "1892-12-31"),
    ("ru", "1890?", "1890?", "1889-01-01", "1891-12-31"),
    ("ru", "189?", "189X", "1890-01-01", "1899-12-31"),
    ("ru", "до 1935", "../1935", None, "1935-12-31"),
    ("ru", "не позднее 1 мая 1938", "../1938-05-01", None, "1938-05-01"),
    ("ru", "после 5 августа 1937 г.", "1937-08-05/..", "1937-08-05", None),
    ("ru", "1904 или 1906", "[1904,1906]", "1904-01-01", "1906-12-31"),
    ("ru", "между 1904 и 1906", "[1904..1906]", "1904-01-01", "1906-12-31"),
    ("ru", "1933-1936", "1933/1936", "1933-01-01", "1936-12-31"),
    ("ru", "1905-08 гг.", "1905/1908", "1905-01-01", "1908-12-31"),
    ("ru", "весной 1937", "1937-21", "1937-03-01", "1937-05-31"),
    ("ru", "осень 1937 г.", "1937-23", "1937-09-01", "1937-11-30"),
    ("ru", "зимой 1937", "1937-24", "1937-01-01", "1938-02-28"),
    ("ru", "зимой 1937-1938 гг.", "1937-12/1938-02", "1937-12-01", "1938-02-28"),
    ("ru", "зима 1937/38", "1937-12/1938-02", "1937-12-01", "1938-02-28"),
    ("ru", "зимой 1939-40", "1939-12/1940-02", "1939-12-01", "1940-02-29"),
    ("ru", "летом 1936-1937", "1936-06/1937-08", "1936-06-01", "1937-08-31"),
    ("ru", "в мае-июне 1937 г.", "1937-05/1937-06", "1937-05-01", "1937-06-30"),
    ("ru", "в июле и августе 1937", "1937-07/1937-08", "1937-07-01", "1937-08-31"),
    ("ru", "декабрь-январь 1938", "1937-12/1938-01", "1937-12-01", "1938-01-31"),
    ("ru", "1930-е гг.", "193X", "1930-01-01", "1939-12-31"),
    ("ru", "в начале 1920-х годов", "192X", "1920-01-01", "1929-12-31"),
    ("ru", "1930-40-е", "1930/1949", "1930-01-01", "1949-12-31"),
    ("uk", "1930-ті роки", "193X", "1930-01-01", "1939-12-31"),
    ("et", "1950-ndad aastad", "195X", "1950-01-01", "1959-12-31"),
    ("en", "1890s", "189X", "1890-01-01", "1899-12-31"),
    ("ru", "до осени 1937", "../1937-11", None, "1937-11-30"),
    ("ru", "до 1935?", "../1935?", None, "1936-12-31"),
    ("ru", "не ранее весны 1937", "1937-03/..", "1937-03-01", None),
    ("ru", "после 1933-1936", "1933/..", "1933-01-01", None),
    ("ru", "около 1933-1936 гг.", "1933~/1936~", "1931-01-01", "1938-12-31"),
    ("ru", "около 1904 или 1906", "[1904~,1906~]", "1902-01-01", "1908-12-31"),
    ("ru", "ок. 1890-х гг.", "1890~/1899~", "1888-01-01", "1901-12-31"),
    ("ru", "около весны 1937", "1937-21~", "1935-03-01", "1939-05-31"),
    ("ru", "[1890]", "1890", "1890-01-01", "1890-12-31"),
    ("ru", "5/6 августа 1937", "[1937-08-05,1937-08-06]", "1937-08-05", "1937-08-06"),
    ("ru", "28-29.07.1937", "1937-07-28/1937-07-29", "1937-07-28", "1937-07-29"),
    ("ru", "в начале 1937", "1937", "1937-01-01", "1937-12-31"),
    ("ru", "00.10.1937", "1937-10", "1937-10-01", "1937-10-31"),
    ("ru", "28-29 июля 1937 г.", "1937-07-28/1937-07-29", "1937-07-28", "1937-07-29"),
    ("ru", "30 сентября — 1 октября 1937", "1937-09-30/1937-10-01", "1937-09-30", "1937-10-01"),
    ("uk", "29 квітня 1938", "1938-04-29", "1938-04-29", "1938-04-29"),
    ("uk", "1899 р.", "1899", "1899-01-01", "1899-12-31"),
    ("uk", "навесні 1937", "1937-21", "1937-03-01", "1937-05-31"),
    ("uk", "після 1935", "1935/..", "1935-01-01", None),
    ("et", "1947. a.", "1947", "1947-01-01", "1947-12-31"),
    ("et", "sept. 1947", "1947-09", "1947-09-01", "1947-09-30"),
    ("et", "05.46.", "1946-05", "1946-05-01", "1946-05-31"),
    ("et", "17.08. 53", "1953-08-17", "1953-08-17", "1953-08-17"),
    ("et", "enne 1949", "../1949", None, "1949-12-31"),
    ("et", "1941 sõjasuvel", "1941-22", "1941-06-01", "1941-08-31"),
    ("et", "1940/41", "[1940,1941]", "1940-01-01", "1941-12-31"),
    ("et", "1941-44", "1941/1944", "1941-01-01", "1944-12-31"),
    ("et", "25. ja 28. juunil 1941", "[1941-06-25,1941-06-28]", "1941-06-25", "1941-06-28"),
    ("en", "between 1904 and 1906", "[1904..1906]", "1904-01-01", "1906-12-31"),
    ("en", "spring 1937", "1937-21", "1937-03-01", "1937-05-31"),
]


@pytest.mark.parametrize(("language", "text", "edtf", "earliest", "latest"), QUALIFIED)
def test_qualifiers_are_kept(language: str, text: str, edtf: str, earliest: str | None, latest: str | None) -> None:
    value = read(text, language)
    assert value.edtf == edtf
    assert value.earliest == (earliest and date.fromisoformat(earliest))
    assert value.latest == (latest and date.fromisoformat(latest))
    assert not value.impossible


PLAIN = [
    (text, read(text))
    for text in (
        "1890", "12.1937", "марта 1937", "05.08.1937", "5 мая 1937", "осени 1937", "зимы 1937", "1930-х гг.", "189?",
        "1933-1936", "1904 или 1906", "28-29 июля 1937", "мая-июня 1937", "5/6 августа 1937", "05.03.1872",
        "31.02.1937",
    )
]  # fmt: skip


@pytest.mark.parametrize(("text", "plain"), PLAIN)
def test_no_form_loses_its_qualifier(text: str, plain: DateValue) -> None:
    before, after, circa = read(f"до {text}"), read(f"после {text}"), read(f"около {text}")
    assert all(valid(value.edtf) and value.iso is None for value in (before, after, circa))
    assert (before.earliest, before.latest) == (None, plain.latest)
    assert (after.earliest, after.latest) == (plain.earliest, None)
    assert circa.earliest is not None
    assert circa.latest is not None
    assert plain.earliest is not None
    assert plain.latest is not None
    assert circa.earliest < plain.earliest < plain.latest < circa.latest or plain.earliest == plain.latest
    assert circa.earliest.year == plain.earliest.year - 2


@pytest.mark.parametrize(
    ("text", "edtf", "latest"),
    [
        ("31.02.1937", "1937-02", "1937-02-28"),
        ("31 июня 1938", "1938-06", "1938-06-30"),
        ("05.13.1937", "1937", "1937-12-31"),
    ],
)
def test_a_day_that_cannot_be_keeps_what_can(text: str, edtf: str, latest: str) -> None:
    value = read(text)
    assert value.impossible
    assert (value.edtf, str(value.latest)) == (edtf, latest)


@given(st.integers(1600, 2039), st.integers(0, 40), st.integers(0, 40), st.sampled_from("./"))
def test_three_numbers_are_always_a_date_of_that_year(year: int, month: int, day: int, mark: str) -> None:
    value = read(f"{day}{mark}{month}{mark}{year}")
    assert value.year == year
    assert value.earliest is not None
    assert value.latest is not None
    assert value.earliest <= value.latest
    known = 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year, month)[1]
    assert known <= (not value.impossible)


PIECES = st.sampled_from(
    [
        "до", "после", "около", "ок.", "~", "между", "и", "или", "в", "с", "-", "–", "/", "(", ")", "?", "г.", "гг.",
        "марта", "июль", "весной", "зимой", "1890", "189?", "1937", "1938", "37", "02", "2", "29", "31", ".",
        "1930-е", "январь", "осень", "[", "«5»", "29.02.1900", "ст. ст.", "1.1.1918", "05.08.1937", "VII", "0", " ",
    ]
)  # fmt: skip


@given(st.lists(PIECES, max_size=9), st.sampled_from(["", " "]))
def test_whatever_is_found_is_valid_edtf_in_order_with_exact_spans(pieces: list[str], joint: str) -> None:
    text = joint.join(pieces)
    end = 0
    for start, stop, value in find_dates(text):
        assert end <= start < stop <= len(text)
        assert text[start:stop] == text[start:stop].strip()
        assert valid(value.edtf), (text, value)
        assert value.earliest is None or value.latest is None or value.earliest <= value.latest
        end = stop


@given(days)
def test_reading_its_own_iso_form_changes_nothing(day: date) -> None:
    for text in (day.isoformat(), day.isoformat()[:7], day.isoformat()[:4]):
        first = read(text)
        assert first.iso == text
        assert read(first.iso) == first


def test_dates_in_prose_stand_where_they_stand() -> None:
    text = "Род. около 1890 г. в д. Вымышленной. Арестован 5 августа 1937. Ст. 58-10. Расстрелян 17.11.37."
    found = [(text[start:stop], value.edtf) for start, stop, value in find_dates(text)]
    assert found == [("около 1890 г.", "1890~"), ("5 августа 1937", "1937-08-05"), ("17.11.37", "1937-11-17")]


def test_only_the_stretch_asked_for_is_read() -> None:
    text = "1937 и 1938"
    assert [value.edtf for _a, _b, value in find_dates(text, start=5)] == ["1938"]
    assert [value.edtf for _a, _b, value in find_dates(text, stop=5)] == ["1937"]


@pytest.mark.parametrize(
    "text", ["", "58-10", "кв. 19", "№ 1", "19", "12345", "неизвестно", "1937 или 5 мая 1938", "§58"]
)
def test_what_is_no_date_as_a_whole_is_none(text: str) -> None:
    assert parse_date(text) is None


def test_a_hundred_thousand_dates_take_seconds_and_not_minutes() -> None:
    begun = time.process_time()
    for _ in range(20_000):
        parse_date("04.03.1937")
    # A tenth of the speed aimed at: a test of the order of magnitude, for slow and busy machines.
    assert time.process_time() - begun < 2
