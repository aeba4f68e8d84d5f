"""Questions about claims: a list of them, one claim, its rivals, and who repeats it."""

from dataclasses import asdict, dataclass, fields
from typing import TYPE_CHECKING

from poimenno.claims.claim import Claim
from poimenno.foundation import sql

if TYPE_CHECKING:
    import duckdb


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownClaim(Claim):
    """A claim with the name of what it counts, or of the event that it dates."""

    measure_en: str | None = None
    measure_ru: str | None = None

    @property
    def is_limit(self) -> bool:
        """Whether it is about what was demanded."""
        return self.measure.startswith("limit")

    @property
    def stated_low(self) -> int | None:
        """The least number that the source states; an open end is taken as the other. None if there is no number."""
        return min(self._numbers, default=None)

    @property
    def stated_high(self) -> int | None:
        """The greatest number that the source states; an open end is taken as the other. None if there is no number."""
        return max(self._numbers, default=None)

    @property
    def _numbers(self) -> list[int]:
        if self.value is not None:
            return [self.value]
        return [end for end in (self.value_low, self.value_high) if end is not None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Repetition(ShownClaim):
    """A claim of the same origin as another: why it is taken for one, and whether it is the oldest."""

    reason: str
    is_origin: bool


@dataclass(frozen=True, slots=True)
class ClaimFilter:
    """Which claims to list. None asks for all; an empty operation or region asks for claims without one.

    `source` are words that stand in the source, in any case.
    """

    collection: str | None = None
    operation: str | None = None
    region: str | None = None
    measure: str | None = None
    source: str | None = None


# The names by which programs choose claims.
FACTS = tuple(field.name for field in fields(ClaimFilter))
ALL = ClaimFilter()


@dataclass(frozen=True, slots=True)
class CollectionCount:
    """How many claims a collection has."""

    collection: str
    count: int


def claims(
    db: "duckdb.DuckDBPyConnection",
    chosen: ClaimFilter = ALL,
    limit: int | None = None,
    offset: int = 0,
    *,
    by_id: bool = False,
) -> list[ShownClaim]:
    """The claims that a filter chooses, by collection, first day, measure and id; `by_id`: by collection and id."""
    return sql.rows_as(db, ShownClaim, "queries", "claims", **asdict(chosen), limit=limit, offset=offset, by_id=by_id)


def count_claims(db: "duckdb.DuckDBPyConnection", chosen: ClaimFilter = ALL) -> int:
    """How many claims a filter chooses."""
    return int(sql.scalar(db, "queries", "claim_count", **asdict(chosen)))


def collections(db: "duckdb.DuckDBPyConnection") -> list[CollectionCount]:
    """The collections of claims by name."""
    return sql.rows_as(db, CollectionCount, "queries", "collections")


def claim(db: "duckdb.DuckDBPyConnection", claim_id: str) -> ShownClaim | None:
    """One claim; None if there is none with this id."""
    return sql.row_as(db, ShownClaim, "queries", "claim", claim_id=claim_id)


def rivals(db: "duckdb.DuckDBPyConnection", claim_id: str) -> list[ShownClaim]:
    """The other claims of the same measure, operation, place and part of the cases, whatever their period."""
    return sql.rows_as(db, ShownClaim, "queries", "rivals", claim_id=claim_id)


def repetitions(db: "duckdb.DuckDBPyConnection", claim_id: str) -> list[Repetition]:
    """The other claims of the same origin, the oldest first: together they are one voice."""
    return sql.rows_as(db, Repetition, "queries", "repetitions", claim_id=claim_id)
