"""The Memento books' forms, each by a made-up entry: the people and the places of this page are invented."""

# ruff: noqa: E501 - entries stand as the books print them, one a line

import pytest

from poimenno.entries import dialects, engine
from poimenno.entries.engine import parse_notice

ARRESTED = """NÄIDIS, Leiutis, Mõeldis s. 12.05.24 Näitemaa Leiu v. Väljamõeldu k., eluk. sama, keskharidus, talunik, arr. 29.09.50 Leiu v., trib. 18.11.50 §17-58-1a, 58--11, 25+5, 11.02.55 väh. 5 a.; Irkutski obl. Ozjorlag; Kasahhi NSV, vab. 12.04.55, surn. peale vab. 21.12.76. [ük 3215]"""
EXECUTED = """NÄIDIS, Leiutis, Mõeldis venelane, s. 1881 Näitelinn, 3 kl., arr. 29.04.41 Näitelinn, Leiu 5-2, erin. 24.08.41 §58-13; surmaotsus; kinnip-k. Kirov, otsus täide viidud 17.11.41. [ar 2186/1451]"""
COMMUTED = """NÄIDIS, Leiutis, Mõeldis, s. 1908 Näitemaa, arr. 21.11.42, trib. 30.11.42 §58-1b; surmaotsus, 29.01.43 surmaotsus muud. 10+5. Oli Näitegrupis. [ar 27211]"""
FAMILY = (
    """<NÄIDIS>, <Leiutis>, <Mõeldis>, s. 1907, eluk. Näitelinn, Leiu 8, asum. erin. 02.11.49; Novosibirski obl. Näite raj., vab. 22.11.56. [3513N]""",
    """<Näidis>, <Leiutise>, <Leiutis>, tütar, s. 19.12.43 Leiu v., küüdit. Näite k. 26.03.49–05.58.""",
    """<Näidis>, <Leiutilde>, <Leiutis>, abikaasa, ka Naidis, s. 1909, mitte küüditatud.""",
)
EARLIER = (
    """===NÄIDIS, Leiutis, Mõeldis=== ka Naidis sakslane, 08.03.1888 Näitemaa Leiu v., politsei- nik, arr. Näitelinn, erin. 21.03.42 §58-13, 10a.; Sverdlovski obl., surn. kinnip-k. 04.05.42. [6779E, 1619M]""",
    """===     Näidis, Leiutilde, Mõeldis===, abikaasa ema, saks- lane, 1860, eluk. Näite- linn, küüdit. 14.06.41; Kirovi obl. Nema, vab. asum. 05.02.58. [884M]""",
)
SUPPLEMENT = """NÄIDIS (NAIDIS), Leiutis, Mõeldis, s. 18.12.1908 (Näitemaa) Leiu v., eluk. Näitelinn Leiu 8, algh., talunik, arr. 30.08.44 Näitemaa Leiu v., trib. 17.10.44, §58-1a, 58-10 lg. 2, 10+5a., Krasnojarski krai, surn. 06.09.46. Näitegrupp. (10) [R2 PC 28402]"""


def read(text: str) -> dict[str, str]:
    """The first value of each field, with what it means behind `=` where that says more."""
    found: dict[str, str] = {}
    for field in parse_notice(text, "memento-et"):
        assert field.start is not None
        assert text[field.start : field.stop] == field.value
        found.setdefault(
            field.name, field.value if field.normal in (None, field.value) else f"{field.value} = {field.normal}"
        )
    return found


def values(text: str, name: str) -> list[str]:
    """All values of a field."""
    return [field.normal or field.value for field in parse_notice(text, "memento-et") if field.name == name]


def test_an_arrested_man() -> None:
    assert read(ARRESTED) == {
        "surname": "NÄIDIS",
        "given_name": "Leiutis",
        "patronymic": "Mõeldis",
        "birth_date": "12.05.24 = 1924-05-12",
        "birth_place": "Näitemaa Leiu v. Väljamõeldu k",
        "residence": "sama = Näitemaa Leiu v. Väljamõeldu k",
        "education": "keskharidus",
        "occupation": "talunik",
        "arrest_date": "29.09.50 = 1950-09-29",
        "arrest_place": "Leiu v",
        "sentencing_body": "trib = tribunal",
        "sentence_date": "18.11.50 = 1950-11-18",
        "note": "11.02.55 väh. 5 a",
        "article": "17-58-1a = 17-58-1а",
        "sentence": "25+5 = camp",
        "sentence_years": "25+5",
        "detention_place": "Irkutski obl. Ozjorlag",
        "release_date": "12.04.55 = 1955-04-12",
        "death_date": "21.12.76 = 1976-12-21",
        "archive_file": "ük 3215",
    }
    assert values(ARRESTED, "article") == ["17-58-1а", "58-11"]
    assert values(ARRESTED, "detention_place") == ["Irkutski obl. Ozjorlag", "Kasahhi NSV"]


def test_a_sentence_of_death_that_was_carried_out() -> None:
    fields = read(EXECUTED)
    assert fields["ethnicity"] == "venelane = russian"
    assert fields["sentencing_body"] == "erin = special_board"
    assert fields["sentence"] == "surmaotsus = death"
    assert fields["execution_date"] == "17.11.41 = 1941-11-17"
    assert fields["detention_place"] == "Kirov"
    assert "sentence_years" not in fields
    assert "death_date" not in fields


def test_a_sentence_of_death_that_was_commuted_is_no_execution() -> None:
    fields = read(COMMUTED)
    assert fields["sentence"] == "surmaotsus = death"
    assert "execution_date" not in fields
    assert fields["note"] == "muud. 10+5"


def test_a_deported_family() -> None:
    head, daughter, wife = (read(entry) for entry in FAMILY)
    assert head["residence"] == "Näitelinn, Leiu 8"
    assert head["deportation_place"] == "Novosibirski obl. Näite raj"
    assert "detention_place" not in head
    assert (daughter["family_relation"], daughter["sex"]) == ("tütar", "tütar = f")
    assert daughter["deportation_date"] == "26.03.49 = 1949-03-26"
    assert daughter["deportation_place"] == "Näite k"
    assert wife["note"] == "mitte küüditatud"
    assert wife["name_variant"] == "Naidis"
    assert "sex" not in wife  # a spouse may be either
    assert "deportation_date" not in wife
    assert [engine.family_role(entry, "memento-et") for entry in FAMILY] == ["head", "member", "member"]


def test_the_books_of_1941_with_names_between_marks_and_words_broken_at_the_end_of_a_line() -> None:
    head, mother = (read(entry) for entry in EARLIER)
    assert head["birth_date"] == "08.03.1888 = 1888-03-08"
    assert head["ethnicity"] == "sakslane = german"
    assert head["name_variant"] == "Naidis"
    assert head["detention_place"] == "Sverdlovski obl"
    assert values(EARLIER[0], "archive_file") == ["6779E", "1619M"]
    assert mother["ethnicity"] == "saks- lane = german"
    assert mother["birth_date"] == "1860"
    assert mother["family_relation"] == "abikaasa ema"
    assert mother["deportation_place"] == "Kirovi obl. Nema"
    assert mother["release_date"] == "05.02.58 = 1958-02-05"
    assert [engine.family_role(entry, "memento-et") for entry in EARLIER] == ["head", "member"]


def test_the_supplement_refers_to_the_other_books() -> None:
    fields = read(SUPPLEMENT)
    assert fields["surname"] == "NÄIDIS"
    assert fields["name_variant"] == "NAIDIS"
    assert fields["birth_date"] == "18.12.1908 = 1908-12-18"
    assert fields["residence"] == "Näitelinn Leiu 8"
    assert fields["sentence_years"] == "10+5a"
    assert fields["detention_place"] == "Krasnojarski krai"
    assert fields["cross_reference"] == "R2"
    assert fields["archive_file"] == "28402"
    assert {field.episode for field in parse_notice(SUPPLEMENT, "memento-et")} == {0, 1}


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("NÄIDIS, Leiutis. Patarei vangla vahistatute nimekirjad, kes saadeti 25. ja 28. juunil 1941. (15)", None),
        ("NÄIDIS, Leiutis, Mõeldis. Viidi ära Näite vanglast 02.07.41. [ca]", None),
        ("NÄIDIS, Leiutis, Mõeldis, kohaliku RJK otsus 28.01.54 §192a lg.2, 1a. [ük]", None),
        ("NÄIDIS, Leiutis, Mõeldis ka Naidis, Leiutis s.1921 s. 1925 Näitemaa.", "1925"),
        ("NÄIDIS, Leiutis, Mõeldis a. 1937 Naidis, s.16.04.06 Näitemaa.", "1906-04-16"),
        ("NÄIDIS, Leiutis, s. (1929), tapetud Näitemaal 20.10.46. (23) [EC]", "1929"),
        ("NÄIDIS, Leiutis, s. 08.05. 12 Näitelinn, 8 kl., valvur, arr. 13.11.52.", "1912-05-08"),
    ],
)
def test_only_the_birth_is_read_as_the_birth(text: str, edtf: str | None) -> None:
    assert values(text, "birth_date") == ([edtf] if edtf else [])
    assert values(text, "surname") == ["NÄIDIS"]
    assert values(text, "given_name") == ["Leiutis"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("NÄIDIS. Suri 21.02.42 Solikamskis. [ca]", ["NÄIDIS"]),
        ("NÄIDIS, L. Mõrvatud 07.41 Näitelinnas. [cm]", ["NÄIDIS", "L"]),
        ("NÄIDIS, Leiutis, Mõeldis p. s. 1910 Näitemaa.", ["NÄIDIS", "Leiutis", "Mõeldis"]),
        ("NÄIDIS, Leiutis, Mõeldis (d), s. 1910 Näitemaa.", ["NÄIDIS", "Leiutis", "Mõeldis"]),
        ("NÄIDIS, Leiutis, 19a., eluk. Näitelinn.", ["NÄIDIS", "Leiutis"]),
        ("52 NÄIDIS, Leiutis, Mõeldis, s. 1925 Näitelinn.", ["NÄIDIS", "Leiutis", "Mõeldis"]),
        ("===     Näidis===, Leiutis, Mõeldis, tütar, 1914, mitte küüditatud.", ["Näidis", "Leiutis", "Mõeldis"]),
    ],
)
def test_a_name_ends_where_it_ends(text: str, name: list[str]) -> None:
    found = [
        field.value
        for field in parse_notice(text, "memento-et")
        if field.name in ("surname", "given_name", "patronymic")
    ]
    assert found == name


def test_an_entry_that_ran_into_this_one_is_not_read() -> None:
    text = "<Näidis>, <Leiutis>, <Mõeldis>, poeg, s. 1937, mitte küüditatud. Teine, Leiutilde, Mõeldis, ema, s. 1873, arr. 1950."
    assert values(text, "birth_date") == ["1937"]
    assert values(text, "arrest_date") == []
    assert values(text, "sex") == ["m"]


def test_all_other_names_are_read() -> None:
    text = "===NÄIDIS, Leiutis, Mõeldis=== ka Naidis, en. ka Leiutus, in. ka Moeldis, 1895 Näitelinn, arr. 08.10.40."
    assert values(text, "name_variant") == ["Naidis", "Leiutus", "Moeldis"]


def test_a_reference_before_the_entry_is_passed_over_and_one_alone_gives_the_other_name() -> None:
    both = "TEINE, Leiutis vt. Kolmas,Leiutis,?. NÄIDIS, Leiutilde, Mõeldis s. 1887 Näitemaa, arr. 14.06.41."
    assert values(both, "surname") == ["NÄIDIS"]
    assert values(both, "given_name") == ["Leiutilde"]
    several = "TEINE, Leiutis, Mõeldis s. 1903 vt. Kolmas, Leiutis, Mõeldis TEISED, Leiutilde vt. Neljas, Leiutilde NÄIDIS, Leiu, Mõeldis s. 1901 Näitemaa."
    assert values(several, "surname") == ["NÄIDIS"]
    assert values(several, "birth_date") == ["1901"]
    alone = "TEINE, Leiutis, Mõeldis s. 1900. [vt. Kolmas-Teine, Leiutis, Mõeldis]"
    assert values(alone, "surname") == ["TEINE"]
    assert values(alone, "name_variant") == ["Kolmas-Teine"]
    assert values(alone, "cross_reference") == ["Kolmas-Teine, Leiutis, Mõeldis"]


def test_a_second_arrest_is_a_second_persecution_and_a_warrant_is_none() -> None:
    twice = "NÄIDIS, Leiutis, Mõeldis, s. 1904 Näitelinn, arr. 14.11.40 Näitelinn, erin. 19.04.41 §58-10, 5a., vab. 1945, 2. arr. 03.08.50, trib. 01.10.50 §58-11, 10a."
    arrests = {
        field.episode: field.normal for field in parse_notice(twice, "memento-et") if field.name == "arrest_date"
    }
    assert arrests == {1: "1940-11-14", 2: "1950-08-03"}
    warrant = (
        "NÄIDIS, Leiutis, Mõeldis, s. 1880, eluk. Näitemaa, talunik. Arr. määrus 22.04.41, §58-10. Jäi arreteerimata."
    )
    assert values(warrant, "arrest_date") == []
    assert values(warrant, "article") == ["58-10"]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("converted 632 pages from pdf.", "page_furniture"),
        ("==========", "page_furniture"),
        ("===     Arr.=== 30.12.48, erin. 09.03.49, §16-82, 3a.", "continuation"),
        (ARRESTED, None),
        (EARLIER[0], None),
    ],
)
def test_lines_that_are_no_entry_say_why(line: str, reason: str | None) -> None:
    assert engine.reject_reason(line, "memento-et") == reason


def test_the_books_are_known_by_their_form() -> None:
    assert dialects.detect([ARRESTED, EXECUTED, COMMUTED, SUPPLEMENT]) == "memento-et"
    assert dialects.detect([*FAMILY, *EARLIER]) == "memento-et"
