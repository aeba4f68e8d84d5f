"""The solver: HiGHS (Huangfu and Hall 2018) on the systems of `constraints`."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from poimenno.claims.cells import Cell
from poimenno.claims.claim import Claim
from poimenno.claims.solver.constraints import INFINITE, System
from poimenno.foundation.output import muted

_TOLERANCE = 1e-6
# By how much more it costs to change a claim of a source with many claims, per claim, up to so many claims.
_TIE, _MANY = 1e-4, 100


class LinearModel:
    """A system with the bounds that some claims set; claims can be let go and taken back without building it again.

    An `elastic` model also has the changes of each claim as unknowns, and minimises their sum.
    """

    def __init__(
        self, system: System, claims: Sequence[Claim], *, elastic: bool = False, presolve: bool = False
    ) -> None:
        import highspy

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
        self._highs.passModel(self._program(elastic=elastic))

    def _program(self, *, elastic: bool) -> Any:
        """The linear program: the rows of the system, then one for each claim; the unknowns, then each claim's changes
        up and down.
        """
        import highspy
        import numpy as np

        program = highspy.HighsLp()
        program.num_col_ = self.system.unknowns + (2 * len(self.claims) if elastic else 0)
        program.num_row_ = self._first + len(self.claims)
        program.col_cost_ = np.array([0.0] * self.system.unknowns + (_costs(self.claims) if elastic else []))
        program.col_lower_ = np.zeros(program.num_col_)
        program.col_upper_ = np.full(program.num_col_, INFINITE)
        rows = [*self.system.rows, *(self._claim_row(n, claim, elastic) for n, claim in enumerate(self.claims))]
        program.row_lower_ = np.array([low for _row, low, _high in rows], dtype=float)
        program.row_upper_ = np.array([high for _row, _low, high in rows], dtype=float)
        program.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
        program.a_matrix_.start_ = np.cumsum([0, *(len(row) for row, _low, _high in rows)])
        program.a_matrix_.index_ = np.array([column for row, _low, _high in rows for column in row])
        program.a_matrix_.value_ = np.array([part for row, _low, _high in rows for part in row.values()], dtype=float)
        return program

    def _claim_row(self, n: int, claim: Claim, elastic: bool) -> tuple[dict[int, int], float, float]:
        cell = claim.cell
        if cell is None:
            raise ValueError(f"claim {claim.claim_id} cannot be compared")
        row = dict.fromkeys(self.system.cells[cell], 1)
        if elastic:
            change = self.system.unknowns + 2 * n
            row |= {change: 1, change + 1: -1}
        return row, claim.low, claim.high

    def activate(self, claims: Iterable[Claim]) -> None:
        """Let only these claims bound the unknowns."""
        active = {claim.claim_id for claim in claims}
        for n, claim in enumerate(self.claims):
            low, high = (claim.low, claim.high) if claim.claim_id in active else (-INFINITE, INFINITE)
            self._highs.changeRowBounds(self._first + n, low, high)

    def possible(self) -> bool:
        """Whether some true numbers satisfy everything."""
        self._highs.run()
        return bool(self._highs.getModelStatus() == self._ok)

    def suspects(self) -> list[Claim]:
        """Of an impossible model, claims that cannot all be true: those in a dual ray (Farkas); all without one."""
        _status, has_ray, ray = self._highs.getDualRay()
        if not has_ray:
            return list(self.claims)
        return [claim for n, claim in enumerate(self.claims) if abs(ray[self._first + n]) > _TOLERANCE]

    def changes(self) -> dict[str, int]:
        """Of an elastic model: by how much the smallest change in all alters each claim, by claim id."""
        self._highs.run()
        solution = self._highs.getSolution().col_value
        down_up = solution[self.system.unknowns :]
        changes = {claim.claim_id: round(down_up[2 * n + 1] - down_up[2 * n]) for n, claim in enumerate(self.claims)}
        return {claim_id: change for claim_id, change in changes.items() if change}

    def bounds(self, cell: Cell) -> tuple[float, float]:
        """The smallest and the greatest possible number of a cell; the system must be possible."""
        columns = self.system.cells[cell]
        for column in columns:
            self._highs.changeColCost(column, 1.0)
        ends = []
        for sense in (self._min, self._max):
            self._highs.changeObjectiveSense(sense)
            self._highs.run()
            optimal = self._highs.getModelStatus() == self._ok
            ends.append(self._highs.getInfo().objective_function_value if optimal else INFINITE)
        for column in columns:
            self._highs.changeColCost(column, 0.0)
        self._highs.changeObjectiveSense(self._min)
        return ends[0] if ends[0] != INFINITE else 0.0, ends[1]


def _costs(claims: Sequence[Claim]) -> list[float]:
    """What it costs to change each claim, up and down: 1 a person; rivals for one cell cost together as much as one.

    Of equal changes, the one to sources with few claims is chosen: a single total, not the table that contradicts it.
    """
    by_source = Counter(claim.source for claim in claims)
    rivals = Counter(claim.cell for claim in claims)
    costs = [(1 + _TIE * min(by_source[claim.source], _MANY)) / rivals[claim.cell] for claim in claims]
    return [cost for cost in costs for _direction in ("up", "down")]
