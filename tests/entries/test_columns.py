"""Cells of a table to fields with their normal forms."""

from dataclasses import dataclass, field

from poimenno.entries.parse import parse_entry
from poimenno.sources.raw import RawEntry


@dataclass
class Settings:
    dialect: str | None = "auto"
    language: str = "ru"
    mapping: dict[str, str] = field(default_factory=dict)


def test_cells_get_their_normal_forms() -> None:
    raw = RawEntry(
        "row:2",
        "",
        columns={"a": "58-10, 11", "s": "10 лет ИТЛ", "b": "тройка НКВД", "n": "полька", "x": "Ж", "d": "весной 1937"},
    )
    mapping = {
        "a": "article",
        "s": "sentence",
        "b": "sentencing_body",
        "n": "ethnicity",
        "x": "sex",
        "d": "arrest_date",
    }
    read = {(one.name, one.normal or one.number) for one in parse_entry(raw, Settings(mapping=mapping))}
    assert read == {
        ("article", "58-10"),
        ("article", "58-11"),
        ("sentence", "camp"),
        ("sentence_years", 10.0),
        ("sentencing_body", "troika"),
        ("ethnicity", "polish"),
        ("sex", "f"),
        ("arrest_date", "1937-21"),
    }


def test_a_cell_that_is_no_date_keeps_its_wording() -> None:
    raw = RawEntry("row:2", "", columns={"d": "неизвестно"})
    (only,) = parse_entry(raw, Settings(mapping={"d": "birth_date"}))
    assert (only.value, only.normal) == ("неизвестно", None)
