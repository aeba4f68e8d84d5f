"""Whether claims can all be true; if not, which smallest sets conflict and what least change would make them possible;
and what follows from them for the true numbers.

A smallest set (an irreducible infeasible subset) is found from a certificate of the solver, by letting claims go one by
one (deletion filter: Chinneck and Dravnieks 1991). The least change has the smallest sum of alterations.
"""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from poimenno.claims.cells import Cell
from poimenno.claims.claim import Claim, with_cells
from poimenno.claims.findings import Change, Finding, figures, in_role
from poimenno.claims.rules.origins import Origins
from poimenno.claims.solver.constraints import INFINITE, build
from poimenno.claims.solver.linear_model import LinearModel
from poimenno.reference.vocabularies import ClaimFindingKind, ClaimRole, Measure, Severity
from poimenno.values.intervals import Period

_SLIVER = 1e-4
_MEASURES = (Measure.ARRESTED, Measure.CONVICTED, Measure.EXECUTED, Measure.CAMP)
# Cells that reach the end of the operations, within the two years.
_LAST_DAY = date(1938, 11, 30)
_YEARS = Period(date(1937, 1, 1), date(1938, 12, 31))


@dataclass(frozen=True, slots=True)
class Bound:
    """What follows for one cell: its smallest and greatest true number (None: no upper end)."""

    cell: Cell
    low: int
    high: int | None
    # Whether a source states the number of this cell.
    published: bool


@dataclass(slots=True)
class Consistency:
    """Whether claims are possible together; the smallest conflicts, the least change by claim id, and the claims that
    are left, without the most changed one of each conflict: together they are possible.
    """

    possible: bool
    conflicts: list[list[Claim]] = field(default_factory=list)
    changes: dict[str, int] = field(default_factory=dict)
    left: list[Claim] = field(default_factory=list)


def solve(claims: Sequence[Claim], cells: Sequence[Cell] = ()) -> Consistency:
    """Hold all comparable claims against one another; claims of one origin count once.

    `cells` adds cells that no claim is about, such as those whose bounds will be asked for.
    """
    origins = Origins(claims)
    used = [claim for _cell, claim in with_cells(claims) if origins.is_original(claim)]
    if not used:
        return Consistency(possible=True)
    model = LinearModel(build(used, cells), used)
    outcome = Consistency(possible=model.possible(), left=used)
    if not outcome.possible:
        outcome.changes = LinearModel(model.system, used, elastic=True).changes()
        outcome.left = _resolve(outcome, model, used, cells)
    return outcome


def bounds(claims: Sequence[Claim], cells: Sequence[Cell]) -> list[Bound]:
    """What follows for cells from claims that are possible together (`Consistency.left`).

    Fewer claims give wider bounds, never wrong ones.
    """
    model = LinearModel(build(claims, cells), claims, presolve=True)
    published = {claim.cell for claim in claims}
    rows = []
    for cell in cells:
        low, high = model.bounds(cell)
        top = None if high == INFINITE else math.floor(high + _SLIVER)
        rows.append(Bound(cell, max(0, math.ceil(low - _SLIVER)), top, cell in published))
    return rows


def _resolve(outcome: Consistency, model: LinearModel, used: Sequence[Claim], cells: Sequence[Cell]) -> list[Claim]:
    """Collect smallest conflicts until there are none; the claim of each that the least change alters most is let go.

    Returns the claims that are left.
    """
    left = list(used)
    while not model.possible():
        conflict = _smallest(model.suspects(), left, cells)
        outcome.conflicts.append(conflict)
        left.remove(_most_changed(conflict, outcome.changes))
        model.activate(left)
    return left


def _most_changed(conflict: Sequence[Claim], changes: dict[str, int]) -> Claim:
    by_source = Counter(claim.source for claim in conflict)

    def order(claim: Claim) -> tuple[int, int, str]:
        return abs(changes.get(claim.claim_id, 0)), -by_source[claim.source], claim.claim_id

    return max(conflict, key=order)


def _smallest(suspects: Sequence[Claim], claims: Sequence[Claim], cells: Sequence[Cell]) -> list[Claim]:
    """A set of claims that cannot all be true, while without any one of them the others can.

    The suspects are tried first, in a smaller system; if they are possible there, all claims are tried.
    """
    ids = {claim.claim_id for claim in suspects}
    suspected = [claim for claim in claims if claim.claim_id in ids]
    for conflict, more in ((suspected, ()), (suspected, cells), (list(claims), cells)):
        model = LinearModel(build(conflict, more), conflict)
        if conflict and not model.possible():
            break
    for claim in list(conflict):
        rest = [other for other in conflict if other is not claim]
        model.activate(rest)
        if not model.possible():
            conflict = rest
    return sorted(conflict, key=lambda claim: (claim.key, claim.claim_id))


def findings(claims: Sequence[Claim], outcome: Consistency, known: Sequence[Finding] = ()) -> list[Finding]:
    """The conflicts that no rule has found already, and the least change, as findings."""
    contradictions = [finding.claim_ids for finding in known if finding.severity == Severity.CONTRADICTION]
    conflicts = [
        _cannot_all_be_true(conflict)
        for conflict in outcome.conflicts
        if not _is_known({claim.claim_id for claim in conflict}, contradictions)
    ]
    return [*conflicts, _least_change(claims, outcome)] if outcome.changes else conflicts


def _is_known(conflict: set[str], contradictions: Sequence[frozenset[str]]) -> bool:
    return any(conflict <= ids or ids <= conflict for ids in contradictions)


def _cannot_all_be_true(conflict: Sequence[Claim]) -> Finding:
    whole = min(conflict, key=lambda claim: len([code for code in claim.key if code]))
    arithmetic = "; ".join(f"{figures(claim.low)} ≤ x{n} ≤ {claim.high:,}" for n, claim in enumerate(conflict, 1))
    rivals = in_role(ClaimRole.RIVAL, conflict)
    return Finding(ClaimFindingKind.CANNOT_ALL_BE_TRUE, rivals, arithmetic, whole.key, whole.period)


def _least_change(claims: Sequence[Claim], outcome: Consistency) -> Finding:
    by_id = {claim.claim_id: claim for claim in claims}
    altered = [by_id[claim_id] for claim_id in outcome.changes]
    greatest = sorted(outcome.changes.items(), key=lambda item: (-abs(item[1]), item[0]))
    arithmetic = "; ".join(f"{claim_id} {change:+,}" for claim_id, change in outcome.changes.items())
    return Finding(
        ClaimFindingKind.LEAST_CHANGE,
        in_role(ClaimRole.MENDED, altered),
        arithmetic,
        altered[0].key,
        None,
        sum(abs(change) for change in outcome.changes.values()),
        {"changes": tuple(Change(*item) for item in greatest)},
    )


def whole_ussr_bounds(claims: Sequence[Claim]) -> list[Bound]:
    """Bounds for the whole USSR, from the figures for the whole USSR: each operation from its beginning to its end."""
    return bounds([claim for claim in claims if _is_of_whole_ussr(claim)], whole_ussr_cells(claims))


def whole_ussr_cells(claims: Sequence[Claim]) -> list[Cell]:
    """Each operation, and all together, from beginning to end, of whatever has a figure for the whole USSR."""
    cells: dict[Cell, None] = {}
    for claim in filter(_is_of_whole_ussr, claims):
        key, period = claim.key, claim.period
        if period and key.measure in _MEASURES and not key.body and _YEARS.contains(period) and period.end >= _LAST_DAY:
            cells |= dict.fromkeys(Cell(key._replace(measure=measure), period) for measure in _MEASURES)
    return list(cells)


def _is_of_whole_ussr(claim: Claim) -> bool:
    return not (claim.key.region or claim.key.scope or claim.key.limit)
