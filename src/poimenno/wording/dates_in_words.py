"""Days, periods and EDTF dates (Extended Date/Time Format, Library of Congress 2019) in the words of a language."""

import re
from collections.abc import Callable
from datetime import date, timedelta

from babel.dates import format_date, format_skeleton

from poimenno.foundation.language import translation


def _mark(text: str) -> str:
    """Mark a text for the catalogue; it is translated where it is shown."""
    return text


_SEASONS = {
    "21": _mark("spring {year}"),
    "22": _mark("summer {year}"),
    "23": _mark("autumn {year}"),
    "24": _mark("winter {year}"),
}


class DatesInWords:
    """Words dates in a language. A dash stands for what is not known."""

    def __init__(self, language: str) -> None:
        self._translation = translation(language)
        self._ = self._translation.gettext
        # Days before months, as historians write them.
        self._locale = {"en": "en_GB"}.get(language, language)

    def day(self, value: date | None) -> str:
        """A day in words; a dash for None."""
        return "—" if value is None else str(format_date(value, format="long", locale=self._locale))

    def month(self, value: date) -> str:
        """A month of a year in words."""
        return str(format_skeleton("yMMMM", value, locale=self._locale))

    def period(self, start: date | None, end: date | None) -> str:
        """A period in words: whole years as years, whole months as months; if one end is None, the other."""
        if start is None or end is None or start == end:
            return self.day(start or end)
        after = end + timedelta(days=1)
        words: Callable[[date], str] = self.day
        if (start.day, after.day) == (1, 1):
            whole_years = (start.month, after.month) == (1, 1)
            words = (lambda value: str(value.year)) if whole_years else self.month
        first, last = words(start), words(end)
        return first if first == last else f"{first} – {last}"

    def edtf(self, text: str | None) -> str:
        """An EDTF date in words: `1890~` is around 1890, `../1935` is 1935 or earlier; other texts as they are."""
        if not text:
            return "—"
        return next((words(match) for pattern, words in self._forms() if (match := re.fullmatch(pattern, text))), text)

    def _forms(self) -> list[tuple[str, Callable[[re.Match[str]], str]]]:
        _ = self._
        # Sets and intervals before the marks of their members: `1890~/1895~` is two dates.
        return [
            (r"(\d{4})-(2[1-4])", lambda m: _(_SEASONS[m[2]]).format(year=m[1])),
            (r"(\d{4})-(\d\d)-(\d\d)", lambda m: self.day(date.fromisoformat(m[0]))),
            (r"(\d{4})-(\d\d)", lambda m: self.month(date(int(m[1]), int(m[2]), 1))),
            (r"\d{4}", lambda m: m[0]),
            (r"(\d{3})X", lambda m: _("the {decade}0s").format(decade=m[1])),
            (r"\[(.+)\.\.(.+)\]", lambda m: self._both(_("between {one} and {other}"), m)),
            (r"\[(.+),(.+)\]", lambda m: self._both(_("{one} or {other}"), m)),
            (r"\.\./(.+)", lambda m: _("not later than {date}").format(date=self.edtf(m[1]))),
            (r"(.+)/\.\.", lambda m: _("not earlier than {date}").format(date=self.edtf(m[1]))),
            (r"(.+)/(.+)", lambda m: self._both(_("{one} to {other}"), m)),
            (r"(.+)~", lambda m: _("around {date}").format(date=self.edtf(m[1]))),
            (r"(.+)\?", lambda m: _("{date} (uncertain)").format(date=self.edtf(m[1]))),
        ]

    def _both(self, template: str, match: re.Match[str]) -> str:
        return template.format(one=self.edtf(match[1]), other=self.edtf(match[2]))

    def shot(self, execution: str, sex: str | None) -> str:
        """That somebody was shot, on an EDTF date. Languages that need it use the form for the sex (m or f)."""
        pgettext = self._translation.pgettext
        if sex == "m":
            text = pgettext("of a man", "shot {date}")
        elif sex == "f":
            text = pgettext("of a woman", "shot {date}")
        else:
            text = self._("shot {date}")
        return text.format(date=self.edtf(execution))

    def years(self, birth: str | None, execution: str | None) -> str:
        """The years of a life for a list: the year of birth, and that of the shooting if the sources agree on one.

        Both are EDTF dates or None. An uncertain birth is worded as `edtf` does.
        """
        born = self.edtf(birth) if birth else "?"
        if birth and re.fullmatch(r"\d{4}(-\d\d)*", birth):
            born = birth[:4]
        years = set(re.findall(r"\d{4}", execution or ""))
        return f"{born}–{years.pop()}" if len(years) == 1 and ".." not in (execution or "") else born
