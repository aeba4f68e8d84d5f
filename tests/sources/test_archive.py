"""An archive keeps what it received, all or nothing, and says in one sentence what is wrong."""

import errno
import hashlib
import pathlib
import shutil
import subprocess
import sys
import time
import tomllib

import pytest

from poimenno.foundation.errors import ArchiveError, SourceError
from poimenno.sources.archive import Archive, checksum

LIST = "Фамилия;Имя;Год рождения\nПримеров;Вымысел;1890\nОбразцова;Примера;1902\n"


@pytest.fixture
def archive(tmp_path: pathlib.Path) -> Archive:
    return Archive.create(tmp_path / "archive")


@pytest.fixture
def received(tmp_path: pathlib.Path) -> pathlib.Path:
    file = tmp_path / "R4-1.csv"
    file.write_bytes(LIST.encode("cp1251"))
    return file


def test_a_new_archive_says_what_is_in_it(archive: Archive) -> None:
    assert {path.name for path in archive.folder.iterdir()} == {"sources", "decisions.jsonl", "README.txt"}
    assert archive.sources == []
    assert archive.decisions() == []


def test_a_folder_in_use_is_left_alone(tmp_path: pathlib.Path) -> None:
    (tmp_path / "letter.txt").touch()
    with pytest.raises(ArchiveError, match="is not empty"):
        Archive.create(tmp_path)
    with pytest.raises(ArchiveError, match="poimenno new"):
        Archive.open(tmp_path)


def test_a_file_is_kept_as_received(archive: Archive, received: pathlib.Path) -> None:
    (added,) = archive.add([received], title="Выдуманный список", made_up=True)
    assert (added.source_id, added.new) == ("R4-1", True)
    (source,) = archive.sources
    (file,) = source.files
    assert file.read_bytes() == received.read_bytes()
    assert source.settings.files == {"R4-1.csv": hashlib.sha256(received.read_bytes()).hexdigest()}
    assert (source.settings.title, source.settings.made_up, source.settings.added) == ("Выдуманный список", True, 1)
    assert (source.settings.reader, source.settings.delimiter, source.settings.encoding) == ("delimited", ";", "cp1251")
    assert source.settings.mapping == {"Фамилия": "surname", "Имя": "given_name", "Год рождения": "birth_date"}
    assert any("Год рождения" in sentence for sentence in added.guesses)


def test_the_same_content_is_not_taken_twice(archive: Archive, received: pathlib.Path, tmp_path: pathlib.Path) -> None:
    archive.add([received])
    copy = tmp_path / "copy.csv"
    shutil.copy(received, copy)
    (again,) = archive.add([copy])
    assert (again.source_id, again.new) == ("R4-1", False)
    assert len(archive.sources) == 1


def test_ids_and_order(archive: Archive, tmp_path: pathlib.Path) -> None:
    paths = [tmp_path / "Список 1.csv", tmp_path / "z.csv", tmp_path / "a" / "z.csv"]
    for number, path in enumerate(paths):
        path.parent.mkdir(exist_ok=True)
        path.write_text(LIST + f"Вымышленный;;{1900 + number}\n", encoding="utf-8")
    assert [added.source_id for added in archive.add(paths)] == ["spisok-1", "z", "z-2"]
    assert [(source.source_id, source.settings.added) for source in archive.sources] == [
        ("spisok-1", 1),
        ("z", 2),
        ("z-2", 3),
    ]


def test_a_folder_is_one_source_in_natural_order(archive: Archive, tmp_path: pathlib.Path) -> None:
    folder = tmp_path / "pages"
    folder.mkdir()
    for number in (10, 9, 1):
        (folder / f"{number}.txt").write_text(f"Примеров {number}\n", encoding="utf-8")
    (folder / "about.pdf").touch()
    (added,) = archive.add([folder])
    assert [file.name for file in archive.sources[0].files] == ["1.txt", "9.txt", "10.txt"]
    assert any("about.pdf" in sentence for sentence in added.guesses)


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("missing.csv", None, "no such file"),
        ("letter.doc", b"x", "files of this kind cannot be read"),
        ("picture.csv", bytes(range(256)) * 20 + bytes(999), "not text"),
        ("bad.yaml", b"- a: [\n", "not YAML: line"),
        ("bad.jsonl", b"{\n", "one JSON object on each line"),
        ("bad.xlsx", b"PK no", "not a spreadsheet"),
    ],
)
def test_what_cannot_be_taken_is_said_and_leaves_nothing(
    archive: Archive, tmp_path: pathlib.Path, name: str, data: bytes | None, words: str
) -> None:
    file = tmp_path / name
    if data is not None:
        file.write_bytes(data)
    with pytest.raises((ArchiveError, SourceError), match=words) as raised:
        archive.add([file])
    assert name in str(raised.value)
    assert "\n" not in str(raised.value)
    assert list((archive.folder / "sources").iterdir()) == []


def test_a_full_disk_leaves_nothing_half_added(
    archive: Archive, received: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_from: pathlib.Path, to: pathlib.Path) -> None:
        to.write_bytes(b"half")
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(shutil, "copyfile", full)
    with pytest.raises(ArchiveError, match=r"could not be written \(No space left on device\); nothing was added"):
        archive.add([received])
    assert list((archive.folder / "sources").iterdir()) == []


def test_what_a_crash_left_is_neither_seen_nor_in_the_way(archive: Archive, received: pathlib.Path) -> None:
    left = archive.folder / "sources" / ".adding-R4-1"
    left.mkdir()
    (left / "R4-1.csv").write_bytes(b"half")
    assert archive.sources == []
    archive.add([received])
    assert [path.name for path in (archive.folder / "sources").iterdir()] == ["R4-1"]


def test_a_changed_file_is_noticed_and_can_be_accepted(archive: Archive, received: pathlib.Path) -> None:
    archive.add([received])
    archive.check()
    (source,) = archive.sources
    source.files[0].write_bytes(b"changed")
    with pytest.raises(SourceError, match=r"R4-1\.csv: this file has changed since it was received.*source\.toml"):
        archive.check()
    toml = source.folder / "source.toml"
    noted = source.settings.files["R4-1.csv"]
    toml.write_text(toml.read_text(encoding="utf-8").replace(noted, checksum(source.files[0])), encoding="utf-8")
    archive.check()
    source.files[0].unlink()
    with pytest.raises(SourceError, match="is missing"):
        archive.check()


def test_the_inputs_tell_what_the_record_rests_on(archive: Archive, received: pathlib.Path) -> None:
    before = archive.inputs()
    archive.add([received])
    after = archive.inputs()
    assert {key: after[key] for key in before} == before
    assert after.keys() - before.keys() == {"source R4-1"}


def test_a_second_build_at_the_same_time_is_kept_out(archive: Archive, received: pathlib.Path) -> None:
    with archive.lock(), pytest.raises(ArchiveError, match="another build or add is running"):
        archive.add([received])
    archive.add([received])


def test_a_lock_does_not_outlive_a_crash(archive: Archive, received: pathlib.Path) -> None:
    code = (
        "import pathlib, sys, time\nfrom poimenno.sources.archive import Archive\n"
        "with Archive.open(pathlib.Path(sys.argv[1])).lock():\n    print('held', flush=True)\n    time.sleep(60)"
    )
    holder = subprocess.Popen([sys.executable, "-c", code, str(archive.folder)], stdout=subprocess.PIPE)
    assert holder.stdout is not None
    assert holder.stdout.readline() == b"held\n"
    with pytest.raises(ArchiveError, match="is running"):
        archive.add([received])
    holder.kill()
    holder.wait()
    holder.stdout.close()
    time.sleep(0.1)
    archive.add([received])


def test_the_settings_that_are_written_are_plain_toml(archive: Archive, received: pathlib.Path) -> None:
    archive.add([received], title='Список "А" \\ \x7f\n\u2028', citation="Выдумано")
    toml = archive.folder / "sources" / "R4-1" / "source.toml"
    assert tomllib.loads(toml.read_text(encoding="utf-8"))["title"] == 'Список "А" \\ \x7f\n\u2028'
    assert "# Title of the source, as printed." in toml.read_text(encoding="utf-8")
