"""What a path holds: the data files of a folder, in natural order, and a free id for the source."""

import pathlib

import pytest

from poimenno.foundation.errors import ArchiveError, SourceError
from poimenno.reference.vocabularies import Reader
from poimenno.sources import received


def touch(folder: pathlib.Path, *names: str) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).touch()


def test_the_files_of_a_folder_come_in_natural_order(tmp_path: pathlib.Path) -> None:
    touch(tmp_path, "list10.htm", "list2.htm", "list1.htm")
    assert list(received.data_files(tmp_path)) == ["list1.htm", "list2.htm", "list10.htm"]


def test_only_the_largest_group_of_one_format_in_one_folder_is_taken(tmp_path: pathlib.Path) -> None:
    touch(tmp_path, "pages/1.htm", "pages/2.html", "pages/about.csv", "other/1.htm", "about.pdf", "pages/.hidden.htm")
    taken = received.data_files(tmp_path)
    assert taken == {"1.htm": tmp_path / "pages" / "1.htm", "2.html": tmp_path / "pages" / "2.html"}
    assert received.left_out(tmp_path, taken) == ["about.pdf", "other/1.htm", "pages/.hidden.htm", "pages/about.csv"]


def test_of_two_groups_of_one_size_the_higher_folder_is_taken(tmp_path: pathlib.Path) -> None:
    touch(tmp_path, "a.csv", "deep/b.csv")
    assert list(received.data_files(tmp_path)) == ["a.csv"]


def test_a_single_file_leaves_nothing_out(tmp_path: pathlib.Path) -> None:
    touch(tmp_path, "a.csv", "b.csv")
    taken = received.data_files(tmp_path / "a.csv")
    assert taken == {"a.csv": tmp_path / "a.csv"}
    assert received.left_out(tmp_path / "a.csv", taken) == []


def test_a_folder_without_data_is_refused(tmp_path: pathlib.Path) -> None:
    touch(tmp_path, "letter.doc")
    with pytest.raises(SourceError, match="no file that can be read"):
        received.data_files(tmp_path)
    with pytest.raises(ArchiveError, match="no such file or folder"):
        received.data_files(tmp_path / "missing")


@pytest.mark.parametrize(
    ("name", "reader"),
    [
        ("a.CSV", Reader.DELIMITED),
        ("a.ods", Reader.XLSX),
        ("a.ndjson", Reader.JSONL),
        ("a.yml", Reader.YAML),
        ("a.htm", Reader.HTML),
        ("a.txt", None),
    ],
)
def test_the_ending_names_the_reader(name: str, reader: Reader | None) -> None:
    assert received.reader_of(pathlib.Path(name)) is reader


def test_ids_are_made_from_names_and_are_free(tmp_path: pathlib.Path) -> None:
    touch(tmp_path, "R4-1.csv", "Книга памяти.csv", "№.csv")
    assert received.free_id(tmp_path / "R4-1.csv", None, set()) == "R4-1"
    assert received.free_id(tmp_path / "R4-1.csv", None, {"r4-1", "r4-1-2"}) == "R4-1-3"
    assert received.free_id(tmp_path / "Книга памяти.csv", None, set()) == "kniga-pamiati"
    assert received.free_id(tmp_path / "№.csv", None, set()) == "no"


@pytest.mark.parametrize(("wanted", "words"), [("a/b", "use letters"), ("-a", "use letters"), ("A", "already has")])
def test_an_id_that_cannot_be_is_refused(tmp_path: pathlib.Path, wanted: str, words: str) -> None:
    with pytest.raises(ArchiveError, match=words):
        received.free_id(tmp_path, wanted, {"a"})
