"""How pages write estimates: strata, whole numbers of people, intervals, remarks, and other ways of estimating."""

from collections.abc import Mapping
from datetime import date

from poimenno.estimates.remarks import Remark
from poimenno.estimates.result import Estimate, Variant
from poimenno.reference.vocabularies import EstimateDivision, EstimateVariant
from poimenno.wording.language_wording import Wording


class EstimateWording:
    """The words of a language for estimates."""

    def __init__(self, wording: Wording) -> None:
        self._wording = wording
        self._ = wording.translate

    def stratum(self, where: Mapping[str, str | None]) -> str:
        """The people of a stratum, by the value of each division: December 1937, women; or all together."""
        words = ", ".join(self._part(*part) for part in where.items()) or self._("All together")
        return words[0].upper() + words[1:]

    def _part(self, division: str, value: str | None) -> str:
        if value is None:
            return self._wording.code(division, "unknown_division")
        if division == EstimateDivision.MONTH:
            return self._wording.month(date.fromisoformat(f"{value}-01"))
        if division == EstimateDivision.YEAR:
            return value
        return self._wording.code(value, division)

    def whole(self, value: float | None) -> str:
        """A number of people, rounded; a dash for none."""
        return self._wording.number(None if value is None else round(value))

    def interval(self, estimate: Estimate) -> str:
        """The interval of an estimate; ≥ if it has only a lower bound."""
        low = self.whole(estimate.low)
        return f"≥ {low}" if estimate.high is None else f"{low}–{self.whole(estimate.high)}"

    def remark(self, remark: Remark) -> str:
        """A refusal or a warning."""
        return remark.translated(self._)

    def variant(self, variant: Variant) -> str:
        """A way of estimating: its method, and what was changed."""
        method = self._wording.code(variant.estimate.method, "estimate_method")
        return "; ".join(words for words in (method, self._change(variant)) if words)

    def _change(self, variant: Variant) -> str:
        if variant.kind is EstimateVariant.WITHOUT:
            return self._("without {list}").format(list=variant.change)
        if variant.kind is EstimateVariant.MERGED:
            return self._("{lists} treated as one list").format(lists=variant.change)
        if variant.kind is EstimateVariant.THRESHOLD:
            return self._("links with a probability of {p} or more, treated as certain").format(p=variant.change)
        return ""
