"""How tables and lists of the pages write claims and limits: short, with signs instead of words where signs are clear.

Sentences about claims are in `claim_words`.
"""

from typing import Protocol

from poimenno.queries.claim_queries import ShownClaim
from poimenno.queries.finding_queries import ClaimBound
from poimenno.queries.limits import LimitEvent
from poimenno.reference.vocabularies import Extent, LimitKind, Precision, Unit
from poimenno.values.intervals import CountRange
from poimenno.wording.claim_words import unit
from poimenno.wording.labels import label
from poimenno.wording.language_wording import Wording

_SIGNS = {Precision.OVER: "> ", Precision.AT_LEAST: "≥ ", Precision.ALMOST: "< ", Precision.ABOUT: "≈ "}


class StatedNumber(Protocol):
    """A number, or a range, as a source states it."""

    @property
    def value(self) -> int | None:
        """The number; None for a range, or if there is none."""

    @property
    def value_low(self) -> int | None:
        """The lower end of a range."""

    @property
    def value_high(self) -> int | None:
        """The upper end of a range."""

    @property
    def unit(self) -> Unit:
        """What is counted."""

    @property
    def precision(self) -> Precision:
        """How exact the number is."""


class ClaimWording:
    """The words of a language for claims and limits."""

    def __init__(self, wording: Wording) -> None:
        self._wording = wording
        self._ = wording.translate

    def value(self, claim: ShownClaim) -> str:
        """The number that a claim states, or the date: ≈ 1,000; 10–20 a day; 5 November 1934."""
        return self._wording.edtf(claim.date_edtf) if claim.event else self.number(claim)

    def number(self, claim: StatedNumber) -> str:
        """The number that a source states, or the range."""
        number = self._wording.number
        if claim.value is not None:
            return _SIGNS.get(claim.precision, "") + number(claim.value) + unit(claim.unit, self._wording.language)
        if claim.value_low is not None and claim.value_high is not None:
            return f"{number(claim.value_low)}–{number(claim.value_high)}"
        if claim.value_low is not None:
            return f"≥ {number(claim.value_low)}"
        return self._("not stated") if claim.value_high is None else f"≤ {number(claim.value_high)}"

    def measure(self, claim: ShownClaim | ClaimBound) -> str:
        """What a claim counts, or the event that it dates."""
        return (claim.measure_ru if self._wording.language == "ru" else claim.measure_en) or claim.measure

    def place(self, claim: ShownClaim) -> str:
        """Where a claim counts: a region, the USSR, or a territory in the words of the source; a dash for none."""
        if claim.region:
            return label(claim.region, self._wording.language, "region")
        return self._("USSR") if claim.extent is Extent.WHOLE_USSR else claim.territory or "—"

    def possible(self, claim: ShownClaim) -> str:
        """The true numbers that a claim allows; empty if that is the number itself, or if there is none."""
        if claim.possible_low is None or claim.precision in {Precision.EXACT, Precision.RANGE}:
            return ""
        if claim.possible_high is None:
            return f"≥ {self._wording.number(claim.possible_low)}"
        return self._wording.span(claim.possible_low, claim.possible_high)

    def limit_date(self, event: LimitEvent) -> str:
        """When a limit was set: a day, a period, the day by which it was, or that it is undated."""
        if event.day is None:
            return self._("undated")
        if event.kind is not LimitKind.FIRST and event.since is None:
            return self._("by {day}").format(day=self._wording.day(event.day))
        return self._wording.period(event.since, event.day)

    def limit_kind(self, event: LimitEvent) -> str:
        """What is reported of a limit."""
        is_inferred = event.inferred and event.kind is LimitKind.INCREASE
        return label(LimitKind.INFERRED if is_inferred else event.kind, self._wording.language)

    def limit_number(self, event: LimitEvent) -> str:
        """The number of a limit, or the two between which it lies."""
        return self._("not stated") if event.says is None else self.count_range(event.says)

    def count_range(self, number: CountRange) -> str:
        """A number of people, or the two between which it lies."""
        return self._wording.span(*number)
