"""A part of a dialect, compiled: what its table states, and the usual values of everything else."""

import pytest

from poimenno.entries.dialects.checks import PARTS
from poimenno.entries.dialects.part import Part
from poimenno.entries.parts import READERS
from poimenno.reference.vocabularies import DatePosition, DialectPart


def test_a_table_is_compiled() -> None:
    part = Part.of({"read": "date", "field": "arrest_date", "where": "last", "seen": ["arrest"]})
    assert (part.read, part.field, part.where) == (DialectPart.DATE, "arrest_date", DatePosition.LAST)
    assert part.seen == ("arrest",)
    assert not part.everywhere


def test_patterns_are_compiled() -> None:
    part = Part.of({"read": "pattern", "pattern": r"\d+", "all": True})
    assert part.pattern is not None
    assert part.pattern.findall("12 a 3") == ["12", "3"]
    assert part.every
    assert part.everywhere


@pytest.mark.parametrize(("read", "field"), [("body", "sentencing_body"), ("sentence", "sentence"), ("names", "")])
def test_some_parts_have_a_field_of_their_own(read: str, field: str) -> None:
    assert Part.of({"read": read}).field == field


@pytest.mark.parametrize("place", ["line", "sentence", "behind", "ahead", "seen", "unseen"])
def test_a_part_with_a_place_does_not_read_everywhere(place: str) -> None:
    assert not Part.of({"read": "rest", "field": "note", place: "first"}).everywhere


def test_every_setting_that_a_dialect_may_have_is_a_field_of_a_part() -> None:
    settings = set().union(*PARTS.values())
    assert settings - {"all"} <= set(Part.__dataclass_fields__)


def test_every_part_has_a_reader_and_a_check() -> None:
    assert set(READERS) == set(PARTS) == set(DialectPart)
