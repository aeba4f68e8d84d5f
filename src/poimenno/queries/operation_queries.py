"""Questions about operations and regions: their lists, and what is known of one."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from poimenno.foundation import sql
from poimenno.queries import claim_queries, count_queries, documented, finding_queries
from poimenno.queries.answers import extend
from poimenno.queries.claim_queries import ClaimFilter, ShownClaim
from poimenno.queries.count_queries import DayCount, MonthCount
from poimenno.queries.documented import ConfidenceCount, DocumentedClaim, NamedByMonth, NamedByRegion
from poimenno.queries.finding_queries import ClaimBound
from poimenno.queries.limits import LimitEvent
from poimenno.queries.toll import DayTotal, TollRow, read_toll
from poimenno.reference.vocabularies import LimitKind

if TYPE_CHECKING:
    import duckdb


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownOperation:
    """A mass operation as the table `operations` has it, with the published persons of its cases."""

    operation: str
    name_en: str
    name_ru: str
    kind: str
    date_issued: date | None
    date_started: str | None
    date_ended: str | None
    signed_by: str | None
    target_group: str | None
    deciding_body: str | None
    category_definitions: str | None
    title_ru: str | None
    title_en: str | None
    source: str
    note: str | None
    persons: int
    shot: int


@dataclass(frozen=True, slots=True)
class AttributionRule:
    """A rule by which cases are attributed to an operation; `body_type` holds codes separated by |."""

    rule_id: str
    body_type: str | None
    confidence: str
    reason_en: str
    reason_ru: str
    source: str


@dataclass(frozen=True, slots=True)
class OperationBody:
    """A body by which the rules know cases of an operation."""

    body_type: str
    name_en: str
    name_ru: str


@dataclass(frozen=True, slots=True)
class LimitCourse:
    """Limits of an operation in all regions, and what stood after each day of a change."""

    whole: TollRow
    course: tuple[DayTotal, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OperationAnswer(ShownOperation):
    """An operation: its order, rules, claims and bounds, and those named here.

    `documented` names claims by their ids; `figures` holds them. `limits` is None if the operation had none.
    """

    figures: tuple[ShownClaim, ...]
    bounds: tuple[ClaimBound, ...]
    named_by_region: tuple[NamedByRegion, ...]
    named_by_month: tuple[NamedByMonth, ...]
    confidence: tuple[ConfidenceCount, ...]
    documented: tuple[DocumentedClaim, ...]
    rules: tuple[AttributionRule, ...]
    bodies: tuple[OperationBody, ...]
    limits: LimitCourse | None
    sentences: tuple[MonthCount, ...]
    shootings: tuple[DayCount, ...]

    @property
    def limit_figures(self) -> list[ShownClaim]:
        """The claims of what was demanded."""
        return [claim for claim in self.figures if claim.is_limit]

    @property
    def other_figures(self) -> list[ShownClaim]:
        """The claims of what was done."""
        return [claim for claim in self.figures if not claim.is_limit]

    @property
    def claims(self) -> dict[str, ShownClaim]:
        """The claims by their ids."""
        return {claim.claim_id: claim for claim in self.figures}

    def claims_of(self, claim_ids: Iterable[str]) -> list[ShownClaim]:
        """The claims with these ids."""
        claims = self.claims
        return [claims[claim_id] for claim_id in claim_ids]

    @property
    def months(self) -> list[date]:
        """The months of those named here."""
        return sorted({row.month for row in self.named_by_month})

    @property
    def cells(self) -> dict[tuple[str | None, date], NamedByMonth]:
        """Those named here, by region and month."""
        return {(row.region, row.month): row for row in self.named_by_month}


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownRegion:
    """A region as the table `regions` has it, with the published persons of its cases."""

    region: str
    name_en: str
    name_ru: str
    kind: str
    parent: str | None
    valid_from: date | None
    valid_to: date | None
    latitude: float | None
    longitude: float | None
    source: str
    note: str | None
    persons: int
    shot: int


@dataclass(frozen=True, slots=True)
class RegionChange:
    """A region that followed another. `ended`: the region asked for is the one that ended."""

    date: str
    region: str
    successor: str
    extent: str
    source: str
    note: str | None
    ended: bool


@dataclass(frozen=True, slots=True)
class RegionLimits:
    """The limits of a region: its row of the toll, those of regions in it, its events, and their course in time.

    Claims are named by their ids; `claims` holds them.
    """

    row: TollRow
    parts: tuple[TollRow, ...]
    events: tuple[LimitEvent, ...]
    course: tuple[DayTotal, ...]
    claims: dict[str, ShownClaim]

    @property
    def done(self) -> list[ShownClaim]:
        """The claims of what was done."""
        return [self.claims[claim_id] for claim_id in self.row.done]


@dataclass(frozen=True, slots=True, kw_only=True)
class RegionAnswer(ShownRegion):
    """A region: what it followed and what followed it, its limits and claims.

    `figures` are all claims of the region; `limits` is None if there were none.
    """

    changes: tuple[RegionChange, ...]
    limits: RegionLimits | None
    figures: tuple[ShownClaim, ...]
    sentences: tuple[MonthCount, ...]
    shootings: tuple[DayCount, ...]

    @property
    def other_figures(self) -> list[ShownClaim]:
        """The claims of the region that are not among those of its limits."""
        of_limits = {claim_id for event in self.limits.events for claim_id in event.claims} if self.limits else set()
        return [claim for claim in self.figures if claim.claim_id not in of_limits]


def operations(db: "duckdb.DuckDBPyConnection") -> list[ShownOperation]:
    """The operations by their codes."""
    return sql.rows_as(db, ShownOperation, "queries", "operations")


def operation_answer(db: "duckdb.DuckDBPyConnection", code: str) -> OperationAnswer | None:
    """What is known of an operation; None if there is none with this code."""
    row = next((row for row in operations(db) if row.operation == code), None)
    if row is None:
        return None
    figures = claim_queries.claims(db, ClaimFilter(operation=code))
    return extend(
        OperationAnswer,
        row,
        figures=tuple(figures),
        bounds=tuple(finding_queries.bounds(db, code)),
        named_by_region=tuple(documented.named_by_region(db, code)),
        named_by_month=tuple(documented.named_by_month(db, code)),
        confidence=tuple(documented.count_confidences(db, code)),
        documented=tuple(documented.documented_claims(db, code)),
        rules=tuple(sql.rows_as(db, AttributionRule, "queries", "attribution_rules", operation=code)),
        bodies=tuple(sql.rows_as(db, OperationBody, "queries", "operation_bodies", operation=code)),
        limits=_limit_course(db, code) if any(claim.is_limit for claim in figures) else None,
        sentences=count_queries.count_named(db, operation=code).months,
        shootings=count_queries.shootings_by_day(db, operation=code),
    )


def _limit_course(db: "duckdb.DuckDBPyConnection", code: str) -> LimitCourse:
    toll = read_toll(db, code)
    return LimitCourse(toll.row(None), tuple(toll.course()))


def regions(db: "duckdb.DuckDBPyConnection") -> list[ShownRegion]:
    """The regions of 1937-1938 by their codes."""
    return sql.rows_as(db, ShownRegion, "queries", "regions")


def region_answer(db: "duckdb.DuckDBPyConnection", code: str) -> RegionAnswer | None:
    """What is known of a region; None if there is none with this code."""
    row = next((row for row in regions(db) if row.region == code), None)
    if row is None:
        return None
    return extend(
        RegionAnswer,
        row,
        changes=tuple(sql.rows_as(db, RegionChange, "queries", "region_changes", region=code)),
        limits=_region_limits(db, code),
        figures=tuple(claim_queries.claims(db, ClaimFilter(region=code))),
        sentences=count_queries.count_named(db, region=code).months,
        shootings=count_queries.shootings_by_day(db, region=code),
    )


def _region_limits(db: "duckdb.DuckDBPyConnection", code: str) -> RegionLimits | None:
    toll = read_toll(db)
    events = [event for event in toll.events_in(code) if event.kind is not LimitKind.SUM]
    if not events:
        return None
    row = toll.row(code)
    # A republic is divided if regions in it had limits of their own.
    is_divided = any(event.region != code for event in events if event.is_counted)
    claim_ids = [*row.done, *(claim_id for event in events for claim_id in event.claims)]
    return RegionLimits(
        row=row,
        parts=tuple(toll.parts(code)) if is_divided else (),
        events=tuple(events),
        course=tuple(toll.course(code)),
        claims={claim_id: toll.claims[claim_id] for claim_id in claim_ids},
    )
