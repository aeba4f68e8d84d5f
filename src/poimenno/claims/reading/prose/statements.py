"""Dated statements in prose: who was appointed, replaced, arrested or shot when, and when events began and ended.

Only events of the table `reference/events.csv` are read: a date says nothing where nobody can say of what.
"""

import re

from poimenno import reference
from poimenno.claims.reading.prose import numbers
from poimenno.claims.reading.prose.words import Words, named_events
from poimenno.values.names import fold

Row = dict[str, str]
_WORD = re.compile(r"\w+")


def read(text: str, words: Words, operation: str, person: str, *, counts: bool) -> tuple[list[Row], str]:
    """The dated statements of a sentence, and whom the next sentence is about if it names nobody.

    A sentence that counts people says of nobody by name what befell them.
    """
    known = {row["event"] for row in reference.rows("events")}
    found: list[Row] = []
    dated = numbers.dates(text, words)

    def say(event: str, date: str | None) -> None:
        if event in known and date:
            found.append({"measure": "event", "event": event, "date": date})

    for one in words.all("event", text):
        say(one.value, next((value.edtf for start, _stop, value in dated if start >= one.stop), None))
    for one in words.all("trials", text):
        after = [numbers.day_of(value) for start, _stop, value in dated if start >= one.stop]
        if len(after) > 1:
            say(f"{one.value}_begin", after[0])
            say(f"{one.value}_end", after[1])
    for one in words.all("lasted", text):
        after = [numbers.day_of(value) for start, stop, value in dated if start <= one.stop + 5 and one.stop < stop]
        say(f"{one.value}_{operation}", after[0] if after else None)
    return found + ([] if counts else _of_people(text, words, person)), _named(text) or person


def _of_people(text: str, words: Words, person: str) -> list[Row]:
    found: list[Row] = []
    dated = numbers.dates(text, words)
    verbs = words.all("verb", text)
    year: int | None = None
    for place, verb in enumerate(verbs):
        end = verbs[place + 1].start if place + 1 < len(verbs) else len(text)
        whose = _named(text[: verb.start]) or person
        event = named_events().get(whose, {}).get(verb.value)
        value = next((value for start, _stop, value in dated if verb.stop <= start < end), None)
        if value is not None:
            year = value.year
        later = words.has("next_year", text[verb.stop : end])
        date = numbers.day_of(value) if value else str(year + 1) if year and later else None
        if value is None and date:
            year = int(date)
        if event and date:
            found.append({"measure": "event", "event": event, "date": date})
    return found


def _named(text: str) -> str | None:
    """The last person of the table of events whom a text names, folded."""
    named = [name for word in _WORD.findall(text) for name in named_events() if fold(word).startswith(name)]
    return named[-1] if named else None
