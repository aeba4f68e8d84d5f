"""What comparisons come to: renamed towns, regions that changed, calendars, bodies, surnames of women."""

import json
import pathlib
from collections.abc import Callable

import pytest

from poimenno import entries, people, sources
from poimenno.entries import dialects
from poimenno.foundation import database, sql
from poimenno.foundation.progress import QUIET
from poimenno.reference import loader
from poimenno.sources.archive import Archive


@pytest.fixture
def levels(tmp_path: pathlib.Path) -> Callable[..., dict[str, str]]:
    """Compare two entries of two made-up lists: the level of each comparison of their link."""

    def compare(first: dict[str, str], second: dict[str, str]) -> dict[str, str]:
        archive = Archive.create(tmp_path / "archive")
        everyone = {"surname": "Выдуманский", "given_name": "Пафнутий", "patronymic": "Савватеевич"}
        paths = []
        for name, own in (("first", first), ("second", second)):
            row = everyone | own
            path = tmp_path / f"{name}.csv"
            path.write_text(";".join(row) + "\n" + ";".join(row.values()) + "\n", encoding="utf-8")
            paths.append(path)
        archive.add(paths, made_up=True, detect=dialects.detect)
        with database.memory() as db:
            for room in ("reference", "sources", "entries", "people"):
                sql.run(db, room)
            loader.load(db)
            sources.load(db, archive)
            entries.load(db, archive, QUIET)
            people.link(db, [])
            ((evidence,),) = db.execute("SELECT evidence FROM links").fetchall()
            return {part["comparison"]: part["level"] for part in json.loads(evidence)}

    return compare


def test_a_province_under_its_old_and_new_name(levels: Callable[..., dict[str, str]]) -> None:
    outcomes = levels(
        {"birth_date": "1890", "birth_place": "Вятская губ., дер. Заозерье"},
        {"birth_date": "1890", "birth_place": "Кировская губ., дер. Заозерье"},
    )
    assert outcomes["birth_place"] == "the same words"


def test_a_region_and_the_one_that_was_made_of_it(levels: Callable[..., dict[str, str]]) -> None:
    outcomes = levels(
        {"birth_date": "04.03.1890", "birth_place": "Западная обл., Дубровский сельсовет"},
        {"birth_date": "04.03.1890", "birth_place": "Смоленская обл., Заречье"},
    )
    assert outcomes["birth_place"] == "other words, one region"


def test_regions_that_were_never_one(levels: Callable[..., dict[str, str]]) -> None:
    outcomes = levels(
        {"birth_date": "04.03.1890", "birth_place": "Западная обл., Дубровский сельсовет"},
        {"birth_date": "04.03.1890", "birth_place": "Иркутская обл., Заречье"},
    )
    assert outcomes["birth_place"] == "other words"


@pytest.mark.parametrize(("day", "level"), [("17.03.1890", True), ("16.03.1890", True), ("18.03.1890", False)])
def test_a_birth_in_the_old_and_the_new_style(levels: Callable[..., dict[str, str]], day: str, level: bool) -> None:
    outcomes = levels({"birth_date": "04.03.1890"}, {"birth_date": day})
    assert (outcomes["birth"] == "12 or 13 days apart: Old and New Style") is level


def test_bodies_and_articles_weigh(levels: Callable[..., dict[str, str]]) -> None:
    birth = {"birth_date": "04.03.1890"}
    outcomes = levels(
        birth | {"sentencing_body": "тройка при УНКВД", "article": "58-10, 58-11"},
        birth | {"sentencing_body": "Военный трибунал", "article": "58-10"},
    )
    assert (outcomes["body"], outcomes["article"]) == ("different", "one in common")


def test_a_woman_under_the_surname_of_the_men_of_her_family(levels: Callable[..., dict[str, str]]) -> None:
    woman = {"given_name": "Пафнутия", "patronymic": "Савватеевна", "sex": "ж", "birth_date": "04.03.1890"}
    outcomes = levels({"surname": "Выдуманская"} | woman, {"surname": "Выдуманский"} | woman)
    assert outcomes["surname"] == "the same among other names"
