"""Surnames of women in the form that men of the family have: Иванова and Ivanov, Kowalska and Kowalski.

Lists in other languages often print a woman's surname in the form of her father's or husband's. The endings stand in
`reference/feminine_surnames.csv`.
"""

import functools

from poimenno import reference
from poimenno.values.names import fold

_SHORTEST_STEM = 2
_SHORTEST_ENDING = 3


@functools.cache
def _endings() -> tuple[tuple[str, str], ...]:
    """Folded endings, feminine and masculine, the longest first."""
    found = {(fold(row["feminine"]), fold(row["masculine"])) for row in reference.rows("feminine_surnames")}
    # What the fold leaves too short (-cka: -ka) would be found in any word.
    told = [pair for pair in found if len(pair[0]) >= _SHORTEST_ENDING]
    return tuple(sorted(told, key=lambda pair: (-len(pair[0]), pair)))


@functools.lru_cache(maxsize=1 << 16)
def masculine(folded: str) -> str:
    """The masculine form of a folded surname; the surname itself where its ending is not a woman's."""
    for feminine, other in _endings():
        if folded.endswith(feminine) and len(folded) >= len(feminine) + _SHORTEST_STEM:
            return folded[: len(folded) - len(feminine)] + other
    return folded
