"""Measures the speed and the accuracy of the estimators: `make bench-estimates`.

Times are compared with the recorded times of the R packages (reference.json says on which machine). Coverage is
simulated: lists of a known population are drawn many times; how often does the 95 % interval contain the truth, and how
far off is the point? Prints Markdown for docs/estimates.md, worst settings first.

    python benchmarks/bench_estimates.py [--replicates 100] [--latent 60] [--folder ../shared/data/mse]
"""

import argparse
import json
import math
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np

from poimenno.estimates.graph_averaging import graph_averaging, posterior
from poimenno.estimates.latent_class import Effort, latent_class
from poimenno.estimates.log_linear import log_linear, log_linear_average
from poimenno.estimates.overlaps import Array, Overlaps, overlaps_from_counts, overlaps_from_csv
from poimenno.estimates.result import Estimate
from poimenno.estimates.sparse import sparse

TRUTH = 2000
CHANCES = np.array([0.3, 0.25, 0.3, 0.2])
Estimator = Callable[[Overlaps], Estimate]


def independent(rng: np.random.Generator) -> Array:
    """The lists are independent."""
    return np.asarray(rng.random((TRUTH, 4)) < CHANCES)


def one_pair(rng: np.random.Generator) -> Array:
    """Whoever is on the first list is more than twice as likely to be on the second."""
    on = independent(rng)
    on[:, 1] = rng.random(TRUTH) < np.where(on[:, 0], 0.45, 0.18)
    return on


def two_groups(rng: np.random.Generator) -> Array:
    """Two hidden groups: 40 % are likely on every list, 60 % unlikely on all."""
    known = rng.random(TRUTH) < 0.4
    chances = np.where(known[:, None], [0.5, 0.45, 0.4, 0.35], [0.12, 0.1, 0.1, 0.08])
    return np.asarray(rng.random((TRUTH, 4)) < chances)


SETTINGS = {
    "two hidden groups of people": two_groups,
    "one list helps another": one_pair,
    "independent lists": independent,
}


def coverage(replicates: int, latent: int) -> None:
    """Print the table of coverages."""
    estimators: list[tuple[str, Estimator, int]] = [
        ("graph averaging", graph_averaging, replicates),
        ("log-linear, BIC", log_linear, replicates),
        ("log-linear, averaged", log_linear_average, replicates),
        ("sparse stepwise", sparse, replicates),
        ("latent classes", latent_class, latent),
    ]
    print("| truth | estimator | populations | refused | interval holds the truth | median error | median width |")
    print("| --- | --- | --- | --- | --- | --- | --- |")
    for setting, draw in SETTINGS.items():
        rows = [(_measured(name, run, draw, times), setting) for name, run, times in estimators if times]
        for (share, text), title in sorted(rows):
            del share
            print(f"| {title} | {text} |", flush=True)


def _measured(name: str, run: Estimator, draw: Callable[[np.random.Generator], Array], times: int) -> tuple[float, str]:
    rng = np.random.default_rng(20261123)
    estimates = []
    for _replicate in range(times):
        on = draw(rng)
        patterns = np.bincount(on @ (1 << np.arange(4)), minlength=16)
        estimates.append(
            run(overlaps_from_counts(("A", "B", "C", "D"), {p: int(c) for p, c in enumerate(patterns) if p}))
        )
    good = [e for e in estimates if e.point is not None and e.low is not None]
    covered = np.mean([(e.low or 0) <= TRUTH <= (e.high or math.inf) for e in good])
    error = np.median([(e.point or 0) / TRUTH - 1 for e in good])
    width = np.median([((e.high or math.inf) - (e.low or 0)) / TRUTH for e in good])
    text = f"{name} | {times} | {times - len(good)} | {covered:.0%} | {error:+.1%} | {width:.0%}"
    return float(covered), text


def speed(folder: Path) -> None:
    """Print times next to those recorded for the R packages."""
    reference = json.loads((folder / "reference.json").read_text())["tables"]
    print("| table | dga, s | same range here, s | adaptive range here, s |")
    print("| --- | --- | --- | --- |")
    for name in ("kosovo4", "netherlands5", "uk5", "uk6"):
        table = overlaps_from_csv(folder / "tables" / f"{name}.csv")
        expected = reference.get(name, {}).get("dga", {}).get("delta=2^-J")
        same = "–"
        if expected:
            points = np.arange(1.0, int(expected["Nmissing"].split(":")[1]) + 1)
            same = f"{_timed(partial(posterior, table, points)):.2f}"
        theirs = expected["seconds"] if expected else "cannot"
        print(f"| {name} | {theirs} | {same} | {_timed(partial(graph_averaging, table)):.2f} |", flush=True)


def latent_speed(folder: Path) -> None:
    """Print results and effective draws per second of the latent classes and of LCMCR, for every table that it has."""
    reference = json.loads((folder / "reference.json").read_text())["tables"]
    warm = overlaps_from_counts(("A", "B", "C"), dict.fromkeys(range(1, 8), 30))
    latent_class(
        warm, effort=Effort(sweeps=20, rounds=1)
    )  # compiling is done once for each installation, not for each table
    print("| table | LCMCR, median [95 %], R-hat | here | R-hat | difference | LCMCR, draws/s | here, draws/s |")
    print("| --- | --- | --- | --- | --- | --- | --- |")
    for name in sorted(reference):
        expected: dict[str, Any] | None = reference[name].get("lcmcr")
        if not expected:
            continue
        table = overlaps_from_csv(folder / "tables" / f"{name}.csv")
        start = time.perf_counter()
        estimate = latent_class(table)
        taken = time.perf_counter() - start
        ours = f"{estimate.point:.0f} [{estimate.low:.0f}, {estimate.high:.0f}]" if estimate.point else "refused"
        theirs = f"{expected['median']:.0f} [{expected['lo95']:.0f}, {expected['hi95']:.0f}]"
        rates = expected["ess"] / expected["seconds_4chains"], estimate.diagnostics["effective_draws"] / taken
        print(
            f"| {name} | {theirs} {expected['split_rhat']:.2f} | {ours} | {estimate.diagnostics['r_hat']:.2f} "
            f"| {_difference(estimate, expected)} | {rates[0]:.0f} | {rates[1]:.0f} |",
            flush=True,
        )


def _difference(estimate: Estimate, expected: dict[str, Any]) -> str:
    """The largest distance of their quantiles from ours, in standard errors of both simulations."""
    if estimate.distribution is None:
        return "–"
    if expected["split_rhat"] > 1.05:
        return "no target"
    ends = np.concatenate([[0.0], np.cumsum(estimate.distribution.probabilities)])
    # Chains that hardly move look certain one by one: the variance between them says more.
    between = np.var(expected["chain_means"], ddof=1) / len(expected["chain_means"])
    size = 1 / estimate.diagnostics["effective_draws"] + max(1 / expected["ess"], between / expected["sd"] ** 2)
    worst = 0.0
    for quantile, q in (("lo95", 0.025), ("q25", 0.25), ("median", 0.5), ("q75", 0.75), ("hi95", 0.975)):
        below = ends[np.searchsorted(estimate.distribution.values, expected[quantile], side="left")]
        above = ends[np.searchsorted(estimate.distribution.values, expected[quantile], side="right")]
        worst = max(worst, (max(below - q, q - above, 0.0)) / math.sqrt(q * (1 - q) * size))
    return f"{worst:.1f}" + (" (theirs cut off at 20 n)" if expected["hits_20n_cap"] else "")


def _timed(run: Callable[[], object]) -> float:
    run()  # the graphs are listed once in each process
    start = time.perf_counter()
    run()
    return time.perf_counter() - start


def main() -> None:
    """Print all tables."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--replicates", type=int, default=100)
    parser.add_argument("--latent", type=int, default=60)
    parser.add_argument("--folder", type=Path, default=Path("../shared/data/mse"))
    options = parser.parse_args()
    coverage(options.replicates, options.latent)
    if (options.folder / "reference.json").exists():
        speed(options.folder)
        latent_speed(options.folder)
    else:
        print(f"No reference results in {options.folder}: no comparison of speed.")


if __name__ == "__main__":
    main()
