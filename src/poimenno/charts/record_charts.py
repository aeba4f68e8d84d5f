"""The charts of limits, of what was done, and of the persons named: for pages with links, for files without."""

from collections.abc import Iterable
from datetime import date
from urllib.parse import quote, urlencode

from markupsafe import Markup

from poimenno.charts.country_map import MapSymbol, country_map
from poimenno.charts.timelines import DonePoint, LimitStep, Month, MonthColumn, month_chart, toll_chart
from poimenno.foundation.language import translation
from poimenno.queries.claim_queries import ShownClaim
from poimenno.queries.documented import NamedByMonth
from poimenno.queries.toll import DayTotal, TollRow
from poimenno.values.intervals import CountRange
from poimenno.wording.language_wording import Wording

# What each chart of limits holds against them.
_AGAINST = {"both": ("convicted", "sentenced"), "death": ("executed", "shot")}


class RecordCharts:
    """Draws in a language; `root` is the beginning of the addresses on the site, None for charts without links."""

    def __init__(self, language: str, root: str | None = None) -> None:
        self.wording = Wording(language)
        self.root = root
        self._ = translation(language).gettext

    def link(self, path: str) -> str | None:
        """The address of a page; None if the charts have no links."""
        return None if self.root is None else f"{self.root}/{path}"

    def claim(self, claim: ShownClaim) -> str | None:
        """The address of a claim."""
        return self.link(f"claim/{quote(claim.claim_id)}")

    def titles(self) -> dict[str, str]:
        """The titles of the charts of limits, by what they show."""
        return {
            "both": self._("Limits of both categories, and people sentenced"),
            "death": self._("Limits of category 1 (death), and people shot or sentenced to death"),
        }

    def toll(
        self, course: Iterable[DayTotal], done: Iterable[ShownClaim], what: str, region: str | None = None
    ) -> Markup:
        """The mounting toll: what stood after each day against what was done by it; `what` is both or death."""
        steps: list[LimitStep] = []
        for row in course:
            limit = row.both if what == "both" else row.death
            # A supplement of the other category is no step of this line.
            if not steps or (limit.low, limit.high) != (steps[-1].low, steps[-1].high):
                words = self._("{day}: limits of {number} people").format(
                    day=self.wording.day(row.day), number=self.wording.span(*limit)
                )
                link = self.link(f"toll?day={row.day}#supplements") if region is None else f"#limit-{row.day}"
                steps.append(LimitStep(row.day, limit.low, limit.high, words, link))
        measure, kind = _AGAINST[what]
        points = [
            self._point(claim, claim.period_end, kind)
            for claim in done
            if claim.measure == measure and claim.period_end is not None
        ]
        number, month = self.wording.number, self.wording.month
        return toll_chart(steps, points, self.titles()[what], number, month) if steps else Markup()

    def _point(self, claim: ShownClaim, day: date, kind: str) -> DonePoint:
        number = CountRange(claim.stated_low or 0, claim.stated_high or 0)
        words = self._("by {day}: {number} ({source})").format(
            day=self.wording.day(day), number=self.wording.span(*number), source=claim.source
        )
        return DonePoint(day, number.low, number.high, kind, words, self.claim(claim))

    def map(self, rows: Iterable[TollRow], largest: int) -> Markup:
        """What stood by republic and region; within it the first limit.

        `largest` is the highest limit of the whole series, so that all its maps have one scale.
        """
        symbols = []
        for row in rows:
            if row.region is None or row.latitude is None or row.longitude is None:
                continue
            name = self.wording.code(row.region, "region")
            words = self._("{name}: {number}; first limit {first}").format(
                name=name,
                number=self.wording.span(*row.stood.both),
                first=self.wording.number(row.first.both),
            )
            link = self.link(f"region/{row.region}#limits")
            stood = row.stood.both.low
            inner = row.first.both if stood else 0
            symbols.append(MapSymbol(row.longitude, row.latitude, stood, words, name, inner, link))
        title = self._("Limits of order 00447, by republic and region")
        return country_map(symbols, title, self.wording.number, largest)

    def months(self, counts: Iterable[NamedByMonth], operation: str) -> Markup:
        """Persons named here by month: sentenced, shot."""
        by_month: dict[date, dict[str, int]] = {}
        for row in counts:
            sums = by_month.setdefault(row.month, {"sentenced": 0, "shot": 0})
            sums["sentenced"] += row.sentenced
            sums["shot"] += row.shot
        words = {"sentenced": self._("{month}: {number} sentenced"), "shot": self._("{month}: {number} shot")}
        months = []
        for first, sums in sorted(by_month.items()):
            columns = []
            for kind, value in sums.items():
                text = words[kind].format(month=self.wording.month(first), number=self.wording.number(value))
                query = urlencode({"operation": operation, kind: f"{first:%Y-%m}"})
                columns.append(MonthColumn(kind, value, text, self.link(f"search?{query}")))
            months.append(Month(first, columns))
        title = self._("Persons named here, by month: sentenced and shot")
        return month_chart(months, title, self.wording.number, self.wording.month)
