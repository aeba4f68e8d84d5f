"""Sentencing bodies as notices name them: which kind of body, and which region is named in it.

The wordings stand in `reference/body_spellings.csv` and `reference/region_spellings.csv`; the first that is
found, in their order, decides. "Особая тройка" was also used of the troikas of order 00447 in 1937: only a
date in the time of order 00606 makes a troika so called a special one. What is not recognised stays None.
"""

import functools
import re
from dataclasses import dataclass
from datetime import date

from poimenno import reference

# Special troikas of order 00606: from its date to the decree that ended them.
SPECIAL_FROM, SPECIAL_TO = date(1938, 9, 17), date(1938, 11, 17)
# After November 1938 the old troikas were gone; one named later is of the militia or of another kind.
_SPECIAL = re.compile(r"особ\w*\s+тройк|спец\.?\s?тройк|спецтройк", re.IGNORECASE)
# Before the NKVD took over in July 1934 a troika was one of the OGPU.
_OGPU_ENDED = date(1934, 7, 10)


@dataclass(frozen=True, slots=True)
class BodyReading:
    """What a body's wording tells: codes of the body and of the region (None: not recognised), span of the region."""

    body_type: str | None
    region: str | None = None
    region_start: int = 0
    region_stop: int = 0


@functools.cache
def _bodies() -> tuple[tuple[re.Pattern[str], str], ...]:
    ordered = sorted(reference.rows("body_spellings"), key=lambda row: int(row["priority"]))
    return tuple((re.compile(row["pattern"], re.IGNORECASE), row["body_type"]) for row in ordered)


@functools.cache
def _regions() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(row["pattern"]), row["region"]) for row in reference.rows("region_spellings"))


def read_body(text: str, day: date | None = None) -> BodyReading:
    """Recognise a body in its wording; `day` is the day of the sentence, where known."""
    kind = _kind(text)
    if kind == "troika" and day is not None:
        if day < _OGPU_ENDED:
            kind = "ogpu_troika"
        elif SPECIAL_FROM <= day <= SPECIAL_TO and _SPECIAL.search(text):
            kind = "special_troika"
    region = find_region(text)
    return BodyReading(kind, *region) if region else BodyReading(kind)


@functools.lru_cache(maxsize=50_000)
def _kind(text: str) -> str | None:
    return next((code for pattern, code in _bodies() if pattern.search(text)), None)


@functools.lru_cache(maxsize=100_000)
def find_region(text: str) -> tuple[str, int, int] | None:
    """The region of 1937-1938 named in a text: (code, start, stop), or None."""
    for pattern, code in _regions():
        match = pattern.search(text)
        if match:
            return code, match.start(), match.end()
    return None
