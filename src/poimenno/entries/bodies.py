"""Sentencing bodies as notices name them: which kind of body, and which region is named in it.

The wordings stand in `reference/body_spellings.csv`, where the first in order that is found decides, and in
`reference/region_spellings.csv`, where the first that is found in the text does. "Особая тройка" was also used of
the troikas of order 00447 in 1937: only a date in the time of order 00606 makes a troika so called a special one.
What is not recognised stays None. Regions are those of 1937-1938: an earlier krai is read as what followed it.
"""

import functools
import re
from dataclasses import dataclass
from datetime import date

from poimenno import reference

# Special troikas of order 00606: from its date to the decree that ended them.
SPECIAL_FROM, SPECIAL_TO = date(1938, 9, 17), date(1938, 11, 17)
_SPECIAL = re.compile(r"особ\w*\s+трой|спец\.?\s?тройк|особ\w*\s+трійк", re.IGNORECASE)
# Before the NKVD took over in July 1934 a troika was one of the OGPU, and until February 1922 one of the Cheka.
_CHEKA_ENDED, _OGPU_ENDED = date(1922, 2, 6), date(1934, 7, 10)
_CYRILLIC = re.compile("[\u0400-\u04ff]")
# A street or a railway is called after a region without being in it.
_NO_REGION = (
    r"(?![\w-]*\.?\s+(?:ул|пр(?:осп|-?к?т|оезд)?|пер|пл|ш(?:оссе)?|наб|б(?:ул(?:ьвар)?|-?р)|тракт|вокзал|заст|туп|"
    r"слобод|вал|мост|ж|жел|железн|дор|зав|ф-?ка)(?:[\s.,/]|$))"
)


@dataclass(frozen=True, slots=True)
class BodyReading:
    """What a body's wording tells: codes of the body and of the region (None: not recognised), span of the region."""

    body_type: str | None
    region: str | None = None
    region_start: int = 0
    region_stop: int = 0


def read_body(text: str, day: date | None = None) -> BodyReading:
    """Recognise a body in its wording; `day` is the day of the sentence, where known."""
    kind = _kind(text)
    if kind == "troika" and day is not None:
        if day < _CHEKA_ENDED:
            kind = "cheka"
        elif day < _OGPU_ENDED:
            kind = "ogpu_troika"
        elif SPECIAL_FROM <= day <= SPECIAL_TO and _SPECIAL.search(text):
            kind = "special_troika"
    region = find_region(text)
    return BodyReading(kind, *region) if region else BodyReading(kind)


@functools.cache
def _bodies() -> tuple[tuple[re.Pattern[str], str], ...]:
    ordered = sorted(reference.rows("body_spellings"), key=lambda row: int(row["priority"]))
    return tuple((re.compile(row["pattern"], re.IGNORECASE), row["body_type"]) for row in ordered)


@functools.lru_cache(maxsize=50_000)
def _kind(text: str) -> str | None:
    return next((code for pattern, code in _bodies() if pattern.search(text)), None)


@functools.cache
def _regions() -> re.Pattern[str]:
    """All regions as one expression, so that the first in the text is found; a group is named after each."""
    alternatives = []
    for row in reference.rows("region_spellings"):
        kinds = [rf"\b(?i:{row['stem']}){_NO_REGION}"] if row["stem"] else []
        kinds += [row["abbreviation"]] if row["abbreviation"] else []
        alternatives.append(f"(?P<{row['region']}>{'|'.join(kinds)})")
    return re.compile("|".join(alternatives))


@functools.lru_cache(maxsize=100_000)
def find_region(text: str) -> tuple[str, int, int] | None:
    """The region of 1937-1938 that a text names first: (code, start, stop), or None."""
    # The spellings are Cyrillic; most texts of other scripts need not be searched.
    match = _regions().search(text) if _CYRILLIC.search(text) else None
    if match is None or match.lastgroup is None:
        return None
    return match.lastgroup, match.start(), match.end()
