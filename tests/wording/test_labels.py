"""Codes of closed lists have words in both languages."""

import pytest

from poimenno import reference
from poimenno.reference.vocabularies import Comparison, Outcome
from poimenno.wording.labels import label


@pytest.mark.parametrize("language", ["en", "ru"])
def test_a_code_has_words(language: str) -> None:
    assert label(Outcome.EXECUTED, language) == {"en": "shot", "ru": "расстрел"}[language]
    assert label("executed", language, "outcome") == label(Outcome.EXECUTED, language)
    assert label(None, language, "outcome") == label(Outcome.UNKNOWN, language)
    assert label("of the user", language, "collection") == "of the user"


def test_every_comparison_of_the_linkage_has_a_name() -> None:
    assert set(Comparison) == {row["comparison"] for row in reference.rows("linkage_levels")}
