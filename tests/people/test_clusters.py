"""Clusters against brute force: every pair of every group looked at again at every step."""

import functools
import itertools
from dataclasses import dataclass, field
from datetime import date, timedelta

import duckdb
from hypothesis import example, given
from hypothesis import strategies as st

from poimenno.foundation import database, sql
from poimenno.people import clusters
from poimenno.people.decisions.binding import BindingDecisions
from poimenno.values.disjoint_sets import DisjointSets

ENTRIES = "abcdef"
THRESHOLD = 0.9
Pair = tuple[str, str]
PAIRS = list(itertools.combinations(ENTRIES, 2))


@dataclass
class Case:
    """Some entries: the weight of scored pairs, years of birth and death, sexes, families, lists, names, decisions."""

    weights: dict[Pair, int] = field(default_factory=dict)
    births: dict[str, int] = field(default_factory=dict)
    deaths: dict[str, int] = field(default_factory=dict)
    sexes: dict[str, str] = field(default_factory=dict)
    heads: dict[str, str] = field(default_factory=dict)
    lists: dict[str, str] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    same: list[Pair] = field(default_factory=list)
    different: set[Pair] = field(default_factory=set)


def probability(weight: float) -> float:
    return float(2.0**weight / (1 + 2.0**weight))


def linked(case: Case) -> list[Pair]:
    return [pair for pair, weight in case.weights.items() if probability(weight) >= 0.2]


def joined(case: Case) -> tuple[set[frozenset[str]], list[tuple[str, str, float]]]:
    """The groups as the room makes them, and the links that hold them."""
    db = tables()
    fill(db, case)
    made = clusters.join(db, BindingDecisions(tuple(case.same), frozenset(case.different)), THRESHOLD)
    links = [(link.entry_id_a, link.entry_id_b, link.probability) for link in made.links]
    # The links that hold the clusters make the same clusters.
    by_links = DisjointSets((a, b) for a, b, _ in links)
    assert [made.sets.find(entry) for entry in ENTRIES] == [by_links.find(entry) for entry in ENTRIES]
    return {frozenset(e for e in ENTRIES if by_links.find(e) == root) for root in map(by_links.find, ENTRIES)}, links


@functools.cache
def tables() -> duckdb.DuckDBPyConnection:
    db = database.memory()
    for room in ("entries", "people"):
        sql.run(db, room)
    db.execute("CREATE TEMP TABLE scored_pairs (unique_id_l VARCHAR, unique_id_r VARCHAR, match_weight DOUBLE)")
    db.execute(
        "CREATE TEMP TABLE linkage_input "
        "(unique_id VARCHAR, birth_earliest DATE, birth_latest DATE, death_day DATE, sex VARCHAR, "
        "surname VARCHAR, given_name VARCHAR)"
    )
    return db


def fill(db: duckdb.DuckDBPyConnection, case: Case) -> None:
    for table in ("entries", "links", "scored_pairs", "linkage_input"):
        db.execute(f"DELETE FROM {table}")
    for entry in ENTRIES:
        db.execute(
            "INSERT INTO entries VALUES (?, ?, ?, 0, ?, '', NULL, NULL, ?)",
            [entry, case.lists.get(entry, entry), entry, entry, case.heads.get(entry)],
        )
        birth, death = case.births.get(entry), case.deaths.get(entry)
        db.execute(
            "INSERT INTO linkage_input VALUES (?, ?, ?, ?, ?, 'Небылицын', ?)",
            [
                entry,
                birth and date(birth, 1, 1),
                birth and date(birth, 12, 31),
                death and date(death, 7, 1),
                case.sexes.get(entry),
                case.names.get(entry, "Степан"),
            ],
        )
    for (a, b), weight in case.weights.items():
        db.execute("INSERT INTO scored_pairs VALUES (?, ?, ?)", [a, b, weight])
    for a, b in linked(case):
        weight = case.weights[a, b]
        db.execute(
            "INSERT INTO links VALUES (?, ?, ?, ?, 'model', false, NULL, 0)", [a, b, weight, probability(weight)]
        )
    for kind, pairs in ((100, case.same), (-100, sorted(case.different))):
        for a, b in pairs:
            db.execute(
                "INSERT OR REPLACE INTO links VALUES (?, ?, ?, ?, 'decision', false, NULL, NULL)",
                [a, b, kind, float(kind > 0)],
            )


def contradict(case: Case, a: str, b: str) -> bool:
    """Whether two entries cannot be one person, by what they tell."""
    births = [case.births[entry] for entry in (a, b) if entry in case.births]
    deaths = [case.deaths[entry] for entry in (a, b) if entry in case.deaths]
    sexes = {case.sexes[entry] for entry in (a, b) if entry in case.sexes}
    return (
        len(sexes) > 1
        or (len(births) == 2 and date(max(births), 1, 1) - date(min(births), 12, 31) > clusters.MAX_BIRTH_GAP)
        or (len(deaths) == 2 and date(max(deaths), 7, 1) - date(min(deaths), 7, 1) > clusters.MAX_DEATH_GAP)
    )


def family(case: Case, entry: str) -> str:
    return case.heads.get(entry, entry)


def forbidden(case: Case, a: str, b: str) -> bool:
    return (a, b) in case.different or (b, a) in case.different or family(case, a) == family(case, b)


def by_force(case: Case) -> set[frozenset[str]]:
    """The groups, by looking at each pair of entries of two groups anew. Without decisions that two are the same."""
    groups = [frozenset({entry}) for entry in ENTRIES]
    overruled: set[str] = set()
    decided = {tuple(sorted(pair)) for pair in case.different}
    scored = {pair: max(-10, min(weight, 30)) for pair, weight in case.weights.items()}
    for a, b in sorted(linked(case), key=lambda pair: (-case.weights[pair], pair)):
        if (a, b) in decided or probability(case.weights[a, b]) < THRESHOLD:
            continue
        left = next(group for group in groups if a in group)
        right = next(group for group in groups if b in group)
        between = [(min(x, y), max(x, y)) for x in left for y in right]
        known = bare(case, overruled)
        if (
            left != right
            and sum(scored.get(pair, one_list(case, *pair)) for pair in between) > 0
            and not any(two_names_in_one_list(case, *pair) for pair in between)
            and not any(forbidden(case, *pair) for pair in between)
            and not excluded(known, left, right, case.weights[a, b])
        ):
            if excluded(known, left, right, 0):
                overruled |= left | right
            groups = [group for group in groups if group not in (left, right)] + [left | right]
    return set(groups)


def one_list(case: Case, a: str, b: str) -> float:
    """The weight of two that were not compared: against, where one list has both and a third may join them."""
    return clusters.ONE_LIST if may_meet(case, a, b) else 0.0


def two_names_in_one_list(case: Case, a: str, b: str) -> bool:
    return may_meet(case, a, b) and case.names.get(a) != case.names.get(b)


def may_meet(case: Case, a: str, b: str) -> bool:
    """Whether two entries of one list have a link, or both have one to a third."""
    links = [set(pair) for pair in linked(case)]
    third = any({a, c} in links and {b, c} in links for c in ENTRIES)
    return (third or {a, b} in links) and case.lists.get(a, a) == case.lists.get(b, b)


def bare(case: Case, overruled: set[str]) -> Case:
    """The case without the days of those whom a heavy link overruled."""
    births, deaths = (
        {entry: year for entry, year in years.items() if entry not in overruled} for years in (case.births, case.deaths)
    )
    return Case(births=births, deaths=deaths, sexes=case.sexes)


def excluded(case: Case, left: frozenset[str], right: frozenset[str], weight: float) -> bool:
    known = case if weight < clusters.BEYOND_MISPRINT else Case(sexes=case.sexes)
    return any(contradict(known, a, b) for a in left for b in right)


def some(pairs: list[Pair]) -> st.SearchStrategy[set[Pair]]:
    return st.sets(st.sampled_from(pairs), max_size=3)


cases = st.builds(
    Case,
    # Whole numbers, so that sums are exact; every entry may meet every other.
    weights=st.dictionaries(st.sampled_from(PAIRS), st.integers(-14, 40), max_size=len(PAIRS)),
    births=st.dictionaries(st.sampled_from(ENTRIES), st.integers(1880, 1890)),
    deaths=st.dictionaries(st.sampled_from(ENTRIES), st.integers(1937, 1942), max_size=3),
    sexes=st.dictionaries(st.sampled_from(ENTRIES), st.sampled_from("mf"), max_size=2),
    heads=st.dictionaries(st.sampled_from("def"), st.sampled_from("ab"), max_size=2),
    lists=st.dictionaries(st.sampled_from(ENTRIES), st.sampled_from("lm"), max_size=4),
    names=st.dictionaries(st.sampled_from(ENTRIES), st.just("Лев"), max_size=2),
    different=some(PAIRS),
)
CHAIN = Case(weights={("a", "b"): 9, ("b", "c"): 9}, births={"a": 1880, "b": 1884, "c": 1888})


@given(cases)
@example(CHAIN)
@example(Case(weights={("a", "b"): 9, ("b", "c"): 9, ("a", "c"): -9}))
@example(Case(weights={("a", "b"): 9, ("b", "c"): 9, ("a", "c"): -10}))
@example(Case(weights={("a", "c"): 9, ("c", "d"): 9}, heads={"d": "a"}))
def test_groups_are_those_of_brute_force(case: Case) -> None:
    assert joined(case)[0] == by_force(case)


@given(cases, some(PAIRS))
def test_decisions_bind_and_nothing_else_joins_what_contradicts(case: Case, same: set[Pair]) -> None:
    case.same = sorted(same)
    groups = DisjointSets(case.same)
    case.different = {(a, b) for a, b in case.different if not groups.connected(a, b)}
    made, used = joined(case)
    of = {entry: group for group in made for entry in group}
    assert all(of[a] == of[b] for a, b in same)
    assert all(of[a] != of[b] for a, b in case.different)
    for group in made:
        if not any({a, b} <= group for a, b in same):
            for a, b in itertools.combinations(sorted(group), 2):
                heavy = any(case.weights.get(pair, 0) >= clusters.BEYOND_MISPRINT for pair in PAIRS if {*pair} <= group)
                assert not contradict(Case(sexes=case.sexes) if heavy else case, a, b)
                assert not forbidden(case, a, b)
    assert {(a, b) for a, b, _ in used} >= same
    assert len({frozenset(link[:2]) for link in used}) == len(used)


@given(cases, st.permutations(ENTRIES))
def test_the_order_of_rows_is_of_no_account(case: Case, order: list[str]) -> None:
    shuffled = Case(
        **{**vars(case), "weights": dict(sorted(case.weights.items(), key=lambda item: order.index(item[0][0])))}
    )
    assert joined(shuffled) == joined(case)


def test_a_chain_of_weak_links_does_not_glue_contradictory_births() -> None:
    assert joined(CHAIN)[0] == {frozenset("ab"), *map(frozenset, "cdef")}


def test_a_third_entry_elsewhere_does_not_join_a_family() -> None:
    case = Case(weights={("a", "c"): 20, ("c", "d"): 19, ("a", "d"): 12}, heads={"d": "a"})
    assert joined(case)[0] == {frozenset("ac"), *map(frozenset, "bdef")}


def test_after_a_decision_against_the_lists_their_lives_exclude_nothing() -> None:
    case = Case(weights={("b", "c"): 12}, births={"a": 1880, "b": 1890, "c": 1890}, same=[("a", "b")])
    assert joined(case)[0] == {frozenset("abc"), *map(frozenset, "def")}


def test_a_heavy_link_holds_against_a_misprinted_year() -> None:
    births = {"a": 1880, "b": 1890}
    assert joined(Case(weights={("a", "b"): 19}, births=births))[0] == {*map(frozenset, ENTRIES)}
    assert frozenset("ab") in joined(Case(weights={("a", "b"): 20}, births=births))[0]


def test_an_open_span_excludes_by_the_end_that_is_known() -> None:
    before = clusters.Life(born_last=date(1880, 12, 31))
    assert before.contradicts(clusters.Life(born_first=date(1890, 1, 1)))
    assert clusters.Life(born_first=date(1890, 1, 1)).contradicts(before)
    assert not before.contradicts(clusters.Life(born_last=date(1950, 12, 31)))
    assert not before.contradicts(clusters.Life())


@given(st.lists(st.tuples(st.integers(0, 3000), st.integers(0, 400)), min_size=2, max_size=6), st.data())
def test_merged_lives_contradict_exactly_where_a_pair_does(spans: list[tuple[int, int]], data: st.DataObject) -> None:
    day = date(1880, 1, 1)
    lives = [clusters.Life(day + timedelta(start), day + timedelta(start + length)) for start, length in spans]
    cut = data.draw(st.integers(1, len(lives) - 1))
    left, right = lives[0], lives[cut]
    for life in lives[1:cut]:
        left = left.merged(life)
    for life in lives[cut + 1 :]:
        right = right.merged(life)
    assert left.contradicts(right) == any(a.contradicts(b) for a in lives[:cut] for b in lives[cut:])


def test_two_names_in_one_list_are_two_people_though_a_third_entry_elsewhere_is_like_both() -> None:
    weights = {("a", "b"): 25, ("b", "c"): 24, ("a", "c"): 12}
    lists = {"a": "l", "c": "l"}
    assert frozenset("abc") in joined(Case(weights=weights, lists=lists))[0]
    assert joined(Case(weights=weights, lists=lists, names={"c": "Лев"}))[0] == {
        frozenset("ab"),
        *map(frozenset, "cdef"),
    }
