"""The bundled demonstration archive: small, real, made of facts with their sources (docs/data.md)."""

import pathlib
import shutil

from poimenno.sources.archive import SOURCES, Archive

BUNDLED = pathlib.Path(__file__).parent / SOURCES


def unpack(folder: pathlib.Path) -> Archive:
    """Make the demonstration archive in a folder; one that is there is opened as it is. Raises ArchiveError."""
    if (folder / SOURCES).is_dir():
        return Archive.open(folder)
    archive = Archive.create(folder)
    shutil.copytree(BUNDLED, folder / SOURCES, dirs_exist_ok=True)
    return archive
