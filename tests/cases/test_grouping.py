"""Episodes of one person are one case, or several, by their dates."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from poimenno.cases.grouping import Episode, group_episodes
from poimenno.values.intervals import Period


def on(text: str) -> Period:
    day = date.fromisoformat(text)
    return Period(day, day)


def grouped(*episodes: Episode) -> list[list[str]]:
    return [[episode.entry_id for episode in case] for case in group_episodes(episodes)]


def test_near_arrests_are_one_case() -> None:
    assert grouped(Episode("a", 1, arrest=on("1937-09-01")), Episode("b", 1, arrest=on("1937-10-10"))) == [["a", "b"]]


def test_years_apart_are_two_cases_in_order_of_time() -> None:
    assert grouped(Episode("a", 1, arrest=on("1937-09-01")), Episode("b", 1, arrest=on("1919-02-01"))) == [["b"], ["a"]]


def test_months_apart_are_a_disagreement() -> None:
    assert grouped(
        Episode("a", 1, arrest=on("1941-06-14"), sentence=on("1942-06-24")), Episode("b", 1, sentence=on("1942-10-03"))
    ) == [["a", "b"]]


def test_an_arrest_after_the_sentence_is_another_case_though_it_is_the_same_year() -> None:
    assert grouped(
        Episode("a", 1, arrest=on("1937-01-10"), sentence=on("1937-02-10")),
        Episode("b", 1, arrest=on("1937-09-01"), execution=on("1937-11-05")),
    ) == [["a"], ["b"]]


def test_one_says_the_arrest_and_the_other_the_shooting() -> None:
    assert grouped(Episode("a", 1, arrest=on("1936-11-20")), Episode("b", 1, execution=on("1937-05-08"))) == [
        ["a", "b"]
    ]


def test_an_arrest_long_after_a_sentence_is_another_case() -> None:
    assert grouped(Episode("a", 1, sentence=on("1936-02-01")), Episode("b", 1, arrest=on("1937-05-08"))) == [
        ["a"],
        ["b"],
    ]


def test_two_days_of_a_shooting_are_a_disagreement_not_two_cases() -> None:
    assert grouped(
        Episode("a", 1, arrest=on("1937-08-01"), execution=on("1937-11-05")),
        Episode("b", 1, arrest=on("1938-01-01"), execution=on("1938-03-05")),
    ) == [["a", "b"]]


def test_episodes_of_one_entry_stay_apart() -> None:
    assert grouped(Episode("a", 1, arrest=on("1937-08-01")), Episode("a", 2, arrest=on("1937-08-02"))) == [["a"], ["a"]]


def test_an_undated_episode_joins_the_last_case() -> None:
    assert grouped(
        Episode("a", 1, arrest=on("1919-08-01")), Episode("a", 2, arrest=on("1937-08-02")), Episode("b", 1)
    ) == [["a"], ["a", "b"]]


def test_a_year_agrees_with_a_day_in_it() -> None:
    assert grouped(
        Episode("a", 1, sentence=on("1937-08-01")),
        Episode("b", 1, sentence=Period(date(1937, 1, 1), date(1937, 12, 31))),
    ) == [["a", "b"]]


days = st.one_of(
    st.none(), st.dates(date(1918, 1, 1), date(1953, 1, 1)).map(lambda day: Period(day, day + timedelta(days=3)))
)
Days = Period | None


@given(st.lists(st.tuples(st.sampled_from("abcd"), days, days, days), max_size=8))
def test_every_episode_is_in_one_case_and_no_entry_twice(rows: list[tuple[str, Days, Days, Days]]) -> None:
    episodes = [Episode(name, n, *dates) for n, (name, *dates) in enumerate(rows)]
    cases = group_episodes(episodes)
    assert sorted(episode.episode for case in cases for episode in case) == list(range(len(episodes)))
    assert all(len({episode.entry_id for episode in case}) == len(case) for case in cases)
