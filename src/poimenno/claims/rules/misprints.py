"""Misprints that would explain a conflict: two digits swapped, one digit wrong, a number from another column."""

from collections.abc import Iterator, Sequence

from poimenno.claims.cells import Cell, Key
from poimenno.claims.claim import Claim, with_cells
from poimenno.claims.findings import ClaimInRole, Finding, Value, figures
from poimenno.reference.vocabularies import ClaimFindingKind, ClaimRole, Precision

_MIN_DIGITS = 4
_MIN_SWAP_DIGITS = 5


def slip(value: int, other: int) -> str:
    """How one number becomes the other: swap (of two digits), digit (one digit is another); empty if neither."""
    a, b = str(value), str(other)
    if len(a) != len(b) or a == b:
        return ""
    differing = [n for n, (x, y) in enumerate(zip(a, b, strict=True)) if x != y]
    if len(differing) == 1:
        return "digit"
    first, last = differing[0], differing[-1]
    return "swap" if len(differing) == 2 and (a[first], a[last]) == (b[last], b[first]) else ""


def check(claims: Sequence[Claim], findings: Sequence[Finding]) -> Iterator[Finding]:
    """Misprints that would remove a contradiction of sums, and pairs of numbers that may be one another's misprint."""
    exact = [
        (cell, claim)
        for cell, claim in with_cells(claims)
        if claim.precision == Precision.EXACT and claim.value is not None
    ]
    for finding in findings:
        if finding.kind in {ClaimFindingKind.PARTS_EXCEED, ClaimFindingKind.PARTS_FALL_SHORT}:
            yield from _explaining(finding, [claim for _cell, claim in exact])
    yield from _alike(exact)


def _explaining(finding: Finding, exact: Sequence[Claim]) -> Iterator[Finding]:
    """Misprints of one number by which the sum would be right."""
    if any(row.claim.precision != Precision.EXACT for row in finding.claims) or finding.difference is None:
        return
    excess = finding.difference if finding.kind == ClaimFindingKind.PARTS_EXCEED else -finding.difference
    for row in finding.claims:
        claim = row.claim
        if claim.value is None:
            continue
        corrected = claim.value + excess if row.role == "whole" else claim.value - excess
        if corrected >= 10 ** (_MIN_DIGITS - 1):
            yield from _misprint(claim, claim.value, corrected, exact)
            yield from _wrong_column(claim, claim.value, corrected, exact)


def _misprint(claim: Claim, value: int, corrected: int, exact: Sequence[Claim]) -> Iterator[Finding]:
    """One digit may only be wrong if another source prints the corrected number; it is then the rival."""
    printed = [
        other
        for other in exact
        if other.value == corrected and other.key == claim.key and other.claim_id != claim.claim_id
    ]
    how = slip(value, corrected)
    if how == "swap" or (how and printed):
        rivals = [ClaimInRole(ClaimRole.RIVAL, other) for other in printed[:1]]
        yield Finding(
            ClaimFindingKind.MISPRINT,
            (ClaimInRole(ClaimRole.SUGGESTED, claim), *rivals),
            f"{figures(value)} → {figures(corrected)}",
            claim.key,
            claim.period,
            abs(corrected - value),
            {"computed": corrected, "slip": how},
        )


def _wrong_column(claim: Claim, value: int, corrected: int, exact: Sequence[Claim]) -> Iterator[Finding]:
    for other in exact:
        cell = other.cell
        if cell and other.value == corrected and other.source == claim.source and _in_next_column(claim, other):
            yield Finding(
                ClaimFindingKind.WRONG_COLUMN,
                (ClaimInRole(ClaimRole.SUGGESTED, claim), ClaimInRole(ClaimRole.RIVAL, other)),
                f"{figures(value)} → {figures(corrected)}",
                claim.key,
                claim.period,
                abs(corrected - value),
                {"computed": corrected, "inner": cell},
            )


def _in_next_column(claim: Claim, other: Claim) -> bool:
    """Whether two claims differ in one thing only, as figures in neighbouring columns do."""
    differing = sum(a != b for a, b in zip(claim.key, other.key, strict=True))
    return differing == 1 and claim.period == other.period


def _alike(exact: Sequence[tuple[Cell, Claim]]) -> Iterator[Finding]:
    """Numbers of one operation and place that differ by a swap, or by one digit if they count the same."""
    groups: dict[Key, list[tuple[Cell, Claim, int]]] = {}
    for cell, claim in exact:
        if claim.value is not None and len(str(claim.value)) >= _MIN_SWAP_DIGITS and not cell.key.limit:
            groups.setdefault(cell.key._replace(measure=""), []).append((cell, claim, claim.value))
    seen: set[tuple[int, int]] = set()
    for group in groups.values():
        for n, first in enumerate(group):
            for second in group[n + 1 :]:
                low, high = sorted((first, second), key=lambda row: row[2])
                (inner, smaller, least), (cell, larger, greatest) = low, high
                how = slip(least, greatest)
                if not how or (how == "digit" and inner != cell) or (least, greatest) in seen:
                    continue
                seen.add((least, greatest))
                roles = (ClaimInRole(ClaimRole.PART, smaller), ClaimInRole(ClaimRole.WHOLE, larger))
                values: dict[str, Value] = {"inner": inner, "slip": how}
                arithmetic = f"{figures(least)} ↔ {figures(greatest)}"
                yield Finding(ClaimFindingKind.DIGITS_SWAPPED, roles, arithmetic, *cell, greatest - least, values)
