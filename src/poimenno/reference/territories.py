"""Over which territory a figure counts: the whole USSR, a region, or another territory.

The spellings of the whole USSR stand in `territories.csv`. The question is asked once, when a claim is read; the answer
is kept in `claims.extent`, and everybody else reads it there.
"""

import functools
import re

from poimenno import reference
from poimenno.reference.vocabularies import Extent

# Latin letters that look like Cyrillic ones: CCCP is typed for СССР.
_LOOK_ALIKES = str.maketrans("abcehkmoptxy", "авсенкмортху")


def extent_of(territory: str | None, region: str | None = None) -> Extent:
    """The extent of a figure, from the words of its source and the code of the region they were matched with.

    None, or an empty text, is the whole USSR: a source that names no territory counts the country.
    """
    if region:
        return Extent.REGION
    return Extent.WHOLE_USSR if is_whole_ussr(territory) else Extent.OTHER_TERRITORY


def is_whole_ussr(territory: str | None) -> bool:
    """Whether words mean the whole USSR, in any of the known spellings; true if there are none."""
    return not (territory or "").strip() or _folded(territory or "") in _spellings()


@functools.cache
def _spellings() -> frozenset[str]:
    return frozenset(_folded(row["spelling"]) for row in reference.rows("territories"))


def _folded(text: str) -> str:
    """A text without case, dots and spaces, its Latin look-alikes as Cyrillic letters."""
    return re.sub(r"[\W_]+", "", text.casefold()).translate(_LOOK_ALIKES)
