"""Search finds a name in any spelling and script, and only by what was asked."""

import re
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from poimenno.queries.search_queries import SearchQuery, count_facets, fact_names, find_persons
from poimenno.reference.vocabularies import SearchOrder

if TYPE_CHECKING:
    import duckdb

TWICE = "Двусписочный Вымысел Образцович"
LIVING = "Живущий Пример Вымыслович"


def names(db: "duckdb.DuckDBPyConnection", words: str = "", **facts: Any) -> list[str]:
    return [person.name for person in find_persons(db, SearchQuery(words, **facts), limit=1000).persons]


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
    assert find_persons(db, SearchQuery()).total == people
    assert find_persons(db, SearchQuery(" ,.")).total == people


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
    find_persons(db, SearchQuery(words))
    count_facets(db)
    assert db.execute("SELECT count(*) FROM persons").fetchall() == before


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.text(max_size=40), day=st.text(max_size=12), region=st.text(max_size=12))
def test_any_text_may_be_asked(db: "duckdb.DuckDBPyConnection", words: str, day: str, region: str) -> None:
    found = find_persons(db, SearchQuery(words, day=day, region=region))
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
    found = find_persons(db, SearchQuery(place="butovo"), limit=3)
    facets = count_facets(db)
    assert len(found.persons) == 3
    assert [(row.value, row.count) for row in facets["place"]] == [("butovo", found.total)]
    assert facets["place"][0].name_ru.startswith("Бутово")
    assert sum(row.count for row in facets["year"]) == found.total
    assert [row.value for row in facets["year"]] == sorted(row.value for row in facets["year"])
    for fact in ("operation", "body", "region"):
        counts = [row.count for row in facets[fact]]
        assert counts == sorted(counts, reverse=True)
        for row in facets[fact]:
            narrowed: dict[str, Any] = {fact: row.value}
            assert find_persons(db, SearchQuery(place="butovo", **narrowed)).total == row.count


def test_pages_are_cuts_of_one_list(db: "duckdb.DuckDBPyConnection") -> None:
    everybody = names(db, "Вымышленный")
    assert len(everybody) == len(set(everybody)) >= 24
    cut = [
        p.name
        for at in (0, 10, 20, 30)
        for p in find_persons(db, SearchQuery("Вымышленный"), limit=10, offset=at).persons
    ]
    assert cut == everybody


def test_only_the_published_are_found(db: "duckdb.DuckDBPyConnection") -> None:
    assert names(db, "Живущий") == [LIVING]
    db.execute("CREATE OR REPLACE TEMP VIEW published AS SELECT * FROM cards WHERE dead")
    found = find_persons(db, SearchQuery("Живущий"))
    assert (found.total, found.persons) == (0, ())
    assert not any(count_facets(db).values())


def test_lists_can_be_ordered(db: "duckdb.DuckDBPyConnection") -> None:
    by_name = find_persons(db, SearchQuery(order=SearchOrder.NAME), limit=1000).persons
    assert [p.name.lower() for p in by_name] == sorted(p.name.lower() for p in by_name)
    days = [p.execution for p in find_persons(db, SearchQuery(order=SearchOrder.DAY), limit=1000).persons]
    exact = [day for day in days if day and re.fullmatch(r"\d{4}-\d\d-\d\d", day)]
    assert len(exact) > 10
    assert days[: len(exact)] == exact == sorted(exact)


def test_the_codes_of_a_query_have_names(db: "duckdb.DuckDBPyConnection") -> None:
    query = SearchQuery(region="leningrad", operation="00485", body="dvoika", place="butovo", source="roll")
    assert set(fact_names(db, query)) == {"region", "operation", "body", "place", "source"}
    assert fact_names(db, query)["place"].name_en.startswith("Butovo")
    assert fact_names(db, SearchQuery(region="no-such-region")) == {}


def test_months_narrow_by_both_ends(db: "duckdb.DuckDBPyConnection") -> None:
    rows = db.execute(
        "SELECT person_id FROM cards WHERE strftime(shot_first, '%Y-%m') = '1938-01' "
        "AND strftime(shot_last, '%Y-%m') = '1938-01' ORDER BY ALL"
    ).fetchall()
    persons = find_persons(db, SearchQuery(shot="1938-01"), limit=1000).persons
    assert rows
    assert sorted(p.person_id for p in persons) == [person_id for (person_id,) in rows]
