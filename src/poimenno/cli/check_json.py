"""The result of `poimenno check` for programs."""

from poimenno.claims.checking import CheckResult
from poimenno.claims.findings import Finding
from poimenno.claims.solver.consistency import Bound
from poimenno.foundation.language import LANGUAGES, current
from poimenno.wording import claim_words, finding_words


def as_json(result: CheckResult) -> dict[str, object]:
    """The result as JSON values; sentences in all languages of the interface."""
    return {
        "figures": result.claims,
        "possible_together": result.possible,
        "contradictions": result.contradictions,
        "findings": [_finding(finding) for finding in result.findings],
        "rejected": [problem.translated(current()) for problem in result.rejected],
        "bounds": [_bound(bound) for bound in result.bounds],
    }


def _finding(finding: Finding) -> dict[str, object]:
    claims = [
        {
            "role": row.role,
            "claim": row.claim.claim_id,
            "value": row.claim.value,
            "date": row.claim.date_edtf,
            "source": row.claim.source,
        }
        for row in finding.claims
    ]
    return {
        "id": finding.finding_id,
        "kind": finding.kind,
        "severity": finding.severity,
        **finding_words.sentences(finding),
        "arithmetic": finding.arithmetic,
        "difference": finding.difference,
        "claims": claims,
    }


def _bound(bound: Bound) -> dict[str, object]:
    key, period = bound.cell
    return {
        "measure": key.measure,
        "operation": key.operation or None,
        "period_start": period.start,
        "period_end": period.end,
        "low": bound.low,
        "high": bound.high,
        "published": bound.published,
        **{f"what_{language}": claim_words.cell(key, period, language) for language in LANGUAGES},
    }
