"""A file is written whole or not at all."""

import os
import pathlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from poimenno.foundation import files


@given(content=st.binary(max_size=200))
def test_what_is_written_is_read(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    path = tmp_path_factory.mktemp("files") / "file"
    files.write_bytes(path, b"old")
    files.write_bytes(path, content)
    assert path.read_bytes() == content
    assert [entry.name for entry in path.parent.iterdir()] == ["file"]


def test_text_is_utf8_with_its_line_ends(tmp_path: pathlib.Path) -> None:
    files.write_text(tmp_path / "file", "Ёлкин\r\nÕ\n")
    assert (tmp_path / "file").read_bytes() == "Ёлкин\r\nÕ\n".encode()


def test_a_fault_in_the_middle_leaves_the_old_file(tmp_path: pathlib.Path) -> None:
    path = tmp_path / "file"
    path.write_text("old")

    def write_half() -> None:
        with files.replacing(path) as half:
            half.write_text("ne")
            raise RuntimeError("power is gone")

    with pytest.raises(RuntimeError):
        write_half()
    assert path.read_text() == "old"
    assert [entry.name for entry in path.parent.iterdir()] == ["file"]


def test_the_content_is_on_the_disk_before_the_rename_and_the_name_after_it(
    tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps: list[str] = []
    fsync, replace = os.fsync, pathlib.Path.replace

    def noted_fsync(descriptor: int) -> None:
        steps.append("folder" if os.path.isdir(f"/proc/self/fd/{descriptor}") else "file")  # noqa: PTH112
        fsync(descriptor)

    def noted_replace(self: pathlib.Path, target: pathlib.Path) -> pathlib.Path:
        steps.append("rename")
        return replace(self, target)

    monkeypatch.setattr(os, "fsync", noted_fsync)
    monkeypatch.setattr(pathlib.Path, "replace", noted_replace)
    files.write_text(tmp_path / "file", "new")
    assert steps == ["file", "rename", "folder"]
