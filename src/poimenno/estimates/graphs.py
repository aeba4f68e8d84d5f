"""All decomposable graphs on a few lists: which lists depend on each other, in every way that can be summed exactly.

A graph is decomposable when its vertices can be removed one after another such that the neighbours of each, at its
turn, are all joined to each other. Its probability is then a product over cliques divided by one over separators
(Dawid & Lauritzen 1993), which is all that is kept of it here: a row of whole numbers, one for each set of lists.
"""

from functools import cache
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

Powers = NDArray[np.int8]


@cache
def decomposable(lists: int) -> tuple[Powers, tuple[str, ...]]:
    """All decomposable graphs of three to six lists: 8, 61, 822, 18,154.

    Gives, for each graph, the power of each set of lists (bit *j*: list *j*) in its probability, and the graph's
    name: its cliques with the lists numbered from 1, as "123,34".
    """
    edges = list(combinations(range(lists), 2))
    graphs = np.arange(1 << len(edges))
    near = np.zeros((len(graphs), lists), dtype=np.int64)
    for bit, (a, b) in enumerate(edges):
        on = graphs >> bit & 1
        near[:, a] |= on << b
        near[:, b] |= on << a
    powers, chordal = _eliminate(near)
    powers = powers[chordal]
    return powers, tuple(_name(row) for row in powers)


def _eliminate(near: NDArray[np.int64]) -> tuple[Powers, NDArray[np.bool_]]:
    """Remove, in all graphs at once, one vertex after another whose remaining neighbours are all joined."""
    graphs, lists = near.shape
    powers = np.zeros((graphs, 1 << lists), dtype=np.int8)
    left = np.full(graphs, (1 << lists) - 1)
    every = np.arange(graphs)
    chordal = np.ones(graphs, dtype=bool)
    for _step in range(lists):
        done = ~chordal
        for v in range(lists):
            around = near[:, v] & left
            fits = ~done & (left >> v & 1 == 1)
            for u in range(lists):
                fits &= (around >> u & 1 == 0) | (around & ~(near[:, u] | 1 << u) == 0)
            powers[every[fits], (around | 1 << v)[fits]] += 1
            powers[every[fits], around[fits]] -= 1
            left = np.where(fits, left & ~(1 << v), left)
            done |= fits
        chordal &= done
    powers[:, 0] = 0  # the empty set has probability 1
    return powers, chordal


def _name(row: Powers) -> str:
    """The cliques: sets with a positive power that no other such set holds."""
    cliques = [int(p) for p in np.flatnonzero(row > 0)]
    names = ["".join(str(j + 1) for j in range(6) if c >> j & 1) for c in cliques]
    return ",".join(sorted(names))
