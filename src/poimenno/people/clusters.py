"""Clusters: links joined to persons, strongest first, refusing what contradicts.

Connected components glue strangers together through chains of weak links. Here two groups are joined only where
their entries agree as a whole: the links between them outweigh what speaks against, no decision forbids it, and births,
deaths and sex do not exclude each other. (Agglomerative clustering with average linkage and cannot-link
constraints; Davidson and Ravi 2005.) Splink's own clusters are connected components, so this is ours.
"""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from poimenno.values.disjoint_sets import DisjointSets

if TYPE_CHECKING:
    import duckdb

    from poimenno.people.decisions.binding import Judged

Pair = tuple[str, str]
# Births may be this far apart within a person, deaths this far: lists err, but not by more.
BIRTHS_APART = timedelta(days=4 * 366)
DEATHS_APART = timedelta(days=400)
# A link of this weight holds against such a contradiction, which it has counted: a digit is misprinted more often than
# two people share all the rest.
BEYOND_MISPRINT = 20.0
# The weight of two entries of one name in one list that were not even compared: several entries there are usually
# several people. Of two names they are two people, whatever third entry elsewhere is like both.
ONE_LIST = -45.0


@dataclass(slots=True)
class Life:
    """What is known of the entries of a group: births and deaths, and the sexes told.

    Of each entry's possible days, `first` is the latest of the first days and `last` the earliest of the last: so
    that two groups contradict each other exactly where an entry of one contradicts an entry of the other.
    """

    born_first: date | None = None
    born_last: date | None = None
    died_first: date | None = None
    died_last: date | None = None
    sexes: frozenset[str] = frozenset()

    def contradicts(self, other: "Life", weight: float = 0.0) -> bool:
        """Whether two groups cannot be one person, though a link of `weight` holds them together."""
        if len(self.sexes | other.sexes) > 1:
            return True
        if weight >= BEYOND_MISPRINT:
            return False
        return _apart(self.born_first, self.born_last, other.born_first, other.born_last, BIRTHS_APART) or _apart(
            self.died_first, self.died_last, other.died_first, other.died_last, DEATHS_APART
        )

    def with_(self, other: "Life") -> "Life":
        """What is known of both together."""
        return Life(
            _most(self.born_first, other.born_first),
            _least(self.born_last, other.born_last),
            _most(self.died_first, other.died_first),
            _least(self.died_last, other.died_last),
            self.sexes | other.sexes,
        )


def _apart(a1: date | None, a2: date | None, b1: date | None, b2: date | None, most: timedelta) -> bool:
    return (a1 is not None and b2 is not None and a1 - b2 > most) or (
        b1 is not None and a2 is not None and b1 - a2 > most
    )


def _least(a: date | None, b: date | None) -> date | None:
    return b if a is None else a if b is None else min(a, b)


def _most(a: date | None, b: date | None) -> date | None:
    return b if a is None else a if b is None else max(a, b)


def join(db: "duckdb.DuckDBPyConnection", judged: "Judged", threshold: float) -> list[tuple[str, str, float]]:
    """Join the links of at least `threshold`, strongest first: (entry, entry, probability) of each link that holds."""
    groups = DisjointSets()
    lives = _lives(db)
    against: dict[str, dict[str, float]] = defaultdict(dict)
    links = db.execute(
        "SELECT entry_id_a, entry_id_b, weight, probability FROM links WHERE origin = 'model' "
        "ORDER BY weight DESC, entry_id_a, entry_id_b"
    ).fetchall()
    for a, b, weight in _between(db):
        against[a][b] = against[b][a] = weight
    for a, b, one_name in _in_one_list(db):
        weight = against[a].get(b, ONE_LIST) if one_name else float("-inf")
        against[a][b] = against[b][a] = weight
    for a, b in _families(db):
        against[a][b] = against[b][a] = float("-inf")
    for a, b in judged.different:
        against[a][b] = against[b][a] = float("-inf")
    used: list[tuple[str, str, float]] = []
    for a, b in judged.same:
        _merge(groups, lives, against, a, b)
        used.append((a, b, 1.0))
    for a, b, weight, probability in links:
        if probability < threshold:
            break
        one, other = groups.find(a), groups.find(b)
        if one == other:
            used.append((a, b, probability))
        elif against[one].get(other, 0.0) > 0 and not _excluded(lives, one, other, weight):
            _merge(groups, lives, against, a, b)
            used.append((a, b, probability))
    return used


def _excluded(lives: dict[str, Life], one: str, other: str, weight: float) -> bool:
    return lives.get(one, Life()).contradicts(lives.get(other, Life()), weight)


def _families(db: "duckdb.DuckDBPyConnection") -> list[Pair]:
    """The pairs of members of one family in one list: two people, also by way of a third entry elsewhere."""
    return db.execute(
        "WITH members AS (SELECT entry_id, coalesce(head_entry_id, entry_id) AS family FROM entries "
        "SEMI JOIN (SELECT unnest([entry_id_a, entry_id_b]) AS entry_id FROM links) USING (entry_id)) "
        "SELECT a.entry_id, b.entry_id FROM members AS a JOIN members AS b "
        "ON b.family = a.family AND a.entry_id < b.entry_id ORDER BY ALL"
    ).fetchall()


def _in_one_list(db: "duckdb.DuckDBPyConnection") -> list[tuple[str, str, bool]]:
    """The pairs of entries of one list that have a link, or both one to a third entry, and whether of one name."""
    return db.execute(
        "WITH ends AS (SELECT entry_id_a AS entry_id, entry_id_b AS third FROM links "
        "UNION ALL SELECT entry_id_b, entry_id_a FROM links "
        "UNION ALL SELECT unnest([entry_id_a, entry_id_b]), entry_id_a FROM links), "
        "listed AS (SELECT ends.*, entries.source_id, surname, given_name FROM ends JOIN entries USING (entry_id) "
        "LEFT JOIN linkage_input AS i ON i.unique_id = entry_id) "
        "SELECT DISTINCT a.entry_id, b.entry_id, "
        "coalesce(a.surname = b.surname AND a.given_name = b.given_name, false) AS one_name "
        "FROM listed AS a JOIN listed AS b "
        "ON b.third = a.third AND b.source_id = a.source_id AND a.entry_id < b.entry_id ORDER BY ALL"
    ).fetchall()


def _between(db: "duckdb.DuckDBPyConnection") -> list[tuple[str, str, float]]:
    """The weight of every scored pair whose entries have a link at all."""
    return db.execute(
        "SELECT unique_id_l, unique_id_r, greatest(least(match_weight, 30), -10) FROM scored "
        "SEMI JOIN (SELECT unnest([entry_id_a, entry_id_b]) AS entry_id FROM links) AS l ON l.entry_id = unique_id_l "
        "ORDER BY 1, 2"
    ).fetchall()


def _merge(groups: DisjointSets, lives: dict[str, Life], against: dict[str, dict[str, float]], a: str, b: str) -> None:
    one, other = groups.find(a), groups.find(b)
    if one == other:
        return
    root = groups.union(one, other)
    gone = other if root == one else one
    # Weights between groups are the sums over their pairs.
    for neighbour, weight in against.pop(gone, {}).items():
        against[neighbour].pop(gone, None)
        if neighbour != root:
            total = against[root].get(neighbour, 0.0) + weight
            against[root][neighbour] = against[neighbour][root] = total
    against[root].pop(gone, None)
    one_life, other_life = lives.pop(root, Life()), lives.pop(gone, Life())
    # Where a reviewer or a heavy link overrules what the lists tell of a life, its days exclude nothing more.
    sexes = one_life.sexes | other_life.sexes
    overruled = Life(sexes=sexes if len(sexes) == 1 else frozenset())
    lives[root] = overruled if one_life.contradicts(other_life) else one_life.with_(other_life)


def _lives(db: "duckdb.DuckDBPyConnection") -> dict[str, Life]:
    rows = db.execute(
        "SELECT unique_id, birth_earliest, birth_latest, death_day, sex FROM linkage_input AS i "
        "SEMI JOIN (SELECT unnest([entry_id_a, entry_id_b]) AS entry_id FROM links) AS l ON l.entry_id = i.unique_id"
    ).fetchall()
    return {
        entry: Life(first, last, died, died, frozenset({sex} if sex else ())) for entry, first, last, died, sex in rows
    }
