"""One person, whole: every entry with what was read from it, every value with who says it, cases, links, family.

Each question asks for one key at a time, because the record finds a key at once and joins over all its rows slowly.
A person who may be alive is answered with `WithheldPerson`: the view `published` decides.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from poimenno import reference
from poimenno.foundation import sql
from poimenno.people.comparison.levels import Evidence
from poimenno.queries.answers import extend
from poimenno.queries.link_queries import separated_by
from poimenno.reference.vocabularies import (
    BodyType,
    Confidence,
    FieldName,
    FindingKind,
    LinkOrigin,
    Operation,
    Outcome,
    SentenceCategory,
    Sex,
)

if TYPE_CHECKING:
    import duckdb


@dataclass(frozen=True)
class WithheldPerson:
    """All that is said of a person who may be alive."""

    withheld: bool = True
    reason: str = "may be alive"


@dataclass(frozen=True)
class EntryField:
    """What was read from an entry, and where it stands: characters `start` to `stop` of the text, or of its `part`."""

    entry_id: str
    ordinal: int
    episode: int
    field: FieldName
    value: str
    normal: str | None
    earliest: date | None
    latest: date | None
    number: float | None
    part: str | None
    start: int | None
    stop: int | None


@dataclass(frozen=True)
class EntryText:
    """An entry, verbatim, with what is known of its source."""

    entry_id: str
    source_id: str
    locator: str
    ordinal: int
    handle: str
    text: str
    columns: dict[str, Any] | None
    context: dict[str, Any] | None
    head_entry_id: str | None
    source_ordinal: int
    title: str
    language: str
    citation: str | None
    licence: str | None


@dataclass(frozen=True)
class Entry(EntryText):
    """An entry of a person: its `number` among them from 1, its probability, and what was read from it."""

    number: int
    probability: float
    fields: tuple[EntryField, ...]


@dataclass(frozen=True)
class Witness:
    """An entry that says a value."""

    entry_id: str
    source_id: str
    title: str
    handle: str
    language: str
    number: int


@dataclass(frozen=True)
class Value:
    """A value of a life or of a case, with the entries that say it; others of the same field may contradict it."""

    field: FieldName
    value: str
    normal: str | None
    preferred: bool
    said_by: tuple[Witness, ...]


# The values of a life or of a case, by field: the preferred first.
Values = dict[FieldName, tuple[Value, ...]]


@dataclass(frozen=True)
class CaseFacts:
    """A case: the preferred values, the operation inferred for it, and the rule by which it was."""

    case_id: str
    person_id: str
    ordinal: int
    arrest_edtf: str | None
    arrest_earliest: date | None
    arrest_latest: date | None
    body: str | None
    body_type: BodyType | None
    region: str | None
    sentence_edtf: str | None
    sentence_earliest: date | None
    sentence_latest: date | None
    charge: str | None
    articles: tuple[str, ...] | None
    sentence: str | None
    sentence_category: SentenceCategory | None
    sentence_years: float | None
    execution_edtf: str | None
    execution_earliest: date | None
    execution_latest: date | None
    execution_place: str | None
    deportation_edtf: str | None
    release_edtf: str | None
    rehabilitation_edtf: str | None
    rehabilitation_body: str | None
    outcome: Outcome
    year: int | None
    operation: Operation | None
    confidence: Confidence | None
    rule_id: str | None
    reason_en: str | None
    reason_ru: str | None
    rule_source: str | None


@dataclass(frozen=True)
class Case(CaseFacts):
    """A case with every value that a source gives for it."""

    values: Values


@dataclass(frozen=True)
class LinkFacts:
    """A judgement that two entries are about one person; `used` if it holds the person together."""

    entry_id_a: str
    entry_id_b: str
    probability: float
    weight: float
    origin: LinkOrigin
    used: bool
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True)
class Link(LinkFacts):
    """A link, and the entries that would be another person if it were cut."""

    parted: tuple[str, ...]


@dataclass(frozen=True)
class PersonFinding:
    """Values of a person that cannot all be true; `detail` fills the placeholders of the sentences."""

    finding_id: str
    kind: FindingKind
    subject: str
    entry_id: str | None
    detail: dict[str, Any]
    sentence_en: str
    sentence_ru: str


@dataclass(frozen=True)
class Relative:
    """A person who stands under the same head of a family in a list, and how that list calls them."""

    person_id: str
    name: str
    birth_edtf: str | None
    family_relation: str | None
    language: str


@dataclass(frozen=True)
class PersonFacts:
    """The preferred form of a person, and how sure it is that all entries are about one human being."""

    person_id: str
    founding_entry_id: str
    name: str
    surname: str | None
    given_name: str | None
    patronymic: str | None
    sex: Sex | None
    birth_edtf: str | None
    birth_earliest: date | None
    birth_latest: date | None
    entries: int
    sources: int
    confidence: float
    made_up: bool
    withheld: bool


@dataclass(frozen=True)
class Person(PersonFacts):
    """A person with every entry, value, case, link and finding, and those who stand with them in a list."""

    list: tuple[Entry, ...]
    values: Values
    cases: tuple[Case, ...]
    links: tuple[Link, ...]
    findings: tuple[PersonFinding, ...]
    family: tuple[Relative, ...]

    def entry(self, entry_id: str) -> Entry:
        """The entry of this id. Raises KeyError if it is not of this person."""
        return {entry.entry_id: entry for entry in self.list}[entry_id]


@dataclass(frozen=True)
class _EntryId:
    entry_id: str


@dataclass(frozen=True)
class _EntryProbability:
    entry_id: str
    probability: float


@dataclass(frozen=True)
class _ValueRow:
    field: FieldName
    value: str
    normal: str | None
    entry_id: str
    preferred: bool


def find_person(db: "duckdb.DuckDBPyConnection", handle: str) -> Person | WithheldPerson | None:
    """A person by the handle of any of their entries; None if no entry has it."""
    facts = sql.row_as(db, PersonFacts, "queries", "person_by_handle", handle=handle)
    if facts is None:
        return None
    if facts.withheld:
        return WithheldPerson()
    person_id = facts.person_id
    entries = _entries(db, person_id)
    return extend(
        Person,
        facts,
        list=entries,
        values=_group_values(sql.rows_as(db, _ValueRow, "queries", "person_values", person_id=person_id), entries),
        cases=_cases(db, person_id, entries),
        links=_links(db, [entry.entry_id for entry in entries]),
        findings=tuple(sql.rows_as(db, PersonFinding, "queries", "findings_on_person", person_id=person_id)),
        family=_family(db, person_id, entries),
    )


def _entries(db: "duckdb.DuckDBPyConnection", person_id: str) -> tuple[Entry, ...]:
    """The entries of a person, by the order of their sources and their order there."""
    probabilities = {
        row.entry_id: row.probability
        for row in sql.rows_as(db, _EntryProbability, "queries", "person_entry_ids", person_id=person_id)
    }
    texts = [
        text for entry_id in probabilities for text in sql.rows_as(db, EntryText, "queries", "entry", entry_id=entry_id)
    ]
    texts.sort(key=lambda text: (text.source_ordinal, text.ordinal))
    return tuple(
        extend(
            Entry,
            text,
            number=number,
            probability=probabilities[text.entry_id],
            fields=tuple(sql.rows_as(db, EntryField, "queries", "entry_fields", entry_id=text.entry_id)),
        )
        for number, text in enumerate(texts, 1)
    )


def _group_values(rows: Iterable[_ValueRow], entries: Sequence[Entry]) -> Values:
    """The values by field, in the order of the fields: the preferred first, then those that most entries say."""
    by_id = {entry.entry_id: entry for entry in entries}
    same: dict[tuple[FieldName, str | None], list[_ValueRow]] = {}
    for row in rows:
        # Sex follows from the forms of words, which differ where the sex does not.
        key = row.normal if row.field is FieldName.SEX else row.value
        same.setdefault((row.field, key), []).append(row)
    values = [_value(sorted(group, key=lambda row: by_id[row.entry_id].number), by_id) for group in same.values()]
    order = {row["field"]: number for number, row in enumerate(reference.rows("fields"))}
    values.sort(key=lambda value: (order[value.field], not value.preferred, -len(value.said_by), value.value))
    grouped: dict[FieldName, tuple[Value, ...]] = {}
    for value in values:
        grouped[value.field] = (*grouped.get(value.field, ()), value)
    return grouped


def _value(rows: Sequence[_ValueRow], by_id: dict[str, Entry]) -> Value:
    return Value(
        field=rows[0].field,
        value=rows[0].value,
        normal=next((row.normal for row in rows if row.normal is not None), None),
        preferred=any(row.preferred for row in rows),
        said_by=tuple(
            Witness(entry.entry_id, entry.source_id, entry.title, entry.handle, entry.language, entry.number)
            for row in rows
            for entry in [by_id[row.entry_id]]
        ),
    )


def _cases(db: "duckdb.DuckDBPyConnection", person_id: str, entries: Sequence[Entry]) -> tuple[Case, ...]:
    return tuple(
        extend(
            Case,
            case,
            values=_group_values(sql.rows_as(db, _ValueRow, "queries", "case_values", case_id=case.case_id), entries),
        )
        for case in sql.rows_as(db, CaseFacts, "queries", "person_cases", person_id=person_id)
    )


def _links(db: "duckdb.DuckDBPyConnection", entries: Sequence[str]) -> tuple[Link, ...]:
    if len(entries) < 2:
        return ()
    links = sql.rows_as(db, LinkFacts, "queries", "person_links", entries=entries)
    return tuple(extend(Link, link, parted=separated_by(links, link) if link.used else ()) for link in links)


def _family(db: "duckdb.DuckDBPyConnection", person_id: str, entries: Sequence[Entry]) -> tuple[Relative, ...]:
    """The published persons who stand under the same head of a family in a list, the head first."""
    relatives: dict[str, Relative] = {}
    for entry in entries:
        head = entry.head_entry_id or entry.entry_id
        members = sql.rows_as(db, _EntryId, "queries", "household", head_entry_id=head)
        for member in [head, *(row.entry_id for row in members)] if members else []:
            relative = sql.row_as(db, Relative, "queries", "relative", entry_id=member)
            if relative is not None and relative.person_id != person_id:
                relatives.setdefault(relative.person_id, relative)
    return tuple(relatives.values())
