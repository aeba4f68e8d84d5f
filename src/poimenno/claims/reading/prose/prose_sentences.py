"""A sentence to the figures that it says: what each number counts, where, when, and how exactly.

The words after a number, up to the next number or a stop, say what it counts; where they do not, the words before
it do, and else what the number before it counted ("387,000 … (USSR, 443,220)").
"""

import itertools
import re
from dataclasses import dataclass, field

from poimenno.claims.reading.prose import numbers, sections
from poimenno.claims.reading.prose.numbers import Number
from poimenno.claims.reading.prose.words import Words

Row = dict[str, str]
_BRACKETS = re.compile(r"\(([^()]*)\)")
_CLAUSE_ENDS = re.compile(r"[;:,]")
_CITED = re.compile(r"\(([^()]*?\b[A-ZА-ЯЁ][^()]*?(?:19|20)\d\d)[^()]*\)|(?:see|cf\.|см\.)\s+([A-ZА-ЯЁ][^.;()]*)")
_JOINS = re.compile(r"\s*(?:and|to|until|till|through|up to|[-–—]|по|до|и)\s*", re.IGNORECASE)
# An adverb may stand between a number and its unit: 50,000 executions a month.
_RATE_AFTER = 2
_RATES = ("people_per_month", "people_per_day")
_LENGTHS = ("months", "days")
_SHORTEST_PERIOD = 60
# First limits by category were set by this order alone.
_OF_LIMITS = {"operation": "00447"}


@dataclass
class Context:
    """What a sentence takes from what stands before it, and leaves to what follows."""

    operation: str = ""
    period: tuple[str, str] = ("", "")
    measure: str = ""
    # The operation of which an earlier sentence of the paragraph speaks, where no heading tells one.
    spoken_of: str = ""


@dataclass
class Sentence:
    """A sentence being read."""

    text: str
    words: Words
    context: Context
    rows: list[Row] = field(default_factory=list)
    left: list[Number] = field(default_factory=list)


def read(text: str, words: Words, context: Context) -> Sentence:
    """The rows of figures of a sentence, and the numbers in digits that no rule could read."""
    said = Sentence(text, words, context)
    outer = _BRACKETS.sub(lambda match: " " * len(match[0]), text)
    period = _period(text, words) or context.period
    if _period(text, words):
        context.period = period
    base = {"period_start": period[0], "period_end": period[1], "operation": _operation(text, words, context)}
    base["quotes"] = _cited(text, words)
    territory = ""
    found = numbers.find(outer, words)
    for place, number in enumerate(found):
        before = outer[found[place - 1].stop if place else 0 : number.start]
        after = outer[number.stop : found[place + 1].start if place + 1 < len(found) else len(outer)]
        near = (_CLAUSE_ENDS.split(after)[0], _CLAUSE_ENDS.split(before)[-1] if place else before)
        territory = next(filter(None, (words.first("territory", one) for one in near)), territory)
        rows = _rows(said, number, before, after)
        if not rows:
            said.left += [] if number.in_words else [number]
            continue
        context.measure = rows[0]["measure"] if rows[0]["measure"] != "duration" else context.measure
        said.rows += [_placed(base | row, territory) for row in rows]
        end = found[place + 1].start if place + 1 < len(found) else len(text)
        _in_brackets(said, base | rows[0], number.stop, end)
    seen = {number.start for number in found}
    taken = [match.span() for match in _BRACKETS.finditer(text)]
    said.left += [
        one
        for one in numbers.find(text, words)
        if one.start not in seen
        and not one.in_words
        and any(start < one.start < stop for start, stop in taken)
        and not any(row.get("_at") == str(one.start) for row in said.rows)
    ]
    for row in said.rows:
        row.pop("_at", None)
    return said


def _rows(said: Sentence, number: Number, before: str, after: str) -> list[Row]:
    """What one number says; several rows where several things are counted, none where no rule knows what is."""
    words, text = said.words, said.text
    clause = _CLAUSE_ENDS.split(after)[0]
    row = {"value": str(number.value), "precision": words.first("precision", before.rstrip()[-30:]) or ""}
    unit = words.at_start("unit", after.lstrip(" -\u00a0"))
    if unit in _LENGTHS:
        scope = words.first("scope", before.rstrip()) or ""
        return [row | {"measure": "duration", "unit": unit, "scope": scope if scope == "planned" else ""}]
    category = words.first("category", clause)
    if category and words.has("multiple", text) and (unit == "times_limit" or number.value < 100):
        measure = {"1": "executed", "2": "camp"}[category]
        return [row | {"measure": measure, "unit": "times_limit", "precision": row["precision"] or "rounded"}]
    if number.in_words and not words.at_start("measure", " ".join(clause.split()[:2])):
        return []
    if category and words.has("limit", text):
        # An order's own numbers are exact however round; a page that adds them up may round.
        rounded = "rounded" if number.value % 1_000 == 0 else ""
        return [row | {"measure": f"limit_category_{category}", "precision": row["precision"] or rounded} | _OF_LIMITS]
    rate = unit or next((one.value for one in words.all("unit", clause) if one.value in _RATES), None)
    if rate in _RATES:
        row["unit"] = rate
    measures = _measures(words, clause, before) or ([said.context.measure] if rate in _RATES else [])
    scope = words.at_start("scope", clause.strip()) or ""
    return [row | {"measure": measure, "scope": scope} for measure in measures if measure]


def _measures(words: Words, clause: str, before: str) -> list[str]:
    after = words.all("measure", clause)
    if after:
        second = after[1:2] if re.match(r"\s*(?:and|и)\s*", clause[after[0].stop :]) else []
        # "were arrested and convicted" counts both, "219,333 arrests and 46,367 executions" does not.
        joined = [one for one in second if re.fullmatch(r"\s*(?:and|и)\s*", clause[after[0].stop : one.start])]
        return [after[0].value, *(one.value for one in joined)]
    told = words.all("measure", before)
    return [told[-1].value] if told else []


def _in_brackets(said: Sentence, row: Row, start: int, end: int) -> None:
    """A number in brackets counts what the one before them does, elsewhere: 704,248 in Russia (831,892 in the USSR)."""
    for match in _BRACKETS.finditer(said.text, start, end):
        inner = match[1]
        for number in numbers.find(inner, said.words):
            territory = said.words.first("territory", inner)
            measure = said.words.first("measure", inner)
            if (
                number.in_words
                or not (territory or measure)
                or said.words.at_start("unit", inner[number.stop :].strip())
            ):
                continue
            before = said.words.first("precision", inner[: number.start].rstrip()[-30:])
            said.rows.append(
                _placed(
                    row | {"value": str(number.value), "precision": before or "", "measure": measure or row["measure"]},
                    territory or "",
                )
                | {"_at": str(match.start(1) + number.start)}
            )


def _placed(row: Row, territory: str) -> Row:
    if territory in ("", "USSR"):
        return row | {"territory": "USSR"}
    return row | {"region": territory}


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
    """The first period of two months and more that a sentence tells as from one date to another."""
    found = numbers.dates(text, words)
    for (_start, stop, first), (begin, _stop, last) in itertools.pairwise(found):
        start, end = numbers.day_of(first), numbers.day_of(last)
        if not (start and end and first.earliest and last.latest and _JOINS.fullmatch(text[stop:begin])):
            continue
        if (last.latest - first.earliest).days >= _SHORTEST_PERIOD:
            return start, end
    return None


def _cited(text: str, words: Words) -> str:
    """Whom a sentence cites: what stands in brackets with a name and a year, or behind "see"."""
    for match in _CITED.finditer(text):
        said = (match[1] or match[2]).strip(" ,.)")
        dated = numbers.dates(said, words)
        bare = "".join(
            said[stop:start]
            for (_s, stop, _v), start in zip([(0, 0, None), *dated], [*(d[0] for d in dated), len(said)], strict=True)
        )
        if re.search(r"[A-ZА-ЯЁ]", bare):
            return said
    return ""
