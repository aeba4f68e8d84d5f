"""Have the chains of a simulation converged? Vehtari, Gelman, Simpson, Carpenter & Bürkner 2021, Bayesian Analysis 16.

Both take draws as chains x draws and split each chain in two, so that a drift within a chain shows.
"""

import numpy as np
from scipy.special import ndtri

from poimenno.estimates.overlaps import Array


def r_hat(draws: Array) -> float:
    """The larger of the rank-normalised split R-hat and that of the folded draws; 1 at best, infinite if constant."""
    folded = np.abs(draws - np.median(draws))
    return max(_plain(_normal(_split(draws))), _plain(_normal(_split(folded))))


def effective_size(draws: Array) -> float:
    """How many independent draws these are worth, for their centre (bulk) on rank-normalised split chains."""
    z = _normal(_split(draws))
    chains, length = z.shape
    centred = z - z.mean(axis=1, keepdims=True)
    size = 1 << (2 * length - 1).bit_length()
    spectrum = np.abs(np.fft.rfft(centred, size, axis=1)) ** 2
    covariance = np.fft.irfft(spectrum, size, axis=1)[:, :length].mean(axis=0) / length
    within = covariance[0] * length / (length - 1)
    pooled = within * (length - 1) / length + z.mean(axis=1).var(ddof=1)
    rho = 1 - (within - covariance * length / (length - 1)) / pooled
    # Geyer's initial positive, monotone sequence of sums of neighbours.
    couples = rho[: length - length % 2].reshape(-1, 2).sum(axis=1)
    negative = np.flatnonzero(couples < 0)
    couples = np.minimum.accumulate(couples[: negative[0] if len(negative) else len(couples)])
    tau = max(-1 + 2 * float(couples.sum()), 1 / np.log10(chains * length))
    return float(chains * length / tau)


def _split(draws: Array) -> Array:
    half = draws.shape[1] // 2
    return np.concatenate([draws[:, :half], draws[:, -half:]])


def _normal(draws: Array) -> Array:
    _values, places, counts = np.unique(draws, return_inverse=True, return_counts=True)
    ranks = np.cumsum(counts) - (counts - 1) / 2  # ties share the average of their ranks
    return np.asarray(ndtri((ranks[places.reshape(draws.shape)] - 0.375) / (draws.size + 0.25)), dtype=np.float64)


def _plain(draws: Array) -> float:
    length = draws.shape[1]
    within = float(draws.var(axis=1, ddof=1).mean())
    if within == 0:
        return float("inf")
    between = float(draws.mean(axis=1).var(ddof=1))
    return float(np.sqrt((within * (length - 1) / length + between) / within))
