"""The charts of an estimate, drawn when its page is rendered."""

from markupsafe import Markup

from poimenno.charts.overlap_charts import Density, Overlap, density_chart, upset_chart
from poimenno.queries.estimate_queries import StratumAnswer
from poimenno.wording.language_wording import Wording


class EstimateCharts:
    """Draws in a language."""

    def __init__(self, language: str) -> None:
        self._wording = Wording(language)
        self._ = self._wording.translate

    def overlaps(self, answer: StratumAnswer) -> Markup:
        """How many people are on which lists."""
        overlaps = [Overlap(overlap.lists, overlap.count) for overlap in answer.stratum.overlaps]
        return upset_chart(answer.lists, overlaps, self._("How many people are on which lists"), self._wording.number)

    def density(self, answer: StratumAnswer) -> Markup:
        """Where the total may lie; empty if only a lower bound is known."""
        stratum = answer.stratum
        histogram, low, high = stratum.density, stratum.estimate.low, stratum.estimate.high
        if histogram is None or low is None or high is None:
            return Markup()
        return density_chart(
            Density(histogram.edges, histogram.probabilities, stratum.named, low, high),
            self._("Where the total may lie"),
            (self._("named"), self._("95-percent interval")),
            self._wording.number,
        )
