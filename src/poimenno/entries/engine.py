"""The one engine that reads notices: cues cut a text into segments, parts read each segment.

A segment runs from its cue to the next cue; the text before the first cue is the head. The parts of a segment read in
order, and each takes spans away from what is left. What no part takes stays unread: the engine guesses nothing. Every
field keeps its exact span: `text[start:stop] == value`.
"""

import re
from dataclasses import replace

from poimenno.entries import cards, dialects, headings
from poimenno.entries.dialects import Dialect, Segment
from poimenno.entries.field import Field
from poimenno.entries.parts import READERS
from poimenno.entries.stretch import Stretch
from poimenno.reference.vocabularies import FieldName, RejectionReason
from poimenno.values.person_names import sex_of

# Characters. A notice is a paragraph; of a longer text, which is a book, only the beginning is read for fields.
LONGEST = 8_000
# Of a dialect chosen by its marks, a longer place or body is prose that was not understood.
LONGEST_VALUE = 150
_SHORT = {FieldName.BIRTH_PLACE, FieldName.RESIDENCE, FieldName.SENTENCE}
_TERM = re.compile(r"\b(?:лет|года?|років|месяц\w*)\b")


def parse_notice(text: str, dialect: Dialect | str, part: str | None = None) -> list[Field]:
    """Read a notice by a dialect; `auto` is the dialect that fits it best, and reads nothing if none fits.

    `auto` also reads cards of labelled values. `part` names the column of the text; None is the text of the entry
    itself. Returns the fields in the order of reading; their spans count in the whole `text`. Raises SourceError if
    there is no dialect of that name.
    """
    if dialect == dialects.AUTO:
        fields = _read_freely(text[:LONGEST])
    else:
        chosen = dialects.load(dialect) if isinstance(dialect, str) else dialect
        if chosen.instead:
            chosen = dialects.fitting(text[:LONGEST], [chosen.name, *chosen.instead]) or chosen
        fields = _read(text[:LONGEST], chosen)
    return [replace(field, part=part) for field in fields] if part else fields


def _read_freely(text: str) -> list[Field]:
    """A text whose form is not known: a card, or a notice with its name, if the dialect that fits it reads none."""
    if fields := cards.read_card(text):
        return fields
    chosen = dialects.fitting(text)
    fields = [field for field in _read(text, chosen) if _plausible(field)] if chosen else []
    if any(field.name == FieldName.SURNAME for field in fields):
        return fields
    names = headings.name_at_start(text)
    stop = max((field.stop or 0 for field in names), default=0)
    if any(sex_of(field.value) for field in names if field.name == FieldName.PATRONYMIC):
        # A patronymic shows the sex better than a verb, which may be somebody else's.
        fields = [field for field in fields if field.name != FieldName.SEX]
    read = {field.name for field in fields}
    names = [field for field in names if field.name not in read]
    # What stands in the name is not read as something else.
    return names + [field for field in fields if field.start is None or field.start >= stop]


def _plausible(field: Field) -> bool:
    """Whether a value of a dialect that was only chosen by its marks can be one: no stray words, no whole story."""
    if field.name == FieldName.SENTENCING_BODY and field.normal is None:
        return 3 < len(field.value) < LONGEST_VALUE and not _TERM.search(field.value)
    return field.name not in _SHORT or len(field.value) < LONGEST_VALUE


def _read(text: str, dialect: Dialect) -> list[Field]:
    fields: list[Field] = []
    episode = 1
    seen: set[str] = set()
    for segment, start, stop in _segments(text, dialect):
        if seen.intersection(segment.new_episode):
            episode += 1
            seen.clear()
        seen.add(segment.name)
        stretch = Stretch(text, start, stop, dialect, episode=0 if segment.life else episode, seen=seen)
        for segment_part in segment.parts:
            READERS[segment_part.read](stretch, segment_part)
        fields += stretch.fields
    return _resolved(fields, dialect) + _sex(text, dialect, fields)


def _resolved(fields: list[Field], dialect: Dialect) -> list[Field]:
    """The fields; those that say "the same" get as normal form the value of the field that they refer to."""
    for name, (pattern, other) in dialect.same.items():
        meant = next((field.value for field in fields if field.name == other), None)
        fields = [
            replace(field, normal=meant) if field.name == name and pattern.search(field.value) else field
            for field in fields
        ]
    return fields


def _segments(text: str, dialect: Dialect) -> list[tuple[Segment, int, int]]:
    """The segments of a text with the span of each, without its cue."""
    begin = _beginning(text, dialect)
    # A cue directly after what was skipped does not begin another entry.
    cues = list(dialect.cues.finditer(text, begin + 1 if begin else 0)) if dialect.cues else []
    segments = []
    first = cues[0].start() if cues else len(text)
    if dialect.head and first > begin:
        segments.append((dialect.head, begin, first))
    ends = [*(cue.start() for cue in cues[1:]), len(text)]
    for cue, end in zip(cues, ends, strict=False):
        if cue.lastgroup is None:
            continue
        # Groups inside a cue have no name, so the last named group is the cue's own.
        segment = dialect.segments[int(cue.lastgroup[1:])]
        if segment.last:
            break
        segments.append((segment, cue.end(), end))
    return segments


def _beginning(text: str, dialect: Dialect) -> int:
    """Where the entry begins in its text: after what the dialect skips."""
    match = dialect.skip.match(text) if dialect.skip else None
    return match.end() if match else 0


def _sex(text: str, dialect: Dialect, fields: list[Field]) -> list[Field]:
    if any(field.name == "sex" for field in fields):
        return []
    for sex, pattern in dialect.sex.items():
        match = pattern.search(text, _beginning(text, dialect))
        if match:
            start, stop = match.span("value" if "value" in pattern.groupindex else 0)
            return [Field("sex", text[start:stop], normal=sex, start=start, stop=stop)]
    return []


def reject_reason(text: str, dialect: Dialect | str | None) -> RejectionReason | None:
    """Why a text of this dialect is not an entry (page furniture); None if it is one."""
    if dialect is None or dialect == dialects.AUTO:
        return None
    chosen = dialects.load(dialect) if isinstance(dialect, str) else dialect
    return next((reason for pattern, reason in chosen.reject if pattern.search(text)), None)


def family_role(text: str, dialect: Dialect | str | None) -> str | None:
    """Whether an entry is the "head" of a family, a "member" under the last head, or neither (None)."""
    if dialect is None or dialect == dialects.AUTO:
        return None
    chosen = dialects.load(dialect) if isinstance(dialect, str) else dialect
    entry = text[_beginning(text, chosen) :]
    return next((role for role, pattern in chosen.family.items() if pattern.search(entry)), None)
