"""Findings on claims with their sentences in each language, as pages show them and JSON gives them."""

from collections.abc import Iterable
from dataclasses import dataclass

from poimenno.queries.finding_queries import FindingClaim, ShownFinding
from poimenno.reference.vocabularies import Severity
from poimenno.wording import finding_words


@dataclass(frozen=True, slots=True)
class WordedFinding:
    """A finding on claims: its sentence in each language, its arithmetic, and the claims that it rests on."""

    finding_id: str
    kind: str
    severity: Severity
    sentence_en: str
    sentence_ru: str
    arithmetic: str
    difference: int | None
    operation: str | None
    region: str | None
    measure: str | None
    claims: tuple[FindingClaim, ...]


def worded(findings: Iterable[ShownFinding]) -> tuple[WordedFinding, ...]:
    """The findings with their sentences."""
    return tuple(
        WordedFinding(
            finding_id=finding.finding_id,
            kind=finding.kind,
            severity=finding.severity,
            sentence_en=finding_words.sentence(finding.data, "en"),
            sentence_ru=finding_words.sentence(finding.data, "ru"),
            arithmetic=finding.arithmetic,
            difference=finding.difference,
            operation=finding.operation,
            region=finding.region,
            measure=finding.measure,
            claims=finding.claims,
        )
        for finding in findings
    )
