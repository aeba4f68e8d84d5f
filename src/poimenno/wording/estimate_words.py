"""How estimates are put into words for the terminal: one line for each stratum, refusals and warnings below it."""

from collections.abc import Iterator

from poimenno.estimates.estimate_file import RecordEstimate
from poimenno.estimates.result import Estimate
from poimenno.foundation.language import gettext as _


def estimate_lines(result: RecordEstimate) -> Iterator[str]:
    """The estimate of a record as lines of text, in the language of the environment."""
    for stratum in result.strata:
        divisions = ", ".join(f"{division} {value or '?'}" for division, value in stratum.where.items())
        yield f"{divisions or '+'.join(result.lists)}: {estimate_words(stratum.estimate)}"
        yield from (f"  ! {warning.translated(_)}" for warning in stratum.estimate.warnings)
        for variant in stratum.sensitivity:
            change = f" ({variant.kind} {variant.change})" if variant.change else ""
            yield f"    {variant.estimate.method}{change}: {estimate_words(variant.estimate)}"
    for title, estimate in ((_("All"), result.total), (_("All, not stratified"), result.undivided)):
        if estimate is not None:
            yield f"{title}: {estimate_words(estimate)}"


def estimate_words(estimate: Estimate) -> str:
    """An estimate in a few words: the number named, and the estimate with its interval or why there is none."""
    if estimate.refusal is not None:
        reason = estimate.refusal.translated(_)
        return _("{n} named; not estimated: {reason}").format(n=estimate.observed, reason=reason)
    high = "…" if estimate.high is None else f"{estimate.high:.0f}"
    return _("{n} named; estimated {point:.0f} [{low:.0f}, {high}]").format(
        n=estimate.observed, point=estimate.point, low=estimate.low, high=high
    )
