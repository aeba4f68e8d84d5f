"""The charts of limits, of what was done, and of the persons named: for pages with links, for files without."""

from datetime import date
from urllib.parse import quote, urlencode

from markupsafe import Markup

from poimenno.charts.country_map import MapSymbol, country_map
from poimenno.charts.timelines import DonePoint, LimitStep, Month, MonthColumn, month_chart, toll_chart
from poimenno.foundation.language import translation
from poimenno.queries.page_queries import Row
from poimenno.queries.toll import Toll
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

    def claim(self, claim: Row) -> str | None:
        """The address of a claim."""
        return self.link(f"figure/{quote(claim['claim_id'])}")

    def titles(self) -> dict[str, str]:
        """The titles of the charts of limits, by what they show."""
        return {
            "both": self._("Limits of both categories, and people sentenced"),
            "death": self._("Limits of category 1 (death), and people shot or sentenced to death"),
        }

    def toll(self, toll: Toll, what: str, region: str | None = None) -> Markup:
        """The mounting toll: what stood after each day against what was done by it; `what` is both or death."""
        steps: list[LimitStep] = []
        for row in toll.course(region):
            day: date = row["day"]
            limit: CountRange = row[what]
            # A supplement of the other category is no step of this line.
            if not steps or (limit.low, limit.high) != (steps[-1].low, steps[-1].high):
                words = self._("{day}: limits of {number} people").format(
                    day=self.wording.day(day), number=self.wording.span(*limit)
                )
                link = self.link(f"toll?day={day}#supplements") if region is None else f"#limit-{day}"
                steps.append(LimitStep(day, limit.low, limit.high, words, link))
        measure, kind = _AGAINST[what]
        points = [self._point(claim, kind) for claim in toll.done(region) if claim["measure"] == measure]
        number, month = self.wording.number, self.wording.month
        return toll_chart(steps, points, self.titles()[what], number, month) if steps else Markup()

    def _point(self, claim: Row, kind: str) -> DonePoint:
        low, high = range_of(claim)
        words = self._("by {day}: {number} ({source})").format(
            day=self.wording.day(claim["period_end"]), number=self.wording.span(low, high), source=claim["source"]
        )
        return DonePoint(claim["period_end"], low, high, kind, words, self.claim(claim))

    def map(self, toll: Toll, day: date | None = None) -> Markup:
        """What stood at a day (None: in the end) by republic and region; within it the first limit."""
        symbols = []
        # All maps of the series have one scale.
        largest = max((row["stood"]["both"].low for row in toll.table()), default=0)
        for row in toll.table(day):
            if row["latitude"] is None:
                continue
            name = toll.regions[row["region"]][f"name_{self.wording.language}"]
            words = self._("{name}: {number}; first limit {first}").format(
                name=name,
                number=self.wording.span(*row["stood"]["both"]),
                first=self.wording.number(row["first"]["both"]),
            )
            link = self.link(f"region/{row['region']}#limits")
            value, inner = row["stood"]["both"].low, row["first"]["both"]
            inner = inner if value else 0
            symbols.append(MapSymbol(row["longitude"], row["latitude"], value, words, name, inner, link))
        return country_map(
            symbols, self._("Limits of order 00447, by republic and region"), self.wording.number, largest
        )

    def months(self, counts: list[Row], operation: str) -> Markup:
        """Persons named here by month: sentenced, shot."""
        by_month: dict[date, dict[str, int]] = {}
        for row in counts:
            sums = by_month.setdefault(row["month"], {"sentenced": 0, "shot": 0})
            for kind in sums:
                sums[kind] += row[kind]
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


def range_of(claim: Row) -> tuple[int, int]:
    """What a claim says, at least and at most; an open end is taken as the other."""
    ends = [claim[key] for key in ("value", "value_low", "value_high") if claim[key] is not None] or [0]
    return min(ends), max(ends)
