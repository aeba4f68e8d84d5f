"""One notice as a flat object, for scripts: what `poimenno parse` writes as JSON.

A notice may describe several persecutions; the flat object has one of them: that of 1937-1938, or else the last.
Nothing is inferred beyond the fields, except that a person who was shot had been sentenced to death. The operation is
added by the room that attributes cases.
"""

import functools
from collections.abc import Iterable
from dataclasses import dataclass

from poimenno import reference
from poimenno.entries.field import Field
from poimenno.reference.vocabularies import FieldName, SentenceCategory, SourceLanguage


@dataclass(frozen=True, slots=True, kw_only=True)
class FlatNotice:
    """The fields of one notice; null if the notice does not state them.

    Texts are as worded, but a surname in capitals has ordinary ones. Dates are ISO 8601, reduced to what is known
    ("1937-08"); `birth_date` is null if only a year is known, `birth` is EDTF with its qualifiers ("1890~").
    `charge_articles` are in normal form; `body_type`, `sentence_category` and `sex` are codes.
    """

    surname: str | None
    given_name: str | None
    patronymic: str | None
    maiden_name: str | None
    name_variants: list[str] | None
    birth_place: str | None
    education: str | None
    party: str | None
    residence: str | None
    occupation: str | None
    arrest_body: str | None
    charge: str | None
    sentencing_body: str | None
    sentence: str | None
    execution_place: str | None
    rehabilitation_body: str | None
    burial_place: str | None
    archive_file: str | None
    arrest_date: str | None
    sentence_date: str | None
    execution_date: str | None
    death_date: str | None
    rehabilitation_date: str | None
    birth_year: int | None
    birth_date: str | None
    birth: str | None
    ethnicity: str | None
    sex: str | None
    charge_articles: list[str] | None
    body_type: str | None
    sentence_category: str | None
    sentence_years: float | int | None


_TEXTS = (
    "given_name", "patronymic", "maiden_name", "birth_place", "education", "party", "residence", "occupation",
    "arrest_body", "charge", "sentencing_body", "sentence", "execution_place", "rehabilitation_body", "burial_place",
    "archive_file",
)  # fmt: skip
# The accent of an encyclopaedia, as in Чая́нов, is not part of the name.
_STRESS = "\u0301"
# A persecution is of the years 1937-1938 by one of its dates.
TERROR_YEARS = {"1937", "1938"}
_DATES_OF_CASE = {FieldName.ARREST_DATE, FieldName.SENTENCE_DATE, FieldName.EXECUTION_DATE}
# Of a charge, a release or a rehabilitation alone nobody can tell which persecution it belongs to.
_OF_CASE = {*_DATES_OF_CASE, FieldName.SENTENCE, FieldName.SENTENCING_BODY}
_DATES = ("arrest_date", "sentence_date", "execution_date", "death_date", "rehabilitation_date")


def flat(fields: Iterable[Field]) -> FlatNotice:
    """The fields of one notice as one object; of a repeated field, the first value."""
    fields = list(fields)
    main = main_episode(fields)
    first: dict[str, Field] = {}
    for field in fields:
        if field.episode in {0, main}:
            first.setdefault(field.name, field)
    normal = {name: field.normal for name, field in first.items()}
    texts = {name: first[name].value.replace(_STRESS, "") if name in first else None for name in _TEXTS}
    dates = {name: _iso(first.get(name)) for name in _DATES}
    born = _iso(first.get("birth_date"))
    return FlatNotice(
        **texts,
        surname=ordinary_capitals(first["surname"].value) if "surname" in first else None,
        name_variants=[field.value for field in fields if field.name == FieldName.NAME_VARIANT] or None,
        birth=normal.get("birth_date"),
        **dates,
        birth_year=int(born[:4]) if born else _year(first.get("birth_date")),
        birth_date=born if born and len(born) > 4 else None,
        ethnicity=_ethnicity(first.get("ethnicity")),
        sex=normal.get("sex"),
        charge_articles=articles(fields, main) or None,
        body_type=normal.get("sentencing_body"),
        sentence_category=_category(normal.get("sentence"), normal.get("execution_date")),
        sentence_years=_number(first.get("sentence_years")),
    )


def main_episode(fields: Iterable[Field]) -> int:
    """The persecution with a date in 1937-1938, or else the last; the fullest if several are of these years.

    1 if there is none.
    """
    names: dict[int, set[str]] = {}
    terror: set[int] = set()
    for field in fields:
        if field.episode > 0:
            names.setdefault(field.episode, set()).add(field.name)
            if field.name in _DATES_OF_CASE and (field.normal or "")[:4] in TERROR_YEARS:
                terror.add(field.episode)
    if terror:
        return min(terror, key=lambda episode: (-len(names[episode]), episode))
    return max((episode for episode in names if names[episode] & _OF_CASE), default=max(names, default=1))


def ordinary_capitals(surname: str) -> str:
    """A surname as in running text: `ПРИМЕРОВ-ВЫМЫСЛОВ` becomes `Примеров-Вымыслов`."""
    surname = surname.replace(_STRESS, "")
    return surname.title() if surname.isupper() and len(surname.rstrip(".")) > 1 else surname


def articles(fields: Iterable[Field], episode: int) -> list[str]:
    """The articles of an episode in normal form, each once, in the order of the text."""
    codes = [field.normal for field in fields if field.name == FieldName.ARTICLE and field.episode == episode]
    return list(dict.fromkeys(code for code in codes if code))


def _iso(field: Field | None) -> str | None:
    """A date as ISO 8601, reduced; None if it is qualified or not a date."""
    if field is None or field.normal is None:
        return None
    return field.normal if field.normal.replace("-", "").isdigit() and _known_month(field.normal) else None


def _known_month(normal: str) -> bool:
    # EDTF writes seasons as months 21 to 24, which ISO 8601 does not have.
    return len(normal) == 4 or int(normal[5:7]) <= 12


def _year(field: Field | None) -> int | None:
    """The year of a qualified date that begins with one: `1890~`, `1890?`."""
    start = (field.normal or "")[:4] if field else ""
    return int(start) if start.isdigit() else None


def _number(field: Field | None) -> float | int | None:
    if field is None or field.number is None:
        return None
    return int(field.number) if field.number.is_integer() else field.number


def _category(category: str | None, execution_date: str | None) -> str | None:
    """The category of the sentence; an execution shows that a sentence that is not recognised was one of death."""
    if execution_date and category in {None, SentenceCategory.UNKNOWN}:
        return SentenceCategory.DEATH
    return category


def _ethnicity(field: Field | None) -> str | None:
    """As recorded; in a Ukrainian notice the Russian word, so that lists of both languages can be counted together."""
    if field is None:
        return None
    return _in_russian().get(field.value.lower(), field.value)


@functools.cache
def _in_russian() -> dict[str, str]:
    """The Ukrainian ethnonyms that are not also Russian words, in Russian (of each group the first of the table)."""
    russian: dict[str, str] = {}
    for row in reference.rows("ethnonyms"):
        if row["language"] == SourceLanguage.RU:
            russian.setdefault(row["ethnic_group"], row["spelling"])
    spelt = {row["spelling"] for row in reference.rows("ethnonyms") if row["language"] == SourceLanguage.RU}
    return {
        row["spelling"]: russian[row["ethnic_group"]]
        for row in reference.rows("ethnonyms")
        if row["language"] == SourceLanguage.UK and row["spelling"] not in spelt and row["ethnic_group"] in russian
    }
