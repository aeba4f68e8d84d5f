"""Dates as sources give them: the interval of possible days, with EDTF text.

Reads what notices print in Russian, Ukrainian, Estonian and English: days, months, years, two-digit years, circa,
before, after, between, seasons, Old Style. Date libraries lose such qualifiers; this module refuses to be more exact
than its source:

- `около 1890` is EDTF `1890~` and may lie two years to either side; `1890?` is one year to either side.
- `до 1935` is `../1935`: open to the past, and the year itself is included.
- A day before 14 February 1918 without a calendar may be of either calendar: it is kept as printed, and its last
  possible day is that of the Julian reading. A day marked Old Style (`ст. ст.`), or printed in both calendars
  (`4/17 марта 1905`), is converted to the Gregorian calendar.
- 29 February 1900 is a day of the Julian calendar only, and is read as such.
- `между 1904 и 1906` is one of the set `[1904..1906]`, `1904 или 1906` one of `[1904,1906]`; `1933-1936` and
  `28-29 июля 1937` are intervals. `1905-08` is a month, as in ISO 8601, unless a mark of years follows (`1905-08 гг.`).
- `1930-е гг.` and `193?` are the decade `193X`. Circa, before and after apply to every form: `до осени 1937` is
  `../1937-11`.
- `начало 1937` is only 1937, `00.10.1937` and `?.10.1937` only October.
- Of a day that no calendar has (31 February) the month is kept, of a month that no year has the year, and
  `impossible` is true.

Use `parse_date` for a string that is a date as a whole, `find_dates` for dates inside prose.
"""

import calendar
import functools
import re
from dataclasses import dataclass, replace
from datetime import date, timedelta

from poimenno.values.date_words import LANGUAGES, DateWords

REFORM = date(1918, 2, 14)
# Years to either side of a year that is qualified by circa, or by a question mark.
CIRCA_YEARS = 2
UNCERTAIN_YEARS = 1
# Days between the two dates of a day that is printed in both calendars.
MIN_LAG, MAX_LAG = 11, 14
ROMAN = {
    "I": 1,
    "II": 2,
    "III": 3,
    "IV": 4,
    "V": 5,
    "VI": 6,
    "VII": 7,
    "VIII": 8,
    "IX": 9,
    "X": 10,
    "XI": 11,
    "XII": 12,
}


@dataclass(frozen=True, slots=True)
class DateValue:
    """What is known of a date: EDTF text, first and last possible day (None: open), and whether it is impossible."""

    edtf: str
    earliest: date | None
    latest: date | None
    impossible: bool = False

    @property
    def iso(self) -> str | None:
        """The date as ISO 8601, reduced to what is known ("1937-08"); None if it is qualified."""
        return self.edtf if re.fullmatch(r"\d{4}(-(0[1-9]|1[0-2])(-\d\d)?)?", self.edtf) else None

    @property
    def year(self) -> int | None:
        """The year, if the EDTF text begins with one; otherwise None."""
        return int(self.edtf[:4]) if re.match(r"\d{4}", self.edtf) else None


def parse_date(text: str, *, language: str = "ru", century: int = 1900) -> DateValue | None:
    """Read a string that is a date as a whole; None if it is not a date.

    `century` is added to years of two digits.
    """
    dates = find_dates(text, language=language, century=century)
    if len(dates) != 1:
        return None
    start, stop, value = dates[0]
    rest = (text[:start] + text[stop:]).strip(' .,;:()[]«»"')
    return None if rest else value


def find_dates(
    text: str, *, language: str = "ru", century: int = 1900, start: int = 0, stop: int | None = None
) -> list[tuple[int, int, DateValue]]:
    """Find the dates in `text[start:stop]`: (start, stop, value) of each, in order, without blanks at the ends."""
    words = LANGUAGES.get(language, LANGUAGES["ru"])
    end = len(text) if stop is None else stop
    dates = []
    for match in _pattern(language).finditer(text, start, end):
        value = _value(match, words, century)
        if value is not None:
            dates.append((match.start(), match.end(), value))
    return dates


@functools.cache
def _pattern(language: str) -> re.Pattern[str]:
    words = LANGUAGES.get(language, LANGUAGES["ru"])
    year = r"(?:1[6-9]\d\d|20[0-3]\d)"
    short = r"\d\d(?!\d|[./]\d)"
    year_end = rf"(?:\s?{words.year_mark})?"
    day = r"(?:0?[1-9]|[12]\d|3[01])"
    month = "|".join(sorted((re.escape(name) for name in words.months), key=len, reverse=True))
    dot = r"\s?[./]\s?"
    return re.compile(
        rf"""(?<![\w§\-])
        (?:(?P<circa>{words.circa})\s?|(?P<before>{words.before})\s|(?P<after>{words.after})\s)?
        (?:{words.preposition}\s)?
        (?:
          (?P<d>\d{{1,2}}|\?\??){dot}(?P<m>\d{{1,2}}|[IVXХ]{{1,4}}|\?\??)(?:{dot}|-(?={year}))(?P<y>{year}|{short})(?P<yq>\?)?{year_end}
        | (?P<hd>{day})-(?P<hm>0?[1-9]|1[0-2])-(?P<hy>{year})
        | (?P<n1>{day})\s?(?P<nsep>[/(\-–—])\s?(?P<n2>{day})\)?\.(?P<nm2>0?[1-9]|1[0-2])\.(?P<ny2>{year}){year_end}
        | (?:[«"](?P<qd>\d{{1,2}})[»"]|(?P<wd>\d{{1,2}})(?:-?го)?\.?)\s?
              (?P<wm>{month})\.?,?\s?(?P<wy>{year}|'?{short}){year_end}
        | \(?(?P<d1>{day})\)?\.?(?:\s(?P<m1>{month}))?\s?(?P<dsep>[/(]|(?<=\))|[-–—]|{words.either}|{words.both})\s?
              (?P<d2>{day})\)?\.?\s(?P<m2>{month})\)?\.?,?\s(?P<y2>{year}){year_end}
        | (?P<p1>{month})\.?\s?(?P<psep>[-–—/]|{words.either}|{words.both})\s?
              (?P<p2>{month})\.?,?\s(?P<py>{year}){year_end}
        | (?P<tens>1[6-9]\d|20[0-3])0{words.decade}
        | (?P<iy>{year})(?P<isep>[-.])(?P<im>\d\d)(?P=isep)(?P<id>\d\d)(?!\d)
        | (?P<jy>{year})-(?P<jm>0[1-9]|1[0-2])(?![\d-]|\s?{words.year_mark})
        | (?P<em>{month})\s(?P<ed>{day}),?\s(?P<ey>{year})
        | (?P<mm>{month})\.?(?:\s{words.month_mark})?,?\s(?P<my>{year}){year_end}
        | (?P<season>{words.seasons})\s(?P<sy>{year})(?:\s?[-–—/]\s?(?P<sy2>{year}|{short}))?{year_end}
        | (?P<uy>{year}){year_end},?\s(?:(?P<useason>{words.seasons})|(?P<um>{month}))
        | (?P<nm>0?[1-9]|1[0-2])\.(?P<ny>{year}){year_end}
        | (?P<sm>0[1-9]|1[0-2])\.(?P<ss>\d\d)(?=\s?{words.year_mark}|\.?(?:\s|$|[;,\]]))(?![.\d]\d){year_end}
        | (?P<between>{words.between})\s(?P<b1>{year})(?:{words.both})(?P<b2>{year}){year_end}
        | (?P<r1>{year})\s?(?P<rsep>[-–—]|{words.either}|/)\s?
              (?P<r2>{year}|{short})(?:(?P<rtens>{words.decade})|{year_end})
        | (?P<dec>1[6-9]\d|20[0-3])\?(?!\d)
        | (?P<ty>{year})(?P<tq>\?|\s?\(\?\))?{year_end}
        )
        (?P<julian>\s?\(?(?:{words.julian})\)?)?
        (?![\w])
        """,
        re.VERBOSE | re.IGNORECASE,
    )


def _value(match: re.Match[str], words: DateWords, century: int) -> DateValue | None:
    value = _plain(match, words, century)
    if value is None:
        return None
    if match["julian"] and value.earliest == _exact(value.edtf):
        value = _gregorian(value)
    if match["circa"]:
        return _widened(value, "~", CIRCA_YEARS)
    if match["yq"] or match["tq"]:
        value = _widened(value, "?", UNCERTAIN_YEARS)
    if match["before"] and value.latest is not None:
        edtf = value.edtf if _single(value.edtf) else _reduced(value.latest, value.latest + timedelta(days=1))
        return replace(value, edtf=f"../{edtf}", earliest=None)
    if match["after"] and value.earliest is not None:
        edtf = value.edtf if _single(value.edtf) else _reduced(value.earliest, value.earliest)
        return replace(value, edtf=f"{edtf}/..", latest=None)
    return value


def _reduced(day: date, turn: date) -> str:
    """A day as EDTF; only its year or month if `turn`, the day itself or the next, begins another year or month."""
    if turn.day != 1:
        return day.isoformat()
    return f"{day.year:04}" if turn.month == 1 else f"{day.year:04}-{day.month:02}"


def _plain(match: re.Match[str], words: DateWords, century: int) -> DateValue | None:
    """The date of a match, without its qualifiers."""
    if match["d2"]:
        month = words.months[match["m2"].lower()]
        other = words.months[match["m1"].lower()] if match["m1"] else None
        return _two_days(int(match["y2"]), other, month, (int(match["d1"]), int(match["d2"])), match["dsep"].strip())
    if match["n2"]:
        days = int(match["n1"]), int(match["n2"])
        return _two_days(int(match["ny2"]), None, int(match["nm2"]), days, match["nsep"])
    return _day(match, words, century) or _month(match, words, century) or _years(match)


def _day(match: re.Match[str], words: DateWords, century: int) -> DateValue | None:
    if match["y"]:
        day = match["d"]
        return day_value(_year(match["y"], century), _number(match["m"]), int(day) if day.isdigit() else 0)
    if match["iy"]:
        return day_value(int(match["iy"]), int(match["im"]), int(match["id"]))
    if match["hy"]:
        return day_value(int(match["hy"]), int(match["hm"]), int(match["hd"]))
    for year, month, day in (("wy", "wm", "wd"), ("wy", "wm", "qd"), ("ey", "em", "ed")):
        if match[day]:
            number = words.months[match[month].lower()]
            return day_value(_year(match[year].lstrip("'"), century), number, int(match[day]))
    return None


def _month(match: re.Match[str], words: DateWords, century: int) -> DateValue | None:
    for year, month in (("my", "mm"), ("uy", "um")):
        if match[month]:
            return month_value(int(match[year]), words.months[match[month].lower()])
    for year, month in (("jy", "jm"), ("ny", "nm"), ("ss", "sm")):
        if match[month]:
            return month_value(_year(match[year], century), int(match[month]))
    if match["p1"]:
        return _two_months(int(match["py"]), words.months[match["p1"].lower()], words.months[match["p2"].lower()])
    if match["sy2"]:
        first = int(match["sy"])
        return _seasons(first, _year(match["sy2"], first // 100 * 100), words.season(match["season"]))
    for year, season in (("sy", "season"), ("uy", "useason")):
        if match[season]:
            return _season(int(match[year]), words.season(match[season]))
    return None


def _years(match: re.Match[str]) -> DateValue | None:
    """The date of a match that has years only."""
    if tens := match["dec"] or match["tens"]:
        first = int(tens) * 10
        return DateValue(f"{tens}X", date(first, 1, 1), date(first + 9, 12, 31))
    if match["b1"]:
        return _range(int(match["b1"]), int(match["b2"]), "..")
    if match["r1"]:
        first = int(match["r1"])
        last = _year(match["r2"], first // 100 * 100)
        # "1930-40-е" are the years from 1930 to 1949.
        return _range(first, last // 10 * 10 + 9 if match["rtens"] else last, match["rsep"].strip())
    return year_value(int(match["ty"]))


def _two_days(year: int, other: int | None, month: int, days: tuple[int, int], separator: str) -> DateValue:
    """A day printed in both calendars, or two days; `other` is the month of the first, if printed.

    `separator` is `/`, `(`, a dash or a word; empty for a first day in brackets.
    """
    turned = other is None and days[0] > days[1] and month > 1
    first = day_value(year, other or (month - 1 if turned else month), days[0])
    second = day_value(year, month, days[1])
    a, b = first.earliest, second.earliest
    if a is None or b is None or first.impossible or second.impossible:
        return second
    if separator in ("/", "(", ""):
        # The lag is often miscounted by a day; the later of the two days is the Gregorian one.
        if max(a, b) < REFORM and MIN_LAG <= abs((b - a).days) <= MAX_LAG:
            day = max(a, b)
            return DateValue(day.isoformat(), day, day)
        if separator != "/":
            return second
    if turned or b <= a:
        return second
    mark = "{}/{}" if separator in ("-", "–", "—") else "[{},{}]"
    return DateValue(mark.format(first.edtf, second.edtf), a, second.latest)


def _two_months(year: int, first: int, second: int) -> DateValue:
    """A time in two months, the year printed at the second: `декабрь-январь 1938` begins in 1937."""
    a, b = month_value(year - (second < first), first), month_value(year, second)
    return b if first == second else DateValue(f"{a.edtf}/{b.edtf}", a.earliest, b.latest)


def _seasons(first: int, second: int, number: int) -> DateValue:
    """A season with two years: a winter over the turn of the year, or from one year's season to the other's."""
    a, b = _season(first, number), _season(second, number)
    if a.earliest is None or b.latest is None or second <= first:
        return a
    begin, end = a.earliest, b.latest
    if number == 24:
        begin, end = date(first, 12, 1), date(second, 2, calendar.monthrange(second, 2)[1])
    return DateValue(f"{begin.isoformat()[:7]}/{end.isoformat()[:7]}", begin, end)


def _number(text: str) -> int:
    """The number of a month in digits or Roman numerals; 0 if it is `?`, 13 if it is not a month."""
    if text[0] == "?":
        return 0
    return int(text) if text.isdigit() else ROMAN.get(text.upper().replace("Х", "X"), 13)


def _year(text: str, century: int) -> int:
    return int(text) if len(text) == 4 else century + int(text)


def day_value(year: int, month: int, day: int) -> DateValue:
    """A day; before the reform of 1918 its last possible day is that of the Julian reading. 0 means not known."""
    if not month:
        return year_value(year)
    if not day:
        return month_value(year, month)
    if not 1 <= month <= 12:
        return replace(year_value(year), impossible=True)
    if not 1 <= day <= calendar.monthrange(year, month)[1]:
        # 29 February 1900 was a day of the Julian calendar, in which every fourth year is a leap year.
        if (month, day) == (2, 29) and year % 4 == 0 and date(year, 3, 1) < REFORM:
            only = date(year, 3, 1) + timedelta(days=_julian_lag(date(year, 2, 28)))
            return DateValue(only.isoformat(), only, only)
        return replace(month_value(year, month), impossible=True)
    exact = date(year, month, day)
    latest = exact + timedelta(days=_julian_lag(exact)) if exact < REFORM else exact
    return DateValue(exact.isoformat(), exact, latest)


def month_value(year: int, month: int) -> DateValue:
    """A month of a year; if no year has such a month, the year, marked as impossible."""
    if not 1 <= month <= 12:
        return replace(year_value(year), impossible=True)
    last = calendar.monthrange(year, month)[1]
    return DateValue(f"{year:04}-{month:02}", date(year, month, 1), date(year, month, last))


def year_value(year: int) -> DateValue:
    """A year."""
    return DateValue(f"{year:04}", date(year, 1, 1), date(year, 12, 31))


def _season(year: int, number: int) -> DateValue:
    # EDTF: 21 spring, 22 summer, 23 autumn, 24 winter. A winter may be at either end of its year.
    if number == 24:
        return DateValue(f"{year:04}-24", date(year, 1, 1), date(year + 1, 2, calendar.monthrange(year + 1, 2)[1]))
    first = 3 * (number - 20)
    last = calendar.monthrange(year, first + 2)[1]
    return DateValue(f"{year:04}-{number}", date(year, first, 1), date(year, first + 2, last))


def _range(first: int, second: int, separator: str) -> DateValue | None:
    if second < first:
        return None
    days = date(first, 1, 1), date(second, 12, 31)
    if separator in "-–—":
        return DateValue(f"{first:04}/{second:04}", *days)
    if separator == "..":
        return DateValue(f"[{first:04}..{second:04}]", *days)
    return DateValue(f"[{first:04},{second:04}]", *days)


def _single(edtf: str) -> bool:
    return re.fullmatch(r"\d{4}(-(0[1-9]|1[0-2])(-\d\d)?)?\??", edtf) is not None


def _exact(edtf: str) -> date | None:
    return date.fromisoformat(edtf) if re.fullmatch(r"\d{4}-\d\d-\d\d", edtf) else None


def _widened(value: DateValue, mark: str, years: int) -> DateValue:
    if value.earliest is None or value.latest is None:
        return value
    edtf = value.edtf
    # EDTF marks neither a decade nor a set with a gap: the interval of its ends is written instead.
    if edtf.endswith("X"):
        edtf = f"{edtf[:3]}0/{edtf[:3]}9"
    if ".." in edtf:
        edtf = edtf.strip("[]").replace("..", "/")
    return replace(
        value,
        edtf=re.sub(r"\d{4}(?:-\d\d)*", lambda part: part[0] + mark, edtf),
        earliest=_shifted(value.earliest, -years),
        latest=_shifted(value.latest, years),
    )


def _shifted(day: date, years: int) -> date:
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)


def _julian_lag(day: date) -> int:
    """Days by which the Julian calendar was behind: 10, and one more from March of 1700, of 1800 and of 1900."""
    lag = 10
    for century in (1700, 1800, 1900):
        if day >= date(century, 3, 1):
            lag += 1
    return lag


def _gregorian(value: DateValue) -> DateValue:
    exact = _exact(value.edtf)
    if exact is None or exact >= REFORM:
        return value
    day = exact + timedelta(days=_julian_lag(exact))
    return DateValue(day.isoformat(), day, day)
