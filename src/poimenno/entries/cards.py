"""Reads cards: entries that consist of labelled values.

A card is a template of a wiki (`|дата ареста 1=01.02.1937`), lines of a label and its value
(`Дата ареста: 01.02.1937`), or labels and values on lines of their own. The labels stand in
`reference/card_labels.csv`; a number after a label is that of the persecution. Values are read as cells of a table.
What has no known label stays unread, and a text with few labels is no card.
"""

import functools
import html
import re
from dataclasses import dataclass, replace

from poimenno import reference
from poimenno.entries import columns
from poimenno.entries.field import Field, NormalForm
from poimenno.entries.recognisers import articles
from poimenno.reference.vocabularies import ColumnMeaning, FieldName, FieldType, SentenceCategory
from poimenno.values.dates import DateValue, find_dates, parse_date

# A text is a card if it has as many labels, for a template and for lines.
FEWEST_PARAMETERS, FEWEST_LINES = 2, 3
# Of lines, as many of a hundred have to begin with a label, or follow a label that stands alone.
SHARE_OF_LINES = 60
_PARAMETER = re.compile(r"^[ \t+]*\|[ \t]*(?P<label>[^=|\n\[\]{}]{1,60}?)[ \t]*=[ \t]*(?:/[ \t])?", re.MULTILINE)
_TEMPLATE_END = re.compile(r"^\s*\}\}", re.MULTILINE)
_LINE = re.compile(
    r"^[ \t|*•–—\"'-]{0,6}(?P<label>[^\W\d_][^:=|\t\n]{1,59}?)[\"']?[ \t]*(?:[:=|\t]|\s[–—]\s)[ \t]*", re.MULTILINE
)
_NUMBER = re.compile(r"\s*(?:№\s?)?(\d{1,2})$")
_LINK = re.compile(r"\[\[(?:[^\[\]|]*\|)?([^\[\]|]*)\]\]|\[https?://\S+\s+([^\]]*)\]")
_MARKUP = re.compile(r"<ref[^>]*/>|<ref[^>]*>.*?</ref>|<!--.*?-->|'''?|\{\{[^{}]*\}\}", re.DOTALL)
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_TAG = re.compile(r"</?[a-z][^<>]*>", re.IGNORECASE)
# What says that nothing is known.
_NOTHING = re.compile(
    r"\W*(?:none|null|n/a|нет(?:\s+данных|\s+сведений)?|не\s?извест\w*|не\s+указан\w*|сведени[йя]\s+нет|данных\s+нет|"
    r"невідом\w*|немає\s+даних|unbekannt|unknown|nieznan\w*|tuntematon|\?)?\W*",
    re.IGNORECASE,
)
_GRAVE = re.compile(r"^место\s+захоронения\s*[-–—:]\s*", re.IGNORECASE)
_POLICE = re.compile(r"НКВД|ГПУ|ЧК\b|НКГБ|МГБ|УГБ|милици|орган|прокур", re.IGNORECASE)
# What a card prints before a value, and what it tells after it.
_LEADS: dict[str, re.Pattern[str]] = {
    FieldName.SENTENCING_BODY: re.compile(r"(?:постановлением|решением|приговором)\s+(?=[А-ЯЁ])", re.IGNORECASE),
    FieldName.BIRTH_PLACE: re.compile(r"урожен(?:ец|ка)\s+", re.IGNORECASE),
    FieldName.RESIDENCE: re.compile(r"(?:про)?жи(?:л[аи]?|вал[аи]?)\s+(?=в\s|на\s)", re.IGNORECASE),
    FieldName.REHABILITATION_BODY: re.compile(
        r"(?:реаб(?:илитирован[аы]?|\.)|реабілітован\w+)\s*(?:по\s+)?(?:заключени\w+\s+|определени\w+\s+)?|по\s+заключению\s+",
        re.IGNORECASE,
    ),
}
_TAILS: dict[str, re.Pattern[str]] = {
    FieldName.SENTENCING_BODY: re.compile(r",?\s+от\s+[_\d].*"),
    FieldName.SENTENCE: re.compile(
        r"[.;,]\s+_?(?:Осв\b|Освобо|Прибыл|Ум\.|Умер|Расстрел|Снят|Срок\s+отб|Приговор\s+(?:приведен|исполнен)|Реабил|\d{1,2}\.\d{2}\.\d{4}).*"
    ),
    FieldName.REHABILITATION_BODY: re.compile(
        r"(?:^|[,;]?\s+)(?:на\s+основании|по\s+Указу|по\s+ст\.|согласно)\s.*", re.IGNORECASE
    ),
}
_OUTER = " \t\r\n\u00a0.,;:|"
_QUOTES = {'"': '"', "«": "»", "“": "”", "(": ")"}
_BODIES = {FieldName.SENTENCING_BODY, FieldName.REHABILITATION_BODY}
_TERM = re.compile(
    r"ув.язнен|\d\s(?:лет|год|рок|р\b)|(?:осужд|засудж)\w+\s(?:к|до)\s|^\W*(?:реабил|реабіл)\w*\W*$", re.IGNORECASE
)
# The months of languages of cards in which no prose is read; what follows the stem is an ending.
_MONTHS = {
    "de": "jan feb mär apr mai jun jul aug sep okt nov dez",
    "pl": "stycz lut mar kwie maj czerw lip sierp wrze paźdz listop grud",
    "fi": "tammi helmi maalis huhti touko kesä heinä elo syys loka marras joulu",
}
_DAY_MONTH = re.compile(r"(?<!\d)(?P<day>\d{1,2})\.?\s+(?P<month>[^\W\d_]{3,})\.?\s+(?P<year>1[89]\d\d|20\d\d)(?!\d)")
# Labels of a life: lines with none of them are a notice told in sentences, whatever colons it has.
_OF_LIFE = {
    FieldName.BIRTH_DATE, FieldName.BIRTH_PLACE, FieldName.SEX, FieldName.ETHNICITY, FieldName.EDUCATION,
    FieldName.PARTY, FieldName.RESIDENCE, FieldName.OCCUPATION, FieldName.DEATH_DATE,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Label:
    """What a label means: a field, `name` or `ignore`, and the language of the card."""

    means: str
    language: str


@dataclass(frozen=True, slots=True)
class LabelledValue:
    """A value of a card: its label, the number of the persecution (0: none is given), `text[start:stop]`."""

    label: Label
    number: int
    start: int
    stop: int


@functools.cache
def _labels() -> dict[str, Label]:
    labels: dict[str, Label] = {}
    for row in reference.rows("card_labels"):
        labels.setdefault(_folded(row["label"]), Label(row["field"], row["language"]))
    return labels


def _folded(label: str) -> str:
    return " ".join(re.sub(r"\s*/\s*", " / ", label.lower().replace("ё", "е").replace("’", "'")).split())


def _label(text: str) -> tuple[Label, int] | None:
    """A label with the number that follows it; None if it is not known."""
    known = _labels()
    folded = _folded(text)
    if folded in known:
        return known[folded], 0
    if number := _NUMBER.search(folded):
        folded = folded[: number.start()]
        if folded in known:
            return known[folded], int(number[1])
    return None


def read_card(text: str) -> list[Field]:
    """The fields of a card, in the order of its values; none if the text is not a card."""
    values = _parameters(text) or _lines(text)
    if not values:
        return []
    fields: list[Field] = []
    for value in values:
        fields += _read_value(text, value)
    return _placed(_without_repeated(fields))


def _parameters(text: str) -> list[LabelledValue]:
    """The parameters of a template."""
    matches = list(_PARAMETER.finditer(text))
    if not matches:
        return []
    end = _TEMPLATE_END.search(text, matches[-1].end())
    stops = [*(match.start() for match in matches[1:]), end.start() if end else len(text)]
    values = []
    for match, stop in zip(matches, stops, strict=True):
        if label := _label(match["label"]):
            values.append(LabelledValue(*label, match.end(), stop))
    return values if len(values) >= FEWEST_PARAMETERS else []


def _lines(text: str) -> list[LabelledValue]:
    """The lines with labels; a label alone on its line has the lines up to the next label as its value."""
    values: list[LabelledValue] = []
    position = count = covered = 0
    for line in text.splitlines(keepends=True):
        first, position = position, position + len(line)
        if not line.strip():
            continue
        count += 1
        match = _LINE.match(line) or _unpunctuated().match(line)
        label = _label(match["label"]) if match else None
        if match and label:
            values.append(LabelledValue(*label, first + match.end(), position))
            covered += 1
        elif values and not text[values[-1].start : values[-1].stop].strip():
            values[-1] = replace(values[-1], stop=position)
            covered += 1
    means = {value.label.means for value in values}
    few = len(means - {ColumnMeaning.IGNORE}) < FEWEST_LINES or covered * 100 < count * SHARE_OF_LINES
    return [] if few or len(means & _OF_LIFE) < FEWEST_PARAMETERS else values


@functools.cache
def _unpunctuated() -> re.Pattern[str]:
    """A label without a colon, as copied tables have it: `Syntynyt30. lokakuuta`, `Puolue SDP`; not of Cyrillic."""
    labels = sorted(
        (row["label"] for row in reference.rows("card_labels") if re.search("[a-z]", row["label"])),
        key=len,
        reverse=True,
    )
    return re.compile(
        rf"^\s*(?P<label>(?i:{'|'.join(map(re.escape, labels))}))(?=[\d\sA-ZÄÖÜÕŁŚŻ])[ \t]*", re.MULTILINE
    )


def _read_value(text: str, value: LabelledValue) -> list[Field]:
    start, stop = value.start, value.stop
    wording, start, stop = _wording(text, start, stop)
    means = value.label.means
    if means == ColumnMeaning.IGNORE or _NOTHING.fullmatch(wording):
        return []
    if means == FieldName.DEATH_PLACE and (grave := _GRAVE.match(wording)):
        means, wording = FieldName.BURIAL_PLACE, wording[grave.end() :]
    if means == FieldName.ARREST_PLACE and _POLICE.search(wording):
        means = FieldName.ARREST_BODY
    if (lead := _LEADS.get(means)) and (match := lead.match(wording)):
        start, wording = start + match.end(), wording[match.end() :]
    if means in _TAILS:
        wording = _trimmed(_TAILS[means].sub("", wording, count=1))
    if not wording or (means in _BODIES and not _names_body(wording)):
        return []
    fields = list(_cell(means, wording, value.label.language))
    if means == FieldName.CHARGE:
        fields += _articles_of_charge(wording)
    episode = value.number or 1
    return [
        replace(
            field,
            episode=0 if reference.is_of_life(field.name) else episode,
            start=start if field.start is None else start + field.start,
            stop=min(stop, start + (field.stop or len(wording))),
        )
        for field in fields
    ]


def _names_body(wording: str) -> bool:
    """Whether a value may be the name of a body: not only a date, and not a term, which some cards print there."""
    rest = " ".join(word for word in wording.split() if not re.match(r"[\d_]|р\.?$|г\.?$", word))
    return len(rest) > 1 and not _TERM.search(wording)


def _cell(means: str, wording: str, language: str) -> list[Field]:
    if means in {ColumnMeaning.NAME, FieldName.ARTICLE}:
        return list(columns.read_cell(means, wording, language, None))
    if reference.field_type(means) == FieldType.DATE:
        return _date(means, wording, language)
    fields = list(columns.read_cell(means, wording, language, None))
    if means == FieldName.SEX and fields and fields[0].normal is None:
        return []
    return fields


def _date(means: str, wording: str, language: str) -> list[Field]:
    """The first date of a value, which may go on: `2 апреля 1895 г., на 43 году жизни`; none without a date."""
    dates = [day] if (day := _day_in_words(wording, language)) else find_dates(wording, language=language)
    if not dates:
        return []
    start, stop, date = dates[0]
    form: NormalForm = {"normal": date.edtf, "earliest": date.earliest, "latest": date.latest}
    return [Field(means, wording[start:stop], 1, start=start, stop=stop, **form)]


def _day_in_words(wording: str, language: str) -> tuple[int, int, DateValue] | None:
    """The first day with a month in the words of the card's language: `4. Mai 1887`, `30. marraskuuta 1881`."""
    for match in _DAY_MONTH.finditer(wording):
        for number, stem in enumerate(_MONTHS.get(language, "").split(), 1):
            if match["month"].lower().startswith(stem):
                date = parse_date(f"{match['day']}.{number}.{match['year']}")
                return (*match.span(), date) if date else None
    return None


def _articles_of_charge(wording: str) -> list[Field]:
    """The articles that a charge cites."""
    return [
        Field(FieldName.ARTICLE, wording[first:last], 1, normal=normal, start=first, stop=last)
        for article_list in articles.find_articles(wording, bare=True)
        for first, last, normal in article_list.articles
    ]


def _wording(text: str, start: int, stop: int) -> tuple[str, int, int]:
    """A value without markup and outer punctuation, and the span of its text; links have their visible words."""
    raw = text[start:stop]
    wording = _LINK.sub(lambda link: link[1] or link[2] or "", _MARKUP.sub("", raw))
    wording = html.unescape(_TAG.sub("", _BREAK.sub("; ", wording)))
    wording = _trimmed(" ".join(wording.split()))
    offset = raw.find(wording)
    if offset >= 0 and wording:
        return wording, start + offset, start + offset + len(wording)
    first = start + len(raw) - len(raw.lstrip())
    return wording, first, max(first, start + len(raw.rstrip()))


def _trimmed(wording: str) -> str:
    before = None
    while before != wording:
        before = wording
        wording = wording.strip(_OUTER)
        closing = _QUOTES.get(wording[:1])
        if closing and (wording.find(closing, 1) in {-1, len(wording) - 1}):
            wording = wording[1:].removesuffix(closing)
        elif wording[-1:] in {'"', "»", "”"} and sum(wording.count(mark) for mark in '"«“') == (wording[-1:] == '"'):
            wording = wording[:-1]
    return wording


def _without_repeated(fields: list[Field]) -> list[Field]:
    """The fields, each statement once: a template repeats the date of a rehabilitation without its number."""
    lists = {FieldName.ARTICLE, FieldName.ARCHIVE_FILE, FieldName.NAME_VARIANT}
    unique: dict[object, Field] = {}
    for field in fields:
        key = (
            (field.name, field.episode, field.normal or field.value)
            if field.name in lists
            else (field.name, field.episode)
        )
        unique.setdefault(key, field)
    return list(unique.values())


def _placed(fields: list[Field]) -> list[Field]:
    """The fields with each execution in the persecution of the death sentence, and its place as that of the death.

    A template has one execution without a number, after several numbered persecutions.
    """
    deaths = [f.episode for f in fields if f.name == FieldName.SENTENCE and f.normal == SentenceCategory.DEATH]
    last = max((field.episode for field in fields), default=1) or 1
    episode = deaths[-1] if deaths else last
    shot = any(field.name == FieldName.EXECUTION_DATE for field in fields)
    return [_moved(field, episode, of_execution=shot or bool(deaths)) for field in fields]


def _moved(field: Field, episode: int, *, of_execution: bool) -> Field:
    if field.name == FieldName.EXECUTION_DATE:
        return replace(field, episode=episode)
    if field.name == FieldName.DEATH_PLACE and of_execution:
        return replace(field, name=FieldName.EXECUTION_PLACE, episode=episode)
    return field
