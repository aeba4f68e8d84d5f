"""Finds the name of a person in the heading under which an entry stands, or at the beginning of its text.

Reads a heading that is a name, in any of the usual orders: `Примеров Вымысел Образцович (1890)`, `ПРИМЕРОВ, Вымысел`,
`Вымысел Образцович Примеров, 1890 — 1938`, `Варвара (Примерова Вера Вымысловна)`. A heading that says more than a
name and years, or does not show which word is the surname, is left unread.
"""

import functools
import re
from collections.abc import Iterable
from dataclasses import replace

from poimenno import reference
from poimenno.entries.field import Field, NormalForm
from poimenno.reference.vocabularies import FieldName
from poimenno.values.dates import find_dates, parse_date
from poimenno.values.person_names import fold, is_patronymic

# The context of an entry that is its heading, and the part that fields from it name.
HEADING = "heading"
_TITLE = re.compile(
    r"^\s*(?:заголовок|название|title|heading|überschrift|nagłówek|otsikko)[^:]{0,80}:\s*", re.IGNORECASE
)
# Where the name of a heading ends, if it begins with one.
_END = re.compile(
    r"\s*(?:;|\n|:\s|\s[–—-]\s|(?<=\w\w)\.\s+(?=[\dА-ЯЁA-Z])|,\s+(?=\d)|,\s+(?=[а-яa-z])|\((?=приписка|житие|порівн|аудио))"
)
_BRACKET = re.compile(r"\(([^()]*)\)")
_YEAR = re.compile(r"(?:1[789]|20)\d\d")
_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|['’ʼ`\-](?=\w)|\u0301)*\.?")
_INITIALS = re.compile(r"(?:[^\W\d_]\.\s?){1,2}")
# Ranks and honours before the name of a member of the clergy: his name is one of religion.
_CLERGY = re.compile(
    r"(?:(?:священно|преподобно|ново)?муче?ни(?:к|ца)|преподобн\w+|святитель|епископ|архиепископ|митрополит|"
    r"(?:иеро|схи)?монах(?:иня)?|иеромонах|игумен(?:ия|ья)?|архимандрит|протоиерей|священник|иерей|диакон|инок(?:иня)?)\s+",
    re.IGNORECASE,
)
_NAMES = {FieldName.SURNAME, FieldName.GIVEN_NAME, FieldName.PATRONYMIC}
_SUFFIXES = {"оглы", "оглу", "кызы", "кизи", "угли", "улы", "ogly", "oglu", "kyzy"}
_PARTICLES = {"фон", "ван", "де", "дер", "von", "van", "de", "der"}
MOST_WORDS = 6

# A name at the beginning of a text, and what shows that it ends there.
_LETTERS = r"[^\W\d_](?:[^\W_]|['’ʼ\-.\u0301])*"
_START = re.compile(
    rf"\s*(?:(?:№\s?)?\d{{1,5}}\s?[.)]\s*)?(?P<name>{_LETTERS},?(?:[ _]+{_LETTERS}?){{1,4}})"
    r"(?P<end>[ _]*(?:[,;(\[]|[—–-]\s|(?:1[89]|20)\d\d\b|народи|родил|geboren|ur\.|$))"
)
# The dates of a life in a bracket behind a name: `(1890)`, `(1890-1938)`, `(10.6.1890, Саратов - 15.3.1938, Москва)`.
_LIFE = re.compile(
    r"[ _]*[(\[](?P<birth>[^()]{4,60}?)(?:(?:\s?[–—]\s?|\s-\s|(?<=\d)-|\s?;\s?)(?P<death>[^();]{4,60}))?[)\]](?!\w)"
)
_DAY_BEFORE = re.compile(r"\d{1,2}\.?\s+[^\W\d_]+\.?\s*$")

Span = tuple[int, int]


def completed(fields: list[Field], heading: str) -> list[Field]:
    """The fields with the name of the heading, if they have no surname, and its year of birth, if they have none."""
    names = {field.name for field in fields}
    from_heading = list(read_heading(heading))
    if FieldName.SURNAME in names:
        from_heading = [field for field in from_heading if field.name == FieldName.BIRTH_DATE]
    else:
        fields = [field for field in fields if not (from_heading and field.name in _NAMES)]
    if FieldName.BIRTH_DATE in names:
        from_heading = [field for field in from_heading if field.name != FieldName.BIRTH_DATE]
    return from_heading + fields


def name_at_start(text: str) -> list[Field]:
    """The name with which a text begins, if its words and what follows show that it is one."""
    start = _START.match(text)
    if start is None:
        return []
    plain = text[: start.end("name")].replace("_", " ")
    words = _words(plain, start.start("name"), len(plain))
    if not 1 < len(words) <= MOST_WORDS or len(plain) != start.end("name"):
        return []
    if not any(len(plain[slice(*word)].rstrip(".")) > 1 for word in words):
        return []
    fields = _ordered(plain, words, of_person=False)
    texts = [plain[slice(*word)] for word in words]
    shown = texts[0].isupper() or any(map(is_patronymic, texts))
    # "Im Juli 1937" has a year behind it too.
    if start["end"].strip(" _")[:1].isdigit() and not shown:
        return []
    if "," in plain and not any(is_given_name(text) or is_patronymic(text) for text in texts[1:]):
        return []
    if fields:
        fields += _life_dates(text, start.end("name"))
    return [replace(field, part=None) for field in fields]


def _life_dates(text: str, position: int) -> list[Field]:
    """The dates of birth and death that stand in a bracket directly behind a name."""
    life = _LIFE.match(text, position)
    fields = []
    for group, name in (("birth", FieldName.BIRTH_DATE), ("death", FieldName.DEATH_DATE)):
        dates = find_dates(text, start=life.start(group), stop=life.end(group)) if life and life[group] else []
        # "4. Mai 1905": of a month that is not understood the year alone would be too little.
        if len(dates) == 1 and not _DAY_BEFORE.search(text[position : dates[0][0]]):
            start, stop, date = dates[0]
            form: NormalForm = {"normal": date.edtf, "earliest": date.earliest, "latest": date.latest}
            fields.append(Field(name, text[start:stop], start=start, stop=stop, **form))
        elif group == "birth":
            # A bracket that does not begin with a date tells something else.
            return []
    return fields


@functools.lru_cache(maxsize=10_000)
def read_heading(heading: str) -> tuple[Field, ...]:
    """The name that a heading consists of or ends with, and the year of birth; nothing if it is not a name."""
    title = _TITLE.match(heading)
    fields = _read(heading, title.end() if title else 0, of_person=title is not None)
    colon = heading.rfind(": ")
    return tuple(fields or (_read(heading, colon + 2, of_person=False) if colon > 0 else ()))


def _read(heading: str, start: int, *, of_person: bool) -> list[Field]:
    start += len(heading[start:]) - len(heading[start:].lstrip(' "«'))
    if clergy := _CLERGY.match(heading, start):
        start = clergy.end()
    end = _end(heading, start)
    brackets = list(_BRACKET.finditer(heading, start, end))
    words = _words(heading, start, end, brackets)
    if not 0 < len(words) <= MOST_WORDS:
        return []
    birth = _birth(heading, end, brackets)
    plain = (bracket for bracket in brackets if not _YEAR.search(bracket[1]))
    inner = next((names for bracket in plain if (names := _words(heading, *bracket.span(1)))), [])
    if len(words) == 2 and len(inner) == 1 and is_patronymic(heading[slice(*inner[0])]):
        words, inner = [*words, *inner], []
    if len(words) == 1 and (inner or clergy):
        fields = _of_religion(heading, words[0], inner)
    elif len(words) == 1:
        fields = [_field(FieldName.SURNAME, heading, *words[0])] if of_person or birth else []
    else:
        fields = _ordered(heading, words, of_person=of_person)
        fields += [_field(FieldName.NAME_VARIANT, heading, inner[0][0], inner[-1][1])] if inner and fields else []
    return [*fields, *birth] if fields else []


def _end(heading: str, start: int) -> int:
    """Where the name ends: at a mark outside brackets. `Surname, Given` has a comma inside."""
    for match in _END.finditer(heading, start):
        before = heading[start : match.start()]
        if match.start() > start and before.count("(") <= before.count(")"):
            return match.start()
    return len(heading)


def _words(heading: str, start: int, stop: int, brackets: Iterable[re.Match[str]] = ()) -> list[Span]:
    """The words of a stretch outside brackets, if all may be words of a name; otherwise none."""
    outside = heading[:stop]
    for bracket in brackets:
        outside = outside[: bracket.start()] + " " * len(bracket[0]) + outside[bracket.end() :]
    spans = [match.span() for match in _WORD.finditer(outside, start)]
    rest = _WORD.sub("", outside[start:]).strip(' ,."«»_')
    if rest or not all(_may_be_name(heading[slice(*span)]) for span in spans):
        return []
    return spans


def _may_be_name(word: str) -> bool:
    return word[0].isupper() or word.lower() in _PARTICLES | _SUFFIXES


def _birth(heading: str, end: int, brackets: Iterable[re.Match[str]]) -> list[Field]:
    """The year of birth: the first in a bracket, or that which follows the name."""
    places = [(bracket.start(1), bracket.end(1)) for bracket in brackets] + [(end, len(heading))]
    for start, stop in places:
        year = re.compile(r"[\s,.]{0,3}(?P<year>(?:1[89]|20)\d\d)(?!\d)").match(heading, start, stop)
        if year:
            date = parse_date(year["year"])
            if date:
                first, last = year.span("year")
                form: NormalForm = {"normal": date.edtf, "earliest": date.earliest, "latest": date.latest}
                return [Field(FieldName.BIRTH_DATE, year["year"], part=HEADING, start=first, stop=last, **form)]
    return []


def _field(name: str, heading: str, start: int, stop: int) -> Field:
    return Field(name, heading[start:stop], part=HEADING, start=start, stop=stop)


def _of_religion(heading: str, word: Span, inner: list[Span]) -> list[Field]:
    """A name of religion, with the secular name or the surname in brackets."""
    if len(inner) > 1:
        fields = _ordered(heading, inner, of_person=True)
        return [*fields, _field(FieldName.NAME_VARIANT, heading, *word)] if fields else []
    fields = [_field(FieldName.GIVEN_NAME, heading, *word)]
    return [_field(FieldName.SURNAME, heading, *inner[0]), *fields] if inner else fields


def _ordered(heading: str, words: list[Span], *, of_person: bool) -> list[Field]:
    """Surname, given name and patronymic; nothing if the order of the words is not clear.

    `of_person`: the heading is known to be a name, whatever its words.
    """
    texts = [heading[slice(*word)] for word in words]
    comma = "," in heading[words[0][1] : words[1][0]]
    order = name_order(texts, comma=comma, of_person=of_person)
    fields = []
    for name, part in zip((FieldName.SURNAME, FieldName.GIVEN_NAME, FieldName.PATRONYMIC), order, strict=True):
        if part.stop > part.start:
            fields.append(_field(name, heading, words[part.start][0], words[part.stop - 1][1]))
    return fields


_NONE = slice(0, 0)
Order = tuple[slice, slice, slice]


def name_order(words: list[str], *, comma: bool = False, of_person: bool = False) -> Order:
    """Which of the words of a name are the surname, the given name and the patronymic; empty slices if unclear.

    `comma`: the first word is followed by one, and is the surname. `of_person`: the words are known to be a name.
    """
    count = len(words)
    if count == 1:
        return _NONE, _NONE, _NONE
    first = 1
    while first < count - 1 and words[first - 1].lower() in _PARTICLES:
        first += 1
    patronymic = next((n for n in range(1, count) if is_patronymic(words[n])), None)
    if words[-1].lower() in _SUFFIXES and count >= 4:
        return slice(0, first), slice(first, count - 2), slice(count - 2, count)
    if comma or (
        len(words[0].rstrip(".")) > 1
        and words[0].isupper()
        and not any(word.isupper() and len(word) > 2 for word in words[1:])
    ):
        return slice(0, first), slice(first, patronymic or count), slice(patronymic or count, count)
    by_form = _by_patronymic(words, first, patronymic) or _by_initials(words)
    return by_form or _by_given_names(words, first, of_person=of_person)


def _by_patronymic(words: list[str], first: int, patronymic: int | None) -> Order | None:
    """`Surname Given Patronymic` or `Given Patronymic Surname`; None without a patronymic."""
    count = len(words)
    if patronymic == count - 1 and count >= 3:
        return slice(0, first), slice(first, patronymic), slice(patronymic, count)
    if patronymic is not None and 1 <= patronymic < count - 1:
        return slice(patronymic + 1, count), slice(0, patronymic), slice(patronymic, patronymic + 1)
    return None


def _by_initials(words: list[str]) -> Order | None:
    """`Surname I. O.` or `I. O. Surname`; None without initials."""
    count = len(words)
    if all(_INITIALS.fullmatch(word) for word in words[1:]):
        return slice(0, 1), slice(1, 2), slice(2, count)
    if all(_INITIALS.fullmatch(word) for word in words[:-1]):
        return slice(count - 1, count), slice(0, 1), slice(1, count - 1)
    return None


def _by_given_names(words: list[str], first: int, *, of_person: bool) -> Order:
    """The order of a name without a patronymic, by the words that are known as given names."""
    known = [is_given_name(word) for word in words]
    count = len(words)
    if count > 3 or words[-1].isupper():
        return _NONE, _NONE, _NONE
    if known[0] and not known[-1]:
        return slice(count - 1, count), slice(0, count - 1), _NONE
    if known[-1] and not known[0]:
        return slice(0, first), slice(first, count), _NONE
    # Lists in Cyrillic print the surname first; of two unknown words in Latin letters either may be.
    if of_person and count == 2 and re.search(r"[\u0400-\u04ff]", words[0]) and not known[0]:
        return slice(0, 1), slice(1, 2), _NONE
    return _NONE, _NONE, _NONE


@functools.cache
def _given_names() -> frozenset[str]:
    return frozenset(fold(form) for row in reference.rows("given_names") for form in row["forms"].split())


def is_given_name(word: str) -> bool:
    """Whether a word is a given name of `reference/given_names.csv`."""
    return fold(word) in _given_names()
