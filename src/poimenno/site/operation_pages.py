"""The pages of operations and regions: what was demanded, what was done, who is named."""

from dataclasses import dataclass

from poimenno.queries import finding_queries, operation_queries
from poimenno.queries.answers import extend
from poimenno.queries.finding_queries import FindingFilter
from poimenno.queries.operation_queries import OperationAnswer, RegionAnswer, ShownOperation, ShownRegion
from poimenno.site.page_request import PageRequest, get_or_404
from poimenno.site.worded_findings import WordedFinding, worded

_MOST_FINDINGS = 1000


@dataclass(frozen=True, slots=True)
class OperationsPage:
    """All mass operations."""

    operations: tuple[ShownOperation, ...]


@dataclass(frozen=True, slots=True)
class RegionsPage:
    """All regions of 1937-1938."""

    regions: tuple[ShownRegion, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OperationPage(OperationAnswer):
    """What is known of an operation, with the findings on its claims."""

    findings: tuple[WordedFinding, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RegionPage(RegionAnswer):
    """What is known of a region, with the findings on its claims."""

    findings: tuple[WordedFinding, ...]


def operations(request: PageRequest) -> OperationsPage:
    """All operations, with the persons named here."""
    return OperationsPage(tuple(operation_queries.operations(request.db)))


def operation(request: PageRequest) -> OperationPage:
    """An operation: what the order said, its limits, what was done, how many of its people are named here."""
    answer = get_or_404(operation_queries.operation_answer(request.db, request.path["code"]))
    findings = finding_queries.findings(request.db, FindingFilter(operation=answer.operation), _MOST_FINDINGS)
    return extend(OperationPage, answer, findings=worded(findings))


def regions(request: PageRequest) -> RegionsPage:
    """All regions of 1937-1938, with the persons named here."""
    return RegionsPage(tuple(operation_queries.regions(request.db)))


def region(request: PageRequest) -> RegionPage:
    """A region: its limits and claims, the persons of its cases."""
    answer = get_or_404(operation_queries.region_answer(request.db, request.path["code"]))
    findings = finding_queries.findings(request.db, FindingFilter(region=answer.region), _MOST_FINDINGS)
    return extend(RegionPage, answer, findings=worded(findings))
