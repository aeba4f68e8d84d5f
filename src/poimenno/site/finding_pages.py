"""The page of findings: claims that cannot all be true, and values of persons that cannot."""

from collections import Counter
from dataclasses import dataclass

from poimenno.queries import finding_queries
from poimenno.queries.finding_queries import (
    FindingCount,
    FindingFilter,
    ListedFinding,
    PersonFindingCount,
)
from poimenno.reference.vocabularies import Severity
from poimenno.site.page_request import PageRequest
from poimenno.site.worded_findings import WordedFinding, worded

PER_PAGE = 100
_MOST_PERSONS = 200


@dataclass(frozen=True, slots=True)
class FindingsPage:
    """What the checks found, of one kind or severity (`chosen`) or of all. `at` and `last` count pages from 1.

    Findings on persons are the first of their kind only; `person_counts` says how many there are.
    """

    chosen: str
    counts: tuple[FindingCount, ...]
    findings: tuple[WordedFinding, ...]
    at: int
    last: int
    person_counts: tuple[PersonFindingCount, ...]
    person_findings: tuple[ListedFinding, ...]

    @property
    def by_severity(self) -> list[tuple[str, int]]:
        """How many findings on claims there are of each severity, the gravest first."""
        sums = Counter[str]()
        for row in self.counts:
            sums[row.severity] += row.count
        return list(sums.items())


def findings(request: PageRequest) -> FindingsPage:
    """What the checks found; of one kind or severity, if the address names it."""
    chosen = request.text("kind")
    counts = finding_queries.count_findings(request.db)
    total = sum(row.count for row in counts if chosen in {"", row.kind, row.severity})
    last = max(1, -(-total // PER_PAGE))
    at = min(request.page_number(), last)
    is_severity = chosen in set(Severity)
    filtered = FindingFilter(severity=chosen) if is_severity else FindingFilter(kind=chosen or None)
    rows = finding_queries.findings(request.db, filtered, PER_PAGE, (at - 1) * PER_PAGE) if total else []
    # A kind is of claims or of persons.
    persons = [] if chosen and total else finding_queries.person_findings(request.db, chosen, _MOST_PERSONS)
    return FindingsPage(
        chosen=chosen,
        counts=tuple(counts),
        findings=worded(rows),
        at=at,
        last=last,
        person_counts=tuple(finding_queries.count_person_findings(request.db)),
        person_findings=tuple(persons),
    )
