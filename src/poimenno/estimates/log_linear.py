"""Log-linear models: choose one by AIC or BIC, or weigh them all (Fienberg 1972; Bishop, Fienberg & Holland 1975).

All hierarchical models with every main effect for three and four lists, those with interactions of pairs for five
and six: all of them for five, those near the best for six. A model without a maximum likelihood estimate of the
unseen is not fitted but counted (`existence`). Intervals are those of the multinomial profile likelihood (Cormack
1992). That of one chosen model ignores that the model was chosen and is too short; those of the average and of
`bootstrap` are not.
"""

from dataclasses import dataclass
from itertools import combinations
from typing import Literal

import numpy as np
from numpy.typing import NDArray
from scipy.special import gammaln

from poimenno.estimates import hierarchical
from poimenno.estimates.existence import existence, reduced
from poimenno.estimates.hierarchical import Mask
from poimenno.estimates.overlaps import Array, Overlaps
from poimenno.estimates.remarks import Remark
from poimenno.estimates.remarks import Remark as _
from poimenno.estimates.result import Distribution, Estimate, basic_refusal, loose_ends, refused

REFERENCE = "Fienberg 1972, Biometrika 59: 591-603; profile intervals: Cormack 1992, Biometrics 48: 567-576"
AVERAGE = REFERENCE + "; weights: Buckland, Burnham & Augustin 1997, Biometrics 53: 603-618"
CHI_SQUARE = 3.841458820694124  # 95 % of one degree of freedom
CREDIBLE = 20.0  # models worse than the best by more than this in AIC or BIC weigh less than 5e-5 and are left out
MAX_MULTIPLE = 1e7  # a limit beyond this multiple of the observed counts as infinite

Criterion = Literal["aic", "bic"]


@dataclass(frozen=True)
class LogLinearModel:
    """One fitted model: its name, the cells and terms that were fitted, and its measures of fit."""

    name: str
    cells: Mask
    terms: Mask
    unseen: float
    deviance: float
    aic: float
    bic: float

    def score(self, criterion: Criterion) -> float:
        """The value of the criterion; the smaller, the better."""
        return self.aic if criterion == "aic" else self.bic


def fit_models(overlaps: Overlaps, criterion: Criterion = "bic") -> tuple[list[LogLinearModel], int]:
    """The models near the best, best first; and how many of these were refused because they have no estimate."""
    lists = len(overlaps.lists)
    if lists > 5:
        return search_models(overlaps, criterion)
    terms = hierarchical.columns(hierarchical.models(lists, 2 if lists == 5 else None), lists)
    return _models_near_best(overlaps, [_fit_batch(overlaps, terms)], criterion)


@dataclass(frozen=True)
class _Batch:
    """Fits of many models at once, before it is known whether their estimates exist."""

    terms: Mask
    fits: hierarchical.Fits
    aic: Array
    bic: Array

    def score(self, criterion: Criterion) -> Array:
        return self.aic if criterion == "aic" else self.bic


def _fit_batch(overlaps: Overlaps, terms: Mask) -> _Batch:
    fits = hierarchical.fit(overlaps.array.astype(np.float64)[None], overlaps.possible[None], terms)
    aic = -2 * fits.log_likelihood + 2 * fits.parameters
    return _Batch(terms, fits, aic, aic + fits.parameters * (np.log(overlaps.n) - 2))


def _models_near_best(
    overlaps: Overlaps, batches: list[_Batch], criterion: Criterion
) -> tuple[list[LogLinearModel], int]:
    """The models near the best that have an estimate, and the number of those that have none."""
    edge = min(float(batch.score(criterion).min()) for batch in batches) + CREDIBLE
    models, refused_models = [], 0
    for batch in batches:
        for i in np.flatnonzero(batch.score(criterion) <= edge):
            name = hierarchical.name(int(t) for t in np.flatnonzero(batch.terms[i]))
            if batch.fits.good[i] and not overlaps.impossible:
                values = (float(v[i]) for v in (batch.fits.unseen, batch.fits.deviance, batch.aic, batch.bic))
                models.append(LogLinearModel(name, overlaps.possible, batch.terms[i], *values))
                continue
            model = fit_one(overlaps, name, batch.terms[i])
            models += [model] if model else []
            refused_models += model is None
    return sorted(models, key=lambda m: (m.score(criterion), m.name)), refused_models


def search_models(overlaps: Overlaps, criterion: Criterion = "bic") -> tuple[list[LogLinearModel], int]:
    """As `fit_models`, with interactions of pairs, if there are too many models to fit them all (32,768 for six lists).

    Starts from independence. Every model that differs by one interaction from a model near the best so far is fitted
    too, until no new model is near it: the window of Madigan & Raftery (1994, J. Am. Stat. Assoc. 89: 1535-1546).
    """
    lists = len(overlaps.lists)
    pairs = [1 << a | 1 << b for a, b in combinations(range(lists), 2)]
    base = frozenset([0, *(1 << j for j in range(lists))])
    frontier, seen, batches = [base], {base}, []
    best = np.inf
    while frontier:
        batch = _fit_batch(overlaps, hierarchical.columns(frontier, lists))
        batches.append(batch)
        score = batch.score(criterion)
        best = min(best, float(score.min()))
        close = np.flatnonzero(score <= best + CREDIBLE)
        steps = [frontier[i] ^ {pair} for i in close for pair in pairs]
        frontier = [model for model in dict.fromkeys(steps) if model not in seen]
        seen.update(frontier)
    return _models_near_best(overlaps, batches, criterion)


def fit_one(overlaps: Overlaps, name: str, terms: Mask) -> LogLinearModel | None:
    """Fit one model, on its face if it has no ordinary maximum. None if the unseen is not identified."""
    counts = overlaps.array.astype(np.float64)
    maximum = existence(counts, overlaps.possible, terms)
    if maximum.verdict == "unidentified":
        return None
    # A term whose coefficient is infinite was still chosen: it counts as a parameter, as in published tables.
    parameters = int(terms.sum())
    terms = reduced(terms, maximum.cells)
    fits = hierarchical.fit(counts[None], maximum.cells[None], terms[None])
    if not fits.converged[0]:
        return None
    aic = float(-2 * fits.log_likelihood[0]) + 2 * parameters
    bic = aic + parameters * (float(np.log(overlaps.n)) - 2)
    return LogLinearModel(name, maximum.cells, terms, float(fits.unseen[0]), float(fits.deviance[0]), aic, bic)


def log_linear(overlaps: Overlaps, criterion: Criterion = "bic") -> Estimate:
    """The best model by a criterion, with its profile interval."""
    method = f"log-linear-{criterion}"
    reason = _refusal(overlaps)
    models, refused_models = ([], 0) if reason else fit_models(overlaps, criterion)
    if not models:
        return refused(method, REFERENCE, overlaps, reason or _no_model())
    best = models[0]
    profile = Profile(overlaps, best)
    low, high = profile.interval()
    warnings = loose_ends(overlaps)
    if high is None:
        warnings.append(_("The data set no upper limit."))
    return Estimate(
        method,
        REFERENCE,
        overlaps.n,
        overlaps.n + best.unseen,
        overlaps.n + low,
        None if high is None else overlaps.n + high,
        warnings=tuple(warnings),
        diagnostics={**_diagnostics(models, criterion), "model": best.name, "models_refused": refused_models},
        distribution=profile.distribution(),
    )


def log_linear_average(overlaps: Overlaps, criterion: Criterion = "bic") -> Estimate:
    """All models by their weight, exp(-Δ/2); the interval is that of the mixture of their profile likelihoods."""
    method = f"log-linear-average-{criterion}"
    reason = _refusal(overlaps)
    models, refused_models = ([], 0) if reason else fit_models(overlaps, criterion)
    if not models:
        return refused(method, AVERAGE, overlaps, reason or _no_model())
    weights = _weights(models, criterion)
    heavy = [(m, w) for m, w in zip(models, weights, strict=True) if w > 1e-3]
    parts = [Profile(overlaps, m).distribution() for m, _w in heavy]
    values = np.concatenate([part.values for part in parts])
    probabilities = np.concatenate([part.probabilities * w for part, (_m, w) in zip(parts, heavy, strict=True)])
    order = np.argsort(values)
    mixture = Distribution(values[order], probabilities[order] / probabilities.sum())
    return Estimate(
        method,
        AVERAGE,
        overlaps.n,
        mixture.quantile(0.5),
        mixture.quantile(0.025),
        mixture.quantile(0.975),
        warnings=tuple(loose_ends(overlaps)),
        diagnostics={**_diagnostics(models, criterion), "models_refused": refused_models},
        distribution=mixture,
    )


class Profile:
    """The profile likelihood of the unseen under one model: multinomial, with the cell of the unseen filled in."""

    def __init__(self, overlaps: Overlaps, model: LogLinearModel) -> None:
        self.overlaps, self.model = overlaps, model
        cells = model.cells.copy()
        cells[0] = True
        self.cells = cells
        self.top, self.most = self._maximum()

    def __call__(self, unseen: Array) -> Array:
        """The logarithm of the likelihood at each number of unseen, up to a constant."""
        counts = np.repeat(self.overlaps.array.astype(np.float64)[None], len(unseen), axis=0)
        counts[:, 0] = unseen
        fits = hierarchical.fit(counts, self.cells[None], self.model.terms[None])
        total = self.overlaps.n + unseen
        # fits.log_likelihood is sum(y log mu - mu - lgamma(y+1)) with sum(mu) = total.
        return gammaln(total + 1) - total * np.log(total) + fits.log_likelihood + total  # type: ignore[no-any-return]

    def interval(self) -> tuple[float, float | None]:
        """Where twice the log-likelihood is 3.84 below the maximum, on either side; None if there is no upper end."""
        return self._crossing(0.0, self.top, rising=True) or 0.0, self._upper()

    def distribution(self) -> Distribution:
        """The profile likelihood as a distribution of the total, over a range wide enough for its tails."""
        centre = max(self.top, 0.5)
        points = np.concatenate([[0.0], centre * np.exp(np.linspace(-5, 9, 57))])
        high = np.flatnonzero(self(points) > self.most - 12)
        if len(high):
            low, reach = points[max(high[0] - 1, 0)], points[min(high[-1] + 1, len(points) - 1)]
        else:  # narrower than a step
            low, reach = centre * 0.7, centre * 1.4
        points = np.linspace(low, reach, 61) if reach < 8 * max(low, 1) else np.geomspace(max(low, 0.1), reach, 81)
        fine = np.interp(np.linspace(0, len(points) - 1, 1201), np.arange(len(points)), points)
        density = np.exp(np.interp(fine, points, self(points)) - self.most)
        gaps = np.diff(fine)
        mass = density * (np.concatenate([[0], gaps / 2]) + np.concatenate([gaps / 2, [0]]))
        return Distribution(self.overlaps.n + fine, mass / mass.sum())

    def _maximum(self) -> tuple[float, float]:
        points = self.model.unseen * np.geomspace(0.2, 2, 41) + np.linspace(0, 0.5, 41)
        for _round in range(4):
            values = self(points)
            i = int(np.clip(np.argmax(values), 1, len(points) - 2))
            top, most = float(points[np.argmax(values)]), float(values.max())
            points = np.linspace(points[i - 1], points[i + 1], 13)
        return top, most

    def _upper(self) -> float | None:
        start, end = self.top, 2 * self.top + 10
        while end < MAX_MULTIPLE * self.overlaps.n:
            crossing = self._crossing(start, end, rising=False)
            if crossing is not None:
                return crossing
            start, end = end, 4 * end
        return None

    def _crossing(self, start: float, end: float, *, rising: bool) -> float | None:
        for _round in range(5):
            points = np.linspace(start, end, 25)
            inside = 2 * (self.most - self(points)) <= CHI_SQUARE
            if not rising:
                inside = ~inside
            if not inside.any() or inside[0]:
                return None
            i = int(np.argmax(inside))
            start, end = float(points[i - 1]), float(points[i])
        return (start + end) / 2


def _weights(models: list[LogLinearModel], criterion: Criterion) -> NDArray[np.float64]:
    scores = np.array([m.score(criterion) for m in models])
    weights = np.exp(-(scores - scores.min()) / 2)
    return weights / weights.sum()  # type: ignore[no-any-return]


def _diagnostics(models: list[LogLinearModel], criterion: Criterion) -> dict[str, object]:
    weights = _weights(models, criterion)
    best = [
        {"model": m.name, "unseen": m.unseen, "deviance": m.deviance, "aic": m.aic, "bic": m.bic, "weight": float(w)}
        for m, w in list(zip(models, weights, strict=True))[:10]
    ]
    return {"models": best}


def _refusal(overlaps: Overlaps) -> Remark | None:
    if not 2 <= len(overlaps.lists) <= 6:
        return _("this method is for two to six lists; there are {n}.").format(n=len(overlaps.lists))
    return basic_refusal(overlaps)


def _no_model() -> Remark:
    return _("no model can tell from these overlaps how many people are on none of the lists.")
