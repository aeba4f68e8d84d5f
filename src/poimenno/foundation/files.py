"""Writes a file whole or not at all: the only place in the program that replaces a file.

The new content goes to a temporary file in the same folder, is flushed to the disk (fsync), and takes the place of the
old file in one rename; then the folder is flushed too. A crash at any moment leaves the old file or the new one, never
half of either. Errors of the operating system pass through unchanged, so that the caller can say what was lost; for a
file that the user named, `output_file` words them.
"""

import os
import pathlib
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager

from poimenno.foundation import output
from poimenno.foundation.errors import ArchiveError
from poimenno.foundation.language import gettext as _


@contextmanager
def replacing(path: pathlib.Path) -> Iterator[pathlib.Path]:
    """Yield a temporary path beside `path`; what was written there replaces `path` when the block ends well.

    Raises OSError where the folder cannot be written or the disk is full; `path` is then as it was.
    """
    tmp_path = path.with_name(f".{path.name}.writing")
    try:
        yield tmp_path
        sync_file(tmp_path)
        tmp_path.replace(path)
        sync_folder(path.parent)
    finally:
        tmp_path.unlink(missing_ok=True)


@contextmanager
def output_file(path: pathlib.Path) -> Iterator[pathlib.Path]:
    """As `replacing`, for a file that the user named: errors of the operating system become sentences.

    Raises ArchiveError if the folder does not exist or the file cannot be written; `path` is then as it was.
    """
    if output.is_standard_output(path) or (path.exists() and not path.is_file() and not path.is_dir()):
        # A pipe or a device: there is nothing to replace.
        with tempfile.TemporaryDirectory() as folder:
            tmp_path = pathlib.Path(folder) / path.name
            yield tmp_path
            if output.is_standard_output(path):
                output.write_bytes(tmp_path.read_bytes())
            else:
                path.write_bytes(tmp_path.read_bytes())
        return
    if not path.absolute().parent.is_dir():
        raise ArchiveError(_("{folder}: this folder does not exist; create it first.").format(folder=path.parent))
    try:
        with replacing(path) as tmp_path:
            yield tmp_path
    except OSError as error:
        raise ArchiveError(
            _("{file}: could not be written ({reason}).").format(file=path, reason=error.strerror or error)
        ) from error


def write_bytes(path: pathlib.Path, content: bytes) -> None:
    """Write a file whole. Raises OSError; the old file is then untouched."""
    with replacing(path) as tmp_path:
        tmp_path.write_bytes(content)


def write_text(path: pathlib.Path, text: str) -> None:
    """Write a text file whole, in UTF-8 and with its line ends as they are. Raises OSError."""
    write_bytes(path, text.encode("utf-8"))


def sync_file(path: pathlib.Path) -> None:
    """Wait until the content of a file is on the disk."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def sync_folder(folder: pathlib.Path) -> None:
    """Wait until the names in a folder are on the disk, where the system can do that (Windows cannot)."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
