"""A record is opened only by a version of the program that has its tables."""

import pathlib
import shutil

import duckdb
import pytest

from poimenno.foundation import database
from poimenno.foundation.errors import RecordError


@pytest.mark.parametrize(
    "statement",
    ["UPDATE record SET value = 'of another version' WHERE key = 'schema'", "DELETE FROM record WHERE key = 'schema'"],
)
def test_a_record_of_another_version_asks_to_be_built_again(
    made_up_record: pathlib.Path, tmp_path: pathlib.Path, statement: str
) -> None:
    path = tmp_path / "record.duckdb"
    shutil.copyfile(made_up_record, path)
    with duckdb.connect(str(path)) as db:
        db.execute(statement)
    with pytest.raises(RecordError, match=r"another version of Poimenno.*poimenno build"):
        database.open_record(path)


def test_what_is_no_record_is_said_in_one_sentence(tmp_path: pathlib.Path) -> None:
    (tmp_path / "record.duckdb").write_bytes(b"not a database" * 1000)
    with pytest.raises(RecordError, match="cannot be read"):
        database.open_record(tmp_path / "record.duckdb")
    with pytest.raises(RecordError, match="no record yet"):
        database.open_record(tmp_path / "missing.duckdb")
