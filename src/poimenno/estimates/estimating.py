"""Estimates of a record, stratum by stratum, with the uncertainty of the links; kept in a file of their own.

They are written to `estimates/` of the archive, never into the record: what is estimated and what is recorded never
stand in one table. The folder may be deleted at any time; the same record and seed give the same file.
"""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from poimenno import __version__
from poimenno.estimates import linking, remarks
from poimenno.estimates.closed_form import chapman
from poimenno.estimates.graph_averaging import graph_averaging
from poimenno.estimates.latent_class import Effort
from poimenno.estimates.log_linear import log_linear_average
from poimenno.estimates.overlaps import Array, Overlaps
from poimenno.estimates.remarks import Remark as _
from poimenno.estimates.result import Distribution, Estimate, total
from poimenno.estimates.sensitivity import Variant, copy_warnings, estimators, of_lists
from poimenno.estimates.sparse import sparse
from poimenno.foundation import sql

if TYPE_CHECKING:
    import duckdb

FOLDER = "estimates"
FORMAT = 1
SMALL = 30  # people on the lists of a stratum below which nothing is estimated
THRESHOLDS = (0.5, 0.8, 0.95, 0.99)  # of the links, for the sensitivity: certain above, none below
BINS = 60
LESS = Effort(rounds=4)  # a stratum is one of many


@dataclass(frozen=True)
class Plan:
    """What to estimate: lists, divisions, lists that cannot overlap, draws of the links, seed, how long to simulate."""

    lists: tuple[str, ...]
    by: tuple[str, ...] = ()
    impossible: tuple[str, ...] = ()
    draws: int = 20
    seed: int = 1
    effort: Effort = LESS


def estimate(db: "duckdb.DuckDBPyConnection", plan: Plan) -> dict[str, Any]:
    """Estimate every stratum of the record, and their sum; the result is plain values, as it is written."""
    found = linking.entries(db, plan.lists, plan.by)
    impossible = linking.impossible(plan.lists, plan.impossible)
    judged = {name: table.forbidding(impossible) for name, table in linking.judged(found).items()}
    drawn = [
        # A draw may link two who cannot be one; it is then no draw of what may be.
        {name: table.forbidding(impossible) for name, table in draw.items() if table.allows(impossible)}
        for draw in linking.draws(found, plan.draws, plan.seed)
    ]
    cuts = {cut: linking.above(found, cut) for cut in THRESHOLDS}
    strata, mains = [], []
    for name in sorted(judged, key=lambda n: (-judged[n].n, str(n))):
        main, share = with_links(judged[name], [draw.get(name) for draw in drawn])
        mains.append(main)
        others = {
            cut: table[name].forbidding(impossible)
            for cut, table in cuts.items()
            if name in table and table[name].allows(impossible)
        }
        strata.append(_stratum(db, plan, name, (judged[name], others), (main, share)))
    version = db.execute("SELECT value FROM record WHERE key = 'version'").fetchone()
    return {
        "format": FORMAT,
        "estimated": True,
        "lists": list(plan.lists),
        "by": list(plan.by),
        "impossible": list(plan.impossible),
        "strata": strata,
        "total": _summary(total(mains, plan.seed)) if len(mains) > 1 else None,
        "undivided": _summary(usual(_undivided(list(judged.values())))) if len(mains) > 1 else None,
        "provenance": {
            "record": version[0] if version else None,
            "program": __version__,
            **{name: metadata.version(name) for name in ("numpy", "scipy", "numba")},
            "seed": plan.seed,
            "draws_of_links": plan.draws,
            "cut_offs": list(linking.CUT_OFFS),
            "inputs_sha256": _fingerprint(judged),
        },
    }


def write(folder: Path, result: dict[str, Any]) -> Path:
    """Keep a result in the archive; the same lists, divisions and impossible overlaps overwrite."""
    parts = [result["lists"], result["by"], *([result["impossible"]] if result.get("impossible") else [])]
    key = json.dumps(parts, ensure_ascii=False)
    path = folder / FOLDER / f"{hashlib.sha256(key.encode()).hexdigest()[:12]}.json"
    path.parent.mkdir(exist_ok=True)
    beside = path.with_suffix(".part")
    beside.write_text(json.dumps(result, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    beside.replace(path)
    return path


def usual(overlaps: Overlaps) -> Estimate:
    """The estimator for this number of lists: Chapman for two, graph averaging to six, else stepwise.

    Where overlaps are impossible, which graphs cannot take, log-linear models are averaged.
    """
    if len(overlaps.lists) == 2:
        return chapman(overlaps)
    if overlaps.impossible and len(overlaps.lists) <= 6:
        return log_linear_average(overlaps)
    return graph_averaging(overlaps) if len(overlaps.lists) <= 6 else sparse(overlaps)


def with_links(overlaps: Overlaps, drawn: Sequence[Overlaps | None]) -> tuple[Estimate, float | None]:
    """The usual estimate, its interval widened by the draws of the links; and the share of the variance they make.

    The draws are mixed in equal parts; the share is that of the variance between draws in the total variance of the
    logarithm of the unseen (Rubin 1987, for imputations).
    """
    main = usual(overlaps)
    if main.refusal or overlaps.n < SMALL:
        reason = main.refusal or _("fewer than {n} people are on these lists.").format(n=SMALL)
        return Estimate(main.method, main.reference, overlaps.n, refusal=reason), None
    others = [usual(table) for table in drawn if table is not None]
    parts = [(e, e.distribution) for e in others if e.distribution is not None]
    main = main.warned(*copy_warnings(overlaps))
    if len(parts) < max(2, len(drawn) / 2):
        text = _("Most draws of the links could not be estimated: the interval takes the links as certain.")
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
    if mixed.quantile(0.025) < overlaps.n:
        text = _("The interval begins below the number named: some who count as several people may be one.")
        main = main.warned(text)
    return (
        replace(
            main,
            point=mixed.quantile(0.5),
            low=mixed.quantile(0.025),
            high=mixed.quantile(0.975),
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
    name: linking.Stratum,
    tables: tuple[Overlaps, dict[float, Overlaps]],
    found: tuple[Estimate, float | None],
) -> dict[str, Any]:
    main, share = found
    overlaps, cuts = tables
    where = linking.as_dict(plan.by, name)
    variants: list[Variant] = []
    if overlaps.n >= SMALL:
        variants = estimators(overlaps, plan.seed, plan.effort) + of_lists(overlaps, usual)
        variants += [Variant("threshold", str(cut), usual(table)) for cut, table in cuts.items()]
    return {
        "where": where,
        "named": overlaps.n,
        "sizes": {one: overlaps.size(one) for one in overlaps.lists},
        "overlaps": overlaps.rows(),
        "estimate": _summary(main),
        "links_share_of_variance": share,
        "missing_share": 1 - overlaps.n / main.point if main.point else None,
        "density": _density(main.distribution),
        "sensitivity": [{"kind": v.kind, "change": v.change, **_summary(v.estimate)} for v in variants],
        "published": _published(db, where),
    }


def _undivided(tables: Sequence[Overlaps]) -> Overlaps:
    """All strata in one table, for comparison with their sum: what division changes."""
    counts = np.sum([table.array for table in tables], axis=0)
    return Overlaps(tables[0].lists, tuple(int(c) for c in counts), tables[0].impossible)


def _summary(found: Estimate) -> dict[str, Any]:
    keep = ("model", "r_hat", "effective_draws", "sweeps", "classes_in_use", "complete_graph", "range")
    plain = found.as_json()
    plain["diagnostics"] = {k: v for k, v in found.diagnostics.items() if k in keep}
    return plain


def _density(spread: Distribution | None) -> dict[str, list[float]] | None:
    """A histogram of the middle 99 %, for the plot."""
    if spread is None:
        return None
    edges: Array = np.linspace(spread.quantile(0.005), spread.quantile(0.995), BINS + 1)
    if edges[-1] <= edges[0]:
        return None
    heights = np.histogram(spread.values, edges, weights=spread.probabilities)[0]
    return {"edges": [round(float(e), 1) for e in edges], "probabilities": [round(float(h), 6) for h in heights]}


def _published(db: "duckdb.DuckDBPyConnection", where: dict[str, Any]) -> list[dict[str, Any]]:
    """Figures that sources give for the same operation and region, where the stratum has either."""
    if not where.get("operation") and not where.get("region"):
        return []
    rows = db.execute(
        sql.script("estimates", "published"), {"operation": where.get("operation"), "region": where.get("region")}
    )
    names = [column[0] for column in rows.description or []]
    return [
        {k: (str(v) if k.startswith("period") and v else v) for k, v in zip(names, row, strict=True)}
        for row in rows.fetchall()
    ]


def _fingerprint(judged: dict[linking.Stratum, Overlaps]) -> str:
    parts = sorted((json.dumps(name), table.fingerprint()) for name, table in judged.items())
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()


def lines(result: dict[str, Any]) -> list[str]:
    """The result for a terminal: one line a stratum, refusals and warnings under it."""
    from poimenno.foundation.language import gettext

    found = []
    for stratum in result["strata"]:
        where = ", ".join(f"{k} {v or '?'}" for k, v in stratum["where"].items()) or "+".join(result["lists"])
        found.append(f"{where}: {_line(stratum['estimate'], gettext)}")
        found += [f"  ! {remark.said(gettext)}" for remark in _remarks(stratum["estimate"])]
        for variant in stratum["sensitivity"]:
            change = f" ({variant['kind']} {variant['change']})" if variant["change"] else ""
            found.append(f"    {variant['method']}{change}: {_line(variant, gettext)}")
    if result["total"]:
        total, undivided = gettext("All"), gettext("All, undivided")
        found.append(f"{total}: {_line(result['total'], gettext)}")
        found.append(f"{undivided}: {_line(result['undivided'], gettext)}")
    return found


def _remarks(plain: dict[str, Any]) -> list[remarks.Remark]:
    return [remark for text in plain["warnings"] if (remark := remarks.of_json(text))]


def _line(plain: dict[str, Any], gettext: Any) -> str:
    refusal = remarks.of_json(plain["refusal"])
    if refusal is not None:
        return str(gettext("{n} named; not estimated: {reason}")).format(
            n=plain["observed"], reason=refusal.said(gettext)
        )
    high = "…" if plain["high"] is None else f"{plain['high']:.0f}"
    return str(gettext("{n} named; estimated {point:.0f} [{low:.0f}, {high}]")).format(
        n=plain["observed"], point=plain["point"], low=plain["low"], high=high
    )
