"""The bundled demonstration archive: small and real, each fact with its source (see docs/data.md)."""

import pathlib
import shutil

from poimenno.sources.archive import SOURCES, Archive

BUNDLED = pathlib.Path(__file__).parent / SOURCES


def unpack(folder: pathlib.Path) -> Archive:
    """Create the demonstration archive in a folder, or open the one that is there. Raises ArchiveError."""
    if (folder / SOURCES).is_dir():
        return Archive.open(folder)
    archive = Archive.create(folder)
    shutil.copytree(BUNDLED, folder / SOURCES, dirs_exist_ok=True)
    return archive
