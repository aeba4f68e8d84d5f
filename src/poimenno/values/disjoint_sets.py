"""Disjoint sets (union-find): which names belong together, when all that is given is pairs.

`union` says that two names belong together, `find` names the set of a name, and `groups` lists all sets. The name of a
set is always its smallest member, so the result does not depend on the order of the pairs. Sets only ever grow: to take
a pair back, build anew without it.
"""

from collections import defaultdict
from collections.abc import Iterable


class DisjointSets:
    """Disjoint sets of strings, with path halving (Tarjan 1975). A name that was never given is a set of its own."""

    def __init__(self, pairs: Iterable[tuple[str, str]] = ()) -> None:
        self._parent: dict[str, str] = {}
        for a, b in pairs:
            self.union(a, b)

    def find(self, name: str) -> str:
        """The smallest name of the set that contains `name`."""
        parent = self._parent
        root = parent.setdefault(name, name)
        while root != parent[root]:
            parent[root] = parent[parent[root]]
            root = parent[root]
        parent[name] = root
        return root

    def union(self, a: str, b: str) -> str:
        """Join the sets of two names; returns the name of the joined set."""
        a, b = sorted((self.find(a), self.find(b)))
        self._parent[b] = a
        return a

    def connected(self, a: str, b: str) -> bool:
        """Whether two names belong to one set."""
        return self.find(a) == self.find(b)

    def names(self) -> list[str]:
        """All names given so far, in order."""
        return sorted(self._parent)

    def groups(self) -> dict[str, list[str]]:
        """All sets: their name, and their members in order."""
        members: dict[str, list[str]] = defaultdict(list)
        for name in self.names():
            members[self.find(name)].append(name)
        return dict(members)
