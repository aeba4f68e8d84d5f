"""Disjoint sets against the definition: connected is what a walk along the pairs reaches."""

import itertools
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from poimenno.values.disjoint_sets import DisjointSets

NAMES = "abcdefgh"
Pair = tuple[str, str]
pairs_of_names = st.lists(st.tuples(st.sampled_from(NAMES), st.sampled_from(NAMES)), max_size=12)


def reachable(start: str, pairs: list[Pair]) -> set[str]:
    """The names that a walk from `start` along the pairs reaches."""
    reached, edge = {start}, [start]
    while edge:
        name = edge.pop()
        neighbours = {b for a, b in pairs if a == name} | {a for a, b in pairs if b == name}
        edge.extend(neighbours - reached)
        reached |= neighbours
    return reached


@given(pairs_of_names)
def test_names_are_connected_if_a_walk_along_the_pairs_connects_them(pairs: list[Pair]) -> None:
    sets = DisjointSets(pairs)
    for a, b in itertools.combinations_with_replacement(NAMES, 2):
        assert sets.connected(a, b) == (b in reachable(a, pairs))
    for name in NAMES:
        assert sets.find(name) == min(reachable(name, pairs))


@given(pairs_of_names)
def test_groups_are_all_sets_of_the_names_given(pairs: list[Pair]) -> None:
    groups = DisjointSets(pairs).groups()
    given_names = sorted({name for pair in pairs for name in pair})
    assert sorted(itertools.chain(*groups.values())) == given_names == DisjointSets(pairs).names()
    assert groups == {min(members): sorted(members) for members in (reachable(name, pairs) for name in given_names)}


@given(pairs_of_names, st.randoms())
def test_the_order_of_pairs_does_not_matter(pairs: list[Pair], random: Random) -> None:
    shuffled = [(b, a) for a, b in random.sample(pairs, len(pairs))]
    assert DisjointSets(shuffled).groups() == DisjointSets(pairs).groups()


def test_union_returns_the_name_of_the_joined_set() -> None:
    sets = DisjointSets()
    assert sets.union("c", "b") == "b"
    assert sets.union("b", "a") == "a"
    assert sets.union("c", "d") == "a"
    assert sets.groups() == {"a": ["a", "b", "c", "d"]}


def test_a_long_chain_is_one_set() -> None:
    names = [f"{number:06}" for number in range(20_000)]
    for order in (names, names[::-1]):
        assert DisjointSets(itertools.pairwise(order)).groups() == {"000000": names}


def test_a_new_name_is_a_set_of_its_own() -> None:
    sets = DisjointSets()
    assert sets.groups() == {}
    assert sets.find("x") == "x"
    assert sets.groups() == {"x": ["x"]}
