"""How values are worded on a page: dates, numbers, codes, in the language of the page."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from babel import Locale
from babel.dates import format_date, format_skeleton
from babel.numbers import format_decimal, format_percent

from poimenno.foundation.language import translation


# Marks a text for the catalogue; it is translated where it is shown.
def _mark(text: str) -> str:
    return text


_SEASONS = {
    "21": _mark("spring {year}"),
    "22": _mark("summer {year}"),
    "23": _mark("autumn {year}"),
    "24": _mark("winter {year}"),
}


class Wording:
    """The words of a language."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.translate = self._ = translation(language).gettext
        # Days before months, as historians write them.
        self._locale = {"en": "en_GB"}.get(language, language)

    def number(self, value: float | None) -> str:
        """A number with the separators of the language; a dash for none."""
        return "—" if value is None else str(format_decimal(value, locale=self.language))

    def fixed(self, value: float, digits: int) -> str:
        """A number with so many digits after the decimal sign of the language."""
        return str(format_decimal(value, format="0." + "0" * digits, locale=self.language))

    def weight(self, bits: float) -> str:
        """A weight for (+) or against (−), to a tenth of a bit."""
        return str(format_decimal(bits, format="+0.0;−0.0", locale=self.language))

    def significant(self, value: float) -> str:
        """A number to three significant digits."""
        return str(format_decimal(float(f"{value:.3g}"), format="0.########", locale=self.language))

    def span(self, low: float, high: float) -> str:
        """A number, or the two between which it lies."""
        return self.number(low) if low == high else f"{self.number(low)}–{self.number(high)}"

    def times(self, multiple: tuple[float, float] | None) -> str:
        """How many times as much, to a tenth; a dash for none."""
        if multiple is None:
            return "—"
        low, high = (format_decimal(one, format="0.0", locale=self.language) for one in multiple)
        return str(low) if low == high else f"{low}–{high}"

    def share(self, part: float, whole: float | None) -> str:
        """A part of a whole in percent, with two digits that tell something; a dash where there is no whole."""
        if not whole:
            return "—"
        percent = 100 * part / whole
        digits = 0 if percent >= 10 or not percent else 1 if percent >= 1 else 2
        least = 0.01
        if 0 < percent < least:
            return "< " + str(format_percent(least / 100, format="0.00%", locale=self.language))
        form = "0." + "0" * digits + "%" if digits else "0%"
        return str(format_percent(percent / 100, format=form, locale=self.language))

    def day(self, value: date | None) -> str:
        """A day in words."""
        return "—" if value is None else str(format_date(value, format="long", locale=self._locale))

    def month(self, value: date) -> str:
        """A month of a year in words."""
        return str(format_skeleton("yMMMM", value, locale=self._locale))

    def period(self, start: date | None, end: date | None) -> str:
        """A period in words: whole years as years, whole months as months; of one end, that day."""
        if start is None or end is None or start == end:
            return self.day(start or end)
        after = end + timedelta(days=1)
        words: Callable[[date], str] = self.day
        if (start.day, after.day) == (1, 1):
            whole_years = (start.month, after.month) == (1, 1)
            words = (lambda value: str(value.year)) if whole_years else self.month
        first, last = words(start), words(end)
        return first if first == last else f"{first} – {last}"

    def language_name(self, code: str) -> str:
        """The name of a language by its code; the code where it is not known."""
        return str(Locale.parse(self.language).languages.get(code, code))

    def edtf(self, text: str | None) -> str:
        """An EDTF date in words: `1890~` is around 1890, `../1935` is not later than 1935."""
        if not text:
            return "—"
        return next((say(match) for pattern, say in self._forms() if (match := re.fullmatch(pattern, text))), text)

    def _forms(self) -> list[tuple[str, Callable[[re.Match[str]], str]]]:
        _ = self._
        # Sets and intervals before the marks of their members: `1890~/1895~` is two dates.
        return [
            (r"(\d{4})-(2[1-4])", lambda m: _(_SEASONS[m[2]]).format(year=m[1])),
            (r"(\d{4})-(\d\d)-(\d\d)", lambda m: self.day(date.fromisoformat(m[0]))),
            (r"(\d{4})-(\d\d)", lambda m: self.month(date(int(m[1]), int(m[2]), 1))),
            (r"\d{4}", lambda m: m[0]),
            (r"(\d{3})X", lambda m: _("the {decade}0s").format(decade=m[1])),
            (r"\[(.+)\.\.(.+)\]", lambda m: _("between {one} and {other}").format(**self._two(m))),
            (r"\[(.+),(.+)\]", lambda m: _("{one} or {other}").format(**self._two(m))),
            (r"\.\./(.+)", lambda m: _("not later than {date}").format(date=self.edtf(m[1]))),
            (r"(.+)/\.\.", lambda m: _("not earlier than {date}").format(date=self.edtf(m[1]))),
            (r"(.+)/(.+)", lambda m: _("{one} to {other}").format(**self._two(m))),
            (r"(.+)~", lambda m: _("around {date}").format(date=self.edtf(m[1]))),
            (r"(.+)\?", lambda m: _("{date} (uncertain)").format(date=self.edtf(m[1]))),
        ]

    def _two(self, found: re.Match[str]) -> dict[str, str]:
        return {"one": self.edtf(found[1]), "other": self.edtf(found[2])}

    def years(self, birth: str | None, person: dict[str, Any]) -> str:
        """The years of a life for a list: born, and shot where a source says so in which year."""
        born = self.edtf(birth) if birth else "?"
        if birth and re.fullmatch(r"\d{4}(-\d\d)*", birth):
            born = birth[:4]
        end = person.get("execution") or ""
        ends = set(re.findall(r"\d{4}", end))
        return f"{born}–{ends.pop()}" if len(ends) == 1 and ".." not in end else born
