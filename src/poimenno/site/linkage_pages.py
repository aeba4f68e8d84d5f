"""The page of the linkage: how entries become persons, the weights of the model, the links by weight."""

import itertools
from dataclasses import dataclass

from poimenno.people.linkage import THRESHOLD
from poimenno.queries.link_queries import (
    ComparisonLevel,
    ThresholdCount,
    WeightCount,
    comparison_levels,
    links_by_threshold,
    links_by_weight,
)
from poimenno.reference.vocabularies import Comparison
from poimenno.site.page_request import PageRequest


@dataclass(frozen=True, slots=True)
class ComparisonModel:
    """A comparison with its outcomes."""

    comparison: Comparison
    levels: tuple[ComparisonLevel, ...]


@dataclass(frozen=True, slots=True)
class LinkagePage:
    """The model of the linkage, the probability from which entries are linked, and the links it gave."""

    threshold: float
    comparisons: tuple[ComparisonModel, ...]
    links_by_weight: tuple[WeightCount, ...]
    links_by_threshold: tuple[ThresholdCount, ...]


def linkage(request: PageRequest) -> LinkagePage:
    """The outcomes of the model with their weights, and the links by weight and by threshold."""
    groups = itertools.groupby(comparison_levels(), lambda level: level.comparison)
    return LinkagePage(
        threshold=THRESHOLD,
        comparisons=tuple(ComparisonModel(comparison, tuple(levels)) for comparison, levels in groups),
        links_by_weight=links_by_weight(request.db),
        links_by_threshold=links_by_threshold(request.db),
    )
