"""An archive on disk: its sources as received, its log of decisions, its record.

`Archive.create` makes an empty archive, `Archive.open` opens one. Nothing else in the program writes to `sources/`: a
file is copied unchanged, with its SHA-256, and compared with it before each build.
"""

import hashlib
import pathlib
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Any

from poimenno import __version__, reference
from poimenno.foundation import files
from poimenno.foundation.errors import ArchiveError, SourceError
from poimenno.foundation.language import gettext as _
from poimenno.sources import decision_log, guess, received, settings
from poimenno.sources.decision_log import Decision
from poimenno.sources.settings import Source

SOURCES = "sources"
DECISIONS = "decisions.jsonl"
RECORD = "record.duckdb"
CACHE = "cache"
TOML = "source.toml"
# Files not taken that are named.
_SHOWN = 5


@dataclass(frozen=True, slots=True)
class Added:
    """What `add` did with one path: the id of the source, whether it is new, and a sentence for each guess."""

    source_id: str
    new: bool
    guesses: tuple[str, ...]


class Archive:
    """The user's working folder. Make or open one with `create` or `open`."""

    def __init__(self, folder: pathlib.Path) -> None:
        self.folder = folder

    @classmethod
    def create(cls, folder: pathlib.Path) -> "Archive":
        """Make an empty archive. Raises ArchiveError if the folder is not empty."""
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            raise ArchiveError(
                _("{folder}: this folder is not empty; name a new or an empty folder.").format(folder=folder)
            )
        (folder / SOURCES).mkdir(parents=True)
        (folder / DECISIONS).touch()
        files.write_text(folder / "README.txt", _readme())
        return cls(folder)

    @classmethod
    def open(cls, folder: pathlib.Path) -> "Archive":
        """Open an archive. Raises ArchiveError if the folder is not an archive."""
        if not (folder / SOURCES).is_dir():
            raise ArchiveError(
                _("{folder}: this is not an archive; create one with `poimenno new {folder}`.").format(folder=folder)
            )
        return cls(folder)

    @property
    def record(self) -> pathlib.Path:
        """Where the record is, or will be."""
        return self.folder / RECORD

    @property
    def cache(self) -> pathlib.Path:
        """Where parsed sources are kept; it may be deleted at any time."""
        return self.folder / CACHE

    @property
    def sources(self) -> list[Source]:
        """The sources, in the order in which they were added. Raises SourceError if a source.toml is faulty."""
        sources = []
        for toml in (self.folder / SOURCES).glob(f"*/{TOML}"):
            source_id = toml.parent.name
            if source_id.startswith("."):
                continue
            stated = settings.read(toml)
            paths = tuple(toml.parent / name for name in stated.files)
            sources.append(Source(source_id, toml.parent, stated, paths))
        sources.sort(key=lambda source: (source.settings.added, source.source_id))
        return sources

    def check(self) -> None:
        """Compare each file with the checksum it was received with. Raises SourceError if one differs or is missing."""
        for source in self.sources:
            for name, received_sum in source.settings.files.items():
                path = source.folder / name
                if not path.is_file():
                    raise SourceError(
                        _(
                            "{path}: this file of the source is missing; put it back, or delete the folder {folder}."
                        ).format(path=path, folder=source.folder)
                    )
                current_sum = checksum(path)
                if current_sum != received_sum:
                    raise SourceError(
                        _(
                            "{path}: this file has changed since it was received (SHA-256 {current}, received "
                            "{received}). Restore the file as received or, if the change is intended, write the new "
                            "checksum to {toml}."
                        ).format(path=path, current=current_sum, received=received_sum, toml=source.folder / TOML)
                    )

    def decisions(self) -> list[Decision]:
        """The decisions, oldest first. Raises DecisionError if the log is broken."""
        return decision_log.read(self.folder / DECISIONS)

    def decide(self, decisions: Sequence[Decision]) -> None:
        """Append decisions to the log, all or none. Raises DecisionError as `decision_log.append` does."""
        decision_log.append(self.folder / DECISIONS, decisions)

    def inputs(self) -> dict[str, str]:
        """Everything that the record is a function of, each by its checksum or version."""
        log = self.folder / DECISIONS
        of_sources = {f"source {source.source_id}": checksum(source.folder / TOML) for source in self.sources}
        return {
            "program": __version__,
            "reference": reference.fingerprint(),
            "decisions": checksum(log) if log.exists() else "",
            **of_sources,
        }

    @contextmanager
    def lock(self) -> Iterator[None]:
        """Lock the archive against a second build or `add`. Raises ArchiveError if one is running."""
        import filelock

        lock = filelock.FileLock(self.folder / ".lock")
        try:
            lock.acquire(timeout=0)
        except filelock.Timeout:
            raise ArchiveError(
                _("{folder}: another build or add is running in this archive; wait until it has finished.").format(
                    folder=self.folder
                )
            ) from None
        try:
            yield
        finally:
            lock.release()

    def add(  # noqa: PLR0913 - one argument for each thing that can be stated of a source
        self,
        paths: list[pathlib.Path],
        *,
        source_id: str | None = None,
        title: str | None = None,
        citation: str | None = None,
        licence: str | None = None,
        url: str | None = None,
        made_up: bool = False,
        detect: guess.DialectDetector = lambda notices: "auto" if notices else None,
    ) -> list[Added]:
        """Copy files, or folders of files, into the archive: each path becomes one source.

        `detect` names the dialect of a sample of notices (`entries.dialects.detect`); without it, the dialect is
        chosen for each notice. Raises ArchiveError if a path does not exist or an id is taken, SourceError if a file
        cannot be read; sources added before the error stay.
        """
        if source_id is not None and len(paths) > 1:
            raise ArchiveError(_("--id names one source; add the other files with separate commands."))
        stated = {"title": title, "citation": citation, "licence": licence, "url": url}
        given = {key: value for key, value in stated.items() if value}
        with self.lock():
            return [self._add(path, source_id, given, detect, made_up=made_up) for path in paths]

    def _add(
        self,
        path: pathlib.Path,
        source_id: str | None,
        given: dict[str, str],
        detect: guess.DialectDetector,
        *,
        made_up: bool,
    ) -> Added:
        paths = received.data_files(path)
        sources = self.sources
        content = sorted(map(checksum, paths.values()))
        for source in sources:
            if sorted(source.settings.files.values()) == content:
                return Added(
                    source.source_id, False, (_("already in the archive with the same content; nothing was added"),)
                )
        taken = {folder.name.casefold() for folder in (self.folder / SOURCES).iterdir()}
        free_id = received.free_id(path, source_id, taken)
        guessed = guess.inspect(path, list(paths.values()), detect)
        sentences = [*guessed.sentences, *_left_out(path, paths)]
        ordinal = max((source.settings.added for source in sources), default=0) + 1
        chosen: dict[str, Any] = {**given, "made_up": made_up, "added": ordinal}
        self._copy_in(free_id, paths, replace(guessed.settings, **chosen))
        return Added(free_id, True, tuple(sentences))

    def _copy_in(self, source_id: str, paths: dict[str, pathlib.Path], chosen: settings.Settings) -> None:
        """Copy files, with their source.toml, to a temporary folder and rename it, so that all or nothing is there."""
        folder = self.folder / SOURCES
        for leftover in folder.glob(".adding-*"):
            shutil.rmtree(leftover)
        tmp_folder = folder / f".adding-{source_id}"
        try:
            tmp_folder.mkdir()
            for name, path in paths.items():
                shutil.copyfile(path, tmp_folder / name)
                files.sync_file(tmp_folder / name)
            sums = {name: checksum(tmp_folder / name) for name in paths}
            files.write_text(tmp_folder / TOML, settings.render(replace(chosen, files=sums)))
            tmp_folder.rename(folder / source_id)
            files.sync_folder(folder)
        except OSError as error:
            raise ArchiveError(
                _("{folder}: the source {id} could not be written ({reason}); nothing was added.").format(
                    folder=self.folder, id=source_id, reason=error.strerror or error
                )
            ) from error
        finally:
            shutil.rmtree(tmp_folder, ignore_errors=True)


def _left_out(path: pathlib.Path, taken: dict[str, pathlib.Path]) -> list[str]:
    """A sentence on the files of a folder that were not taken; none if all were."""
    left_out = received.left_out(path, taken)
    if not left_out:
        return []
    names = ", ".join(left_out[:_SHOWN]) + (" …" if len(left_out) > _SHOWN else "")
    return [_("not taken, because they are of another format or in another folder: {files}").format(files=names)]


def checksum(path: pathlib.Path) -> str:
    """The SHA-256 of a file, lower-case hexadecimal, read in pieces."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _readme() -> str:
    return _(
        "This folder is an archive of Poimenno.\n\n"
        "sources/         the files as received, unchanged; you may edit the source.toml of each source\n"
        "decisions.jsonl  what reviewers decided; only ever appended to\n"
        "record.duckdb    made from these by `poimenno build`; may be deleted and built again\n"
        "cache/           parsed sources; may be deleted at any time\n"
    )
