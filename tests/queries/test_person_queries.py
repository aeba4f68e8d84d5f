"""A person is whole: every entry, every value with who says it, every link, and nobody who is withheld."""

import dataclasses
import json
from datetime import date
from typing import TYPE_CHECKING

import pytest

from poimenno.disclosure import published_view
from poimenno.queries.person_queries import Person, WithheldPerson, find_person
from poimenno.reference.vocabularies import FieldName

if TYPE_CHECKING:
    import duckdb

TWICE = "Двусписочный Вымысел Образцович"


def person_named(db: "duckdb.DuckDBPyConnection", name: str) -> Person:
    ((handle,),) = db.execute("SELECT person_id FROM persons WHERE name = ?", [name]).fetchall()
    person = find_person(db, handle)
    assert isinstance(person, Person)
    return person


def test_any_handle_leads_to_the_one_person(db: "duckdb.DuckDBPyConnection") -> None:
    person = person_named(db, TWICE)
    assert len(person.list) == person.entries == 2
    assert {find_person(db, entry.handle) == person for entry in person.list} == {True}
    assert find_person(db, "no-such-handle") is None


def test_entries_are_verbatim_and_numbered_in_order(db: "duckdb.DuckDBPyConnection") -> None:
    person = person_named(db, TWICE)
    assert [entry.number for entry in person.list] == [1, 2]
    order = [(entry.source_ordinal, entry.ordinal) for entry in person.list]
    assert order == sorted(order)
    for entry in person.list:
        rows = db.execute("SELECT text FROM entries WHERE entry_id = ?", [entry.entry_id]).fetchall()
        assert rows == [(entry.text,)]
        assert [field.ordinal for field in entry.fields] == sorted(field.ordinal for field in entry.fields)
        assert person.entry(entry.entry_id) is entry
        for field in entry.fields:
            if field.part is None and field.start is not None:
                assert entry.text[field.start : field.stop]


def test_every_value_is_said_by_entries_and_the_preferred_comes_first(db: "duckdb.DuckDBPyConnection") -> None:
    person = person_named(db, TWICE)
    rows = db.execute("SELECT field, entry_id FROM person_values WHERE person_id = ?", [person.person_id]).fetchall()
    said = [(name, w.entry_id) for name, group in person.values.items() for value in group for w in value.said_by]
    assert sorted(said) == sorted(rows)
    births = person.values[FieldName.BIRTH_DATE]
    assert [value.preferred for value in births] == [True, False]
    for case in person.cases:
        for group in case.values.values():
            assert group[0].preferred


def test_links_have_the_evidence_of_the_record(db: "duckdb.DuckDBPyConnection") -> None:
    (link,) = person_named(db, TWICE).links
    assert link.used
    assert link.parted == (link.entry_id_b,)
    ((evidence, weight),) = db.execute(
        "SELECT evidence, weight FROM links WHERE entry_id_a = ?", [link.entry_id_a]
    ).fetchall()
    assert [dataclasses.asdict(part) for part in link.evidence] == json.loads(evidence)
    assert link.weight == weight > 0


def test_a_person_cannot_be_changed(db: "duckdb.DuckDBPyConnection") -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        person_named(db, TWICE).name = "другое"  # type: ignore[misc]


def test_whoever_may_be_alive_is_only_withheld(db: "duckdb.DuckDBPyConnection") -> None:
    person = person_named(db, "Живущий Пример Вымыслович")
    published_view.publish(db, date(2026, 7, 1))
    assert find_person(db, person.person_id) == WithheldPerson()


def test_a_family_stands_together(db: "duckdb.DuckDBPyConnection") -> None:
    rows = db.execute(
        "SELECT e.handle, h.handle FROM entries AS e JOIN entries AS h ON h.entry_id = e.head_entry_id"
    ).fetchall()
    for member, head in rows:
        person, other = find_person(db, member), find_person(db, head)
        assert isinstance(person, Person)
        assert isinstance(other, Person)
        assert other.person_id in {relative.person_id for relative in person.family} | {person.person_id}
