"""What is part of what: held against the rows of the table."""

import pytest

from poimenno import reference
from poimenno.claims import hierarchies

ROWS = [row for row in reference.rows("hierarchies") if row["measures"] in {"", "!limit"}]
CODES = sorted({(row["dimension"], row[end]) for row in ROWS for end in ("whole", "part")})


@pytest.mark.parametrize(("dimension", "code"), CODES)
def test_a_code_lies_in_all_that_steps_lead_to(dimension: str, code: str) -> None:
    """Of a code with several wholes, the first in the table leads on."""
    containers = [code]
    while wholes := [row["whole"] for row in ROWS if (row["dimension"], row["part"]) == (dimension, containers[-1])]:
        containers.append(wholes[0])
    if dimension != "measure" and containers[-1]:
        containers.append("")
    assert [whole for whole, _disjoint in hierarchies.above(dimension, code)] == containers


@pytest.mark.parametrize(("dimension", "code"), CODES)
def test_complete_parts_are_disjoint_parts(dimension: str, code: str) -> None:
    rows = [row for row in ROWS if (row["dimension"], row["whole"], row["relation"]) == (dimension, code, "part")]
    assert {step.part for step in hierarchies.parts(dimension, code)} == {row["part"] for row in rows}
    assert hierarchies.complete_parts(dimension, code) == {row["part"] for row in rows if row["complete"]}


def test_a_code_that_no_step_knows_lies_in_everything() -> None:
    assert hierarchies.above("region", "[somewhere]") == (("[somewhere]", True), ("", False))
