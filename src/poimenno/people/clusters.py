"""Clusters: links joined to persons, strongest first, refusing what contradicts.

Connected components glue strangers together through chains of weak links. Here two clusters are joined only if their
entries agree as a whole: the links between them outweigh what speaks against, no decision forbids it, and births,
deaths and sex do not exclude each other. (Agglomerative clustering with average linkage and cannot-link
constraints; Davidson and Ravi 2005.) Splink's own clusters are connected components, so this is ours.
"""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING

from poimenno.foundation import sql
from poimenno.people.decisions.binding import BindingDecisions
from poimenno.values.disjoint_sets import DisjointSets

if TYPE_CHECKING:
    import duckdb

# Births may be this far apart within a person, deaths this far: lists err, but not by more.
MAX_BIRTH_GAP = timedelta(days=4 * 366)
MAX_DEATH_GAP = timedelta(days=400)
# A link of this weight, in bits, holds against such a contradiction, which it has counted: a digit is misprinted more
# often than two people share all the rest.
BEYOND_MISPRINT = 20.0
# The weight, in bits, of two entries of one name in one list that were not even compared: several entries there are
# usually several people. Of two names they are two people, whatever third entry elsewhere is like both.
ONE_LIST = -45.0
_FORBIDDEN = float("-inf")


@dataclass(frozen=True, slots=True)
class UsedLink:
    """A link that holds a cluster together."""

    entry_id_a: str
    entry_id_b: str
    probability: float


@dataclass(frozen=True, slots=True)
class Clusters:
    """The clusters of all entries that have a link, and the links that hold them, strongest first."""

    sets: DisjointSets = field(default_factory=DisjointSets)
    links: tuple[UsedLink, ...] = ()


@dataclass(frozen=True, slots=True)
class Life:
    """What is known of the entries of a cluster: births, deaths, and the sexes recorded.

    Of each entry's possible days, `first` is the latest of the first days and `last` the earliest of the last ones, so
    that two clusters contradict each other exactly if an entry of one contradicts an entry of the other.
    """

    born_first: date | None = None
    born_last: date | None = None
    died_first: date | None = None
    died_last: date | None = None
    sexes: frozenset[str] = frozenset()

    def contradicts(self, other: "Life", weight: float = 0.0) -> bool:
        """Whether two clusters cannot be one person, although a link of `weight` bits speaks for it."""
        if len(self.sexes | other.sexes) > 1:
            return True
        if weight >= BEYOND_MISPRINT:
            return False
        births = _too_far(self.born_first, self.born_last, other.born_first, other.born_last, MAX_BIRTH_GAP)
        return births or _too_far(self.died_first, self.died_last, other.died_first, other.died_last, MAX_DEATH_GAP)

    def merged(self, other: "Life") -> "Life":
        """What is known of both together."""
        return Life(
            _latest(self.born_first, other.born_first),
            _earliest(self.born_last, other.born_last),
            _latest(self.died_first, other.died_first),
            _earliest(self.died_last, other.died_last),
            self.sexes | other.sexes,
        )


def _too_far(
    a_first: date | None, a_last: date | None, b_first: date | None, b_last: date | None, max_gap: timedelta
) -> bool:
    return (a_first is not None and b_last is not None and a_first - b_last > max_gap) or (
        b_first is not None and a_last is not None and b_first - a_last > max_gap
    )


def _earliest(a: date | None, b: date | None) -> date | None:
    return b if a is None else a if b is None else min(a, b)


def _latest(a: date | None, b: date | None) -> date | None:
    return b if a is None else a if b is None else max(a, b)


UNKNOWN_LIFE = Life()


class _Merging:
    """The clusters while they are merged: their lives, and the weights between each two of them.

    The weight between two clusters is the sum of the weights between their entries, in bits; 0 if nothing is known.
    """

    def __init__(self, lives: dict[str, Life], weights: dict[str, dict[str, float]]) -> None:
        self.sets = DisjointSets()
        self.lives = lives
        self.weights = weights

    def may_merge(self, a: str, b: str, weight: float) -> bool:
        """Whether two clusters, by their names, may be one person by a link of `weight` bits."""
        if self.weights[a].get(b, 0.0) <= 0:
            return False
        return not self.lives.get(a, UNKNOWN_LIFE).contradicts(self.lives.get(b, UNKNOWN_LIFE), weight)

    def merge(self, entry_a: str, entry_b: str) -> None:
        """Merge the clusters of two entries."""
        a, b = self.sets.find(entry_a), self.sets.find(entry_b)
        if a == b:
            return
        root = self.sets.union(a, b)
        absorbed = b if root == a else a
        for neighbour, weight in self.weights.pop(absorbed, {}).items():
            self.weights[neighbour].pop(absorbed, None)
            if neighbour != root:
                total = self.weights[root].get(neighbour, 0.0) + weight
                self.weights[root][neighbour] = self.weights[neighbour][root] = total
        self.weights[root].pop(absorbed, None)
        life, other = self.lives.pop(root, UNKNOWN_LIFE), self.lives.pop(absorbed, UNKNOWN_LIFE)
        # If a reviewer or a heavy link overrules what the lists tell of a life, its days exclude nothing more.
        sexes = life.sexes | other.sexes
        overruled = Life(sexes=sexes if len(sexes) == 1 else frozenset())
        self.lives[root] = overruled if life.contradicts(other) else life.merged(other)


def join(db: "duckdb.DuckDBPyConnection", decisions: BindingDecisions, threshold: float) -> Clusters:
    """Join entries by decisions, then by the links of at least this probability, the strongest first."""
    merging = _Merging(_lives(db), _weights(db, decisions))
    used = []
    for a, b in decisions.same:
        merging.merge(a, b)
        used.append(UsedLink(a, b, 1.0))
    for a, b, weight, probability in sql.run(db, "people", "cluster_links"):
        if probability < threshold:
            break
        cluster_a, cluster_b = merging.sets.find(a), merging.sets.find(b)
        if cluster_a == cluster_b:
            used.append(UsedLink(a, b, probability))
        elif merging.may_merge(cluster_a, cluster_b, weight):
            merging.merge(a, b)
            used.append(UsedLink(a, b, probability))
    return Clusters(merging.sets, tuple(used))


def _weights(db: "duckdb.DuckDBPyConnection", decisions: BindingDecisions) -> dict[str, dict[str, float]]:
    """The weights between entries that may meet in a cluster, in bits, both ways; minus infinity forbids."""
    weights: dict[str, dict[str, float]] = defaultdict(dict)
    for a, b, weight in sql.run(db, "people", "cluster_weights"):
        weights[a][b] = weights[b][a] = weight
    for a, b, same_name in sql.run(db, "people", "cluster_list_pairs"):
        weights[a][b] = weights[b][a] = weights[a].get(b, ONE_LIST) if same_name else _FORBIDDEN
    for a, b in (*sql.run(db, "people", "cluster_families"), *decisions.different):
        weights[a][b] = weights[b][a] = _FORBIDDEN
    return weights


def _lives(db: "duckdb.DuckDBPyConnection") -> dict[str, Life]:
    return {
        entry: Life(first, last, died, died, frozenset({sex} if sex else ()))
        for entry, first, last, died, sex in sql.run(db, "people", "cluster_lives")
    }
