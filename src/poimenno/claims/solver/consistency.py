"""Whether claims can all be true; if not, which smallest sets conflict, what least change mends them; what follows.

A smallest set (an irreducible infeasible subset) is found from a certificate of the solver by letting claims go one
by one (deletion filter: Chinneck and Dravnieks 1991). The least change is that of the smallest sum of alterations.
"""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from poimenno.claims import claim_words
from poimenno.claims.cells import Key, Said
from poimenno.claims.findings import Finding
from poimenno.claims.rules import origins
from poimenno.claims.solver.constraints import INFINITE, build
from poimenno.claims.solver.linear_model import Model
from poimenno.values.intervals import Period

_SLIVER = 1e-4
_SHOWN = 12
_MEASURES = ("arrested", "convicted", "executed", "camp")
# Cells that reach the end of the operations, within the two years.
_END = date(1938, 11, 30)
_YEARS = Period(date(1937, 1, 1), date(1938, 12, 31))


@dataclass(frozen=True, slots=True)
class Bound:
    """What follows for one cell: least and greatest true number (None: open), and whether a source states it."""

    key: Key
    period: Period
    low: int
    high: int | None
    published: bool


@dataclass(slots=True)
class Outcome:
    """Whether the claims are possible together, the smallest conflicts, the least change by claim, who is left."""

    possible: bool
    conflicts: list[list[Said]] = field(default_factory=list)
    changes: dict[str, int] = field(default_factory=dict)
    left: list[Said] = field(default_factory=list)


def solve(claims: Sequence[Said], cells: Sequence[tuple[Key, Period]] = ()) -> Outcome:
    """Hold all comparable claims against one another; claims of one origin count once.

    `cells` adds cells of which no claim speaks, such as those whose bounds will be asked for.
    """
    origin_ids = origins.origins(claims)
    used = [one for one in claims if one.counted and origin_ids[one.claim_id] == one.claim_id]
    if not used:
        return Outcome(possible=True)
    model = Model(build(used, cells), used)
    outcome = Outcome(possible=model.possible(), left=used)
    if not outcome.possible:
        outcome.changes = Model(model.system, used, elastic=True).changes()
        outcome.left = _conflicts(outcome, model, used, cells)
    return outcome


def bounds(claims: Sequence[Said], cells: Sequence[tuple[Key, Period]]) -> list[Bound]:
    """What follows for cells from claims that are possible together (the `left` of an outcome).

    The fewer claims are given, the wider the bounds, but they are never wrong for it.
    """
    model = Model(build(claims, cells), claims, presolve=True)
    published = {(one.key, one.period) for one in claims}
    found = []
    for key, period in cells:
        low, high = model.bounds((key, period))
        top = None if high == INFINITE else math.floor(high + _SLIVER)
        found.append(Bound(key, period, max(0, math.ceil(low - _SLIVER)), top, (key, period) in published))
    return found


def _conflicts(outcome: Outcome, model: Model, used: Sequence[Said], cells: Sequence[tuple[Key, Period]]) -> list[Said]:
    """Collect smallest conflicts until none is left: of each, the claim that the least change alters most is let go.

    Returns the claims that are left: together they are possible.
    """
    left = list(used)
    while not model.possible():
        conflict = _smallest(model.suspects(), left, cells)
        outcome.conflicts.append(conflict)
        told = Counter(one.source for one in conflict)
        culprit = max(
            conflict, key=lambda one: (abs(outcome.changes.get(one.claim_id, 0)), -told[one.source], one.claim_id)
        )
        left.remove(culprit)
        model.active(left)
    return left


def _smallest(suspects: Sequence[Said], claims: Sequence[Said], cells: Sequence[tuple[Key, Period]]) -> list[Said]:
    """A set of claims that cannot all be true, while without any one of them the others can.

    The suspects are tried first; where a smaller system is possible that the whole is not, all claims are.
    """
    held = {one.claim_id for one in suspects} & {one.claim_id for one in claims}
    suspected = [one for one in claims if one.claim_id in held]
    for kept, more in ((suspected, ()), (suspected, cells), (list(claims), cells)):
        model = Model(build(kept, more), kept)
        if kept and not model.possible():
            break
    for claim in list(kept):
        rest = [one for one in kept if one is not claim]
        model.active(rest)
        if not model.possible():
            kept = rest
    return sorted(kept, key=lambda one: (one.key, one.claim_id))


def findings(claims: Sequence[Said], outcome: Outcome, known: Sequence[Finding] = ()) -> list[Finding]:
    """The conflicts that no rule has found already, and the least change, as findings."""
    told = [{claim.claim_id for _role, claim in one.claims} for one in known if one.severity == "contradiction"]
    found = []
    for conflict in outcome.conflicts:
        ids = {one.claim_id for one in conflict}
        if any(ids <= one or one <= ids for one in told):
            continue
        whole = min(conflict, key=lambda one: len([code for code in one.key if code]))
        arithmetic = "; ".join(f"{one.low:,} ≤ x{n} ≤ {one.high:,}" for n, one in enumerate(conflict, 1))
        found.append(
            Finding("cannot_all_be_true", [("rival", one) for one in conflict], arithmetic, whole.key, whole.period)
        )
    if outcome.changes:
        found.append(_least_change(claims, outcome))
    return found


def _least_change(claims: Sequence[Said], outcome: Outcome) -> Finding:
    by_id = {one.claim_id: one for one in claims}
    altered = [by_id[one] for one in outcome.changes]
    total = sum(abs(change) for change in outcome.changes.values())
    greatest = sorted(outcome.changes.items(), key=lambda item: (-abs(item[1]), item[0]))
    more = f" … (+{len(greatest) - _SHOWN})" if len(greatest) > _SHOWN else ""
    told = {
        language: "; ".join(_change(by_id[one], change, language) for one, change in greatest[:_SHOWN]) + more
        for language in ("en", "ru")
    }
    arithmetic = "; ".join(f"{one} {change:+,}" for one, change in outcome.changes.items())
    values: dict[str, Any] = {"changes_en": told["en"], "changes_ru": told["ru"]}
    return Finding(
        "least_change", [("mended", one) for one in altered], arithmetic, altered[0].key, None, total, values
    )


def _change(claim: Said, change: int, language: str) -> str:
    sign = "+" if change > 0 else "−"
    return f"{claim_words.printed(claim, language)} [{claim.source}] {sign} {claim_words.number(abs(change), language)}"


def of_the_whole(claims: Sequence[Said]) -> list[Bound]:
    """Bounds for the whole USSR, from the figures for the whole USSR: each operation from its beginning to its end."""
    return bounds([one for one in claims if _of_the_whole(one)], whole_cells(claims))


def whole_cells(claims: Sequence[Said]) -> list[tuple[Key, Period]]:
    """Each operation, and all together, from the beginning to the end, for whatever somebody gives a figure."""
    cells: dict[tuple[Key, Period], None] = {}
    for claim in filter(_of_the_whole, claims):
        key, period = claim.key, claim.period
        if period and key.measure in _MEASURES and not key.body and _YEARS.contains(period) and period.end >= _END:
            cells |= dict.fromkeys((key._replace(measure=measure), period) for measure in _MEASURES)
    return list(cells)


def _of_the_whole(claim: Said) -> bool:
    return not (claim.key.region or claim.key.scope or claim.key.limit)
