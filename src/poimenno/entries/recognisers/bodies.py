"""Sentencing bodies as notices name them: which kind of body, and which region is named in it.

The wordings stand in `reference/body_spellings.csv`; the first pattern, in order of priority, that is found in the
text decides. In 1937 "особая тройка" was also used of the troikas of order 00447: only a sentence dated while order
00606 was in force makes a troika of that name a special one. A body that is not recognised is None.
"""

import functools
import re
from dataclasses import dataclass
from datetime import date

from poimenno import reference
from poimenno.entries.recognisers.regions import find_region

# Special troikas of order 00606: from its date to the decree that ended them.
SPECIAL_FROM, SPECIAL_TO = date(1938, 9, 17), date(1938, 11, 17)
_SPECIAL = re.compile(r"особ\w*\s+трой|спец\.?\s?тройк|особ\w*\s+трійк", re.IGNORECASE)
# Before the NKVD took over in July 1934 a troika was one of the OGPU, and until February 1922 one of the Cheka.
_CHEKA_ENDED, _OGPU_ENDED = date(1922, 2, 6), date(1934, 7, 10)


@dataclass(frozen=True, slots=True)
class BodyReading:
    """What the wording of a body names: codes of body and region (None: not recognised), and the region's span."""

    body_type: str | None
    region: str | None = None
    region_start: int = 0
    region_stop: int = 0


def read_body(text: str, day: date | None = None) -> BodyReading:
    """Recognise a body by its wording; `day` is the day of the sentence, if known."""
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
