"""Archives of made-up lists, built, for reviewers to decide on."""

import pathlib
from collections.abc import Callable

import pytest

from benchmarks import made_up_lists
from poimenno import pipeline
from poimenno.entries import dialects
from poimenno.foundation import database
from poimenno.foundation.progress import QUIET
from poimenno.sources.archive import Archive

Build = Callable[[pathlib.Path, list[pathlib.Path]], Archive]


@pytest.fixture(scope="module")
def lists(tmp_path_factory: pytest.TempPathFactory) -> pathlib.Path:
    folder = tmp_path_factory.mktemp("made-up")
    made_up_lists.write(400, folder, seed=5)
    return folder


@pytest.fixture
def build_archive() -> Build:
    """Make an archive of lists and build its record."""

    def build(folder: pathlib.Path, files: list[pathlib.Path]) -> Archive:
        archive = Archive.create(folder)
        archive.add(files, made_up=True, detect=dialects.detect)
        return pipeline.build(folder, QUIET)

    return build


@pytest.fixture
def archive(lists: pathlib.Path, tmp_path: pathlib.Path, build_archive: Build) -> Archive:
    return build_archive(tmp_path / "archive", sorted(lists.glob("list-[12].csv")))


@pytest.fixture
def linked_pair(archive: Archive) -> tuple[str, str]:
    """Two entries that a link holds together."""
    with database.opened(archive.record) as db:
        a, b = db.execute("SELECT entry_id_a, entry_id_b FROM links WHERE used ORDER BY ALL LIMIT 1").fetchall()[0]
    return a, b
