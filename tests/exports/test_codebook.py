"""The codebook describes every exported column, or says which it does not."""

import pathlib

import pytest

from poimenno.exports import codebook, tables
from poimenno.foundation.errors import ReferenceTableError


def test_a_column_without_a_description_is_named(
    made_up_record: pathlib.Path, tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = codebook._descriptions
    monkeypatch.setattr(
        codebook, "_descriptions", lambda db, table: {k: v for k, v in known(db, table).items() if k != "surname"}
    )
    with pytest.raises(ReferenceTableError, match=r"codebook\.csv.*persons\.surname"):
        tables.export(made_up_record, "persons", tmp_path / "persons.csv", described=True)
    assert list(tmp_path.iterdir()) == []
