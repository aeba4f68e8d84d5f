"""Towns under several names, regions whose borders changed, and other evidence that two entries are of one person."""

import json
import pathlib
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from poimenno import entries, people, reference, sources
from poimenno.entries import dialects
from poimenno.foundation import database, sql
from poimenno.foundation.progress import QUIET
from poimenno.people.names import surnames, towns
from poimenno.sources.archive import Archive
from poimenno.values.names import fold


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Вятка", "Киров"),
        ("Вятской", "Кировская"),
        ("Петербург", "Leningradi"),
        ("Petrogradi", "Peterburi"),
        ("Симбирская", "Ульяновская"),
        ("Тифлисской", "Тбилиси"),
        ("Юрьев", "Tartu"),
        ("Reval", "Таллин"),
        ("Нижегородская", "Горьковская"),
        ("Царицын", "Сталинградская"),
        ("Эриванская", "Ереван"),
        ("Пермская", "Молотовская"),
    ],
)
def test_the_names_of_a_town_are_one(one: str, other: str) -> None:
    assert towns.one_name(fold(one)) == towns.one_name(fold(other))


@pytest.mark.parametrize(
    "word", ["Горки", "Горка", "Самаркандская", "Кировоградская", "Ульяново", "Вирумаа", "Твердово"]
)
def test_what_only_begins_like_a_town_is_left(word: str) -> None:
    others = {"kirov", "kuibishev", "ulianovsk", "voru", "kalinin"}
    assert towns.one_name(fold(word)) not in others


@given(st.text("abeiknorstv", max_size=12))
def test_one_name_is_one_word_and_stays(word: str) -> None:
    found = towns.one_name(word)
    assert " " not in found
    assert towns.one_name(found) == found


@pytest.fixture
def levels(tmp_path: pathlib.Path) -> Callable[..., dict[str, str]]:
    """Compare two entries of two made-up lists: the level of each comparison of their link."""

    def compare(one: dict[str, str], other: dict[str, str]) -> dict[str, str]:
        archive = Archive.create(tmp_path / "archive")
        everyone = {"surname": "Выдуманский", "given_name": "Пафнутий", "patronymic": "Савватеевич"}
        paths = []
        for name, own in (("first", one), ("second", other)):
            row = everyone | own
            path = tmp_path / f"{name}.csv"
            path.write_text(";".join(row) + "\n" + ";".join(row.values()) + "\n", encoding="utf-8")
            paths.append(path)
        archive.add(paths, made_up=True, detect=dialects.detect)
        with database.memory() as db:
            for room in ("reference", "sources", "entries", "people"):
                sql.run(db, room)
            reference.load(db)
            sources.load(db, archive)
            entries.load(db, archive, QUIET)
            people.link(db, [])
            ((evidence,),) = db.execute("SELECT evidence FROM links").fetchall()
            return {part["comparison"]: part["level"] for part in json.loads(evidence)}

    return compare


def test_a_province_under_its_old_and_new_name(levels: Callable[..., dict[str, str]]) -> None:
    found = levels(
        {"birth_date": "1890", "birth_place": "Вятская губ., дер. Заозерье"},
        {"birth_date": "1890", "birth_place": "Кировская губ., дер. Заозерье"},
    )
    assert found["birth_place"] == "the same words"


def test_a_region_and_the_one_that_was_made_of_it(levels: Callable[..., dict[str, str]]) -> None:
    found = levels(
        {"birth_date": "04.03.1890", "birth_place": "Западная обл., Дубровский сельсовет"},
        {"birth_date": "04.03.1890", "birth_place": "Смоленская обл., Заречье"},
    )
    assert found["birth_place"] == "other words, one region"


def test_regions_that_were_never_one(levels: Callable[..., dict[str, str]]) -> None:
    found = levels(
        {"birth_date": "04.03.1890", "birth_place": "Западная обл., Дубровский сельсовет"},
        {"birth_date": "04.03.1890", "birth_place": "Иркутская обл., Заречье"},
    )
    assert found["birth_place"] == "other words"


@pytest.mark.parametrize(("day", "level"), [("17.03.1890", True), ("16.03.1890", True), ("18.03.1890", False)])
def test_a_birth_in_the_old_and_the_new_style(levels: Callable[..., dict[str, str]], day: str, level: bool) -> None:
    found = levels({"birth_date": "04.03.1890"}, {"birth_date": day})
    assert (found["birth"] == "12 or 13 days apart: Old and New Style") is level


def test_bodies_and_articles_weigh(levels: Callable[..., dict[str, str]]) -> None:
    told = {"birth_date": "04.03.1890"}
    found = levels(
        told | {"sentencing_body": "тройка при УНКВД", "article": "58-10, 58-11"},
        told | {"sentencing_body": "Военный трибунал", "article": "58-10"},
    )
    assert (found["body"], found["article"]) == ("different", "one in common")


@pytest.mark.parametrize(
    ("woman", "man"),
    [("Иванова", "Ivanov"), ("Ковальская", "Kowalski"), ("Ковальська", "Ковальский"), ("Kazlauskaitė", "Казлаускас")],
)
def test_the_surname_of_a_woman_and_of_the_men_of_her_family(woman: str, man: str) -> None:
    assert surnames.masculine(fold(woman)) == fold(man)


@pytest.mark.parametrize("name", ["Сковорода", "Коваленко", "Нина", "Ева"])
def test_a_surname_that_only_ends_like_that_of_a_woman(name: str) -> None:
    assert surnames.masculine(fold(name)) == fold(name)


def test_a_woman_under_the_surname_of_the_men_of_her_family(levels: Callable[..., dict[str, str]]) -> None:
    woman = {"given_name": "Пафнутия", "patronymic": "Савватеевна", "sex": "ж", "birth_date": "04.03.1890"}
    found = levels({"surname": "Выдуманская"} | woman, {"surname": "Выдуманский"} | woman)
    assert found["surname"] == "the same among other names"
