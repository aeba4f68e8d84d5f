"""The parts of a segment: what can be read in a stretch of text, each by its settings in the dialect.

A reader takes the stretch and its settings (a table of the dialect), adds fields, and takes their spans away.
"""

import re
from collections.abc import Callable
from datetime import date
from functools import lru_cache
from typing import Any

from poimenno import reference
from poimenno.entries.field import Field
from poimenno.entries.recognisers import articles, bodies, court_sentences
from poimenno.entries.stretch import Settings, Stretch
from poimenno.values.dates import DateValue, find_dates
from poimenno.values.names import split_name

_PREPOSITION = re.compile(r"(?:во?|с|от|[уз]|від)\s+", re.IGNORECASE)


@lru_cache(maxsize=2_000)
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def date_fields(value: DateValue) -> dict[str, Any]:
    """The normal form of a date, as a Field holds it."""
    return {"normal": value.edtf, "earliest": value.earliest, "latest": value.latest}


def _dates(stretch: Stretch, settings: Settings) -> list[tuple[int, int, DateValue]]:
    found = []
    for start, stop in stretch.spans(settings):
        found += find_dates(stretch.text, language=stretch.dialect.language, start=start, stop=stop)
    return found


def read_date(stretch: Stretch, settings: Settings) -> None:
    """A date: `where` is first (default), last, or start (only where the stretch begins with it)."""
    found = _dates(stretch, settings)
    if not found:
        return
    where = settings.get("where", "first")
    start, stop, value = found[-1 if where == "last" else 0]
    if where == "start":
        lead = stretch.text[stretch.left[0][0] : start]
        if re.search(r"\w{2}", lead):
            return
    if preposition := _PREPOSITION.match(stretch.text, start, stop):
        stretch.take(start, preposition.end())
        start = preposition.end()
    stretch.add(settings["field"], start, stop, **date_fields(value))


def read_pattern(stretch: Stretch, settings: Settings) -> None:
    """What a regular expression finds; `all` takes every match.

    With `field`: its group `value`, or all of it. Groups that are named like fields become those fields. The whole
    match is taken away, with `keep` only the fields. With `once` nothing, where the field has been read.
    """
    if _read_before(stretch, settings):
        return
    pattern = _compiled(settings["pattern"])
    for start, stop in stretch.spans(settings):
        for match in pattern.finditer(stretch.text, start, stop):
            for group in pattern.groupindex:
                if group != "value" and match[group]:
                    is_date = reference.field_type(group) == "date"
                    _add_value(stretch, {"field": group, "date": is_date}, *match.span(group))
            if "field" in settings:
                _add_value(stretch, settings, *match.span("value" if "value" in pattern.groupindex else 0))
            if not settings.get("keep"):
                stretch.take(*match.span())
            if not settings.get("all"):
                return


def _add_value(stretch: Stretch, settings: Settings, start: int, stop: int) -> None:
    values: dict[str, Any] = {}
    if "normal" in settings:
        values["normal"] = settings["normal"]
    if settings.get("date"):
        found = find_dates(stretch.text, language=stretch.dialect.language, start=start, stop=stop)
        if not found:
            return
        start, stop, value = found[0]
        values |= date_fields(value)
    if settings.get("number"):
        values["number"] = float(stretch.text[start:stop].replace(",", "."))
    if settings.get("ethnicity"):
        # A line of a printed book may have ended within the word.
        values["normal"] = reference.ethnic_group(re.sub(r"-\s+", "", stretch.text[start:stop]))
        if values["normal"] is None:
            return
    stretch.add(settings["field"], start, stop, **values)
    if settings.get("years") and stretch.fields and stretch.fields[-1].start == start:
        term = court_sentences.years(stretch.text[start:stop], stretch.dialect.language)
        if term:
            first, last, number = start + term[0], start + term[1], term[2]
            stretch.fields.append(
                Field(
                    "sentence_years", stretch.text[first:last], stretch.episode, number=number, start=first, stop=last
                )
            )


def read_rest(stretch: Stretch, settings: Settings) -> None:
    """What is left, from its first stretch on.

    `skip` passes over stretches that are nothing else, `lead` and `until` cut before and behind (`needs_lead`: only
    where there is one), `fits` and `unless` look at what is found and leave it, `once` leaves it where the field
    has been read in this segment.
    """
    if _read_before(stretch, settings):
        return
    span = _rest(stretch, settings)
    if span:
        stretch.add(settings["field"], *span)


def _read_before(stretch: Stretch, settings: Settings) -> bool:
    return bool(settings.get("once")) and any(one.name == settings["field"] for one in stretch.fields)


def _rest(stretch: Stretch, settings: Settings) -> tuple[int, int] | None:
    for start, stop in stretch.spans(settings):
        first, last = stretch.trimmed(start, stop)
        if first >= last or not any(character.isalnum() for character in stretch.text[first:last]):
            continue
        if "skip" in settings and _compiled(settings["skip"]).fullmatch(stretch.text, first, last):
            continue
        if "lead" in settings and (match := _compiled(settings["lead"]).match(stretch.text, first, last)):
            first = match.end()
        elif settings.get("needs_lead"):
            continue
        if "until" in settings and (match := _compiled(settings["until"]).search(stretch.text, first, last)):
            last = match.start()
        first, last = stretch.trimmed(first, last)
        if first >= last:
            continue
        if "fits" in settings and not _compiled(settings["fits"]).search(stretch.text[first:last]):
            return None
        if "unless" in settings and _compiled(settings["unless"]).search(stretch.text, first, last):
            return None
        return first, last
    return None


def read_items(stretch: Stretch, settings: Settings) -> None:
    """Items between separators, told apart by their form.

    `separator` splits, and with `sentences` the end of a sentence does too. `kinds` names fields by the patterns
    of the dialect's `[items]` (`kind:field` where the field has another name), and `ethnicity` by the bundled
    ethnonyms. Neighbours of one kind are one value. An item of no kind is `first` where it is the first of all;
    others are `before` the first of a kind, `after` it, or `alone` where there is none of a kind.
    """
    separator = _compiled(settings.get("separator", r"[;,]\s*"))
    plain: dict[str, list[tuple[int, int]]] = {"before": [], "after": []}
    side, previous = "before", ""
    expected = settings.get("first")
    for start, stop in stretch.spans(settings):
        for first, last in _split(stretch, settings, separator, start, stop):
            field = _read_item(stretch, settings["kinds"], first, last)
            if field is None and expected:
                stretch.add(expected, first, last)
                field = expected
            expected = None
            if field is None:
                plain[side].append((first, last))
            elif field == previous and field in reference.field_names():
                _join(stretch, last)
            side = "after" if field else side
            previous = field or ""
    if side == "before" and "alone" in settings:
        plain["alone"] = plain.pop("before")
    for key, spans in plain.items():
        if spans and key in settings:
            start, stop = spans[0][0], spans[-1][1]
            if "lead" in settings and (match := _compiled(settings["lead"]).match(stretch.text, start, stop)):
                start = match.end()
            stretch.add(settings[key], start, stop)


def _split(
    stretch: Stretch, settings: Settings, separator: re.Pattern[str], start: int, stop: int
) -> list[tuple[int, int]]:
    """The items of a span, trimmed; a separator within brackets does not count."""
    cuts = [match.span() for match in separator.finditer(stretch.text, start, stop)]
    if settings.get("sentences"):
        cuts = sorted(cuts + [(end - 1, end) for end in stretch.sentence_ends(start, stop)])
    spans = []
    position = start
    for cut, end in cuts:
        depth = stretch.text.count("(", position, cut) - stretch.text.count(")", position, cut)
        if depth <= 0:
            spans.append(stretch.trimmed(position, cut))
            position = end
    spans.append(stretch.trimmed(position, stop))
    return [(a, b) for a, b in spans if a < b and any(c.isalnum() for c in stretch.text[a:b])]


def _join(stretch: Stretch, stop: int) -> None:
    """The last two fields are one value in two items: `член ВКП(б) с 1921, 1915-1921 член ПСР`."""
    stretch.fields.pop()
    before = stretch.fields.pop()
    if before.start is not None:
        stretch.add(before.name, before.start, stop, normal=before.normal)


def _read_item(stretch: Stretch, kinds: list[str], start: int, stop: int) -> str | None:
    """Read an item if it is of one of the kinds; the name of its field, or of its kind where no field is meant."""
    for one in kinds:
        kind, _, field = one.partition(":")
        if kind == "ethnicity":
            group = reference.ethnic_group(stretch.text[start:stop])
            if group:
                stretch.add("ethnicity", start, stop, normal=group)
                return kind
            continue
        match = stretch.dialect.items[kind].match(stretch.text, start, stop)
        if match:
            field = field or kind
            if field in reference.field_names():
                stretch.add(field, *(match.span(match.lastgroup) if match.lastgroup else (start, stop)))
            stretch.take(start, stop)
            return field
    return None


def read_articles(stretch: Stretch, settings: Settings) -> None:
    """Articles of the criminal code, each brought to its normal form; their whole wording is taken away."""
    for start, stop in stretch.spans(settings):
        for found in articles.find_articles(stretch.text, start, stop, bare=settings.get("bare", False)):
            for first, last, normal in found.articles:
                stretch.add("article", first, last, normal=normal)
            stretch.take(found.start, found.stop)


def read_body(stretch: Stretch, settings: Settings) -> None:
    """The sentencing body: what is left, with its code and the region named in it; `known`: only where recognised."""
    settings = {"field": "sentencing_body", **settings}
    if _read_before(stretch, settings):
        return
    span = _rest(stretch, settings)
    if span is None:
        return
    body = bodies.read_body(stretch.text[slice(*span)], _known_day(stretch))
    if settings.get("known") and body.body_type is None:
        return
    if stretch.add("sentencing_body", *span, normal=body.body_type) and body.region:
        first, last = span[0] + body.region_start, span[0] + body.region_stop
        stretch.fields.append(
            Field("body_region", stretch.text[first:last], stretch.episode, normal=body.region, start=first, stop=last)
        )


def _known_day(stretch: Stretch) -> date | None:
    return next((one.earliest for one in stretch.fields if one.name == "sentence_date"), None)


def read_sentence(stretch: Stretch, settings: Settings) -> None:
    """The sentence: what is left, with its category and its years."""
    settings = {"field": "sentence", **settings}
    if _read_before(stretch, settings):
        return
    span = _rest(stretch, settings)
    if span is None:
        return
    text = stretch.text[slice(*span)]
    stretch.add("sentence", *span, normal=court_sentences.category(text, stretch.dialect.language))
    term = court_sentences.years(text, stretch.dialect.language)
    if term:
        first, last, number = term
        stretch.fields.append(
            Field(
                "sentence_years",
                text[first:last],
                stretch.episode,
                number=number,
                start=span[0] + first,
                stop=span[0] + last,
            )
        )


def read_names(stretch: Stretch, settings: Settings) -> None:
    """Surname, given name, patronymic and variants of a name that leads the notice."""
    span = _rest(stretch, settings)
    if span is None:
        return
    for part in split_name(stretch.text[slice(*span)]):
        stretch.add(part.kind, span[0] + part.start, span[0] + part.stop)
    stretch.take(*span)


READERS: dict[str, Callable[[Stretch, Settings], None]] = {
    "date": read_date,
    "pattern": read_pattern,
    "rest": read_rest,
    "items": read_items,
    "articles": read_articles,
    "body": read_body,
    "sentence": read_sentence,
    "names": read_names,
}
