"""Dated statements in prose: who was appointed, replaced, arrested or shot when, and when events began and ended.

Only events of the table `reference/events.csv` are read: a date says nothing if it is not known of what.
"""

import re

from poimenno import reference
from poimenno.claims.reading.claim_rows import Cells
from poimenno.claims.reading.prose import numbers
from poimenno.claims.reading.prose.words import Words, events_by_person
from poimenno.reference.vocabularies import Measure
from poimenno.values.person_names import fold

_WORD = re.compile(r"\w+")


def read(text: str, words: Words, operation: str, person: str, *, counts: bool) -> tuple[list[Cells], str]:
    """The dated statements of a sentence, and the person whom the next sentence is about if it names nobody.

    A sentence that counts people says nothing about what happened to a person by name.
    """
    dated = numbers.dates(text, words)
    rows: list[Cells] = []
    for match in words.all("event", text):
        rows += _statement(match.value, next((value.edtf for start, _, value in dated if start >= match.stop), None))
    for match in words.all("trials", text):
        days = [numbers.day_of(value) for start, _, value in dated if start >= match.stop]
        if len(days) > 1:
            rows += _statement(f"{match.value}_begin", days[0]) + _statement(f"{match.value}_end", days[1])
    for match in words.all("lasted", text):
        days = [numbers.day_of(value) for start, stop, value in dated if start <= match.stop + 5 and match.stop < stop]
        rows += _statement(f"{match.value}_{operation}", days[0] if days else None)
    return rows + ([] if counts else _of_people(text, words, person)), _named(text) or person


def _statement(event: str, day: str | None) -> list[Cells]:
    """A row for an event of the table of events with its date; none for another event or without a date."""
    known = any(row["event"] == event for row in reference.rows("events"))
    return [{"measure": Measure.EVENT, "event": event, "date": day}] if known and day else []


def _of_people(text: str, words: Words, person: str) -> list[Cells]:
    """What happened to people: each verb with the date that follows it, before the next verb."""
    rows: list[Cells] = []
    dated = numbers.dates(text, words)
    verbs = words.all("verb", text)
    year: int | None = None
    for place, verb in enumerate(verbs):
        end = verbs[place + 1].start if place + 1 < len(verbs) else len(text)
        subject = _named(text[: verb.start]) or person
        value = next((value for start, _, value in dated if verb.stop <= start < end), None)
        if value is not None:
            year, day = value.year, numbers.day_of(value)
        elif year and words.has("next_year", text[verb.stop : end]):
            year += 1
            day = str(year)
        else:
            continue
        event = events_by_person().get(subject, {}).get(verb.value)
        rows += _statement(event, day) if event else []
    return rows


def _named(text: str) -> str | None:
    """The last person of the table of events whom a text names, folded."""
    people = [name for word in _WORD.findall(text) for name in events_by_person() if fold(word).startswith(name)]
    return people[-1] if people else None
