"""One finding: its kind, its claims with their roles, the arithmetic, and a sentence in both languages.

The sentences stand in `reference/figure_findings.csv`, with {placeholders}. Each says enough to be checked by hand.
"""

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from poimenno import reference
from poimenno.claims import claim_words
from poimenno.claims.cells import Key, Said
from poimenno.values.intervals import Period

if TYPE_CHECKING:
    import duckdb

CONTRADICTION, DIFFERENCE, NOTE = "contradiction", "difference", "note"
SEVERITIES = (CONTRADICTION, DIFFERENCE, NOTE)


@dataclass(slots=True)
class Finding:
    """What a check found. `values` fill the placeholders: numbers are written as each language writes them."""

    kind: str
    claims: list[tuple[str, Said]]
    arithmetic: str
    key: Key
    period: Period | None = None
    difference: int | None = None
    values: dict[str, Any] = field(default_factory=dict)

    @property
    def finding_id(self) -> str:
        """The same for the same kind, claims and arithmetic, whatever else was checked."""
        said = [self.kind, sorted((role, claim.claim_id) for role, claim in self.claims), self.arithmetic]
        return hashlib.sha256(json.dumps(said).encode()).hexdigest()[:12]

    @property
    def severity(self) -> str:
        """How much it says: contradiction, difference or note."""
        return _row(self.kind)["severity"]

    def sentence(self, language: str) -> str:
        """The finding as a sentence, `en` or `ru`."""
        # One source of everything is named once, in the end.
        sources = {claim.source for _role, claim in self.claims}
        one = next(iter(sources)) if len(sources) == 1 else ""
        told: dict[str, str] = {"what": claim_words.cell(self.key, self.period, language)}
        for role, _claim in self.claims:
            told[role] = claim_words.listed([c for r, c in self.claims if r == role], language, cite=not one)
        if self.difference is not None:
            told["difference"] = claim_words.number(abs(self.difference), language)
        told |= {name: claim_words.any_value(value, language) for name, value in self.values.items()}
        sentence = _row(self.kind)[f"sentence_{language}"].format_map(_Nothing(told))
        return f"{sentence} [{one}]" if one else sentence

    def shown(self) -> dict[str, Any]:
        """Everything of it, for JSON."""
        return {
            "id": self.finding_id, "kind": self.kind, "severity": self.severity,
            "sentence_en": self.sentence("en"), "sentence_ru": self.sentence("ru"),
            "arithmetic": self.arithmetic, "difference": self.difference,
            "claims": [
                {"role": role, "claim": one.claim_id, "value": one.value, "date": one.date_edtf, "source": one.source}
                for role, one in self.claims
            ],
        }  # fmt: skip


class _Nothing(dict[str, str]):
    def __missing__(self, _name: str) -> str:
        return ""


def _row(kind: str) -> dict[str, str]:
    return next(row for row in reference.rows("figure_findings") if row["kind"] == kind)


def once(found: Iterable[Finding]) -> list[Finding]:
    """Each finding once, contradictions first, then in the order of their subject."""
    by_id = {one.finding_id: one for one in found}
    return sorted(
        by_id.values(),
        key=lambda one: (SEVERITIES.index(one.severity), one.kind, one.key, one.arithmetic, one.finding_id),
    )


def write(db: "duckdb.DuckDBPyConnection", found: Sequence[Finding]) -> None:
    """Fill claim_findings and claim_finding_claims."""
    rows = [
        (
            one.finding_id, one.kind, one.severity, one.sentence("en"), one.sentence("ru"), one.arithmetic,
            one.difference, one.key.operation or None,
            None if one.key.region.startswith("[") else one.key.region or None, one.key.measure,
        )
        for one in found
    ]  # fmt: skip
    if rows:
        db.executemany("INSERT INTO claim_findings VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", rows)
        db.executemany(
            "INSERT INTO claim_finding_claims VALUES (?, ?, ?, ?)",
            [(f.finding_id, n, c.claim_id, role) for f in found for n, (role, c) in enumerate(f.claims, 1)],
        )
