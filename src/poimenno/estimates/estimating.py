"""Estimates of a record, stratum by stratum, with the uncertainty of the links.

The result is data: `estimate_file` writes and reads it, `wording` puts it into words. Nothing is written to the record.
"""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from importlib import metadata
from typing import TYPE_CHECKING

import numpy as np

from poimenno import __version__
from poimenno.estimates import listed_entries
from poimenno.estimates.closed_form import chapman
from poimenno.estimates.estimate_file import (
    Histogram,
    OverlapCount,
    Provenance,
    PublishedFigure,
    RecordEstimate,
    StratumEstimate,
)
from poimenno.estimates.graph_averaging import graph_averaging
from poimenno.estimates.latent_class import Effort
from poimenno.estimates.listed_entries import StratumKey
from poimenno.estimates.log_linear import log_linear_average
from poimenno.estimates.overlaps import Array, Overlaps
from poimenno.estimates.remarks import Remark as _
from poimenno.estimates.result import LEVEL, Distribution, Estimate, Variant, total
from poimenno.estimates.sensitivity import copy_warnings, estimates_by_estimator, estimates_by_lists
from poimenno.estimates.sparse import sparse
from poimenno.foundation import sql
from poimenno.reference.vocabularies import EstimateVariant

if TYPE_CHECKING:
    import duckdb

FEWEST_PEOPLE = 30  # nothing is estimated if fewer people are on the lists of a stratum
THRESHOLDS = (0.5, 0.8, 0.95, 0.99)  # of the links, for the sensitivity: certain above, none below
BINS = 60
BRIEF = Effort(rounds=4)  # a stratum is one of many
_TAIL = (1 - LEVEL) / 2


@dataclass(frozen=True)
class Plan:
    """What to estimate: lists, divisions, impossible overlaps, draws of the links, seed, how long to simulate."""

    lists: tuple[str, ...]
    by: tuple[str, ...] = ()
    impossible: tuple[str, ...] = ()
    draws: int = 20
    seed: int = 1
    effort: Effort = BRIEF


@dataclass(frozen=True)
class _Tables:
    """The overlaps of one stratum: as judged, as drawn (None: the draw has none), and by threshold of the links."""

    judged: Overlaps
    drawn: tuple[Overlaps | None, ...]
    by_threshold: Mapping[float, Overlaps]


def estimate_record(db: "duckdb.DuckDBPyConnection", plan: Plan, version: str | None = None) -> RecordEstimate:
    """Estimate every stratum of the record, and their sum. `version` is that of the record, for the provenance.

    Raises EstimateError if a list or a division is unknown, or an overlap that was declared impossible occurs.
    """
    tables = _tables_of(db, plan)
    keys = sorted(tables, key=lambda key: (-tables[key].judged.n, str(key)))
    results = {key: with_links(tables[key].judged, tables[key].drawn) for key in keys}
    mains = [main for main, _share in results.values()]
    several = len(mains) > 1
    judged = {key: tables[key].judged for key in tables}
    return RecordEstimate(
        plan.lists,
        plan.by,
        plan.impossible,
        tuple(_stratum(db, plan, key, tables[key], results[key]) for key in keys),
        _without_distribution(total(mains, plan.seed)) if several else None,
        _without_distribution(usual(_undivided(list(judged.values())))) if several else None,
        Provenance(
            version,
            __version__,
            **{name: metadata.version(name) for name in ("numpy", "scipy", "numba")},
            seed=plan.seed,
            draws_of_links=plan.draws,
            cut_offs=listed_entries.THRESHOLDS_OF_DRAWS,
            inputs_sha256=_fingerprint(judged),
        ),
    )


def _tables_of(db: "duckdb.DuckDBPyConnection", plan: Plan) -> dict[StratumKey, _Tables]:
    """The overlaps of each stratum, impossible ones declared. Tables that contradict the declaration are left out."""
    entries = listed_entries.read_listed_entries(db, plan.lists, plan.by)
    impossible = listed_entries.impossible_patterns(plan.lists, plan.impossible)

    def declared(tables: Mapping[StratumKey, Overlaps]) -> dict[StratumKey, Overlaps]:
        # A draw may link two entries that cannot be one person; it is then no draw of what is possible.
        return {key: table.forbidding(impossible) for key, table in tables.items() if table.allows(impossible)}

    judged = {key: table.forbidding(impossible) for key, table in listed_entries.judged_overlaps(entries).items()}
    drawn = [declared(draw) for draw in listed_entries.drawn_overlaps(entries, plan.draws, plan.seed)]
    by_threshold = {cut: declared(listed_entries.overlaps_above(entries, cut)) for cut in THRESHOLDS}
    return {
        key: _Tables(
            table,
            tuple(draw.get(key) for draw in drawn),
            {cut: tables[key] for cut, tables in by_threshold.items() if key in tables},
        )
        for key, table in judged.items()
    }


def usual(overlaps: Overlaps) -> Estimate:
    """The estimator for this number of lists: Chapman for two, graph averaging to six, else stepwise.

    If overlaps are impossible, which graphs cannot express, log-linear models are averaged.
    """
    if len(overlaps.lists) == 2:
        return chapman(overlaps)
    if overlaps.impossible and len(overlaps.lists) <= 6:
        return log_linear_average(overlaps)
    return graph_averaging(overlaps) if len(overlaps.lists) <= 6 else sparse(overlaps)


def with_links(overlaps: Overlaps, drawn: Sequence[Overlaps | None]) -> tuple[Estimate, float | None]:
    """The usual estimate, its interval widened by the draws of the links, and their share of the variance.

    The draws are mixed in equal parts; the share is that of the variance between draws in the total variance of the
    logarithm of the unseen (Rubin 1987, for imputations).
    """
    main = usual(overlaps)
    if main.refusal or overlaps.n < FEWEST_PEOPLE:
        reason = main.refusal or _("fewer than {n} people are on these lists.").format(n=FEWEST_PEOPLE)
        return Estimate(main.method, main.reference, overlaps.n, refusal=reason), None
    others = [usual(table) for table in drawn if table is not None]
    parts = [(e, e.distribution) for e in others if e.distribution is not None]
    main = main.warned(*copy_warnings(overlaps))
    if len(parts) < max(2, len(drawn) / 2):
        text = _("For most draws of the links no estimate was possible; the interval treats the links as certain.")
        return (main.warned(text) if drawn else main), None
    if len(parts) < len(drawn):
        text = _("{n} of {all} draws of the links could not be estimated and are left out.")
        main = main.warned(text.format(n=len(drawn) - len(parts), all=len(drawn)))
    logs = [_log_moments(part, e.observed) for e, part in parts]
    between = float(np.var([mean for mean, _variance in logs], ddof=1))
    within = float(np.mean([variance for _mean, variance in logs]))
    values = np.concatenate([part.values for _e, part in parts])
    weights = np.concatenate([part.probabilities for _e, part in parts])
    order = np.argsort(values)
    mixed = Distribution(values[order], weights[order] / weights.sum())
    share = between / (between + within) if between + within else 0.0
    if mixed.quantile(_TAIL) < overlaps.n:
        text = _(
            "The interval begins below the number of people named: some who are counted as several "
            "people may be one person."
        )
        main = main.warned(text)
    return (
        replace(
            main,
            point=mixed.quantile(0.5),
            low=mixed.quantile(_TAIL),
            high=mixed.quantile(1 - _TAIL),
            distribution=mixed,
        ),
        share,
    )


def _log_moments(part: Distribution, observed: int) -> tuple[float, float]:
    logs = np.log(np.maximum(part.values - observed, 0.5))
    mean = float(logs @ part.probabilities)
    return mean, float(((logs - mean) ** 2) @ part.probabilities)


def _stratum(
    db: "duckdb.DuckDBPyConnection",
    plan: Plan,
    key: StratumKey,
    tables: _Tables,
    result: tuple[Estimate, float | None],
) -> StratumEstimate:
    main, share = result
    overlaps = tables.judged
    where = dict(zip(plan.by, key, strict=True))
    return StratumEstimate(
        where,
        overlaps.n,
        {name: overlaps.size(name) for name in overlaps.lists},
        tuple(OverlapCount(names, count) for names, count in overlaps.combinations()),
        _without_distribution(main),
        share,
        1 - overlaps.n / main.point if main.point else None,
        _histogram(main.distribution),
        tuple(_variants(plan, tables)) if overlaps.n >= FEWEST_PEOPLE else (),
        _published(db, where),
    )


def _variants(plan: Plan, tables: _Tables) -> list[Variant]:
    variants = estimates_by_estimator(tables.judged, plan.seed, plan.effort)
    variants += estimates_by_lists(tables.judged, usual)
    variants += [
        Variant(EstimateVariant.THRESHOLD, str(threshold), usual(table))
        for threshold, table in tables.by_threshold.items()
    ]
    return [replace(variant, estimate=_without_distribution(variant.estimate)) for variant in variants]


def _undivided(tables: Sequence[Overlaps]) -> Overlaps:
    """All strata in one table, for comparison with their sum: the effect of the division."""
    counts = np.sum([table.array for table in tables], axis=0)
    return Overlaps(tables[0].lists, tuple(int(c) for c in counts), tables[0].impossible)


def _without_distribution(estimate: Estimate) -> Estimate:
    return replace(estimate, distribution=None)


def _histogram(distribution: Distribution | None) -> Histogram | None:
    if distribution is None:
        return None
    edges: Array = np.linspace(distribution.quantile(0.005), distribution.quantile(0.995), BINS + 1)
    if edges[-1] <= edges[0]:
        return None
    heights = np.histogram(distribution.values, edges, weights=distribution.probabilities)[0]
    return Histogram(tuple(round(float(e), 1) for e in edges), tuple(round(float(h), 6) for h in heights))


def _published(db: "duckdb.DuckDBPyConnection", where: Mapping[str, str | None]) -> tuple[PublishedFigure, ...]:
    """Figures that sources give for the same operation and region; none if the stratum has neither."""
    operation, region = where.get("operation"), where.get("region")
    if not operation and not region:
        return ()
    return tuple(sql.rows_as(db, PublishedFigure, "estimates", "published", operation=operation, region=region))


def _fingerprint(judged: Mapping[StratumKey, Overlaps]) -> str:
    parts = sorted((json.dumps(key), table.fingerprint()) for key, table in judged.items())
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()
