"""The solver: HiGHS (Huangfu and Hall 2018) on the systems of `constraints`."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from poimenno.claims.cells import Key, Said
from poimenno.claims.solver.constraints import INFINITE, System
from poimenno.foundation.output import muted
from poimenno.values.intervals import Period

_TOLERANCE = 1e-6
_TIE, _MANY = 1e-4, 100


class Model:
    """A system with the rows of some claims, each of which can be let go and taken back without building anew."""

    def __init__(
        self, system: System, claims: Sequence[Said], *, elastic: bool = False, presolve: bool = False
    ) -> None:
        import highspy
        import numpy as np

        with muted():  # its constructor prints a banner, before it can be told not to
            self._highs: Any = highspy.Highs()  # type: ignore[no-untyped-call]
        self._highs.silent()
        self._highs.setOptionValue("threads", 1)
        # Without presolve the certificate of impossible models and the last basis stay at hand.
        self._highs.setOptionValue("presolve", "on" if elastic or presolve else "off")
        self._highs.setOptionValue("random_seed", 0)
        self._ok = highspy.HighsModelStatus.kOptimal
        self._max, self._min = highspy.ObjSense.kMaximize, highspy.ObjSense.kMinimize
        self.system, self.claims = system, list(claims)
        self._first = len(system.rows)
        slack = 2 * len(self.claims) if elastic else 0
        lp = highspy.HighsLp()
        lp.num_col_ = system.unknowns + slack
        lp.num_row_ = self._first + len(self.claims)
        lp.col_cost_ = np.array([0.0] * system.unknowns + (_costs(self.claims) if elastic else []))
        lp.col_lower_ = np.zeros(lp.num_col_)
        lp.col_upper_ = np.full(lp.num_col_, INFINITE)
        starts, index, values = [0], list[int](), list[int]()
        lower, upper = list[float](), list[float]()
        for row, least, most in system.rows:
            index += row.keys()
            values += row.values()
            starts.append(len(index))
            lower.append(least)
            upper.append(most)
        for n, claim in enumerate(self.claims):
            cell = system.cells[claim.key, claim.period]  # type: ignore[index]
            index += cell
            values += [1] * len(cell)
            if elastic:
                index += [system.unknowns + 2 * n, system.unknowns + 2 * n + 1]
                values += [1, -1]
            starts.append(len(index))
            lower.append(claim.low)
            upper.append(claim.high)
        lp.row_lower_, lp.row_upper_ = np.array(lower, dtype=float), np.array(upper, dtype=float)
        lp.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
        lp.a_matrix_.start_ = np.array(starts)
        lp.a_matrix_.index_ = np.array(index)
        lp.a_matrix_.value_ = np.array(values, dtype=float)
        self._highs.passModel(lp)

    def active(self, claims: Iterable[Said]) -> None:
        """Hold the unknowns to these claims only."""
        held = {claim.claim_id for claim in claims}
        for n, claim in enumerate(self.claims):
            low, high = (claim.low, claim.high) if claim.claim_id in held else (-INFINITE, INFINITE)
            self._highs.changeRowBounds(self._first + n, low, high)

    def possible(self) -> bool:
        """Whether some true numbers satisfy everything."""
        self._highs.run()
        return bool(self._highs.getModelStatus() == self._ok)

    def suspects(self) -> list[Said]:
        """Of an impossible model, claims that cannot all be true: those in a dual ray (Farkas); else all."""
        _status, there, ray = self._highs.getDualRay()
        if not there:
            return list(self.claims)
        return [claim for n, claim in enumerate(self.claims) if abs(ray[self._first + n]) > _TOLERANCE]

    def changes(self) -> dict[str, int]:
        """Of an elastic model: by how much each claim is altered by the least change in all, by claim id."""
        self._highs.run()
        solution = self._highs.getSolution().col_value
        found = {}
        for n, claim in enumerate(self.claims):
            at = self.system.unknowns + 2 * n
            change = round(solution[at + 1] - solution[at])
            if change:
                found[claim.claim_id] = change
        return found

    def bounds(self, cell: tuple[Key, Period]) -> tuple[float, float]:
        """The least and the greatest number of a cell; the system must be possible."""
        columns = self.system.cells[cell]
        for column in columns:
            self._highs.changeColCost(column, 1.0)
        ends = []
        for sense in (self._min, self._max):
            self._highs.changeObjectiveSense(sense)
            self._highs.run()
            found = self._highs.getModelStatus() == self._ok
            ends.append(self._highs.getInfo().objective_function_value if found else INFINITE)
        for column in columns:
            self._highs.changeColCost(column, 0.0)
        self._highs.changeObjectiveSense(self._min)
        return ends[0] if ends[0] != INFINITE else 0.0, ends[1]


def _costs(claims: Sequence[Said]) -> list[float]:
    """What altering each claim costs, up and down: one a person; rivals for one cell count together as one claim.

    Of equal changes the one that alters sources with few claims comes out: a lone total, not the table against it.
    """
    told = Counter(claim.source for claim in claims)
    rivals = Counter((claim.key, claim.period) for claim in claims)
    costs = [(1 + _TIE * min(told[claim.source], _MANY)) / rivals[claim.key, claim.period] for claim in claims]
    return [cost for cost in costs for _way in ("up", "down")]
