"""What was received under one path: which of its files hold data, how they are read, what the source is called."""

import itertools
import pathlib
import re

from poimenno.foundation.errors import ArchiveError, SourceError
from poimenno.foundation.language import gettext as _
from poimenno.values.names import fold

# Text may turn out to be a table, one entry a line, or notices with separator lines.
TEXT = "text"
_READERS = {
    ".csv": "delimited", ".tsv": "delimited", ".tab": "delimited", ".xlsx": "xlsx", ".xlsm": "xlsx", ".xls": "xlsx",
    ".ods": "xlsx", ".jsonl": "jsonl", ".ndjson": "jsonl", ".json": "jsonl", ".yaml": "yaml", ".yml": "yaml",
    ".htm": "html", ".html": "html", ".txt": TEXT,
}  # fmt: skip
_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")


def data_files(path: pathlib.Path) -> dict[str, pathlib.Path]:
    """The data files of a path by name, in natural order: of a folder, the most files of one form in one folder.

    Raises ArchiveError where nothing is there, SourceError where it holds no file of a known kind.
    """
    if not path.exists():
        raise ArchiveError(_("{path}: there is no such file or folder.").format(path=path))
    if path.is_file():
        reader(path)
        return {path.name: path}
    groups: dict[tuple[pathlib.Path, str], list[pathlib.Path]] = {}
    for file in path.rglob("*"):
        if file.is_file() and file.suffix.lower() in _READERS and not file.name.startswith("."):
            groups.setdefault((file.parent, _READERS[file.suffix.lower()]), []).append(file)
    if not groups:
        raise SourceError(
            _("{path}: this folder holds no file that can be read; expected one of: {kinds}.").format(
                path=path, kinds=" ".join(sorted(_READERS))
            )
        )
    # A folder as it was downloaded also holds tables of contents and the like, in other forms or other folders.
    largest = max(groups, key=lambda group: (len(groups[group]), -len(group[0].parts), str(group)))
    names = {file.name: file for file in groups[largest]}
    return dict(sorted(names.items(), key=lambda item: _natural(item[0])))


def left_out(path: pathlib.Path, names: dict[str, pathlib.Path]) -> list[str]:
    """The files under a path that `data_files` did not take, in order."""
    if path.is_file():
        return []
    taken = set(names.values())
    rest = (file for file in path.rglob("*") if file.is_file() and file not in taken)
    return sorted(file.relative_to(path).as_posix() for file in rest)


def _natural(name: str) -> list[tuple[int, int | str]]:
    return [(0, int(piece)) if piece.isdigit() else (1, piece) for piece in re.split(r"(\d+)", name)]


def reader(path: pathlib.Path) -> str:
    """The reader for a file by its name's ending, or `TEXT`. Raises SourceError for any other ending."""
    found = _READERS.get(path.suffix.lower())
    if found is None:
        raise SourceError(
            _("{path}: files of this kind are not read; expected one of: {kinds}.").format(
                path=path, kinds=" ".join(sorted(_READERS))
            )
        )
    return found


def free_id(path: pathlib.Path, wanted: str | None, taken: set[str]) -> str:
    """An id for a source: the one asked for, or made from the name of the path; a number is added if it is taken."""
    if wanted is not None:
        if not _ID.fullmatch(wanted):
            raise ArchiveError(
                _("{id!r} cannot be the id of a source: use letters, digits, dot, hyphen and underscore.").format(
                    id=wanted
                )
            )
        if wanted.casefold() in taken:
            raise ArchiveError(
                _("There is already a source {id!r} in the archive; choose another id.").format(id=wanted)
            )
        return wanted
    stem = path.stem if path.is_file() else path.resolve().name
    if not _ID.fullmatch(stem):
        stem = re.sub(r"[^a-z0-9]+", "-", fold(stem)).strip("-") or "source"
    return next(
        name
        for name in itertools.chain([stem], (f"{stem}-{number}" for number in itertools.count(2)))
        if name.casefold() not in taken
    )
