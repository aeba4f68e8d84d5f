"""Towns under their several names: Вятка and Киров, Dorpat, Юрьев and Tartu, alone and as the name of a province.

The lists print the name of the time of the birth, of the arrest or of the book. The names stand in
`reference/renamed_towns.csv`, each row with its source.
"""

import functools
import re

from poimenno import reference
from poimenno.values.person_names import fold

# What may follow the stem of a town's name: the ending of a case, or of an adjective made of it; not that of the
# Estonian county around a town (Võrumaa).
_ENDING = re.compile(r"(?:e|i|o)?(?:n|v)?sk[a-z]*|(?:aia|oi|oe|ogo|omu|om|im|ie)|(?!ma|o$)[a-z]{0,2}")
_ENDING_OF_S = re.compile(r"k(?:aia|oi|oe|ogo|omu|om|im|ie|i)")  # Тифлисский, with one letter for two
_MIN_LENGTH = 4


@functools.cache
def _stems() -> dict[str, str]:
    """The folded town by each stem of its names: `viatk` and `viatsk` (of Вятский) lead to `kirov`."""
    stems: dict[str, str] = {}
    for row in reference.rows("renamed_towns"):
        for folded in map(fold, row["names"].split()):
            stem = folded.rstrip("aeiou")
            stems[stem if len(stem) >= _MIN_LENGTH else folded] = fold(row["town"])
    return stems


@functools.cache
def _max_length() -> int:
    return max(map(len, _stems()))


@functools.lru_cache(maxsize=1 << 16)
def canonical_name(word: str) -> str:
    """The one name of a town for a folded word that is a name of it or an adjective of that name; others stay."""
    stems = _stems()
    for length in range(min(len(word), _max_length()), _MIN_LENGTH - 1, -1):
        town = stems.get(word[:length])
        rest = word[length:]
        if town and (_ENDING.fullmatch(rest) or (word[length - 1] == "s" and _ENDING_OF_S.fullmatch(rest))):
            return town
    return word


def canonical_words(folded: str) -> str:
    """The words of a folded place, each under the one name of the town that it names, if any."""
    return " ".join(map(canonical_name, folded.split()))
