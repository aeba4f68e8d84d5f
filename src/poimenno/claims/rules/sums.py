"""Parts against wholes: within a source and across sources, each rounded number at the ends that its rounding allows.

A sum is compared with a whole only if the parts are disjoint and count the same otherwise. Unless the reference data
say that the parts make up the whole, their sum may stay below it; it may never exceed it.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from poimenno.claims import hierarchies
from poimenno.claims.cells import Cell, Key, comparable
from poimenno.claims.claim import Claim, with_cells
from poimenno.claims.findings import Finding, figures, in_role
from poimenno.claims.rules.origins import Origins
from poimenno.reference.vocabularies import ClaimFindingKind, ClaimRole, Measure, Precision
from poimenno.values.intervals import Period

# What became of people who were arrested or convicted.
_SENTENCES = (Measure.EXECUTED, Measure.CAMP, Measure.OTHER_SENTENCE, Measure.DEATH_COMMUTED)
_TOTALS = (Measure.ARRESTED, Measure.CONVICTED)

Index = dict[Cell, list[Claim]]


def index(claims: Iterable[Claim]) -> Index:
    """The comparable claims by their cell."""
    by_cell: Index = defaultdict(list)
    for cell, claim in with_cells(claims):
        by_cell[cell].append(claim)
    return by_cell


def check(claims: Sequence[Claim], origins: Origins) -> Iterator[Finding]:
    """All findings of sums. A whole that repeats another claim's number is checked once, by its origin."""
    by_cell = index(claims)
    for cell, wholes in by_cell.items():
        original = [claim for claim in wholes if origins.is_original(claim)]
        seen = set()
        for parts in _parts(by_cell, cell):
            # The same numbers from another source are the same sum.
            numbers = tuple((claim.key, claim.low, claim.high) for claim in parts)
            if numbers not in seen:
                seen.add(numbers)
                for whole in original:
                    yield from _compare(whole, parts, cell, complete=_complete(whole, parts))
        yield from _sentenced(by_cell, cell, wholes)
    yield from _by_period(by_cell, origins)


def _parts(by_cell: Index, cell: Cell) -> Iterator[list[Claim]]:
    """The disjoint parts of a cell as each source states them: one list a source and dimension, in their order."""
    key = cell.key
    for dimension in hierarchies.DIMENSIONS:
        by_source: dict[str, list[list[Claim]]] = defaultdict(list)
        for step in hierarchies.parts(dimension, getattr(key, dimension), key.limit):
            part = key._replace(**{dimension: step.part})
            period = cell.period if key.limit else comparable(cell.period, part.operation)
            rivals: dict[str, list[Claim]] = defaultdict(list)
            for claim in by_cell.get(Cell(part, period), ()):
                rivals[claim.source].append(claim)
            for source, claims in rivals.items():
                by_source[source].append(claims)
        for choices in by_source.values():
            yield from _combinations(choices)


def _combinations(choices: list[list[Claim]]) -> Iterator[list[Claim]]:
    """One claim for each part. A source that gives several for a part is read once for each author that it quotes."""
    quoted = dict.fromkeys(claim.quotes for rivals in choices for claim in rivals)
    seen: set[tuple[str, ...]] = set()
    for author in quoted:
        parts = [next((claim for claim in rivals if claim.quotes == author), rivals[0]) for rivals in choices]
        ids = tuple(claim.claim_id for claim in parts)
        if ids not in seen:
            seen.add(ids)
            yield parts


def _compare(whole: Claim, parts: Sequence[Claim], cell: Cell, *, complete: bool = False) -> Iterator[Finding]:
    """Parts that exceed their whole (a single part: see `rivals`); if they are `complete`, parts that fall short."""
    low, high = sum(claim.low for claim in parts), sum(claim.high for claim in parts)
    roles = (*in_role(ClaimRole.PART, parts), *in_role(ClaimRole.WHOLE, [whole]))
    if low > whole.high:
        if len(parts) > 1:
            arithmetic = f"{_sum(parts)} > {_upper_end(whole)}"
            yield Finding(ClaimFindingKind.PARTS_EXCEED, roles, arithmetic, *cell, int(low - whole.high))
    elif high < whole.low and complete:
        arithmetic = f"{_sum(parts)} < {figures(whole.low)}"
        yield Finding(ClaimFindingKind.PARTS_FALL_SHORT, roles, arithmetic, *cell, int(whole.low - high))


def _complete(whole: Claim, parts: Sequence[Claim]) -> bool:
    """Whether the whole consists of nothing but these parts."""
    for dimension in hierarchies.DIMENSIONS:
        codes = {getattr(claim.key, dimension) for claim in parts}
        needed = hierarchies.complete_parts(dimension, getattr(whole.key, dimension), whole.key.limit)
        if needed and needed <= codes:
            return True
    return False


def _sentenced(by_cell: Index, cell: Cell, wholes: Sequence[Claim]) -> Iterator[Finding]:
    """Those arrested, or convicted, against the sum of the sentences that the same source states."""
    key = cell.key
    if key.measure not in _TOTALS:
        return
    for whole in wholes:
        sentences = [
            _of_one_work(by_cell.get(Cell(key._replace(measure=measure), cell.period), ()), whole, wholes)
            for measure in _SENTENCES
        ]
        parts = [claim for claim in sentences if claim]
        if {Measure.EXECUTED, Measure.CAMP} <= {claim.measure for claim in parts}:
            yield from _accounted(whole, parts, cell)


def _of_one_work(claims: Sequence[Claim], whole: Claim, wholes: Sequence[Claim]) -> Claim | None:
    """The claim of a part that the source of the whole makes, quoting the same author; None if there is none.

    If a source gives rival figures, only those that quote the same author belong together; otherwise a claim that
    quotes nobody fits too.
    """
    same_source = [claim for claim in claims if claim.source == whole.source]
    same_author = [claim for claim in same_source if claim.quotes == whole.quotes]
    rivals = len(same_source) > 1 or sum(claim.source == whole.source for claim in wholes) > 1
    unattributed = [] if rivals else [claim for claim in same_source if not claim.quotes or not whole.quotes]
    return next(iter([*same_author, *unattributed]), None)


def _accounted(whole: Claim, parts: list[Claim], cell: Cell) -> Iterator[Finding]:
    roles = (*in_role(ClaimRole.PART, parts), *in_role(ClaimRole.WHOLE, [whole]))
    low, high = sum(claim.low for claim in parts), sum(claim.high for claim in parts)
    of_arrests = cell.key.measure == Measure.ARRESTED
    if of_arrests and low == whole.low and all(claim.precision == Precision.EXACT for claim in (whole, *parts)):
        yield Finding(ClaimFindingKind.RELABELLED_TOTAL, roles, _sum(parts), *cell, 0)
    elif low > whole.high:
        if of_arrests:
            yield from _compare(whole, parts, cell)
    elif high < whole.low:
        rest = int(whole.low - high)
        difference = _value(whole) - sum(map(_value, parts))
        at_least = f" ≥ {figures(rest)}" if difference != rest else ""
        terms = " − ".join(figures(_value(claim)) for claim in (whole, *parts))
        yield Finding(ClaimFindingKind.REST, roles, f"{terms} = {figures(difference)}{at_least}", *cell, rest)


def _by_period(by_cell: Index, origins: Origins) -> Iterator[Finding]:
    """Periods that follow one another without a gap, stated by one source, against the period that they make up."""
    by_source: dict[tuple[Key, str], dict[Period, Claim]] = defaultdict(dict)
    originals: dict[Key, list[tuple[Period, Claim]]] = defaultdict(list)
    for (key, period), claims in by_cell.items():
        for claim in claims:
            by_source[key, claim.source].setdefault(period, claim)
        originals[key] += [(period, claim) for claim in claims if origins.is_original(claim)]
    for (key, _source), by_period in by_source.items():
        if key.limit or len(by_period) < 2:
            continue
        for period, whole in originals[key]:
            parts = _consecutive(by_period, period)
            if parts:
                yield from _compare(whole, parts, Cell(key, period), complete=True)


def _consecutive(by_period: dict[Period, Claim], whole: Period) -> list[Claim]:
    """The shortest periods that follow one another and cover the whole exactly; empty if there are none."""
    day, parts = whole.start, []
    while day <= whole.end:
        candidates = [
            period for period in by_period if period.start == day and period.end <= whole.end and period != whole
        ]
        if not candidates:
            return []
        shortest = min(candidates, key=lambda period: period.end)
        parts.append(by_period[shortest])
        day = type(day).fromordinal(shortest.end.toordinal() + 1)
    return parts


def _sum(parts: Sequence[Claim]) -> str:
    terms = " + ".join(figures(_value(claim)) for claim in parts)
    return f"{terms} = {figures(sum(map(_value, parts)))}" if len(parts) > 1 else terms


def _value(claim: Claim) -> int:
    return claim.value if claim.value is not None else claim.low


def _upper_end(claim: Claim) -> str:
    return "∞" if claim.possible_high is None else figures(claim.possible_high)
