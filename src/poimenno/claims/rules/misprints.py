"""Misprints that would explain a conflict: two digits swapped, one digit wrong, a number from another column."""

from collections.abc import Iterator, Sequence

from poimenno.claims.cells import Key, Said
from poimenno.claims.findings import CONTRADICTION, Finding

_LEAST_DIGITS = 4
_SWAP_DIGITS = 5
_SLIPS = {
    "swap": {"slip_en": "two digits swapped", "slip_ru": "переставлены две цифры"},
    "digit": {"slip_en": "one digit", "slip_ru": "одна цифра"},
}


def slip(value: int, other: int) -> str:
    """How one number becomes the other: swap (of two neighbouring digits), digit (one is another), or empty."""
    a, b = str(value), str(other)
    if len(a) != len(b) or a == b:
        return ""
    at = [n for n, (x, y) in enumerate(zip(a, b, strict=True)) if x != y]
    if len(at) == 1:
        return "digit"
    if len(at) == 2 and a[at[0]] == b[at[1]] and a[at[1]] == b[at[0]]:
        return "swap"
    return ""


def check(claims: Sequence[Said], found: Sequence[Finding]) -> Iterator[Finding]:
    """Misprints that would mend a contradiction of sums, and pairs of numbers that look like one another's misprint."""
    exact = [one for one in claims if one.counted and one.precision == "exact" and one.value is not None]
    for finding in found:
        if finding.severity == CONTRADICTION and finding.kind in {"parts_exceed", "parts_fall_short"}:
            yield from _mending(finding, exact)
    yield from _swapped(exact)


def _mending(finding: Finding, exact: Sequence[Said]) -> Iterator[Finding]:
    told = [one for role, one in finding.claims if role in {"part", "whole"}]
    if any(one.precision != "exact" for one in told) or finding.difference is None:
        return
    more = finding.difference if finding.kind == "parts_exceed" else -finding.difference
    for role, claim in finding.claims:
        if claim.value is None:
            continue
        wanted = claim.value + more if role == "whole" else claim.value - more
        if wanted < 10 ** (_LEAST_DIGITS - 1):
            continue
        same = [one for one in exact if one.value == wanted and one.key == claim.key and one.claim_id != claim.claim_id]
        how = slip(claim.value, wanted)
        if how and (how == "swap" or same):
            also = [("rival", same[0])] if same else []
            yield Finding(
                "misprint", [("suggested", claim), *also], f"{claim.value:,} → {wanted:,}", claim.key, claim.period,
                abs(wanted - claim.value), {"computed": wanted, **_SLIPS[how], **_also(same)},
            )  # fmt: skip
        yield from _column(claim, wanted, exact)


def _also(same: Sequence[Said]) -> dict[str, str]:
    if not same:
        return {"also_en": "", "also_ru": ""}
    source = same[0].source
    return {"also_en": f"; so prints it [{source}]", "also_ru": f"; так его печатает [{source}]"}


def _column(claim: Said, wanted: int, exact: Sequence[Said]) -> Iterator[Finding]:
    for other in exact:
        if other.value == wanted and other.source == claim.source and _beside(claim, other):
            yield Finding(
                "wrong_column", [("suggested", claim), ("rival", other)], f"{claim.value:,} → {wanted:,}", claim.key,
                claim.period, abs(wanted - (claim.value or 0)),
                {"computed": wanted, "inner": (other.key, other.period)},
            )  # fmt: skip


def _beside(claim: Said, other: Said) -> bool:
    """Whether two claims stand in neighbouring columns: they differ in one thing only."""
    apart = sum(a != b for a, b in zip(claim.key, other.key, strict=True))
    return apart == 1 and claim.period == other.period


def _swapped(exact: Sequence[Said]) -> Iterator[Finding]:
    """Numbers of one operation and place that differ by a swap, or by a digit where they count the same."""
    groups: dict[Key, list[Said]] = {}
    for claim in exact:
        if len(str(claim.value)) >= _SWAP_DIGITS and not claim.key.limit:
            groups.setdefault(claim.key._replace(measure=""), []).append(claim)
    seen: set[tuple[int, int]] = set()
    for group in groups.values():
        for n, one in enumerate(group):
            for other in group[n + 1 :]:
                a, b = sorted((one, other), key=lambda claim: claim.value or 0)
                how = slip(a.value or 0, b.value or 0)
                pair = (a.value or 0, b.value or 0)
                if not how or (how == "digit" and (one.key, one.period) != (other.key, other.period)) or pair in seen:
                    continue
                seen.add(pair)
                yield Finding(
                    "digits_swapped", [("part", a), ("whole", b)], f"{a.value:,} ↔ {b.value:,}", b.key, b.period,
                    (b.value or 0) - (a.value or 0), {"inner": (a.key, a.period), **_SLIPS[how]},
                )  # fmt: skip
