"""Search finds a name in any spelling and script, and only by what was asked."""

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from poimenno.queries.search import Query, find

if TYPE_CHECKING:
    import duckdb

TWICE = "Двусписочный Вымысел Образцович"
LIVING = "Живущий Пример Вымыслович"


def names(db: "duckdb.DuckDBPyConnection", words: str = "", **facts: Any) -> list[str]:
    return [person["name"] for person in find(db, Query(words, **facts), limit=1000).persons]


@pytest.mark.parametrize(
    "words",
    [
        "Двусписочный",
        "двусписочный",
        "ДВУСПИСОЧНЫЙ ВЫМЫСЕЛ",
        "Вымысел Двусписочный",  # in any order
        "Dvuspisochnyi",  # in another script
        "Dvuspisochny Vymysel",
        "Двуспис",  # as its beginning
        "Двусписачный",  # misspelt
        "Двуспысочный",  # a variant that a list gives
        "  Двусписочный,  ",
    ],
)
def test_a_name_is_found_in_any_spelling_and_script(db: "duckdb.DuckDBPyConnection", words: str) -> None:
    assert names(db, words)[0] == TWICE


def test_names_that_only_sound_alike_are_found_when_asked_for(db: "duckdb.DuckDBPyConnection") -> None:
    # Vowels are not coded, so that a spelling too far for the similarity still meets.
    assert names(db, "Tvaspuzetschnoi") == []
    assert names(db, "Tvaspuzetschnoi", sounds=True) == [TWICE]


def test_every_word_must_match(db: "duckdb.DuckDBPyConnection") -> None:
    assert names(db, "Двусписочный Вымысел")
    assert names(db, "Двусписочный Эскиз") == []


def test_a_short_word_is_not_taken_for_another_spelling(db: "duckdb.DuckDBPyConnection") -> None:
    assert names(db, "Дву") == ["Двудельный Макет Вымыслович", TWICE]
    assert names(db, "Двз") == []


def test_exact_names_come_before_names_that_only_begin_so(db: "duckdb.DuckDBPyConnection") -> None:
    found = names(db, "Образцова")
    assert found[0] == "Образцова Примера Вымысловна"
    assert names(db, "Образец")[0].split()[1] == "Образец"


def test_no_words_find_everybody(db: "duckdb.DuckDBPyConnection") -> None:
    (people,) = db.execute("SELECT count(*) FROM persons").fetchall()[0]
    assert find(db, Query()).total == people
    assert find(db, Query(" ,.")).total == people


@pytest.mark.parametrize(
    "words",
    [
        "'; DROP TABLE persons; --",
        "Двусписочный' OR '1'='1",
        "<script>alert(1)</script>",
        "%' UNION SELECT 1",
        "\x00",
        "\ud800".encode("utf-8", "replace").decode(),
        "а" * 5000,
        "слово " * 100,
    ],
)
def test_hostile_words_do_no_harm(db: "duckdb.DuckDBPyConnection", words: str) -> None:
    before = db.execute("SELECT count(*) FROM persons").fetchall()
    find(db, Query(words), facets=True)
    assert db.execute("SELECT count(*) FROM persons").fetchall() == before


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.text(max_size=40), day=st.text(max_size=12), region=st.text(max_size=12))
def test_any_text_may_be_asked(db: "duckdb.DuckDBPyConnection", words: str, day: str, region: str) -> None:
    found = find(db, Query(words, day=day, region=region))
    assert found.total == len(found.persons)


def test_facts_narrow(db: "duckdb.DuckDBPyConnection") -> None:
    assert names(db, year=1938, operation="00485", place="butovo") == [TWICE]
    assert names(db, day="1938-01-15") == [TWICE]
    assert names(db, "Двусписочный", day="1938-01-16") == []
    assert names(db, body="troika", region="leningrad", source="notices") == ["Двудельный Макет Вымыслович"]
    assert names(db, source="no-such-source") == []
    assert TWICE in names(db, source="notices")
    assert TWICE in names(db, source="roll")


def test_facets_count_all_that_is_found(db: "duckdb.DuckDBPyConnection") -> None:
    found = find(db, Query(place="butovo"), limit=3, facets=True)
    assert len(found.persons) == 3
    assert found.facets["place"] == [("butovo", found.total)]
    assert sum(count for _, count in found.facets["year"]) == found.total
    for fact in ("operation", "body", "region"):
        for value, count in found.facets[fact]:
            narrowed: dict[str, Any] = {fact: value}
            assert find(db, Query(place="butovo", **narrowed)).total == count


def test_pages_are_cuts_of_one_list(db: "duckdb.DuckDBPyConnection") -> None:
    everybody = names(db, "Вымышленный")
    assert len(everybody) == len(set(everybody)) >= 24
    cut = [p["name"] for at in (0, 10, 20, 30) for p in find(db, Query("Вымышленный"), limit=10, offset=at).persons]
    assert cut == everybody


def test_only_the_published_are_found(db: "duckdb.DuckDBPyConnection") -> None:
    assert names(db, "Живущий") == [LIVING]
    db.execute("CREATE OR REPLACE TEMP VIEW published AS SELECT * FROM cards WHERE dead")
    found = find(db, Query("Живущий"), facets=True)
    assert (found.total, found.persons) == (0, [])
