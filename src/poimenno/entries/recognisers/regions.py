"""Regions of 1937-1938 as notices and addresses name them.

The spellings stand in `reference/region_spellings.csv`; the region whose spelling comes first in the text decides. An
earlier krai is read as the region that followed it. Regions of other countries and of other years are not recognised.
"""

import functools
import re
from typing import NamedTuple

from poimenno import reference

_CYRILLIC = re.compile("[\u0400-\u04ff]")
# A street or a railway is named after a region without being in it.
_NO_REGION = (
    r"(?![\w-]*\.?\s+(?:ул|пр(?:осп|-?к?т|оезд)?|пер|пл|ш(?:оссе)?|наб|б(?:ул(?:ьвар)?|-?р)|тракт|вокзал|заст|туп|"
    r"слобод|вал|мост|ж|жел|железн|дор|зав|ф-?ка)(?:[\s.,/]|$))"
)
# The part of an address that names a street: Большая Грузинская ул. is not in Georgia.
_STREET = re.compile(
    r"\b(?:ул|улица|пер|переулок|пл|площадь|бул|бульв|бульвар|ш|шоссе|наб|пр|просп|проспект|проезд|туп|вал|линия)\b\.?"
)


class RegionMatch(NamedTuple):
    """A region named in a text: its code, and the span of the words that name it."""

    region: str
    start: int
    stop: int


@functools.cache
def _regions() -> re.Pattern[str]:
    """All spellings as one expression, to find the first in the text; each region has a group of its name."""
    alternatives = []
    for row in reference.rows("region_spellings"):
        kinds = [rf"\b(?i:{row['stem']}){_NO_REGION}"] if row["stem"] else []
        kinds += [row["abbreviation"]] if row["abbreviation"] else []
        alternatives.append(f"(?P<{row['region']}>{'|'.join(kinds)})")
    return re.compile("|".join(alternatives))


@functools.lru_cache(maxsize=100_000)
def find_region(text: str) -> RegionMatch | None:
    """The first region that a text names; None if it names none that is known."""
    # The spellings are Cyrillic; most texts of other scripts need not be searched.
    match = _regions().search(text) if _CYRILLIC.search(text) else None
    if match is None or match.lastgroup is None:
        return None
    return RegionMatch(match.lastgroup, match.start(), match.end())


def region_of_address(text: str) -> str | None:
    """The code of the region that an address names outside the names of its streets; None if it names none."""
    match = find_region(",".join(part for part in text.split(",") if not _STREET.search(part)))
    return match.region if match else None
