"""Which claims repeat one another: they count once, and the oldest is named.

Two claims have one origin if one number, of at least four digits that are not trailing zeros, is stated for the same
cell: nobody counts twice and finds 247,157 again. Whether a source says whom it quotes is told as the reason.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from poimenno.claims.cells import Cell
from poimenno.claims.claim import Claim, with_cells
from poimenno.claims.findings import Finding, figures, in_role
from poimenno.reference.vocabularies import ClaimFindingKind, ClaimRole, OriginReason

_MIN_DIGITS = 4
_UNDATED = 9999


@dataclass(frozen=True, slots=True)
class Origin:
    """The oldest claim that says the same, a row of the table claim_origins; the claim itself if nobody said it before.

    `reason` is own, quotes (the source says whom it quotes) or same_number.
    """

    claim_id: str
    origin_id: str
    reason: str


class Origins:
    """The origin of each of some claims."""

    def __init__(self, claims: Sequence[Claim]) -> None:
        oldest = {claim.claim_id: claim.claim_id for claim in claims}
        for group in _groups(claims).values():
            first = min(group, key=_age)
            oldest |= {claim.claim_id: first.claim_id for claim in group}
        self.rows = [
            Origin(claim.claim_id, oldest[claim.claim_id], _reason(claim, oldest[claim.claim_id])) for claim in claims
        ]
        self._oldest = oldest

    def origin_id(self, claim: Claim) -> str:
        """The id of the oldest claim of the same origin."""
        return self._oldest.get(claim.claim_id, claim.claim_id)

    def is_original(self, claim: Claim) -> bool:
        """Whether a claim repeats no older one: only then does it count."""
        return self.origin_id(claim) == claim.claim_id


def _reason(claim: Claim, origin_id: str) -> str:
    if claim.claim_id == origin_id:
        return OriginReason.OWN
    return OriginReason.QUOTES if claim.quotes else OriginReason.SAME_NUMBER


def check(claims: Sequence[Claim], origins: Origins) -> Iterator[Finding]:
    """One note for each number that several sources repeat."""
    by_id = {claim.claim_id: claim for claim in claims}
    groups: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        groups[origins.origin_id(claim)].append(claim)
    for origin_id, group in groups.items():
        if len({claim.source for claim in group}) < 2:
            continue
        oldest = by_id[origin_id]
        rest = [claim for claim in group if claim is not oldest]
        roles = (*in_role(ClaimRole.RIVAL, [oldest, *rest]), *in_role(ClaimRole.ORIGIN, [oldest]))
        arithmetic = f"{len(group)} × {figures(oldest.value or 0)}"
        yield Finding(ClaimFindingKind.REPEATED, roles, arithmetic, oldest.key, oldest.period, 0)


def _groups(claims: Sequence[Claim]) -> dict[tuple[Cell, int], list[Claim]]:
    groups: dict[tuple[Cell, int], list[Claim]] = defaultdict(list)
    for cell, claim in with_cells(claims):
        if claim.value is not None and significant_digits(claim.value) >= _MIN_DIGITS:
            groups[cell, claim.value].append(claim)
    return groups


def significant_digits(value: int) -> int:
    """The number of digits before the trailing zeros."""
    return len(str(value).rstrip("0"))


def _age(claim: Claim) -> tuple[int, bool, str]:
    # If the years do not decide, a source that quotes another is taken to be the younger one.
    return claim.source_year or _UNDATED, bool(claim.quotes), claim.claim_id
