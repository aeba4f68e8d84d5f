"""Intervals that know that a model was chosen: draw the people again, and choose again.

The profile interval of a chosen model takes the model for known. Here as many people as were estimated, the unseen
among them, are drawn again with replacement (Buckland & Garthwaite 1991, Biometrics 47: 255-268), and the estimator,
with its whole selection, is applied to each drawn table.
"""

from collections.abc import Callable
from dataclasses import replace

import numpy as np

from poimenno.estimates.overlaps import Overlaps
from poimenno.estimates.remarks import Remark as _
from poimenno.estimates.result import LEVEL, Distribution, Estimate

MOST_REFUSED = 0.1  # share of drawn tables without an estimate, from which on there is no interval


def bootstrapped(
    overlaps: Overlaps, estimator: Callable[[Overlaps], Estimate], *, replicates: int = 200, seed: int = 1
) -> Estimate:
    """The point of an estimator with the central 95 % of what it gives on drawn tables.

    Refused where the estimator refuses, or where it refuses more than a tenth of the drawn tables: then an interval
    of the others would be too short. The distribution is that of the drawn estimates.
    """
    main = estimator(overlaps)
    if main.point is None:
        return main
    method = f"{main.method}-bootstrap"
    rng = np.random.default_rng(seed)
    cells = overlaps.array.astype(np.float64)
    cells[0] = max(main.point - overlaps.n, 0.0)
    size, shares = round(cells.sum()), cells / cells.sum()
    found = []
    for _replicate in range(replicates):
        counts = rng.multinomial(size, shares)
        counts[0] = 0
        again = estimator(Overlaps(overlaps.lists, tuple(int(c) for c in counts), overlaps.impossible))
        found += [again.point] if again.point is not None else []
    diagnostics = {**main.diagnostics, "replicates": replicates, "replicates_refused": replicates - len(found)}
    if len(found) < replicates * (1 - MOST_REFUSED):
        text = _("{n} of {all} tables drawn again have no estimate: no interval can be given.")
        reason = text.format(n=replicates - len(found), all=replicates)
        return Estimate(method, main.reference, overlaps.n, refusal=reason, diagnostics=diagnostics)
    values, counts = np.unique(found, return_counts=True)
    low, high = (float(v) for v in np.quantile(found, [(1 - LEVEL) / 2, (1 + LEVEL) / 2]))
    # What main warned of its interval is not true of this one.
    return replace(
        main,
        method=method,
        low=low,
        high=high,
        warnings=(),
        diagnostics=diagnostics,
        distribution=Distribution(values, counts / counts.sum()),
    )
