"""The pages of claims: all that is published, one claim with its source, and what was demanded and done."""

from dataclasses import dataclass
from datetime import date

from poimenno.queries import claim_queries, finding_queries
from poimenno.queries.answers import extend
from poimenno.queries.claim_queries import ClaimFilter, CollectionCount, Repetition, ShownClaim
from poimenno.queries.finding_queries import FindingFilter
from poimenno.queries.toll import TollAnswer, toll_answer
from poimenno.reference.vocabularies import Collection
from poimenno.site.page_request import PageRequest, get_or_404
from poimenno.site.worded_findings import WordedFinding, worded

PER_PAGE = 300


@dataclass(frozen=True, slots=True)
class ClaimsPage:
    """A page of the claims of a collection; an empty `chosen` is all of them. `at` and `last` count pages from 1."""

    claims: tuple[ShownClaim, ...]
    collections: tuple[CollectionCount, ...]
    chosen: str
    at: int
    last: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimPage(ShownClaim):
    """A claim, the others of the same, those of the same origin, and the findings that rest on it."""

    others: tuple[ShownClaim, ...]
    repeated: tuple[Repetition, ...]
    findings: tuple[WordedFinding, ...]


def claims(request: PageRequest) -> ClaimsPage:
    """Published claims, each with its source and how far it is verified."""
    counts = claim_queries.collections(request.db)
    sizes = {row.collection: row.count for row in counts}
    chosen = request.text("collection")
    if chosen not in sizes:
        chosen = Collection.STATISTICS if Collection.STATISTICS in sizes else ""
    last = max(1, -(-sizes.get(chosen, 0) // PER_PAGE))
    at = min(request.page_number(), last)
    rows = claim_queries.claims(
        request.db, ClaimFilter(collection=chosen or None), limit=PER_PAGE, offset=(at - 1) * PER_PAGE
    )
    return ClaimsPage(tuple(rows), tuple(counts), chosen, at, last)


def claim(request: PageRequest) -> ClaimPage:
    """One claim: what its source says and where, how far it is verified, and what others say of the same."""
    row = get_or_404(claim_queries.claim(request.db, request.path["claim_id"]))
    return extend(
        ClaimPage,
        row,
        others=tuple(claim_queries.rivals(request.db, row.claim_id)),
        repeated=tuple(claim_queries.repetitions(request.db, row.claim_id)),
        findings=worded(finding_queries.findings(request.db, FindingFilter(claim_id=row.claim_id))),
    )


def toll(request: PageRequest) -> TollAnswer:
    """What order 00447 demanded and what was done: limits by region and day, against claims and names."""
    try:
        day = date.fromisoformat(request.text("day"))
    except ValueError:
        return toll_answer(request.db)
    return toll_answer(request.db, day, nearest=True)
