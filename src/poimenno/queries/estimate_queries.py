"""Questions about estimates. They are read from the files beside the record, and never mixed with what is recorded."""

import pathlib
from collections.abc import Mapping
from dataclasses import asdict, dataclass

from poimenno.estimates.estimate_file import Provenance, RecordEstimate, StratumEstimate, read_estimates


@dataclass(frozen=True, slots=True)
class EstimatesAnswer:
    """All estimates of an archive by name."""

    estimates: Mapping[str, RecordEstimate]


@dataclass(frozen=True, slots=True)
class StratumAnswer:
    """One stratum of an estimate. `outdated`: it was estimated from another version of the record."""

    name: str
    number: int
    lists: tuple[str, ...]
    impossible: tuple[str, ...]
    stratum: StratumEstimate
    provenance: Provenance
    outdated: bool

    @property
    def provenance_rows(self) -> list[tuple[str, object]]:
        """What the estimate was made from, by name."""
        rows = asdict(self.provenance).items()
        return [(name, list(value) if isinstance(value, tuple) else value) for name, value in rows]


def all_estimates(archive: pathlib.Path) -> EstimatesAnswer:
    """All estimates that were made of an archive."""
    return EstimatesAnswer(read_estimates(archive))


def find_stratum(archive: pathlib.Path, name: str, number: int, version: str) -> StratumAnswer | None:
    """A stratum by the name of its estimate and its number from 0; None if there is none.

    `version` is that of the record, to see whether the estimate is of the same.
    """
    result = all_estimates(archive).estimates.get(name)
    if result is None or not 0 <= number < len(result.strata):
        return None
    return StratumAnswer(
        name=name,
        number=number,
        lists=result.lists,
        impossible=result.impossible,
        stratum=result.strata[number],
        provenance=result.provenance,
        outdated=result.provenance.record != version,
    )
