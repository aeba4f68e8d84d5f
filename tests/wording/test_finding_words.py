"""Findings worded in the reader's language, from their data alone."""

import pytest

from poimenno import reference
from poimenno.claims import checking
from poimenno.claims.cells import Key
from poimenno.claims.findings import Change, ClaimInRole, Finding, Value, in_role
from poimenno.claims.reading import bundled_claims
from poimenno.foundation.language import LANGUAGES
from poimenno.reference.vocabularies import ClaimFindingKind, ClaimRole, Extent, Measure, Precision, Unit
from poimenno.wording import finding_words
from tests.claims.made_up import MONTH, claim

KEY = Key("executed", "00485", "", "", "")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_finding_of_the_bundled_figures_has_a_sentence_without_a_gap(language: str) -> None:
    findings = checking.check_rules(bundled_claims.read(sublists=False))
    assert len(findings) > 50
    for finding in findings:
        sentence = finding_words.sentence(finding, language)
        assert not {"{", "}"} & set(sentence)
        assert "  " not in sentence
        assert " ." not in sentence


@pytest.mark.parametrize("kind", list(ClaimFindingKind))
def test_every_kind_has_a_template_in_each_language(kind: ClaimFindingKind) -> None:
    rows = {row["kind"]: row for row in reference.rows("figure_findings")}
    assert all(rows[kind][f"sentence_{language}"] for language in LANGUAGES)


def test_a_rate_in_words() -> None:
    source = {"source": "made-up page"}
    total = claim("total", 800_000, precision=Precision.ROUNDED, **source)
    rate = claim("rate", 1_700, unit=Unit.PEOPLE_PER_DAY, precision=Precision.ALMOST, **source)
    roles = (ClaimInRole(ClaimRole.TOTAL, total), ClaimInRole(ClaimRole.RATE, rate))
    values: dict[str, Value] = {"length": 487, "computed": 1_643, "product": 827_900, "unit": "days"}
    finding = Finding(ClaimFindingKind.RATE_DIFFERS, roles, "", KEY, MONTH, 1, values)
    assert finding_words.sentence(finding, "en").endswith(
        "USSR, 1937-12: 800,000 in 487 days is 1,643 per day, not almost 1,700 per day; "
        "and almost 1,700 per day would make "
        "827,900 in 487 days. [made-up page]"
    )
    assert "800\N{NO-BREAK SPACE}000 за 487 дней — это 1\N{NO-BREAK SPACE}643 в день" in finding_words.sentence(
        finding, "ru"
    )


def test_the_greatest_changes_are_listed_and_the_rest_counted() -> None:
    claims = [claim(f"{n:02}", 100) for n in range(14)]
    changes = tuple(Change(row.claim_id, -5) for row in claims)
    finding = Finding(
        ClaimFindingKind.LEAST_CHANGE, in_role(ClaimRole.MENDED, claims), "", KEY, None, 70, {"changes": changes}
    )
    sentence = finding_words.sentence(finding, "en")
    assert sentence.count("100 [made-up ") == 12
    assert sentence.endswith("100 [made-up 11] − 5 … (+2).")


def test_a_claim_on_one_line() -> None:
    region = claim("a", 1_234, operation="00447", region="kursk", precision=Precision.OVER)
    assert finding_words.claim_line(region, "en").endswith("Kursk oblast, 1937-12: over 1,234 [made-up a]")
    whole = claim("b", 5, 9, territory=None, extent=Extent.WHOLE_USSR)
    assert finding_words.claim_line(whole, "ru").endswith("СССР, 1937-12: 5–9 [made-up b]")
    event = claim("c", 0, measure=Measure.EVENT, event="made-up event", date_edtf="1937-08", unit=Unit.PEOPLE)
    assert finding_words.claim_line(event, "en") == "c  made-up event: 1937-08 [made-up c]"
