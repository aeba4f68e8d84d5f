"""From a sentence to the figures that it states: what each number counts, where, when, and how exactly.

The words after a number, up to the next number or a stop, say what it counts; if they do not, the words before it do,
or else it counts what the number before it did ("387,000 … (USSR, 443,220)").
"""

import itertools
import re
from dataclasses import dataclass, field

from poimenno.claims.reading.claim_rows import Cells
from poimenno.claims.reading.prose import numbers, sections
from poimenno.claims.reading.prose.numbers import Number
from poimenno.claims.reading.prose.words import Words
from poimenno.reference.territories import is_whole_ussr
from poimenno.reference.vocabularies import Measure, Precision, Unit

_BRACKETS = re.compile(r"\(([^()]*)\)")
_CLAUSE_ENDS = re.compile(r"[;:,]")
_CITED = re.compile(r"\(([^()]*?\b[A-ZА-ЯЁ][^()]*?(?:19|20)\d\d)[^()]*\)|(?:see|cf\.|см\.)\s+([A-ZА-ЯЁ][^.;()]*)")
_JOINS = re.compile(r"\s*(?:and|to|until|till|through|up to|[-–—]|по|до|и)\s*", re.IGNORECASE)
_AND = re.compile(r"\s*(?:and|и)\s*")
_RATES = (Unit.PEOPLE_PER_MONTH, Unit.PEOPLE_PER_DAY)
_LENGTHS = (Unit.MONTHS, Unit.DAYS)
# How far before a number the word for its precision may stand, in characters.
_PRECISION_WITHIN = 30
# In days: what is shorter is a date or two, not the period of the figures.
_SHORTEST_PERIOD = 60
# A multiple of a limit is smaller than this; a number of people is not.
_MAX_MULTIPLE = 100
# First limits by category were set by this order alone.
_OF_LIMITS = {"operation": "00447"}


@dataclass
class Context:
    """What a sentence takes from what comes before it, and leaves to what follows."""

    operation: str = ""
    period: tuple[str, str] = ("", "")
    measure: str = ""
    # The operation that an earlier sentence of the paragraph is about, if no heading names one.
    spoken_of: str = ""


@dataclass
class SentenceReading:
    """A sentence being read: the rows of its figures, and the numbers in digits that no rule could read."""

    text: str
    words: Words
    context: Context
    rows: list[Cells] = field(default_factory=list)
    unread: list[Number] = field(default_factory=list)
    # Where the numbers in brackets stand that were read.
    read_in_brackets: set[int] = field(default_factory=set)

    def outside_brackets(self) -> str:
        """The text with blanks in place of brackets and what is in them."""
        return _BRACKETS.sub(lambda match: " " * len(match[0]), self.text)


def read(text: str, words: Words, context: Context) -> SentenceReading:
    """Read a sentence; `context` is changed for the sentences that follow."""
    reading = SentenceReading(text, words, context)
    context.period = _period(text, words) or context.period
    base = {
        "period_start": context.period[0],
        "period_end": context.period[1],
        "operation": _operation(text, words, context),
        "quotes": _cited(text, words),
    }
    outer = reading.outside_brackets()
    matches = numbers.find(outer, words)
    territory = ""
    for place, number in enumerate(matches):
        start = matches[place - 1].stop if place else 0
        end = matches[place + 1].start if place + 1 < len(matches) else len(text)
        before, after = outer[start : number.start], outer[number.stop : end]
        nearest = (_CLAUSE_ENDS.split(after)[0], _CLAUSE_ENDS.split(before)[-1] if place else before)
        territory = next(filter(None, (words.first("territory", part) for part in nearest)), territory)
        rows = _rows(reading, number, before, after)
        if rows:
            if rows[0]["measure"] != Measure.DURATION:
                context.measure = rows[0]["measure"]
            reading.rows += [_placed(base | row, territory) for row in rows]
            _read_brackets(reading, base | rows[0], number.stop, end)
        elif not number.in_words:
            reading.unread.append(number)
    reading.unread += _unread_in_brackets(reading, {number.start for number in matches})
    return reading


def _unread_in_brackets(reading: SentenceReading, outside: set[int]) -> list[Number]:
    brackets = [match.span() for match in _BRACKETS.finditer(reading.text)]
    return [
        number
        for number in numbers.find(reading.text, reading.words)
        if number.start not in outside | reading.read_in_brackets
        and not number.in_words
        and any(start < number.start < stop for start, stop in brackets)
    ]


def _rows(reading: SentenceReading, number: Number, before: str, after: str) -> list[Cells]:
    """What one number states: several rows if it counts several things, none if no rule knows what it counts."""
    words, text = reading.words, reading.text
    clause = _CLAUSE_ENDS.split(after)[0]
    precision = _precision(words, before)
    row = {"value": str(number.value), "precision": precision}
    unit = words.at_start("unit", after.lstrip(" -\u00a0"))
    if unit in _LENGTHS:
        scope = words.first("scope", before.rstrip()) or ""
        return [row | {"measure": Measure.DURATION, "unit": unit, "scope": scope if scope == "planned" else ""}]
    category = words.first("category", clause)
    if category and words.has("multiple", text) and (unit == Unit.TIMES_LIMIT or number.value < _MAX_MULTIPLE):
        measure = {"1": Measure.EXECUTED, "2": Measure.CAMP}[category]
        return [row | {"measure": measure, "unit": Unit.TIMES_LIMIT, "precision": precision or Precision.ROUNDED}]
    if number.in_words and not words.at_start("measure", " ".join(clause.split()[:2])):
        return []
    if category and words.has("limit", text):
        # An order's own numbers are exact however round; a page that adds them up may round.
        rounded = Precision.ROUNDED if number.value % 1_000 == 0 else ""
        return [row | {"measure": f"limit_category_{category}", "precision": precision or rounded} | _OF_LIMITS]
    # An adverb may stand between a number and its unit: 50,000 executions a month.
    rate = unit or next((match.value for match in words.all("unit", clause) if match.value in _RATES), None)
    if rate in _RATES:
        row["unit"] = rate
    measures = _measures(words, clause, before) or ([reading.context.measure] if rate in _RATES else [])
    scope = words.at_start("scope", clause.strip()) or ""
    return [row | {"measure": measure, "scope": scope} for measure in measures if measure]


def _precision(words: Words, before: str) -> str:
    return words.first("precision", before.rstrip()[-_PRECISION_WITHIN:]) or ""


def _measures(words: Words, clause: str, before: str) -> list[str]:
    following = words.all("measure", clause)
    if not following:
        preceding = words.all("measure", before)
        return [preceding[-1].value] if preceding else []
    first, second = following[0], following[1:2]
    # "were arrested and convicted" counts both, "219,333 arrests and 46,367 executions" does not.
    joined = [match for match in second if _AND.fullmatch(clause[first.stop : match.start])]
    return [first.value, *(match.value for match in joined)]


def _read_brackets(reading: SentenceReading, row: Cells, start: int, end: int) -> None:
    """Read the numbers in brackets between two places in the sentence.

    They count what the number before them (`row`) does, elsewhere: 704,248 in Russia (831,892 in the USSR).
    """
    words = reading.words
    for match in _BRACKETS.finditer(reading.text, start, end):
        inner = match[1]
        for number in numbers.find(inner, words):
            territory, measure = words.first("territory", inner), words.first("measure", inner)
            has_unit = words.at_start("unit", inner[number.stop :].strip())
            if number.in_words or has_unit or not (territory or measure):
                continue
            stated = {
                "value": str(number.value),
                "precision": _precision(words, inner[: number.start]),
                "measure": measure or row["measure"],
            }
            reading.rows.append(_placed(row | stated, territory or ""))
            reading.read_in_brackets.add(match.start(1) + number.start)


def _placed(row: Cells, territory: str) -> Cells:
    """A row with its territory: a code of a region, or the whole USSR, also if the sentence names no territory."""
    return row | ({"territory": "USSR"} if is_whole_ussr(territory) else {"region": territory})


def _operation(text: str, words: Words, context: Context) -> str:
    """The operation that a sentence is about: its section's; else the one, or the several, that its paragraph names."""
    if context.operation:
        return context.operation
    named = sections.operations_named(text, words)
    if len(named) > 1:
        context.spoken_of = "national_other" if words.has("besides", text) else "national"
    elif named and re.search(r"operation|операци", text, re.IGNORECASE):
        context.spoken_of = named[0]
    return context.spoken_of


def _period(text: str, words: Words) -> tuple[str, str] | None:
    """The first period of two months or more that a sentence states as from one date to another."""
    for (_start, stop, first), (begin, _stop, last) in itertools.pairwise(numbers.dates(text, words)):
        start, end = numbers.day_of(first), numbers.day_of(last)
        if not (start and end and first.earliest and last.latest and _JOINS.fullmatch(text[stop:begin])):
            continue
        if (last.latest - first.earliest).days >= _SHORTEST_PERIOD:
            return start, end
    return None


def _cited(text: str, words: Words) -> str:
    """Whom a sentence cites: what stands in brackets with a name and a year, or after "see"."""
    for match in _CITED.finditer(text):
        citation = (match[1] or match[2]).strip(" ,.)")
        without_dates = citation
        for start, stop, _value in reversed(numbers.dates(citation, words)):
            without_dates = without_dates[:start] + without_dates[stop:]
        if re.search(r"[A-ZА-ЯЁ]", without_dates):
            return citation
    return ""
