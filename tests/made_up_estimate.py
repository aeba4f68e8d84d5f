"""An estimate of made-up strata, as the program writes it beside a record."""

from collections.abc import Mapping
from dataclasses import replace

from poimenno.estimates import estimating
from poimenno.estimates.closed_form import chapman
from poimenno.estimates.estimate_file import OverlapCount, Provenance, PublishedFigure, RecordEstimate, StratumEstimate
from poimenno.estimates.overlaps import overlaps_from_counts
from poimenno.estimates.result import Variant
from poimenno.reference.vocabularies import EstimateVariant, Measure, Precision, Unit

# What the file of an estimate with these lists and this division is called.
NAME = "a798a65b9c20"
TABLE = overlaps_from_counts(("A", "B"), {1: 400, 2: 300, 3: 100})
FEW = overlaps_from_counts(("A", "B"), {1: 5, 2: 6, 3: 7})
DIVIDED: tuple[dict[str, str | None], ...] = (
    {"sex": "f"},
    {"sex": None},
    {"region": "moscow", "month": "1937-12"},
    {"outcome": "died"},
)
PUBLISHED = PublishedFigure(
    "statistics:1", Measure.CAMP, 6000, None, None, Unit.PEOPLE, Precision.ABOUT, "1937-08-01", None, "Made up", None
)


def made_up_estimate() -> RecordEstimate:
    """Six strata of two lists: one with everything that a page shows, one refused."""
    main, few = chapman(TABLE), estimating.with_links(FEW, [])[0]
    sizes = {"A": 500, "B": 400}
    overlaps = tuple(OverlapCount(*pair) for pair in TABLE.combinations())

    def stratum(where: Mapping[str, str | None]) -> StratumEstimate:
        return StratumEstimate(where, 800, sizes, overlaps, main, 0.25, 0.6, None, (), ())

    first = replace(
        stratum({"operation": None}),
        density=estimating._histogram(main.distribution),
        sensitivity=(Variant(EstimateVariant.WITHOUT, "A", main),),
        published=(PUBLISHED,),
    )
    refused = replace(stratum({"operation": None}), estimate=few)
    strata = (first, refused, *map(stratum, DIVIDED))
    provenance = Provenance("another", "0", "0", "0", "0", 1, 0, (), "")
    return RecordEstimate(("A", "B"), ("operation",), (), strata, None, None, provenance)
