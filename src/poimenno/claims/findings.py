"""A finding: what a check found about claims, as data. No sentences: `poimenno.wording.finding_words` makes them.

A finding holds its kind (a row of `reference/figure_findings.csv`), the claims with the role that each plays, the
calculation in figures, what it is about, and the values that its sentence needs: numbers, codes, cells and changes.
The record keeps all of it in `claim_findings` and `claim_finding_claims`; `read` makes the same findings of them again.
"""

import functools
import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from poimenno import reference
from poimenno.claims.cells import Cell, Key
from poimenno.claims.claim import Claim
from poimenno.foundation import sql
from poimenno.reference.vocabularies import ClaimFindingKind, ClaimRole, Severity
from poimenno.values.intervals import Period

if TYPE_CHECKING:
    import duckdb

# The most serious first.
_SEVERITIES = list(Severity)


class Change(NamedTuple):
    """By how many people a correction changes a claim."""

    claim_id: str
    change: int


Value = int | float | str | Cell | tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class ClaimInRole:
    """A claim and its part in a finding: whole, part, rival, rate, total, …"""

    role: ClaimRole
    claim: Claim


def in_role(role: ClaimRole, claims: Iterable[Claim]) -> tuple[ClaimInRole, ...]:
    """Claims that all play one role."""
    return tuple(ClaimInRole(role, claim) for claim in claims)


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check found. `key` and `period` say what it is about, `difference` by how many people or days it fails."""

    kind: ClaimFindingKind
    claims: tuple[ClaimInRole, ...]
    arithmetic: str
    key: Key
    period: Period | None = None
    difference: int | None = None
    values: Mapping[str, Value] = field(default_factory=dict)

    @property
    def finding_id(self) -> str:
        """The same for the same kind, claims and arithmetic, whatever else was checked."""
        identity = [self.kind, sorted((row.role, row.claim.claim_id) for row in self.claims), self.arithmetic]
        return hashlib.sha256(json.dumps(identity).encode()).hexdigest()[:12]

    @property
    def severity(self) -> Severity:
        """How serious it is: contradiction, difference or note."""
        return _severities()[self.kind]

    @property
    def claim_ids(self) -> frozenset[str]:
        """The ids of its claims."""
        return frozenset(row.claim.claim_id for row in self.claims)

    def with_role(self, *roles: ClaimRole) -> list[Claim]:
        """The claims in one of the roles, in their order."""
        return [row.claim for row in self.claims if row.role in roles]


@functools.cache
def _severities() -> dict[str, Severity]:
    return {row["kind"]: Severity(row["severity"]) for row in reference.rows("figure_findings")}


def figures(number: float) -> str:
    """A whole number in an arithmetic, its digits in groups of three: arithmetic reads the same in all languages."""
    return f"{int(number):,}"


def deduplicate(findings: Iterable[Finding]) -> list[Finding]:
    """Each finding once, contradictions first, then in the order of what they are about."""
    by_id = {finding.finding_id: finding for finding in findings}

    def order(finding_id: str) -> tuple[int, str, Key, str, str]:
        finding = by_id[finding_id]
        return _SEVERITIES.index(finding.severity), finding.kind, finding.key, finding.arithmetic, finding_id

    return [by_id[finding_id] for finding_id in sorted(by_id, key=order)]


def write(db: "duckdb.DuckDBPyConnection", findings: Sequence[Finding]) -> None:
    """Fill claim_findings and claim_finding_claims."""
    if not findings:
        return
    ids = [finding.finding_id for finding in findings]
    sql.insert(
        db,
        "claim_findings",
        {
            "finding_id": ids,
            "kind": [finding.kind for finding in findings],
            "severity": [finding.severity for finding in findings],
            "detail": [json.dumps(_detail(finding), ensure_ascii=False) for finding in findings],
            "arithmetic": [finding.arithmetic for finding in findings],
            "difference": [finding.difference for finding in findings],
            "operation": [finding.key.operation or None for finding in findings],
            "region": [None if finding.key.territory else finding.key.region or None for finding in findings],
            "measure": [finding.key.measure for finding in findings],
        },
    )
    roles = [
        (finding_id, ordinal, row.claim.claim_id, row.role)
        for finding_id, finding in zip(ids, findings, strict=True)
        for ordinal, row in enumerate(finding.claims, 1)
    ]
    columns = zip(*roles, strict=True)
    sql.insert(
        db,
        "claim_finding_claims",
        dict(zip(("finding_id", "ordinal", "claim_id", "role"), map(list, columns), strict=True)),
    )


def read(db: "duckdb.DuckDBPyConnection", finding_ids: Sequence[str] | None = None) -> dict[str, Finding]:
    """The findings of a record by their ids: those with the given ids, or all."""
    rows = sql.rows_as(db, _Row, "claims", "findings", ids=finding_ids if finding_ids is None else list(finding_ids))
    return {row.finding_id: row.finding() for row in rows}


@dataclass(frozen=True, slots=True)
class _Row:
    """A finding as the record has it."""

    finding_id: str
    kind: ClaimFindingKind
    arithmetic: str
    difference: int | None
    detail: dict[str, Any]
    claims: tuple[ClaimInRole, ...]

    def finding(self) -> Finding:
        key, period = _subject(self.detail["subject"])
        values = {name: _value(value) for name, value in self.detail.items() if name != "subject"}
        return Finding(self.kind, self.claims, self.arithmetic, key, period, self.difference, values)


def _detail(finding: Finding) -> dict[str, object]:
    """What the sentence needs besides the claims, as JSON: `subject` is what the finding is about."""
    return {
        "subject": _as_json(finding.key, finding.period),
        **{name: _value_as_json(value) for name, value in finding.values.items()},
    }


def _value_as_json(value: Value) -> object:
    if isinstance(value, Cell):
        return _as_json(value.key, value.period)
    return [change._asdict() for change in value] if isinstance(value, tuple) else value


def _as_json(key: Key, period: Period | None) -> dict[str, object]:
    codes = key._asdict() | ({"region": "", "territory": key.territory} if key.territory else {})
    days = {"period": [day.isoformat() for day in period]} if period else {}
    return {name: code for name, code in codes.items() if code} | days


def _value(value: Any) -> Value:
    if isinstance(value, dict):
        key, period = _subject(value)
        return Cell(key, period) if period else ""
    return tuple(Change(**change) for change in value) if isinstance(value, list) else value


def _subject(cell: Mapping[str, Any]) -> tuple[Key, Period | None]:
    region = f"[{cell['territory']}]" if "territory" in cell else cell.get("region", "")
    measure, operation, body, scope = (cell.get(name, "") for name in ("measure", "operation", "body", "scope"))
    period = Period(*map(date.fromisoformat, cell["period"])) if "period" in cell else None
    return Key(measure, operation, body, scope, region), period
