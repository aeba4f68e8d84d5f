"""What `poimenno figures` and `poimenno check` print, as JSON and as lines."""

import pathlib
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from poimenno.claims import cells, checking, claim_words, findings
from poimenno.claims.cells import Said
from poimenno.claims.reading import bundled_claims, claim_files
from poimenno.claims.solver import consistency
from poimenno.claims.solver.consistency import Bound
from poimenno.foundation import database
from poimenno.foundation.errors import NotFound
from poimenno.foundation.language import gettext as _
from poimenno.foundation.language import ngettext
from poimenno.sources.archive import Archive

# The tables that come with the program, and the record's own counts: not the user's.
_BUNDLED = frozenset(
    {
        "starting_page",
        "statistics",
        "totals",
        "statements",
        "limits_00447_initial",
        "supplements_00447",
        "stalin_lists",
        bundled_claims.SUMS,
    }
)


def figures(record: pathlib.Path, wanted: Mapping[str, str | None]) -> list[dict[str, Any]]:
    """The claims of a record, narrowed to an operation, a measure, a region, or words of the source."""
    terms = {"operation": "operation = ?", "measure": "measure = ?", "region": "region = ?",
             "source": "contains(lower(source), lower(?))"}  # fmt: skip
    chosen = [(terms[name], value) for name, value in wanted.items() if value]
    where = " AND ".join(term for term, _value in chosen) or "true"
    with database.opened(record) as db:
        result = db.execute(
            f"SELECT * FROM claims WHERE {where} ORDER BY collection, claim_id",  # noqa: S608 - terms are ours
            [value for _term, value in chosen],
        )
        names = [column[0] for column in result.description or []]
        found = [dict(zip(names, row, strict=True)) for row in result.fetchall()]
    if not found:
        raise NotFound(_("No figure of the record fits; leave out an option, or try `poimenno figures` without any."))
    return found


def lines(found: Sequence[Mapping[str, Any]], language: str) -> Iterator[str]:
    """One line a figure: what, how many, who says so."""
    for row in found:
        claim = Said(**{name: row[name] for name in Said.__dataclass_fields__})
        what = claim_words.cell(_shown_key(claim), claim.period, language)
        yield f"{claim.claim_id}  {what}: {claim_words.printed(claim, language)} [{claim.source}]"


def _shown_key(claim: Said) -> cells.Key:
    return claim.key._replace(scope=claim.event) if claim.event else claim.key


def check(path: pathlib.Path, *, trust: Sequence[str], alone: bool, bounds: bool) -> dict[str, Any]:
    """The findings about the figures of a file, or of an archive's record.

    A file's are those that rest on one of its figures at least. Raises SourceError for a file that is no table of
    figures, RecordError where there is no record, NotFound where no figure is left.
    """
    if path.is_dir():
        with database.opened(Archive.open(path).record) as db:
            everything, made_up = checking.apart(db)
        # What was made up is never held against what was not.
        own = made_up or [one for one in everything if one.collection not in _BUNDLED]
        problems: list[str] = []
        claims = own if alone or made_up else everything
        shown = {one.claim_id for one in claims}
    else:
        own, problems = claim_files.read(path)
        shown = {one.claim_id for one in own}
        background = [] if alone else claim_files.without_the_same(claim_files.known(), own)
        claims = [*own, *background]
    used = cells.trusted(claims, trust)
    if not used:
        raise NotFound(_("{path}: no figure is left to check.").format(path=path))
    found, outcome = checking.everything(used)
    rest = [one for one in found if any(claim.claim_id in shown for _role, claim in one.claims)]
    follows = consistency.of_the_whole(outcome.left) if bounds else []
    return {
        "figures": len(used),
        "possible_together": outcome.possible,
        "contradictions": sum(one.severity == findings.CONTRADICTION for one in rest),
        "findings": [one.shown() for one in rest],
        "rejected": problems,
        "bounds": [_bound(one) for one in follows],
    }


def _bound(bound: Bound) -> dict[str, Any]:
    return {
        "measure": bound.key.measure, "operation": bound.key.operation or None,
        "period_start": bound.period.start, "period_end": bound.period.end,
        "low": bound.low, "high": bound.high, "published": bound.published,
        **{f"what_{language}": claim_words.cell(bound.key, bound.period, language) for language in ("en", "ru")},
    }  # fmt: skip


def check_lines(found: Mapping[str, Any], language: str) -> Iterator[str]:
    """The findings as sentences under what they are, the rejected rows, the bounds, and the sum of it."""
    heads = {
        findings.CONTRADICTION: _("These cannot all be true:"),
        findings.DIFFERENCE: _("These leave a question:"),
        findings.NOTE: _("To note:"),
    }
    for severity, head in heads.items():
        told = [one for one in found["findings"] if one["severity"] == severity]
        if told:
            yield head
        for one in told:
            yield f"  {one[f'sentence_{language}']}"
            yield f"    {one['arithmetic']}"
    if found["rejected"]:
        yield _("These rows say no figure:")
        yield from (f"  {problem}" for problem in found["rejected"])
    if found["bounds"]:
        yield _("What follows for the true numbers:")
    for one in found["bounds"]:
        top = "∞" if one["high"] is None else claim_words.number(one["high"], language)
        yield f"  {one[f'what_{language}']}: {claim_words.number(one['low'], language)} – {top}"
    n = found["contradictions"]
    yield ngettext(
        "{figures:,} figures checked, {n} contradiction.", "{figures:,} figures checked, {n} contradictions.", n
    ).format(figures=found["figures"], n=n)
