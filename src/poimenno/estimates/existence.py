"""Does a log-linear model have a maximum likelihood estimate on this table, and does it determine the unseen?

Empty overlaps can send coefficients to infinity. A program that iterates regardless prints a number (1.4e13 in one
published package). Here the question is answered first, exactly, by linear programming (Fienberg & Rinaldo 2012):

- **exists**: an ordinary maximum;
- **extended**: some cells are expected to be exactly empty; without them the model has a maximum, and the unseen is
  still determined (Chan, Silverman & Vincent 2021);
- **unidentified**: any number of unseen fits equally well.
"""

from dataclasses import dataclass
from typing import Literal

import numpy as np
from scipy.optimize import linprog

from poimenno.estimates.hierarchical import Mask, design
from poimenno.estimates.overlaps import Array


@dataclass(frozen=True)
class Existence:
    """The verdict; `cells` is the face: the cells that a maximum can be expected in."""

    verdict: Literal["exists", "extended", "unidentified"]
    cells: Mask


def existence(counts: Array, possible: Mask, terms: Mask) -> Existence:
    """Examine one model: `counts`, `possible` and `terms` by pattern."""
    x = design(len(counts).bit_length() - 1)
    face = possible & _facial(counts, possible, x[:, terms])
    rows = x[face][:, terms]
    unseen = x[0, terms]
    # The unseen is determined if its row is a linear combination of the rows of the face.
    rank = int(np.linalg.matrix_rank(rows))
    if rank < int(np.linalg.matrix_rank(np.vstack([rows, unseen]))):
        return Existence("unidentified", face)
    return Existence("exists" if bool((face == possible).all()) else "extended", face)


def _facial(counts: Array, possible: Mask, x: Array) -> Mask:
    """The smallest face that contains the data: the cells that no direction of recession empties."""
    empty = np.flatnonzero(possible & (counts == 0))
    face = np.ones(len(counts), dtype=bool)
    if not len(empty):
        return face
    seen = np.flatnonzero(possible & (counts > 0))
    terms, slack = x.shape[1], len(empty)
    # Find b with x b = 0 at cells with people and x b <= -t at the others, 0 <= t <= 1, with as many t = 1 as possible.
    solution = linprog(
        c=np.concatenate([np.zeros(terms), -np.ones(slack)]),
        A_ub=np.hstack([x[empty], np.eye(slack)]),
        b_ub=np.zeros(slack),
        A_eq=np.hstack([x[seen], np.zeros((len(seen), slack))]),
        b_eq=np.zeros(len(seen)),
        bounds=[(None, None)] * terms + [(0, 1)] * slack,
        method="highs",
    )
    face[empty[solution.x[terms:] > 0.5]] = False
    return face


def reduced(terms: Mask, face: Mask) -> Mask:
    """A largest set of terms that are linearly independent on the face: what can be fitted there."""
    x = design(len(face).bit_length() - 1)[face]
    independent = np.zeros_like(terms)
    rank = 0
    for term in np.flatnonzero(terms):
        independent[term] = True
        now = int(np.linalg.matrix_rank(x[:, independent]))
        if now == rank:
            independent[term] = False
        rank = now
    return independent
