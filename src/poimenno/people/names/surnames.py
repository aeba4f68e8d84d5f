"""Surnames of women in the form that men of the family have: Иванова and Ivanov, Kowalska and Kowalski.

Lists in other languages often print a woman's surname in the form of her father's or husband's. The endings stand in
`reference/feminine_surnames.csv`.
"""

import functools

from poimenno import reference
from poimenno.values.person_names import fold

_MIN_STEM = 2
_MIN_ENDING = 3


@functools.cache
def _endings() -> tuple[tuple[str, str], ...]:
    """Folded endings, feminine and masculine, the longest first."""
    pairs = {(fold(row["feminine"]), fold(row["masculine"])) for row in reference.rows("feminine_surnames")}
    # Endings that the fold makes too short (-cka becomes -ka) would match any word.
    long_enough = [pair for pair in pairs if len(pair[0]) >= _MIN_ENDING]
    return tuple(sorted(long_enough, key=lambda pair: (-len(pair[0]), pair)))


@functools.lru_cache(maxsize=1 << 16)
def masculine(folded: str) -> str:
    """The masculine form of a folded surname; the surname itself if its ending is not a woman's."""
    for feminine, masculine_ending in _endings():
        if folded.endswith(feminine) and len(folded) >= len(feminine) + _MIN_STEM:
            return folded[: len(folded) - len(feminine)] + masculine_ending
    return folded
