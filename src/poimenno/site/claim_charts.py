"""The charts and maps of limits, operations and regions, drawn when a page is rendered: from its answer, with links."""

from collections.abc import Iterable

from markupsafe import Markup

from poimenno.charts.country_map import MapSymbol, country_map
from poimenno.charts.record_charts import RecordCharts
from poimenno.queries.claim_queries import ShownClaim
from poimenno.queries.documented import NamedByMonth
from poimenno.queries.operation_queries import ShownRegion
from poimenno.queries.toll import DayTotal, TollRow
from poimenno.wording.language_wording import Wording


class ClaimCharts:
    """Draws charts in a language; every mark leads to what it shows."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._wording = Wording(language)
        self._ = self._wording.translate
        self._charts = RecordCharts(language, f"/{language}")

    def toll(
        self, course: Iterable[DayTotal], done: Iterable[ShownClaim], what: str, region: str | None = None
    ) -> Markup:
        """Limits as they mounted against what was done; `what` is both (categories) or death."""
        return self._charts.toll(course, done, what, region)

    def limit_map(self, rows: Iterable[TollRow], largest: int) -> Markup:
        """Limits by republic and region; `largest` is the highest of the whole series of maps."""
        return self._charts.map(rows, largest)

    def months(self, counts: Iterable[NamedByMonth], operation: str) -> Markup:
        """Persons of an operation by month: sentenced, shot."""
        return self._charts.months(counts, operation)

    def regions(self, regions: Iterable[ShownRegion]) -> Markup:
        """Persons named here by region, on a map."""
        symbols = []
        for row in regions:
            if row.latitude is not None and row.longitude is not None:
                name = row.name_ru if self.language == "ru" else row.name_en
                words = f"{name}: {self._wording.number(row.persons)}"
                link = f"/{self.language}/region/{row.region}"
                symbols.append(MapSymbol(row.longitude, row.latitude, row.persons, words, name, link=link))
        return country_map(symbols, self._("Persons named here, by region of the case"), self._wording.number)
