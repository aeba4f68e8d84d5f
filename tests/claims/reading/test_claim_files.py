"""Claims of a file: a table, a page of prose, or neither."""

import pathlib

import pytest

from poimenno.claims.reading import bundled_claims, claim_files
from poimenno.foundation.errors import SourceError

HEAD = "measure,value,source,period_start,period_end\n"


@pytest.mark.parametrize("content", ["name,born\nx,1900\n", "", "no table at all"])
def test_what_is_no_table_of_figures_is_said_to_be_none(tmp_path: pathlib.Path, content: str) -> None:
    path = tmp_path / "list.csv"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(SourceError, match="measure"):
        claim_files.read(path)


def test_a_file_that_is_not_there(tmp_path: pathlib.Path) -> None:
    with pytest.raises(SourceError, match="cannot be read"):
        claim_files.read(tmp_path / "none.csv")


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_table_is_read_whatever_separates_its_cells(tmp_path: pathlib.Path, delimiter: str) -> None:
    path = tmp_path / "mine.csv"
    path.write_text((HEAD + "executed,12,made-up,1937,1938\n").replace(",", delimiter), encoding="utf-8-sig")
    [claim] = claim_files.read(path).claims
    assert (claim.claim_id, claim.collection, claim.value, claim.source) == ("mine:1", "mine", 12, "made-up")


def test_a_row_that_states_no_figure_is_named_with_its_place(tmp_path: pathlib.Path) -> None:
    path = tmp_path / "mine.csv"
    path.write_text(HEAD + "executed,12,,,\nexecuted,dozens,,,\n", encoding="utf-8")
    of_file = claim_files.read(path)
    assert [claim.source for claim in of_file.claims] == ["mine.csv"]
    [problem] = of_file.problems
    assert str(problem) == "Row 2: value is 'dozens'; expected a whole number."
    assert problem.translated("ru").startswith("Строка 2: ")
    assert "dozens" in problem.translated("ru")


def test_a_bundled_source_that_a_file_repeats_in_full_is_left_out() -> None:
    bundled = bundled_claims.read(sublists=False)
    page = [claim for claim in bundled if claim.collection == "starting_page"]
    sources = {claim.source for claim in page}
    rest = claim_files.without_duplicates(bundled, [claim for claim in bundled if claim.source in sources])
    assert {claim.source for claim in bundled} - {claim.source for claim in rest} >= sources
    assert claim_files.without_duplicates(bundled, page[:1]) == bundled
