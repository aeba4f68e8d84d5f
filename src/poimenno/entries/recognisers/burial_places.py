"""Places of burial and execution as notices name them: `reference/place_spellings.csv`, the first that matches decides.

Only places that the table knows are recognised: a village or a prison that it lacks stays unrecognised.
"""

import functools
import re

from poimenno import reference


@functools.cache
def _spellings() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(row["pattern"]), row["place_id"]) for row in reference.rows("place_spellings"))


def find_place(text: str) -> str | None:
    """The place of burial or execution that a text names, a code of `reference/places.csv`; None if none is known."""
    return next((place for pattern, place in _spellings() if pattern.search(text)), None)
