"""Readers of the parts of a segment: what can be read in a stretch of text.

A reader takes the stretch and a part of the dialect, adds fields, and takes their spans away. It reads what the part
states and guesses nothing: what no part takes stays unread.
"""

import functools
import re
from collections.abc import Callable
from datetime import date

from poimenno import reference
from poimenno.entries.dialects.part import Part
from poimenno.entries.field import Field, NormalForm
from poimenno.entries.recognisers import articles, bodies, court_sentences
from poimenno.entries.stretch import Stretch
from poimenno.reference.vocabularies import DatePosition, DialectPart, FieldType
from poimenno.values.dates import DateValue, find_dates
from poimenno.values.person_names import split_name

_PREPOSITION = re.compile(r"(?:во?|с|от|[уз]|від)\s+", re.IGNORECASE)


def _date_form(value: DateValue) -> NormalForm:
    return {"normal": value.edtf, "earliest": value.earliest, "latest": value.latest}


def read_date(stretch: Stretch, part: Part) -> None:
    """A date: the first, the last, or one with which the stretch starts."""
    dates = []
    for start, stop in stretch.spans(part):
        dates += find_dates(stretch.text, language=stretch.dialect.language, start=start, stop=stop)
    if not dates:
        return
    start, stop, value = dates[-1 if part.where is DatePosition.LAST else 0]
    if part.where is DatePosition.START and re.search(r"\w{2}", stretch.text[stretch.left[0][0] : start]):
        return
    if preposition := _PREPOSITION.match(stretch.text, start, stop):
        stretch.take(start, preposition.end())
        start = preposition.end()
    stretch.add(part.field, start, stop, **_date_form(value))


def read_pattern(stretch: Stretch, part: Part) -> None:
    """What a regular expression finds; `all` takes every match.

    The field of the part is the group `value`, or the whole match. Groups named like fields become those fields. The
    whole match is taken away, with `keep` only the fields. With `once`, nothing is read if the field has been read.
    """
    pattern = part.pattern
    if pattern is None or _read_before(stretch, part):
        return
    for start, stop in stretch.spans(part):
        for match in pattern.finditer(stretch.text, start, stop):
            for group in pattern.groupindex:
                if group != "value" and match[group]:
                    _add_value(stretch, _group_part(group), *match.span(group))
            if part.field:
                _add_value(stretch, part, *match.span("value" if "value" in pattern.groupindex else 0))
            if not part.keep:
                stretch.take(*match.span())
            if not part.every:
                return


@functools.cache
def _group_part(group: str) -> Part:
    """How the value of a group that is named like a field is read."""
    return Part(DialectPart.PATTERN, group, date=reference.field_type(group) == FieldType.DATE)


def _add_value(stretch: Stretch, part: Part, start: int, stop: int) -> None:
    values: NormalForm = {}
    if part.normal is not None:
        values["normal"] = part.normal
    if part.date:
        dates = find_dates(stretch.text, language=stretch.dialect.language, start=start, stop=stop)
        if not dates:
            return
        start, stop, value = dates[0]
        values |= _date_form(value)
    if part.number:
        values["number"] = float(stretch.text[start:stop].replace(",", "."))
    if part.ethnicity:
        # A line of a printed book may have ended within the word.
        values["normal"] = reference.ethnic_group(re.sub(r"-\s+", "", stretch.text[start:stop]))
        if values["normal"] is None:
            return
    stretch.add(part.field, start, stop, **values)
    if part.years and stretch.fields and stretch.fields[-1].start == start:
        _add_years(stretch, start, stop)


def _add_years(stretch: Stretch, start: int, stop: int) -> None:
    """Add the term of a sentence in years, if the words in a span have one; the span stays as it is."""
    term = court_sentences.years(stretch.text[start:stop], stretch.dialect.language)
    if term:
        first, last, number = start + term[0], start + term[1], term[2]
        text = stretch.text[first:last]
        stretch.fields.append(Field("sentence_years", text, stretch.episode, number=number, start=first, stop=last))


def read_rest(stretch: Stretch, part: Part) -> None:
    """What is left, from its first span on.

    Spans that match `skip` are passed over; `lead` and `until` cut before and behind (`needs_lead`: only if there is a
    lead); if the text does not match `fits`, or matches `unless`, or with `once` the field has been read, it is left.
    """
    if _read_before(stretch, part):
        return
    span = _rest(stretch, part)
    if span:
        stretch.add(part.field, *span)


def _read_before(stretch: Stretch, part: Part) -> bool:
    return part.once and any(field.name == part.field for field in stretch.fields)


def _rest(stretch: Stretch, part: Part) -> tuple[int, int] | None:
    text = stretch.text
    for start, stop in stretch.spans(part):
        first, last = stretch.trimmed(start, stop)
        if first >= last or not any(character.isalnum() for character in text[first:last]):
            continue
        if part.skip and part.skip.fullmatch(text, first, last):
            continue
        if part.lead and (match := part.lead.match(text, first, last)):
            first = match.end()
        elif part.needs_lead:
            continue
        if part.until and (match := part.until.search(text, first, last)):
            last = match.start()
        first, last = stretch.trimmed(first, last)
        if first >= last:
            continue
        if (part.fits and not part.fits.search(text[first:last])) or (
            part.unless and part.unless.search(text, first, last)
        ):
            return None
        return first, last
    return None


def read_items(stretch: Stretch, part: Part) -> None:
    """Items between separators, distinguished by their form.

    `separator` splits, and with `sentences` the end of a sentence does too. `kinds` names fields by the patterns
    of the dialect's `[items]` (`kind:field` if the field has another name), and `ethnicity` by the bundled
    ethnonyms. Neighbours of one kind are one value. An item of no kind is `first` if it is the first of all;
    others are `before` the first of a kind, `after` it, or `alone` if there is none of a kind.
    """
    plain: dict[str, list[tuple[int, int]]] = {"before": [], "after": []}
    side, previous = "before", ""
    expected = part.first
    for start, stop in stretch.spans(part):
        for first, last in _split(stretch, part, start, stop):
            field = _read_item(stretch, part.kinds, first, last)
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
    if side == "before" and part.alone:
        plain["alone"] = plain.pop("before")
    names = {"before": part.before, "after": part.after, "alone": part.alone}
    for key, spans in plain.items():
        name = names[key]
        if spans and name:
            start, stop = spans[0][0], spans[-1][1]
            if part.lead and (match := part.lead.match(stretch.text, start, stop)):
                start = match.end()
            stretch.add(name, start, stop)


def _split(stretch: Stretch, part: Part, start: int, stop: int) -> list[tuple[int, int]]:
    """The items of a span, trimmed; a separator within brackets does not count."""
    cuts = [match.span() for match in part.separator.finditer(stretch.text, start, stop)]
    if part.sentences:
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
    """Make one value of the last two fields: `член ВКП(б) с 1921, 1915-1921 член ПСР`."""
    stretch.fields.pop()
    before = stretch.fields.pop()
    if before.start is not None:
        stretch.add(before.name, before.start, stop, normal=before.normal)


def _read_item(stretch: Stretch, kinds: tuple[str, ...], start: int, stop: int) -> str | None:
    """Read an item if it is of one of the kinds; the name of its field, or of its kind if no field is meant."""
    for name in kinds:
        kind, _, field = name.partition(":")
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


def read_articles(stretch: Stretch, part: Part) -> None:
    """Articles of the criminal code, each brought to its normal form; their whole wording is taken away."""
    for start, stop in stretch.spans(part):
        for article_list in articles.find_articles(stretch.text, start, stop, bare=part.bare):
            for first, last, normal in article_list.articles:
                stretch.add("article", first, last, normal=normal)
            stretch.take(article_list.start, article_list.stop)


def read_body(stretch: Stretch, part: Part) -> None:
    """The sentencing body: what is left, with its code and the region named in it; `known`: only if recognised."""
    if _read_before(stretch, part):
        return
    span = _rest(stretch, part)
    if span is None:
        return
    body = bodies.read_body(stretch.text[slice(*span)], _sentence_day(stretch))
    if part.known and body.body_type is None:
        return
    if stretch.add("sentencing_body", *span, normal=body.body_type) and body.region:
        first, last = span[0] + body.region_start, span[0] + body.region_stop
        stretch.fields.append(
            Field("body_region", stretch.text[first:last], stretch.episode, normal=body.region, start=first, stop=last)
        )


def _sentence_day(stretch: Stretch) -> date | None:
    return next((field.earliest for field in stretch.fields if field.name == "sentence_date"), None)


def read_sentence(stretch: Stretch, part: Part) -> None:
    """The sentence: what is left, with its category and its years."""
    if _read_before(stretch, part):
        return
    span = _rest(stretch, part)
    if span is None:
        return
    category = court_sentences.category(stretch.text[slice(*span)], stretch.dialect.language)
    stretch.add("sentence", *span, normal=category)
    _add_years(stretch, *span)


def read_names(stretch: Stretch, part: Part) -> None:
    """Surname, given name, patronymic and variants of a name with which the notice begins."""
    span = _rest(stretch, part)
    if span is None:
        return
    for name in split_name(stretch.text[slice(*span)]):
        stretch.add(name.kind, span[0] + name.start, span[0] + name.stop)
    stretch.take(*span)


READERS: dict[DialectPart, Callable[[Stretch, Part], None]] = {
    DialectPart.DATE: read_date,
    DialectPart.PATTERN: read_pattern,
    DialectPart.REST: read_rest,
    DialectPart.ITEMS: read_items,
    DialectPart.ARTICLES: read_articles,
    DialectPart.BODY: read_body,
    DialectPart.SENTENCE: read_sentence,
    DialectPart.NAMES: read_names,
}
