"""The sentences of findings about claims, and of what a check gives, made from the data of the room `claims`.

Each kind has a template in each language in `reference/figure_findings.csv`. Its {placeholders} are the roles of the
claims, `what` the finding is about, its `difference`, and its values.
"""

import functools
from collections.abc import Iterator, Sequence

from poimenno import reference
from poimenno.claims.cells import Cell
from poimenno.claims.checking import CheckResult
from poimenno.claims.claim import Claim
from poimenno.claims.findings import Change, Finding, Value
from poimenno.claims.solver.consistency import Bound
from poimenno.foundation.language import LANGUAGES, translation
from poimenno.reference.vocabularies import ClaimRole, Severity, Unit
from poimenno.wording import claim_words

# How many changes a sentence lists.
_MAX_CHANGES = 12
# Codes among the values of findings, in words.
_CODES = {
    "en": {
        ("unit", Unit.MONTHS): {"per": "months", "each": "month"},
        ("unit", Unit.DAYS): {"per": "days", "each": "day"},
        ("slip", "swap"): {"slip": "two digits swapped"},
        ("slip", "digit"): {"slip": "one digit"},
    },
    "ru": {
        ("unit", Unit.MONTHS): {"per": "месяцев", "each": "в месяц"},
        ("unit", Unit.DAYS): {"per": "дней", "each": "в день"},
        ("slip", "swap"): {"slip": "переставлены две цифры"},
        ("slip", "digit"): {"slip": "одна цифра"},
    },
}
_ALSO = {"en": "; so prints it [{source}]", "ru": "; так его печатает [{source}]"}


def sentence(finding: Finding, language: str) -> str:
    """The finding as a sentence, `en` or `ru`. A source of all its claims is named once, at the end."""
    sources = {row.claim.source for row in finding.claims}
    only_source = next(iter(sources)) if len(sources) == 1 else ""
    words: dict[str, str] = {"what": claim_words.cell(finding.key, finding.period, language)}
    for role in dict.fromkeys(row.role for row in finding.claims):
        words[role] = claim_words.listed(finding.with_role(role), language, cite=not only_source)
    if finding.difference is not None:
        words["difference"] = claim_words.number(abs(finding.difference), language)
    words["also"] = "".join(_ALSO[language].format(source=claim.source) for claim in finding.with_role(ClaimRole.RIVAL))
    for name, value in finding.values.items():
        words |= _worded(name, value, finding, language)
    text = _template(finding.kind, language).format_map(_Missing(words))
    return f"{text} [{only_source}]" if only_source else text


def sentences(finding: Finding) -> dict[str, str]:
    """The sentence in each language of the interface, under the keys of JSON and exports: `sentence_en`, …"""
    return {f"sentence_{language}": sentence(finding, language) for language in LANGUAGES}


def _worded(name: str, value: Value, finding: Finding, language: str) -> dict[str, str]:
    if isinstance(value, Cell):
        return {name: claim_words.cell(*value, language)}
    if isinstance(value, str):
        return _CODES[language].get((name, value), {name: value})
    if isinstance(value, int | float):
        return {name: claim_words.number(value, language)}
    return {name: _changes(value, finding, language)}


def _changes(changes: Sequence[Change], finding: Finding, language: str) -> str:
    by_id = {row.claim.claim_id: row.claim for row in finding.claims}
    words = [_change(by_id[claim_id], change, language) for claim_id, change in changes[:_MAX_CHANGES]]
    more = f" … (+{len(changes) - _MAX_CHANGES})" if len(changes) > _MAX_CHANGES else ""
    return "; ".join(words) + more


def _change(claim: Claim, change: int, language: str) -> str:
    sign = "+" if change > 0 else "−"
    return f"{claim_words.printed(claim, language)} [{claim.source}] {sign} {claim_words.number(abs(change), language)}"


@functools.cache
def _templates(language: str) -> dict[str, str]:
    return {row["kind"]: row[f"sentence_{language}"] for row in reference.rows("figure_findings")}


def _template(kind: str, language: str) -> str:
    return _templates(language)[kind]


class _Missing(dict[str, str]):
    """The words of placeholders; of those without a value, none."""

    def __missing__(self, _name: str) -> str:
        return ""


def check_lines(result: CheckResult, language: str) -> Iterator[str]:
    """The result of a check for the terminal: findings by severity, rejected rows, bounds, and how many there are."""
    words = translation(language)
    _ = words.gettext
    heads = {
        Severity.CONTRADICTION: _("These cannot all be true:"),
        Severity.DIFFERENCE: _("These leave a question open:"),
        Severity.NOTE: _("Notes:"),
    }
    for severity, head in heads.items():
        findings = [finding for finding in result.findings if finding.severity == severity]
        if findings:
            yield head
        for finding in findings:
            yield f"  {sentence(finding, language)}"
            yield f"    {finding.arithmetic}"
    if result.rejected:
        yield _("These rows contain no figure:")
        yield from (f"  {problem.translated(language)}" for problem in result.rejected)
    if result.bounds:
        yield _("What follows for the true numbers:")
    for bound in result.bounds:
        yield f"  {bound_line(bound, language)}"
    yield words.ngettext(
        "{figures:,} claims checked, {n} contradiction.",
        "{figures:,} claims checked, {n} contradictions.",
        result.contradictions,
    ).format(figures=result.claims, n=result.contradictions)


def bound_line(bound: Bound, language: str) -> str:
    """What is counted, and between which numbers its true number lies."""
    top = "∞" if bound.high is None else claim_words.number(bound.high, language)
    return f"{claim_words.cell(*bound.cell, language)}: {claim_words.number(bound.low, language)} – {top}"


def claim_line(claim: Claim, language: str) -> str:
    """A claim on one line: its id, what it counts, the number as printed, and the source."""
    key = claim.key._replace(scope=claim.event) if claim.event else claim.key
    what = claim_words.cell(key, claim.period, language)
    return f"{claim.claim_id}  {what}: {claim_words.printed(claim, language)} [{claim.source}]"
