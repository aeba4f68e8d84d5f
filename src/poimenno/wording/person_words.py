"""Persons in words, in the language of the reader: lines for the terminal, sentences and labels for the pages."""

from collections.abc import Iterable, Mapping
from typing import Protocol

from poimenno.foundation.language import translation
from poimenno.people.comparison.levels import Evidence
from poimenno.queries.person_queries import Case, Entry, EntryField, Person, Value
from poimenno.queries.search_queries import Hit
from poimenno.reference.vocabularies import FieldName
from poimenno.wording.labels import label
from poimenno.wording.language_wording import Wording


class NamedFact(Protocol):
    """A fact with its value, and the names of the value."""

    @property
    def fact(self) -> str:
        """The fact: year, region, day …"""

    @property
    def value(self) -> str:
        """Its value: a code, a year, a day or a month."""

    @property
    def name_en(self) -> str:
        """The value in English."""

    @property
    def name_ru(self) -> str:
        """The value in Russian."""


def hit_line(hit: Hit) -> str:
    """A person of a list in one line: id, name, birth, outcome, date of the end."""
    parts = (hit.person_id, hit.name, hit.birth or "?", hit.outcome, hit.execution or hit.sentence_date)
    return "  ".join(part for part in parts if part)


def person_lines(person: Person, language: str) -> list[str]:
    """A person in lines: the cases with every value and who says it, then each entry verbatim with its source."""
    lines = [f"{person.name}  {person.birth_edtf or '?'}  [{person.person_id}]"]
    for case in person.cases:
        lines += ["", *_case_lines(case, language)]
    for entry in person.list:
        lines += ["", *_entry_lines(entry)]
    return lines


def _case_lines(case: Case, language: str) -> list[str]:
    _ = translation(language).gettext
    lines = [_("Case {n}").format(n=case.ordinal)]
    for name, values in case.values.items():
        for value in values:
            mark = "  " if value.preferred else "≠ "
            sources = "; ".join(sorted({witness.source_id for witness in value.said_by}))
            lines.append(f"  {mark}{label(name, language)}: {value.value}  ({sources})")
    if case.confidence:
        text = _("operation (inferred): {operation}, {confidence}: {reason}").format(
            operation=case.operation or "—",
            confidence=case.confidence,
            reason=case.reason_ru if language == "ru" else case.reason_en,
        )
        lines.append("  " + text)
    return lines


def _entry_lines(entry: Entry) -> list[str]:
    lines = [f"{entry.title}, {entry.locator}"]
    lines += [f"  {column}: {cell}" for column, cell in (entry.columns or {}).items()]
    lines += [f"  {line}" for line in entry.text.splitlines()]
    return lines


def value_text(value: Value, language: str) -> str:
    """A value as recorded; the sex, which follows from the forms of words, in a word."""
    _ = translation(language).gettext
    if value.field is not FieldName.SEX:
        return value.value
    return {"m": _("man"), "f": _("woman")}.get(value.normal or "", value.value)


def shown_values(values: Mapping[FieldName, tuple[Value, ...]]) -> Iterable[tuple[FieldName, tuple[Value, ...]]]:
    """The values that a table of a life shows; coordinates are for maps."""
    hidden = (FieldName.RESIDENCE_LATITUDE, FieldName.RESIDENCE_LONGITUDE)
    return [(name, group) for name, group in values.items() if name not in hidden]


def normal_form(field: EntryField, language: str) -> str:
    """The normal form of what was read; a number if it is one; empty if it has none."""
    if field.normal:
        return field.normal
    return "" if field.number is None else Wording(language).number(field.number)


def fact_label(fact: str, language: str) -> str:
    """The name of a fact that a search can be narrowed to."""
    _ = translation(language).gettext
    return {
        "year": _("Year"),
        "region": _("Region"),
        "operation": _("Operation"),
        "body": _("Body"),
        "place": _("Burial place"),
        "day": _("Day of the shooting"),
        "sentenced": _("Month of the sentence"),
        "shot": _("Month of the shooting"),
        "source": _("Source"),
    }[fact]


def fact_value(chosen: NamedFact, language: str) -> str:
    """The value of a fact that a search was narrowed to: a date in words, or the name of a code."""
    if chosen.fact in {"day", "sentenced", "shot"}:
        return Wording(language).edtf(chosen.value)
    return chosen.name_ru if language == "ru" else chosen.name_en


def evidence_label(evidence: Evidence, language: str) -> str:
    """A comparison and its outcome, in words."""
    level = evidence.level_ru if language == "ru" else evidence.level
    return f"{label(evidence.comparison, language)}: {level}"


def short_life(hit: Hit, language: str) -> str:
    """The years of a life for a list: born, and shot if a source says in which year."""
    return Wording(language).years(hit.birth, hit.execution)


def end_of(hit: Hit, language: str) -> str:
    """How a case ended, and when: the day of the shooting, otherwise that of the sentence."""
    date = hit.execution or hit.sentence_date
    outcome = label(hit.outcome, language, "outcome")
    return f"{outcome}, {Wording(language).edtf(date)}" if date else outcome
