"""The file of an estimate: its format, written and read here and nowhere else.

Estimates are kept in the folder `estimates/` of the archive, one JSON file for each choice of lists, divisions and
impossible overlaps; never in the record, so that what is estimated and what is recorded never stand in one table. The
folder can be deleted at any time: the same record and seed give the same files.
"""

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from poimenno.estimates.remarks import Remark
from poimenno.estimates.result import Estimate, Variant
from poimenno.foundation import files
from poimenno.reference.vocabularies import EstimateVariant, Measure, Precision, Unit

FOLDER = "estimates"
FORMAT = 1
_NAME = re.compile(r"[0-9a-f]{12}")
# The diagnostics that are kept; the others serve whoever calls an estimator.
_KEPT_DIAGNOSTICS = ("model", "r_hat", "effective_draws", "sweeps", "classes_in_use", "complete_graph", "range")


@dataclass(frozen=True)
class OverlapCount:
    """How many people are on all of `lists` and on no other list."""

    lists: tuple[str, ...]
    count: int


@dataclass(frozen=True)
class Histogram:
    """The middle 99 % of the distribution of a total: the probability between two neighbouring edges, in people."""

    edges: tuple[float, ...]
    probabilities: tuple[float, ...]


@dataclass(frozen=True)
class PublishedFigure:
    """A figure that a source gives for the operation and region of a stratum. Periods are ISO days, or None."""

    claim_id: str
    measure: Measure
    value: int | None
    value_low: int | None
    value_high: int | None
    unit: Unit
    precision: Precision
    period_start: str | None
    period_end: str | None
    source: str
    scope: str | None


@dataclass(frozen=True)
class StratumEstimate:
    """One stratum: who is named, what was estimated, what it rests on, and how far other choices differ.

    `where` has the value of each division, None if unknown. `links_share_of_variance` is the part of the uncertainty
    that comes from the links, from 0 to 1; None if the links were not drawn. `missing_share` is the part on no list.
    """

    where: Mapping[str, str | None]
    named: int
    sizes: Mapping[str, int]
    overlaps: tuple[OverlapCount, ...]
    estimate: Estimate
    links_share_of_variance: float | None
    missing_share: float | None
    density: Histogram | None
    sensitivity: tuple[Variant, ...]
    published: tuple[PublishedFigure, ...]


@dataclass(frozen=True)
class Provenance:
    """What an estimate was made from: the version of the record, the program, its libraries, the choices."""

    record: str | None
    program: str
    numpy: str
    scipy: str
    numba: str
    seed: int
    draws_of_links: int
    cut_offs: tuple[float, ...]
    inputs_sha256: str


@dataclass(frozen=True)
class RecordEstimate:
    """The estimate of a record: its strata, their sum, and for comparison all strata in one table.

    `total` and `undivided` are None if there is only one stratum.
    """

    lists: tuple[str, ...]
    by: tuple[str, ...]
    impossible: tuple[str, ...]
    strata: tuple[StratumEstimate, ...]
    total: Estimate | None
    undivided: Estimate | None
    provenance: Provenance

    def as_json(self) -> dict[str, Any]:
        """The plain values of the file."""
        return {
            "format": FORMAT,
            "estimated": True,
            "lists": list(self.lists),
            "by": list(self.by),
            "impossible": list(self.impossible),
            "strata": [_stratum_as_json(stratum) for stratum in self.strata],
            "total": self.total and _estimate_as_json(self.total),
            "undivided": self.undivided and _estimate_as_json(self.undivided),
            "provenance": {**asdict(self.provenance), "cut_offs": list(self.provenance.cut_offs)},
        }


def write_estimate(archive: Path, result: RecordEstimate) -> Path:
    """Write the file of an estimate, whole or not at all; an earlier one of the same choices is replaced."""
    choices = [result.lists, result.by, *([result.impossible] if result.impossible else [])]
    key = json.dumps(choices, ensure_ascii=False)
    folder = archive / FOLDER
    folder.mkdir(exist_ok=True)
    path = folder / f"{hashlib.sha256(key.encode()).hexdigest()[:12]}.json"
    files.write_text(path, json.dumps(result.as_json(), ensure_ascii=False, indent=1) + "\n")
    return path


def read_estimates(archive: Path) -> dict[str, RecordEstimate]:
    """All estimates of an archive, by the name of their file and in its order. Other files are passed over."""
    estimates = {}
    for path in sorted((archive / FOLDER).glob("*.json")):
        result = _read(path) if _NAME.fullmatch(path.stem) else None
        if result is not None:
            estimates[path.stem] = result
    return estimates


def _read(path: Path) -> RecordEstimate | None:
    """The estimate of a file; None if it is broken or of another format."""
    try:
        value = json.loads(path.read_text(encoding="utf-8"))
        return _from_json(value) if value["format"] == FORMAT else None
    except (ValueError, KeyError, TypeError):
        return None


def _from_json(value: Mapping[str, Any]) -> RecordEstimate:
    return RecordEstimate(
        tuple(value["lists"]),
        tuple(value["by"]),
        tuple(value.get("impossible", ())),
        tuple(_stratum_from_json(stratum) for stratum in value["strata"]),
        _estimate_from_json(value["total"]) if value.get("total") else None,
        _estimate_from_json(value["undivided"]) if value.get("undivided") else None,
        Provenance(**{**value["provenance"], "cut_offs": tuple(value["provenance"]["cut_offs"])}),
    )


def _stratum_as_json(stratum: StratumEstimate) -> dict[str, Any]:
    return {
        "where": dict(stratum.where),
        "named": stratum.named,
        "sizes": dict(stratum.sizes),
        "overlaps": [{"lists": list(overlap.lists), "count": overlap.count} for overlap in stratum.overlaps],
        "estimate": _estimate_as_json(stratum.estimate),
        "links_share_of_variance": stratum.links_share_of_variance,
        "missing_share": stratum.missing_share,
        "density": stratum.density
        and {"edges": list(stratum.density.edges), "probabilities": list(stratum.density.probabilities)},
        "sensitivity": [
            {"kind": variant.kind, "change": variant.change, **_estimate_as_json(variant.estimate)}
            for variant in stratum.sensitivity
        ],
        "published": [asdict(figure) for figure in stratum.published],
    }


def _stratum_from_json(value: Mapping[str, Any]) -> StratumEstimate:
    density = value["density"]
    return StratumEstimate(
        value["where"],
        value["named"],
        value["sizes"],
        tuple(OverlapCount(tuple(row["lists"]), row["count"]) for row in value["overlaps"]),
        _estimate_from_json(value["estimate"]),
        value["links_share_of_variance"],
        value["missing_share"],
        Histogram(tuple(density["edges"]), tuple(density["probabilities"])) if density else None,
        tuple(
            Variant(EstimateVariant(row["kind"]), row["change"], _estimate_from_json(row))
            for row in value["sensitivity"]
        ),
        tuple(_figure_from_json(row) for row in value["published"]),
    )


def _figure_from_json(row: Mapping[str, Any]) -> PublishedFigure:
    # Files of version 0.1 have neither unit nor precision.
    values = {"unit": Unit.PEOPLE, "precision": Precision.EXACT, **row}
    codes = {
        "measure": Measure(row["measure"]),
        "unit": Unit(values["unit"]),
        "precision": Precision(values["precision"]),
    }
    return PublishedFigure(**{**values, **codes})


def _estimate_as_json(estimate: Estimate) -> dict[str, Any]:
    return {
        "method": estimate.method,
        "reference": estimate.reference,
        "observed": estimate.observed,
        "point": estimate.point,
        "low": estimate.low,
        "high": estimate.high,
        "refusal": None if estimate.refusal is None else _remark_as_json(estimate.refusal),
        "warnings": [_remark_as_json(warning) for warning in estimate.warnings],
        "diagnostics": {name: value for name, value in estimate.diagnostics.items() if name in _KEPT_DIAGNOSTICS},
    }


def _estimate_from_json(value: Mapping[str, Any]) -> Estimate:
    return Estimate(
        value["method"],
        value["reference"],
        value["observed"],
        value["point"],
        value["low"],
        value["high"],
        None if value["refusal"] is None else _remark_from_json(value["refusal"]),
        tuple(map(_remark_from_json, value["warnings"])),
        value["diagnostics"],
    )


def _remark_as_json(remark: Remark) -> dict[str, Any]:
    return {"text": str(remark), "template": remark.template, "values": remark.values}


def _remark_from_json(value: Mapping[str, Any]) -> Remark:
    return Remark(value["template"], value["values"])
