"""The model of linkage: which pairs are compared, by what, and what each outcome weighs.

Fellegi and Sunter's model (1969) as Splink runs it. The comparisons, their levels and the shares m and u stand in
`reference/linkage_levels.csv`; frequencies of names, dates and places come from the lists themselves, so that a
rare name weighs more than a common one. The shares are fixed, so that the same input gives the same record to the
last digit.
"""

from collections.abc import Callable
from typing import Any

from poimenno.people.comparison.levels import MISSING, Level, comparisons

# Pairs are compared if they agree on one of these: each finds pairs that the others miss. Chosen greedily among some
# 450 combinations, for the most true pairs with the fewest candidates, on made-up lists of a million entries and on the
# Memento books. Keys of sounds find other spellings of a name; days and places find misread names.
BLOCKS = (
    ("surname", "given_sounds", "sentence_day"),
    ("surname", "given_sounds", "patronymic_sounds"),
    ("surname_sounds", "patronymic_sounds", "sentence_day"),
    ("surname_sounds", "birth_year", "birth_place_key"),
    ("surname_start", "given_initial", "death_day"),
    ("given_sounds", "patronymic_sounds", "birth_year", "sentence_day"),
    ("surname_sounds", "given_start", "arrest_day"),
    ("surname_sounds", "given_sounds", "birth_year"),
    ("surname_start", "patronymic_start", "arrest_day"),
    ("given_sounds", "patronymic_sounds", "birth_year", "birth_place_key"),
    ("surname", "patronymic_start", "birth_year"),
    ("surname_end", "given_initial", "birth_place"),
    ("given_initial", "patronymic_sounds", "birth_year", "death_day"),
    ("surname_start", "birth_year", "sentence_day"),
    ("surname_sounds", "given_sounds", "patronymic_sounds"),
    ("given_initial", "patronymic_sounds", "birth_day"),
    ("arrest_day", "death_day", "given_first"),
    ("surname_start", "given_sounds", "sentence_day"),
    ("surname_end", "patronymic_start", "residence"),
    ("given_sounds", "patronymic_sounds", "birth_year", "arrest_day"),
    ("surname_start", "given_start", "patronymic"),
    ("surname_end", "given_sounds", "death_day"),
    ("surname_start", "given_start", "birth_day"),
    # Микола and Николай, Костянтинович and Константинович: no part of a name but the surname has one sound.
    ("surname_sounds", "birth_day"),
    ("surname", "given_initial", "birth_year"),
)
# The same for columns that hold lists: the pair shares a member of the first.
LISTS = (("archive_files", "given_start"), ("surnames", "given_first", "birth_year"))


def settings(entries: int, translate: Callable[[str], str] = str) -> Any:
    """Splink's settings for a linkage of `entries` entries; the conditions are DuckDB's SQL unless translated."""
    from splink import SettingsCreator, block_on

    blocks: list[Any] = [block_on(*columns) for columns in BLOCKS]
    blocks += [block_on(*columns, arrays_to_explode=[columns[0]]) for columns in LISTS]
    return SettingsCreator(
        link_type="dedupe_only",
        comparisons=[_comparison(name, levels, translate) for name, levels in comparisons().items()],
        blocking_rules_to_generate_predictions=blocks,
        # One true pair for each entry, in all pairs: lists of one event overlap about so much.
        probability_two_random_records_match=min(0.5, 2 / max(entries, 4)),
        retain_matching_columns=False,
        additional_columns_to_retain=["source_id"],
        retain_intermediate_calculation_columns=True,
    )


def frequency_columns() -> list[str]:
    """The columns of linkage_input whose values weigh by how common they are."""
    return sorted({level.term_frequency for levels in comparisons().values() for level in levels} - {""})


def keep_level_numbers(linker: Any) -> None:
    """Have Splink's predictions tell the level of each comparison by its number, in columns `gamma_…`.

    Splink 5 tells it only in training, or together with every column that was compared, which would take gigabytes for
    lists of a million entries. So its own switch for training is set where a prediction asks for its columns.
    """
    for comparison in linker._settings_obj.core_model_settings.comparisons:
        comparison._columns_to_select_for_predict = _as_in_training(comparison._columns_to_select_for_predict)


def _as_in_training(columns: Callable[[bool, bool, bool], list[str]]) -> Callable[[bool, bool, bool], list[str]]:
    return lambda matching, intermediate, _training: columns(matching, intermediate, True)


def _comparison(name: str, levels: list[Level], translate: Callable[[str], str]) -> Any:
    import splink.comparison_level_library as splink_levels
    import splink.comparison_library as splink_comparisons

    configured: list[Any] = []
    for level in levels:
        splink_level: Any = (
            splink_levels.ElseLevel()
            if level.condition == "ELSE"
            else splink_levels.CustomLevel(translate(level.condition), level.label_en)
        )
        if level.number == MISSING:
            configured.append(splink_level.configure(is_null_level=True))
            continue
        options: dict[str, Any] = {"m_probability": level.m, "u_probability": level.u}
        if level.term_frequency:
            options |= {
                "tf_adjustment_column": level.term_frequency,
                "tf_minimum_u_value": 0.00001,
                "disable_tf_exact_match_detection": True,
            }
        configured.append(splink_level.configure(**options))
    return splink_comparisons.CustomComparison(configured, output_column_name=name)
