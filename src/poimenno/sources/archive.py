"""An archive on disk: its sources as received, its log of decisions, its record.

`Archive.create` makes an empty one, `Archive.open` checks one that is there. Nothing else in the program
writes into `sources/`: a file is copied in unchanged, its SHA-256 noted, and checked before each build.
"""

import hashlib
import pathlib
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from poimenno import __version__, reference
from poimenno.foundation.errors import ArchiveError, SourceError
from poimenno.foundation.language import gettext as _
from poimenno.sources import decision_log, guess, received, settings
from poimenno.sources.settings import Source

SOURCES = "sources"
DECISIONS = "decisions.jsonl"
RECORD = "record.duckdb"
CACHE = "cache"
TOML = "source.toml"


@dataclass(frozen=True, slots=True)
class Added:
    """What `add` did with one path: the source, whether it is new, and sentences on what was guessed."""

    source_id: str
    new: bool
    guesses: list[str]


class Archive:
    """The user's working folder. Make or open one with `create` or `open`."""

    def __init__(self, folder: pathlib.Path) -> None:
        self.folder = folder

    @classmethod
    def create(cls, folder: pathlib.Path) -> "Archive":
        """Make an empty archive. Raises ArchiveError where the folder already holds something."""
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            raise ArchiveError(
                _("{folder}: this is already in use; name a folder that is not there yet or is empty.").format(
                    folder=folder
                )
            )
        (folder / SOURCES).mkdir(parents=True)
        (folder / DECISIONS).touch()
        (folder / "README.txt").write_text(_readme(), encoding="utf-8")
        return cls(folder)

    @classmethod
    def open(cls, folder: pathlib.Path) -> "Archive":
        """Open an archive. Raises ArchiveError where the folder is none."""
        if not (folder / SOURCES).is_dir():
            raise ArchiveError(
                _("{folder}: there is no archive here; make one with `poimenno new {folder}`.").format(folder=folder)
            )
        return cls(folder)

    @property
    def record(self) -> pathlib.Path:
        """Where the record is, or will be."""
        return self.folder / RECORD

    @property
    def cache(self) -> pathlib.Path:
        """Where parsed sources are kept; may be deleted at any time."""
        return self.folder / CACHE

    @property
    def sources(self) -> list[Source]:
        """The sources, in the order in which they were added. Raises SourceError for a faulty source.toml."""
        found = []
        for toml in (self.folder / SOURCES).glob(f"*/{TOML}"):
            source_id = toml.parent.name
            if source_id.startswith("."):
                continue
            wanted = settings.read(toml)
            files = tuple(toml.parent / name for name in wanted.files)
            found.append(Source(source_id, toml.parent, wanted, files))
        found.sort(key=lambda source: (source.settings.added, source.source_id))
        return found

    def check(self) -> None:
        """Compare each file with the checksum noted when it was received. Raises SourceError where they differ."""
        for source in self.sources:
            for name, noted in source.settings.files.items():
                path = source.folder / name
                if not path.is_file():
                    raise SourceError(
                        _(
                            "{path}: this file of the source is missing; put it back, or remove the folder {folder}."
                        ).format(path=path, folder=source.folder)
                    )
                now = checksum(path)
                if now != noted:
                    raise SourceError(
                        _(
                            "{path}: this file is not as it was received (SHA-256 {now}, noted {noted}); put the "
                            "received file back, or, if you mean the change, write the new checksum into {toml}."
                        ).format(path=path, now=now, noted=noted, toml=source.folder / TOML)
                    )

    def decisions(self) -> list[dict[str, Any]]:
        """The decisions, oldest first. Raises DecisionError where the log is broken."""
        return decision_log.read(self.folder / DECISIONS)

    def decide(self, made: list[dict[str, Any]]) -> None:
        """Append decisions to the log, all or none. Raises DecisionError as `decisions.append` does."""
        decision_log.append(self.folder / DECISIONS, made)

    def inputs(self) -> dict[str, str]:
        """All that the record is a function of, each by its checksum or version."""
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
        """Keep a second build or `add` out. Raises ArchiveError where one is under way."""
        import filelock

        lock = filelock.FileLock(self.folder / ".lock")
        try:
            lock.acquire(timeout=0)
        except filelock.Timeout:
            raise ArchiveError(
                _("{folder}: another build or add is under way in this archive; wait until it has ended.").format(
                    folder=self.folder
                )
            ) from None
        try:
            yield
        finally:
            lock.release()

    def add(  # noqa: PLR0913 - one argument for each thing that can be said of a source
        self,
        paths: list[pathlib.Path],
        *,
        source_id: str | None = None,
        title: str | None = None,
        citation: str | None = None,
        licence: str | None = None,
        url: str | None = None,
        made_up: bool = False,
        detect: guess.Detect = lambda notices: "auto" if notices else None,
    ) -> list[Added]:
        """Take files, or folders of files, into the archive: each path one source.

        `detect` tells the dialect of a sample of notices (`entries.dialects.detect`); without it, that is left
        to be found for each notice.

        Raises ArchiveError for a path that is not there or an id that is taken, SourceError for a file that
        cannot be read; what was taken before the fault stays.
        """
        if source_id is not None and len(paths) > 1:
            raise ArchiveError(_("--id names one source; add the other files in calls of their own."))
        said = {"title": title, "citation": citation, "licence": licence, "url": url}
        with self.lock():
            return [self._add(path, source_id, said, detect, made_up=made_up) for path in paths]

    def _add(
        self,
        path: pathlib.Path,
        source_id: str | None,
        said: dict[str, str | None],
        detect: guess.Detect,
        *,
        made_up: bool,
    ) -> Added:
        files = received.data_files(path)
        sources = self.sources
        content = sorted(checksum(file) for file in files.values())
        for source in sources:
            if sorted(source.settings.files.values()) == content:
                return Added(
                    source.source_id, False, [_("already in the archive with the same content; nothing was added.")]
                )
        folders = {folder.name.casefold() for folder in (self.folder / SOURCES).iterdir()}
        wanted = received.free_id(path, source_id, folders)
        found = guess.inspect(path, list(files.values()), detect)
        left_out = received.left_out(path, files)
        if left_out:
            found.sentences.append(
                _("not taken, for being of another form or in another folder: {files}").format(
                    files=", ".join(left_out[:5]) + (" …" if len(left_out) > 5 else "")
                )
            )
        values = {**found.settings, **{key: value for key, value in said.items() if value}, "made_up": made_up}
        ordinal = max((source.settings.added for source in sources), default=0) + 1
        self._take(wanted, files, {**values, "added": ordinal})
        return Added(wanted, True, found.sentences)

    def _take(self, source_id: str, files: dict[str, pathlib.Path], values: dict[str, Any]) -> None:
        """Copy files in with their source.toml: beside first, then by one rename, so all or nothing is there."""
        for left in (self.folder / SOURCES).glob(".adding-*"):
            shutil.rmtree(left)
        beside = self.folder / SOURCES / f".adding-{source_id}"
        try:
            beside.mkdir()
            for name, file in files.items():
                shutil.copyfile(file, beside / name)
            sums = {name: checksum(beside / name) for name in files}
            text = settings.render(settings.Settings(**values, files=sums))
            (beside / TOML).write_text(text, encoding="utf-8")
            beside.rename(self.folder / SOURCES / source_id)
        except OSError as error:
            raise ArchiveError(
                _("{folder}: the source {id} could not be written ({reason}); nothing of it was added.").format(
                    folder=self.folder, id=source_id, reason=error.strerror or error
                )
            ) from error
        finally:
            shutil.rmtree(beside, ignore_errors=True)


def checksum(path: pathlib.Path) -> str:
    """The SHA-256 of a file, lower-case hexadecimal, read in pieces."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _readme() -> str:
    return _(
        "This folder is an archive of Poimenno.\n\n"
        "sources/         what was received, unchanged; each source's source.toml may be edited\n"
        "decisions.jsonl  what reviewers decided; only ever appended\n"
        "record.duckdb    made from these by `poimenno build`; may be deleted and built again\n"
        "cache/           parsed sources; may be deleted at any time\n"
    )
