"""Levels have Splink's own numbers, and weigh and surprise as their shares say."""

import math

import pytest

from poimenno.people.comparison import levels, match_model
from poimenno.reference.vocabularies import Comparison


def test_levels_are_numbered_as_splink_numbers_them() -> None:
    splink_settings = match_model.settings(1000).get_settings("duckdb")
    numbers = {
        comparison.output_column_name: [
            (level.sql_condition, level.comparison_vector_value) for level in comparison.comparison_levels
        ]
        for comparison in splink_settings.core_model_settings.comparisons
    }
    ours = {name: [(level.condition, level.number) for level in own] for name, own in levels.comparisons().items()}
    assert ours == numbers
    assert set(ours) == set(Comparison)


def test_a_level_weighs_the_binary_logarithm_of_m_over_u() -> None:
    same_surname = levels.comparisons()[Comparison.SURNAME][1]
    assert same_surname.label_en == "the same"
    assert same_surname.weight == math.log2(0.8 / 0.000372)


def test_the_most_usual_level_surprises_nobody_and_rules_no_more_than_the_most() -> None:
    surname = levels.comparisons()[Comparison.SURNAME]
    assert levels.surprise(surname[0], surname) == 0  # a missing value
    assert levels.surprise(surname[1], surname) == 0
    assert levels.surprise(surname[-1], surname) == pytest.approx(math.log2(0.8 / 0.015))
    given_name = levels.comparisons()[Comparison.GIVEN_NAME]
    assert levels.surprise(given_name[-2], given_name) == levels.MAX_SURPRISE
    arrest = levels.comparisons()[Comparison.ARREST]
    assert {levels.surprise(level, arrest) for level in arrest} == {0}
