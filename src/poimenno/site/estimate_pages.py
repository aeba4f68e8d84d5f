"""The pages of estimates: read from the files beside the record, and never mixed with what is recorded."""

from typing import Any

from poimenno.queries import estimate_queries
from poimenno.queries.estimate_queries import EstimatesAnswer, StratumAnswer
from poimenno.queries.record_queries import holdings
from poimenno.site.page_request import PageRequest, get_or_404


def estimates(request: PageRequest) -> EstimatesAnswer:
    """All estimates that were made of this archive, stratum by stratum."""
    return estimate_queries.all_estimates(request.archive)


def estimate(request: PageRequest) -> StratumAnswer:
    """One stratum: named, estimated, missing, what it rests on, and how far other ways of estimating differ."""
    name, number = request.path["name"], int(request.path["number"])
    version = holdings(request.db).version
    return get_or_404(estimate_queries.find_stratum(request.archive, name, number, version))


def estimate_files(request: PageRequest) -> dict[str, dict[str, Any]]:
    """All estimates as they were written."""
    answer = estimate_queries.all_estimates(request.archive)
    return {name: result.as_json() for name, result in answer.estimates.items()}
