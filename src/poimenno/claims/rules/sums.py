"""Parts against wholes: within a source and across sources, with rounding taken at its word.

A sum is compared with a whole only where the parts are disjoint and count the same otherwise. Where nobody says that
the parts make up the whole, a sum may stay below it; more than the whole it may never be.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from poimenno.claims import hierarchies
from poimenno.claims.cells import Key, Said, comparable
from poimenno.claims.findings import Finding
from poimenno.values.intervals import Period

# What is said of people sentenced, beside how many were arrested or convicted.
_ENDS = ("executed", "camp", "other_sentence", "death_commuted")
_TOTALS = ("arrested", "convicted")
_EXACT = "exact"

Index = dict[tuple[Key, Period], list[Said]]


def index(claims: Iterable[Said]) -> Index:
    """The comparable claims by what they count."""
    found: Index = defaultdict(list)
    for claim in claims:
        if claim.counted and claim.period:
            found[claim.key, claim.period].append(claim)
    return found


def check(claims: Sequence[Said], origins: dict[str, str]) -> Iterator[Finding]:
    """All findings of sums. A whole that repeats another claim's number is checked once, by its origin."""
    by_cell = index(claims)
    for (key, period), wholes in by_cell.items():
        own = [one for one in wholes if origins.get(one.claim_id, one.claim_id) == one.claim_id]
        seen = set()
        for parts in _parts(by_cell, key, period):
            # The same numbers by another source are the same sum.
            numbers = tuple((one.key, one.low, one.high) for one in parts)
            if numbers not in seen:
                seen.add(numbers)
                for whole in own:
                    yield from _compare(whole, parts, key, period)
        yield from _sentenced(by_cell, key, period, wholes)
    yield from _by_period(by_cell, origins)


def _parts(by_cell: Index, key: Key, period: Period) -> Iterator[list[Said]]:
    """The disjoint parts of a cell as each source tells them: one list a source and dimension, in their order."""
    for dimension in hierarchies.DIMENSIONS:
        steps = hierarchies.parts(dimension, getattr(key, dimension), key.limit)
        told: dict[str, list[list[Said]]] = defaultdict(list)
        for step in steps:
            part = key._replace(**{dimension: step.part})
            by_source: dict[str, list[Said]] = defaultdict(list)
            for claim in by_cell.get((part, comparable(period, part.operation) if not key.limit else period), ()):
                by_source[claim.source].append(claim)
            for source, rivals in by_source.items():
                told[source].append(rivals)
        for choices in told.values():
            yield from _chosen(choices)


def _chosen(choices: list[list[Said]]) -> Iterator[list[Said]]:
    """One claim a part. A source that gives several for a part is read once for each of those whom it quotes."""
    quoted = dict.fromkeys(one.quotes for rivals in choices for one in rivals)
    seen: set[tuple[str, ...]] = set()
    for whom in quoted:
        parts = [next((one for one in rivals if one.quotes == whom), rivals[0]) for rivals in choices]
        ids = tuple(one.claim_id for one in parts)
        if ids not in seen:
            seen.add(ids)
            yield parts


def _compare(whole: Said, parts: list[Said], key: Key, period: Period) -> Iterator[Finding]:
    claims = [*(("part", one) for one in parts), ("whole", whole)]
    total = _sum(parts)
    least, most = sum(one.low for one in parts), sum(one.high for one in parts)
    if least > whole.high:
        over = int(least - whole.high)
        if len(parts) > 1:
            yield Finding("parts_exceed", claims, f"{total} > {_upper(whole)}", key, period, over)
    elif most < whole.low and _complete(whole, parts):
        short = int(whole.low - most)
        yield Finding("parts_fall_short", claims, f"{total} < {whole.low:,}", key, period, short)


def _complete(whole: Said, parts: Sequence[Said]) -> bool:
    """Whether the parts are all that the whole is made of."""
    for dimension in hierarchies.DIMENSIONS:
        told = {getattr(one.key, dimension) for one in parts}
        needed = hierarchies.makes_up(dimension, getattr(whole.key, dimension), whole.key.limit)
        if needed and needed <= told:
            return True
    return False


def _sentenced(by_cell: Index, key: Key, period: Period, wholes: Sequence[Said]) -> Iterator[Finding]:
    """How many of those arrested, or convicted, the same source accounts for by their sentences."""
    if key.measure not in _TOTALS:
        return
    for whole in wholes:
        ends = [_of_one_work(by_cell.get((key._replace(measure=end), period), ()), whole, wholes) for end in _ENDS]
        parts = [one for one in ends if one]
        if {"executed", "camp"} - {one.measure for one in parts}:
            continue
        yield from _accounted(whole, parts, key, period)


def _of_one_work(told: Sequence[Said], whole: Said, wholes: Sequence[Said]) -> Said | None:
    """The claim of a part that one source says beside the whole, after the same work; None where there is none.

    Where a source gives rival figures, only those after the same work belong together: silence fits either.
    """
    own = [one for one in told if one.source == whole.source]
    exact = [one for one in own if one.quotes == whole.quotes]
    rivals = len(own) > 1 or sum(one.source == whole.source for one in wholes) > 1
    silent = [] if rivals else [one for one in own if not one.quotes or not whole.quotes]
    return next(iter([*exact, *silent]), None)


def _accounted(whole: Said, parts: list[Said], key: Key, period: Period) -> Iterator[Finding]:
    claims = [*(("part", one) for one in parts), ("whole", whole)]
    least, most = sum(one.low for one in parts), sum(one.high for one in parts)
    exact = all(one.precision == _EXACT for one in (whole, *parts))
    if key.measure == "arrested" and exact and least == whole.low:
        yield Finding("relabelled_total", claims, _sum(parts), key, period, 0)
    elif least > whole.high and key.measure == "arrested":
        over = int(least - whole.high)
        yield Finding("parts_exceed", claims, f"{_sum(parts)} > {_upper(whole)}", key, period, over)
    elif most < whole.low:
        rest = int(whole.low - most)
        told = _value(whole) - sum(map(_value, parts))
        rounded = f" ≥ {rest:,}" if told != rest else ""
        terms = " − ".join(_term(one) for one in (whole, *parts))
        yield Finding("rest", claims, f"{terms} = {told:,}{rounded}", key, period, rest)


def _by_period(by_cell: Index, origins: dict[str, str]) -> Iterator[Finding]:
    """Periods that follow one another without a gap, told by one source, against what they make up together."""
    periods: dict[tuple[Key, str], dict[Period, Said]] = defaultdict(dict)
    for (key, period), claims in by_cell.items():
        for claim in claims:
            periods[key, claim.source].setdefault(period, claim)
    by_key: dict[Key, list[tuple[Period, Said]]] = defaultdict(list)
    for (key, period), claims in by_cell.items():
        by_key[key] += [(period, one) for one in claims if origins.get(one.claim_id, one.claim_id) == one.claim_id]
    for (key, _source), told in periods.items():
        if key.limit or len(told) < 2:
            continue
        for period, whole in by_key[key]:
            chain = _chain(told, period)
            if chain:
                yield from _period_sum(whole, chain, key, period)


def _chain(told: dict[Period, Said], whole: Period) -> list[Said]:
    """The finest periods that follow one another and cover the whole exactly; empty where there are none."""
    at, chain = whole.start, []
    while at <= whole.end:
        fitting = [one for one in told if one.start == at and one.end <= whole.end and one != whole]
        if not fitting:
            return []
        step = min(fitting, key=lambda one: one.end)
        chain.append(told[step])
        at = type(at).fromordinal(step.end.toordinal() + 1)
    return chain


def _period_sum(whole: Said, parts: list[Said], key: Key, period: Period) -> Iterator[Finding]:
    claims = [*(("part", one) for one in parts), ("whole", whole)]
    least, most = sum(one.low for one in parts), sum(one.high for one in parts)
    if least > whole.high:
        over = int(least - whole.high)
        yield Finding("parts_exceed", claims, f"{_sum(parts)} > {_upper(whole)}", key, period, over)
    elif most < whole.low:
        short = int(whole.low - most)
        yield Finding("parts_fall_short", claims, f"{_sum(parts)} < {whole.low:,}", key, period, short)


def _sum(parts: Sequence[Said]) -> str:
    total = f"{sum(map(_value, parts)):,}"
    return " + ".join(_term(one) for one in parts) + (f" = {total}" if len(parts) > 1 else "")


def _value(claim: Said) -> int:
    return claim.value if claim.value is not None else claim.low


def _term(claim: Said) -> str:
    return f"{_value(claim):,}"


def _upper(claim: Said) -> str:
    return f"{claim.possible_high:,}" if claim.possible_high is not None else "∞"
