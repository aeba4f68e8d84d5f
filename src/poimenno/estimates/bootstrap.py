"""Bootstrap intervals that include the choice of a model.

The profile interval of a chosen model treats the model as known. Here as many people as were estimated, the unseen
included, are drawn drawn with replacement (Buckland & Garthwaite 1991, Biometrics 47: 255-268), and the estimator,
with its whole selection, is applied to each drawn table.
"""

from collections.abc import Callable
from dataclasses import replace

import numpy as np

from poimenno.estimates.overlaps import Overlaps
from poimenno.estimates.remarks import Remark as _
from poimenno.estimates.result import LEVEL, Distribution, Estimate

MAX_REFUSED = 0.1  # with a larger share of drawn tables without an estimate, there is no interval


def bootstrapped(
    overlaps: Overlaps, estimator: Callable[[Overlaps], Estimate], *, replicates: int = 200, seed: int = 1
) -> Estimate:
    """The point of an estimator with the central 95 % of its points on drawn tables.

    Refused if the estimator refuses, or if it refuses more than a tenth of the drawn tables: an interval of the
    others would be too short. The distribution is that of the drawn estimates.
    """
    main = estimator(overlaps)
    if main.point is None:
        return main
    method = f"{main.method}-bootstrap"
    rng = np.random.default_rng(seed)
    cells = overlaps.array.astype(np.float64)
    cells[0] = max(main.point - overlaps.n, 0.0)
    size, shares = round(cells.sum()), cells / cells.sum()
    points = []
    for _replicate in range(replicates):
        counts = rng.multinomial(size, shares)
        counts[0] = 0
        drawn = estimator(Overlaps(overlaps.lists, tuple(int(c) for c in counts), overlaps.impossible))
        points += [drawn.point] if drawn.point is not None else []
    diagnostics = {**main.diagnostics, "replicates": replicates, "replicates_refused": replicates - len(points)}
    if len(points) < replicates * (1 - MAX_REFUSED):
        text = _("{n} of {all} resampled tables have no estimate, so no interval can be given.")
        reason = text.format(n=replicates - len(points), all=replicates)
        return Estimate(method, main.reference, overlaps.n, refusal=reason, diagnostics=diagnostics)
    values, counts = np.unique(points, return_counts=True)
    low, high = (float(v) for v in np.quantile(points, [(1 - LEVEL) / 2, (1 + LEVEL) / 2]))
    # The warnings of the estimator are about its own interval.
    return replace(
        main,
        method=method,
        low=low,
        high=high,
        warnings=(),
        diagnostics=diagnostics,
        distribution=Distribution(values, counts / counts.sum()),
    )
