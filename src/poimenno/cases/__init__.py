"""What befell the person? A person's entries become cases; values that differ are kept beside the preferred one.

Each step is a named SQL file or a small module and leaves temporary tables. The room does not drop them: the build
does, or keeps them in the record (`build --keep-steps`). In order:

- `episodes_of_persons`: every episode of every person, with its dates
- `field_types`: level and type of each field of reference/fields.csv
- `grouped_episodes`: the case of each episode, for persons with several episodes (`grouping.py`)
- `case_starts`: when each case began
- `execution_cases`: the case that an execution belongs to, if it is not that of its entry
- `stated_values`: every value that an entry states, with its case or person
- `ranked_values`: the same, one of each field marked as preferred
- `text_regions`, `text_places`: the region and the place of burial that each distinct text names
- `preferred_values`: the preferred values of each case, one row a case
- `residence_regions`, `burial_regions`: regions of a case by residence and by burial
- `preferred_births`: the preferred date of birth of each person
- `unnumbered_findings`: the findings before they have ids
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import duckdb


def assemble(db: "duckdb.DuckDBPyConnection") -> None:
    """Fill cases, case_entries, case_values, person_values, person_places and findings from entries and persons."""
    from poimenno.cases import assembly

    assembly.assemble(db)
