"""What was received under one path: which of its files hold data, how they are read, and the id of the source."""

import itertools
import pathlib
import re

from poimenno.foundation.errors import ArchiveError, SourceError
from poimenno.foundation.language import gettext as _
from poimenno.reference.vocabularies import Reader
from poimenno.values.person_names import fold

# By the name's ending. None is plain text: it may be a table, one entry a line, or notices with separator lines.
_READERS: dict[str, Reader | None] = {
    **dict.fromkeys((".csv", ".tsv", ".tab"), Reader.DELIMITED),
    **dict.fromkeys((".xlsx", ".xlsm", ".xls", ".ods"), Reader.XLSX),
    **dict.fromkeys((".jsonl", ".ndjson", ".json"), Reader.JSONL),
    **dict.fromkeys((".yaml", ".yml"), Reader.YAML),
    **dict.fromkeys((".htm", ".html"), Reader.HTML),
    ".txt": None,
}
_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")


def data_files(path: pathlib.Path) -> dict[str, pathlib.Path]:
    """The data files of a path by name, in natural order; of a folder, the largest group of one format in one folder.

    Raises ArchiveError if the path does not exist, SourceError if it has no file of a known format.
    """
    if not path.exists():
        raise ArchiveError(_("{path}: there is no such file or folder.").format(path=path))
    if path.is_file():
        reader_of(path)
        return {path.name: path}
    groups: dict[tuple[pathlib.Path, str], list[pathlib.Path]] = {}
    for file in path.rglob("*"):
        if file.is_file() and file.suffix.lower() in _READERS and not file.name.startswith("."):
            groups.setdefault((file.parent, _READERS[file.suffix.lower()] or "text"), []).append(file)
    if not groups:
        raise SourceError(
            _("{path}: this folder has no file that can be read; expected one of: {kinds}.").format(
                path=path, kinds=" ".join(sorted(_READERS))
            )
        )
    # A downloaded folder also has tables of contents and the like, in other formats or other folders.
    largest = max(groups, key=lambda group: (len(groups[group]), -len(group[0].parts), str(group[0]), str(group[1])))
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


def reader_of(path: pathlib.Path) -> Reader | None:
    """The reader for a file by the ending of its name; None for plain text. Raises SourceError for other endings."""
    ending = path.suffix.lower()
    if ending not in _READERS:
        raise SourceError(
            _("{path}: files of this kind cannot be read; expected one of: {kinds}.").format(
                path=path, kinds=" ".join(sorted(_READERS))
            )
        )
    return _READERS[ending]


def free_id(path: pathlib.Path, wanted: str | None, taken: set[str]) -> str:
    """An id for a source: the id wanted, or one made from the name of the path, with a number if it is taken.

    Raises ArchiveError if the id wanted is taken or has other characters than letters, digits, dot, hyphen, underscore.
    """
    if wanted is not None:
        if not _ID.fullmatch(wanted):
            raise ArchiveError(
                _("{id!r} cannot be the id of a source; use letters, digits, dots, hyphens and underscores.").format(
                    id=wanted
                )
            )
        if wanted.casefold() in taken:
            raise ArchiveError(_("The archive already has a source {id!r}; choose another id.").format(id=wanted))
        return wanted
    stem = path.stem if path.is_file() else path.resolve().name
    if not _ID.fullmatch(stem):
        stem = re.sub(r"[^a-z0-9]+", "-", fold(stem)).strip("-") or "source"
    return next(
        name
        for name in itertools.chain([stem], (f"{stem}-{number}" for number in itertools.count(2)))
        if name.casefold() not in taken
    )
