"""Each case gets an operation, none or unknown, by the bundled rules. All people here are made up."""

from collections.abc import Callable
from typing import Any

import pytest

from poimenno import cases, operations

Record = Callable[..., Any]
NONE = (None, "none")
UNKNOWN = (None, "unknown")


def attributed(record_of: Record, **said: str) -> tuple[str | None, str]:
    names = {
        "body": "sentencing_body",
        "day": "sentence_date",
        "shot": "execution_date",
        "arrest": "arrest_date",
        "years": "sentence_years",
    }
    life = {"ethnicity"}
    told = [("a/1", 0 if name in life else 1, names.get(name, name), value) for name, value in said.items()]
    db = record_of(told)
    cases.assemble(db)
    operations.attribute(db)
    rows: list[tuple[str | None, str]] = db.execute("SELECT operation, confidence FROM attributions").fetchall()
    assert len(rows) == 1
    return rows[0]


CASES: list[tuple[dict[str, str], tuple[str | None, str]]] = [
    ({"body": "тройка при УНКВД", "day": "10 ноября 1937", "sentence": "ВМН"}, ("00447", "certain")),
    ({"body": "тройка при УНКВД", "day": "10 ноября 1937", "shot": "12 ноября 1937"}, ("00447", "certain")),
    (
        {"body": "особая тройка при УНКВД", "day": "10 ноября 1937", "sentence": "ИТЛ", "years": "10"},
        ("00447", "probable"),
    ),
    ({"body": "тройка", "day": "10 ноября 1937", "sentence": "ИТЛ", "years": "3"}, UNKNOWN),
    ({"body": "тройка", "day": "10 ноября 1937", "charge": "СВЭ", "sentence": "ИТЛ", "years": "3"}, NONE),
    ({"body": "тройка", "day": "4 августа 1937", "sentence": "ВМН"}, NONE),
    ({"body": "тройка", "day": "1937", "sentence": "ВМН"}, ("00447", "possible")),
    ({"body": "тройка", "day": "5 мая 1941"}, NONE),
    ({"body": "тройка"}, UNKNOWN),
    ({"body": "тройка", "day": "10 октября 1938"}, UNKNOWN),
    ({"body": "тройка", "day": "10 октября 1938", "article": "58-6"}, ("national", "possible")),
    ({"body": "тройка", "day": "10 октября 1938", "article": "58-6", "ethnicity": "поляк"}, ("00485", "possible")),
    ({"body": "Комиссия НКВД и Прокурора СССР", "day": "10 января 1938"}, ("national", "probable")),
    ({"body": "Комиссия НКВД и Прокурора СССР", "day": "10 января 1938", "ethnicity": "латыш"}, ("49990", "probable")),
    ({"body": "Комиссия НКВД и Прокурора СССР", "day": "1938", "ethnicity": "немец"}, ("00439", "probable")),
    (
        {"body": "двойка", "day": "10 января 1938", "ethnicity": "поляк", "charge": "шпионаж, харбинец"},
        ("00593", "probable"),
    ),
    ({"body": "двойка", "day": "10 января 1938", "charge": "член ПОВ"}, ("00485", "probable")),
    ({"body": "двойка", "day": "10 января 1938", "charge": "повстанческая организация"}, ("national", "probable")),
    ({"body": "двойка", "day": "10 января 1938", "ethnicity": "кореец"}, ("00593", "possible")),
    ({"body": "двойка", "day": "10 января 1936"}, UNKNOWN),
    ({"body": "ОСО при НКВД СССР", "day": "10 января 1938", "charge": "как ЧСИР"}, ("00486", "certain")),
    (
        {"body": "ОСО при НКВД СССР", "day": "10 января 1938", "charge": "член семьи изменника Родины"},
        ("00486", "certain"),
    ),
    ({"body": "ОСО при НКВД СССР", "day": "10 января 1938", "charge": "КРД"}, NONE),
    ({"body": "ОСО при НКВД СССР", "day": "10 января 1938", "sentence": "ВМН"}, UNKNOWN),
    ({"body": "ВК ВС СССР", "day": "10 января 1938", "sentence": "ВМН"}, NONE),
    ({"body": "Военный трибунал", "day": "10 января 1938", "sentence": "ВМН"}, NONE),
    ({"day": "10 января 1938", "sentence": "ВМН"}, UNKNOWN),
    ({"shot": "10 января 1938"}, UNKNOWN),
    ({"arrest": "10 января 1938"}, UNKNOWN),
    ({"arrest": "10 января 1948"}, NONE),
    ({"day": "10 января 1938", "charge": "по приказу 00447 НКВД СССР"}, ("00447", "certain")),
    ({"charge": "антисоветская агитация"}, UNKNOWN),
]


@pytest.mark.parametrize(("said", "expected"), CASES)
def test_rules(record_of: Record, said: dict[str, str], expected: tuple[str | None, str]) -> None:
    assert attributed(record_of, **said) == expected


def test_every_case_has_one_attribution_with_its_reason(record_of: Record) -> None:
    db = record_of([("a/1", 1, "arrest_date", "1919"), ("a/1", 2, "arrest_date", "1937"), ("b/1", 1, "charge", "КРД")])
    cases.assemble(db)
    operations.attribute(db)
    assert db.execute(
        "SELECT count(*), count(u.reason_en), count(u.reason_ru), count(u.source) "
        "FROM attributions JOIN attribution_rules AS u USING (rule_id)"
    ).fetchall() == [(3, 3, 3, 3)]


def test_a_special_troika_of_the_autumn_decides_national_cases(record_of: Record) -> None:
    db = record_of(
        [
            ("a/1", 0, "ethnicity", "финн"),
            ("a/1", 1, "sentencing_body", "Особая тройка"),
            ("a/1", 1, "sentence_date", "5 октября 1938"),
        ]
    )
    db.execute("UPDATE fields SET normal = 'special_troika' WHERE field = 'sentencing_body'")
    cases.assemble(db)
    operations.attribute(db)
    assert db.execute(
        "SELECT operation, confidence, rule_id, detail->'ethnicity'->>0 FROM attributions"
    ).fetchall() == [("finnish", "probable", "special_troika_finnish_ethnicity", "finnish")]
