"""The charts and maps of persons, places and links, drawn when a page is rendered: from its answer, in its language."""

from collections.abc import Iterable
from urllib.parse import urlencode

from markupsafe import Markup

from poimenno.charts.bars import DayBar, LabelledBar, WeightBar, bar_chart, day_chart, weight_chart
from poimenno.charts.town_map import Landmark, MapPoint, town_map
from poimenno.people.comparison.levels import Evidence
from poimenno.queries.count_queries import DayCount
from poimenno.queries.link_queries import STEP, ComparisonLevel, WeightCount
from poimenno.queries.place_queries import Place, PlaceSummary, Residence
from poimenno.wording.language_wording import Wording
from poimenno.wording.person_words import evidence_label


class PersonCharts:
    """Draws in a language; what is drawn leads to the pages of its persons where there are such."""

    def __init__(self, language: str) -> None:
        self._root = f"/{language}"
        self._language = language
        self._wording = Wording(language)
        self._ = self._wording.translate

    def days(self, shootings: Iterable[DayCount], **facts: str) -> Markup:
        """The shootings by day; each bar leads to the search for its day and the other `facts`."""
        bars = [
            DayBar(
                row.day,
                row.count,
                f"{self._wording.day(row.day)}: {self._wording.number(row.count)}",
                f"{self._root}/search?{urlencode({**facts, 'day': row.day.isoformat()})}",
            )
            for row in shootings
        ]
        title = self._("Shootings by day, 1937–1938, of the persons named here")
        return day_chart(bars, title, self._wording.month)

    def places(self, places: Iterable[PlaceSummary]) -> Markup:
        """The places where persons named here were shot or buried, on a map."""
        points = [
            MapPoint(
                place.latitude,
                place.longitude,
                place.persons,
                f"{self._name(place)}: {self._wording.number(place.persons)}",
                f"place/{place.place_id}",
            )
            for place in places
            if place.persons
        ]
        return town_map(points, self._("Places of execution and burial of persons named here"))

    def residences(self, residences: Iterable[Residence], place: Place) -> Markup:
        """Where the people of a place had lived, and the place itself, on a map."""
        is_placed = place.latitude is not None and place.longitude is not None
        return town_map(
            [MapPoint(row.latitude, row.longitude, row.count, self._wording.number(row.count)) for row in residences],
            self._("Where the people of this place had lived, by the addresses in the lists"),
            [Landmark(place.latitude or 0, place.longitude or 0, self._name(place))] if is_placed else [],
        )

    def level_weights(self, levels: Iterable[ComparisonLevel]) -> Markup:
        """The weights of the outcomes of a comparison."""
        bars = [
            WeightBar(
                level.level_ru if self._language == "ru" else level.level,
                level.weight,
                self._wording.weight(level.weight),
            )
            for level in levels
        ]
        return weight_chart(bars, self._("Weights of the outcomes, in bits"))

    def evidence(self, evidence: Iterable[Evidence]) -> Markup:
        """What speaks for and against a link."""
        bars = [
            WeightBar(evidence_label(part, self._language), part.weight, self._wording.weight(part.weight))
            for part in evidence
        ]
        return weight_chart(bars, self._("What speaks for and against, in bits"))

    def link_weights(self, rows: Iterable[WeightCount]) -> Markup:
        """The links of the model by weight; in brackets those that hold a person together."""
        bars = [
            LabelledBar(
                self._("{low} to {high} bits").format(low=row.weight, high=row.weight + STEP),
                row.links,
                f"{self._wording.number(row.links)} ({self._wording.number(row.used)})",
            )
            for row in rows
        ]
        return bar_chart(bars, self._("Links by weight"))

    def _name(self, place: Place) -> str:
        return place.name_ru if self._language == "ru" else place.name_en
