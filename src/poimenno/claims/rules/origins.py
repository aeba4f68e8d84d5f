"""Which claims repeat one another: they count once, and the oldest is named.

Two claims have one origin where the source says whom it quotes and that source has the number, or where the same
number of at least four digits that count stands for the same thing: nobody counts twice and finds 247,157 again.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from poimenno.claims.cells import Key, Said
from poimenno.claims.findings import Finding

_LEAST_DIGITS = 4
_UNDATED = 9999


def origins(claims: Sequence[Said]) -> dict[str, str]:
    """The id of the oldest claim of the same origin, by the id of each claim."""
    found = {claim.claim_id: claim.claim_id for claim in claims}
    for group in _groups(claims).values():
        oldest = min(group, key=_age)
        found |= {claim.claim_id: oldest.claim_id for claim in group}
    return found


def reason(claim: Said, origin: str) -> str:
    """Why a claim is said to have an origin: own, quotes or same_number."""
    if claim.claim_id == origin:
        return "own"
    return "quotes" if claim.quotes else "same_number"


def check(claims: Sequence[Said], found: dict[str, str]) -> Iterator[Finding]:
    """One note for each number that several sources repeat."""
    by_id = {claim.claim_id: claim for claim in claims}
    groups: dict[str, list[Said]] = defaultdict(list)
    for claim in claims:
        groups[found[claim.claim_id]].append(claim)
    for origin, group in groups.items():
        if len({one.source for one in group}) < 2:
            continue
        oldest = by_id[origin]
        rest = [one for one in group if one.claim_id != origin]
        told = [("rival", one) for one in (oldest, *rest)] + [("origin", oldest)]
        yield Finding("repeated", told, f"{len(group)} × {oldest.value:,}", oldest.key, oldest.period, 0)


def _groups(claims: Sequence[Said]) -> dict[tuple[Key, object, int], list[Said]]:
    groups: dict[tuple[Key, object, int], list[Said]] = defaultdict(list)
    for claim in claims:
        if claim.counted and claim.value is not None and len(str(claim.value).rstrip("0")) >= _LEAST_DIGITS:
            groups[claim.key, claim.period, claim.value].append(claim)
    return groups


def _age(claim: Said) -> tuple[int, bool, str]:
    # Who quotes somebody is younger than who does not, where the years do not tell.
    return claim.source_year or _UNDATED, bool(claim.quotes), claim.claim_id
