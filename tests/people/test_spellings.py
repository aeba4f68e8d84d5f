"""The same people as works in Russian, Ukrainian, Polish, Estonian and English spell them, and their namesakes and kin.

`tests/data/spellings.csv` says of each spelling what work it is of. One list a language; the lists are linked by the
parts of the real pipeline.
"""

import csv
import itertools
import pathlib

import pytest

from poimenno import entries, people, sources
from poimenno.foundation import database, sql
from poimenno.foundation.progress import QUIET
from poimenno.reference import loader
from poimenno.sources.archive import Archive
from poimenno.values.person_names import fold

SPELLINGS = pathlib.Path(__file__).parents[1] / "data" / "spellings.csv"
HEADER = "Фамилия;Имя;Отчество;Дата рождения;Дата смерти"
COLUMNS = ("surname", "given_name", "patronymic", "birth", "death")


def rows() -> list[dict[str, str]]:
    with SPELLINGS.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def person_of(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, str], str]:
    """The person that the linkage finds for each (person, language)."""
    folder = tmp_path_factory.mktemp("spellings")
    archive = Archive.create(folder / "archive")
    spelling_of: dict[str, tuple[str, str]] = {}
    for language in sorted({row["language"] for row in rows()}):
        listed = [row for row in rows() if row["language"] == language]
        lines = [HEADER, *(";".join(row[column] for column in COLUMNS) for row in listed)]
        (folder / f"{language}.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
        archive.add([folder / f"{language}.csv"])
        spelling_of |= {f"{language}/row:{n}": (row["person"], language) for n, row in enumerate(listed, 2)}
    db = database.memory()
    for room in ("reference", "sources", "entries", "people"):
        sql.run(db, room)
    loader.load(db)
    sources.load(db, Archive.open(folder / "archive"))
    entries.load(db, Archive.open(folder / "archive"), QUIET)
    people.link(db, [])
    linked = db.execute("SELECT entry_id, person_id FROM person_entries").fetchall()
    db.close()
    return {spelling_of[entry]: person for entry, person in linked}


def test_every_spelling_of_a_person_links(person_of: dict[tuple[str, str], str]) -> None:
    assert len(person_of) == len(rows())
    missed = {
        (a, b) for a, b in itertools.combinations(sorted(person_of), 2) if a[0] == b[0] and person_of[a] != person_of[b]
    }
    assert missed == set()


def test_kin_and_namesakes_stay_apart(person_of: dict[tuple[str, str], str]) -> None:
    joined = {
        (a, b) for a, b in itertools.combinations(sorted(person_of), 2) if a[0] != b[0] and person_of[a] == person_of[b]
    }
    assert joined == set()


@pytest.mark.parametrize(
    "spellings",
    [
        ("Мейерхольд", "Мейєрхольд", "Meyerhold", "Meierhold"),
        ("Ясенский", "Ясенський", "Jasieński"),
        ("Якир", "Якір", "Yakir", "Jakir"),
        ("Уборевич", "Uborevich", "Uborevitš", "Uborewicz"),
        ("Зиновьев", "Zinoviev", "Zinowjew", "Zinovjev"),
        ("Скрыпник", "Скрипник", "Skrypnyk"),
    ],
)
def test_surnames_of_several_scripts_fold_to_one(spellings: tuple[str, ...]) -> None:
    assert len({fold(spelling) for spelling in spellings}) == 1
