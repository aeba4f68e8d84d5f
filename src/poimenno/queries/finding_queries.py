"""Questions about findings: on claims, with the claims that they rest on and bounds; and on persons."""

from collections import defaultdict
from dataclasses import asdict, dataclass, fields
from datetime import date
from typing import TYPE_CHECKING

from poimenno.claims import findings as claim_findings
from poimenno.claims.findings import Finding
from poimenno.foundation import sql
from poimenno.queries.answers import extend
from poimenno.queries.claim_queries import ShownClaim
from poimenno.reference.vocabularies import Severity

if TYPE_CHECKING:
    import duckdb

# The gravest first.
SEVERITIES = tuple(Severity)


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingClaim(ShownClaim):
    """A claim that a finding rests on, and its role in it."""

    finding_id: str
    role: str


@dataclass(frozen=True, slots=True)
class _FindingRow:
    finding_id: str
    kind: str
    severity: Severity
    arithmetic: str
    difference: int | None
    operation: str | None
    region: str | None
    measure: str | None


@dataclass(frozen=True, slots=True)
class ShownFinding(_FindingRow):
    """A finding on claims with the claims that it rests on, in their order; `data` is what its sentence is made of."""

    claims: tuple[FindingClaim, ...]
    data: Finding


@dataclass(frozen=True, slots=True)
class FindingFilter:
    """Which findings to list; None asks for all. `claim_id` chooses those that rest on a claim."""

    kind: str | None = None
    severity: str | None = None
    operation: str | None = None
    region: str | None = None
    measure: str | None = None
    claim_id: str | None = None


# The names by which programs choose findings.
FACTS = tuple(field.name for field in fields(FindingFilter))
ALL = FindingFilter()


@dataclass(frozen=True, slots=True)
class FindingCount:
    """How many findings there are of a severity and kind."""

    severity: str
    kind: str
    count: int


@dataclass(frozen=True, slots=True)
class ClaimBound:
    """What follows from all claims for one true number of people: at least `low`, at most `high`."""

    measure: str
    operation: str | None
    region: str | None
    body: str | None
    period_start: date | None
    period_end: date | None
    low: int
    high: int
    published: bool
    measure_en: str | None
    measure_ru: str | None


@dataclass(frozen=True, slots=True)
class PersonFindingCount:
    """How many findings on published persons there are of a kind; the sentences have {placeholders}."""

    kind: str
    sentence_en: str
    sentence_ru: str
    count: int


@dataclass(frozen=True, slots=True)
class ListedFinding:
    """A finding on a published person or one of the cases (`subject`); `detail` fills the placeholders."""

    finding_id: str
    kind: str
    subject: str
    entry_id: str | None
    detail: dict[str, str] | None
    sentence_en: str
    sentence_ru: str
    person_id: str
    name: str


def findings(
    db: "duckdb.DuckDBPyConnection", chosen: FindingFilter = ALL, limit: int = 100, offset: int = 0
) -> list[ShownFinding]:
    """The findings that a filter chooses, the gravest first, each with the claims that it rests on."""
    rows = sql.rows_as(
        db,
        _FindingRow,
        "queries",
        "claim_findings",
        **asdict(chosen),
        severities=list(SEVERITIES),
        limit=limit,
        offset=offset,
    )
    by_finding: dict[str, list[FindingClaim]] = defaultdict(list)
    ids = [row.finding_id for row in rows]
    for claim in sql.rows_as(db, FindingClaim, "queries", "claims_of_findings", finding_ids=ids):
        by_finding[claim.finding_id].append(claim)
    data = claim_findings.read(db, ids)
    return [
        extend(ShownFinding, row, claims=tuple(by_finding[row.finding_id]), data=data[row.finding_id]) for row in rows
    ]


def count_findings(db: "duckdb.DuckDBPyConnection") -> list[FindingCount]:
    """How many findings there are of each severity and kind, the gravest first."""
    return sql.rows_as(db, FindingCount, "queries", "claim_finding_counts", severities=list(SEVERITIES))


def bounds(db: "duckdb.DuckDBPyConnection", operation: str) -> list[ClaimBound]:
    """What follows for the true numbers of an operation, if both ends follow."""
    return sql.rows_as(db, ClaimBound, "queries", "claim_bounds", operation=operation)


def count_person_findings(db: "duckdb.DuckDBPyConnection") -> list[PersonFindingCount]:
    """The kinds of findings on published persons, the most frequent first."""
    return sql.rows_as(db, PersonFindingCount, "queries", "person_finding_counts")


def person_findings(db: "duckdb.DuckDBPyConnection", kind: str, limit: int) -> list[ListedFinding]:
    """The first findings on published persons, of a kind; of all, if it is empty."""
    return sql.rows_as(db, ListedFinding, "queries", "person_findings", kind=kind, limit=limit)
