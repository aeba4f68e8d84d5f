"""The model of linkage: which pairs are compared, by what, and what each outcome weighs.

Fellegi and Sunter's model (1969) as Splink runs it. The comparisons, their levels and the shares m and u stand in
`reference/linkage_levels.csv`; frequencies of names, dates and places come from the lists themselves, so that a
rare name weighs more than a common one. The shares are fixed, so that the same input gives the same record to the
last digit.
"""

import itertools
import math
from collections.abc import Callable
from typing import Any

from poimenno import reference

# Pairs are compared where they agree on one of these: each finds pairs that the others miss. Chosen greedily among
# some 450 combinations, for most true pairs at least candidates, on made-up lists of a million entries and on the
# Memento books (benchmarks/blocking.py); `sounds` keys stand for spellings, days and places for names misread.
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
# Comparisons of who somebody is; the others tell what befell them, which kin and cellmates share.
# One outcome alone says no more than this, in bits: a share m of nearly nothing is a rule, not a measurement.
MOST_SURPRISE = 6.0
WHO = ("surname", "given_name", "patronymic", "birth", "sex", "source")
LISTS = (("archive_files", "given_start"), ("surnames", "given_first", "birth_year"))


def settings(entries: int, translate: Callable[[str], str] = str) -> Any:
    """Splink's settings for a linkage of so many entries; the conditions are DuckDB's SQL unless translated."""
    from splink import SettingsCreator, block_on

    blocks: list[Any] = [block_on(*columns) for columns in BLOCKS]
    blocks += [block_on(*columns, arrays_to_explode=[columns[0]]) for columns in LISTS]
    return SettingsCreator(
        link_type="dedupe_only",
        comparisons=[_comparison(name, list(rows), translate) for name, rows in _by_comparison()],
        blocking_rules_to_generate_predictions=blocks,
        # One true pair for each entry, in all pairs: lists of one event overlap about so much.
        probability_two_random_records_match=min(0.5, 2 / max(entries, 4)),
        retain_matching_columns=False,
        additional_columns_to_retain=["source_id"],
        retain_intermediate_calculation_columns=True,
    )


def frequencies() -> dict[str, str]:
    """The SQL of how common each value of a column of linkage_input is: its share of the values in the base.

    What the base does not have counts as what stands there once.
    """
    columns = sorted({row["term_frequency"] for row in reference.rows("linkage_levels") if row["term_frequency"]})
    return {
        column: f"WITH counted AS (SELECT {column}, count(*) FILTER (b.source_id IS NOT NULL) AS entries "  # noqa: S608
        f"FROM linkage_input AS i LEFT JOIN base AS b ON b.source_id = i.source_id "
        f"WHERE {column} IS NOT NULL GROUP BY {column}) "
        f"SELECT {column}, greatest(entries, 1)::DOUBLE / greatest(sum(entries) OVER (), 1) AS tf_{column} FROM counted"
        for column in columns
    }


def evidence() -> str:
    """The SQL of what a scored pair rests on: a list of {comparison, level, level_ru, weight}, heaviest first.

    Built row by row of the pair; a level is told by its own weight, log2 of m/u, before frequencies.
    """
    parts = []
    for name, grouped in _by_comparison():
        told = [row for row in grouped if row["m"]]
        is_level = [f"abs(mw_{name} - {weight_of(row)}) < 1e-9" for row in told]
        labels = {
            column: " ".join(f"WHEN {one} THEN {_quoted(row[column])}" for one, row in zip(is_level, told, strict=True))
            for column in ("label_en", "label_ru")
        }
        weight = f"mw_{name}" + (f" + mw_tf_adj_{name}" if any(row["term_frequency"] for row in told) else "")
        parts.append(
            f"CASE WHEN {' OR '.join(is_level)} THEN {{'order': -abs({weight}), 'comparison': '{name}', "
            f"'level': CASE {labels['label_en']} END, 'level_ru': CASE {labels['label_ru']} END, "
            f"'weight': round({weight}, 2)}} END"
        )
    listed = f"list_sort(list_filter([{', '.join(parts)}], lambda part: part IS NOT NULL))"
    told_of = "{'comparison': part.comparison, 'level': part.level, 'level_ru': part.level_ru, 'weight': part.weight}"
    return f"to_json(list_transform({listed}, lambda part: {told_of}))"


def weight_of(row: reference.Row) -> float:
    """The weight of an outcome in bits, before frequencies: log2 of m over u."""
    return math.log2(float(row["m"]) / float(row["u"]))


def surprise() -> str:
    """The SQL of how unusual a scored pair would be for one person, in bits: 0 where all is as most often.

    Of each comparison of who they are, log2 of the share m of its most usual level over that of the pair's level. Kin
    who share a village and a day of arrest have much weight, and surprise too: that is what a reviewer should see.
    """
    parts = []
    for name, grouped in _by_comparison():
        if name not in WHO:
            continue
        told = [row for row in grouped if row["m"]]
        most = max(float(row["m"]) for row in told)
        cases = " ".join(
            f"WHEN abs(mw_{name} - {weight_of(row)}) < 1e-9 "
            f"THEN {min(math.log2(most / float(row['m'])), MOST_SURPRISE)}"
            for row in told
        )
        parts.append(f"CASE {cases} ELSE 0.0 END")
    return f"round({' + '.join(parts)}, 2)"


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _by_comparison() -> Any:
    return itertools.groupby(reference.rows("linkage_levels"), key=lambda row: row["comparison"])


def _comparison(name: str, rows: list[reference.Row], translate: Callable[[str], str]) -> Any:
    import splink.comparison_level_library as levels
    import splink.comparison_library as comparisons

    made: list[Any] = []
    for row in rows:
        level: Any = (
            levels.ElseLevel()
            if row["condition"] == "ELSE"
            else levels.CustomLevel(translate(row["condition"]), row["label_en"])
        )
        if not row["m"]:
            made.append(level.configure(is_null_level=True))
            continue
        chosen: dict[str, Any] = {"m_probability": float(row["m"]), "u_probability": float(row["u"])}
        if row["term_frequency"]:
            chosen |= {
                "tf_adjustment_column": row["term_frequency"],
                "tf_minimum_u_value": 0.00001,
                "disable_tf_exact_match_detection": True,
            }
        made.append(level.configure(**chosen))
    return comparisons.CustomComparison(made, output_column_name=name)
