"""What tests of this room share: reading one file by given settings."""

import pathlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest

from poimenno.reference.vocabularies import Reader
from poimenno.sources import readers
from poimenno.sources.raw import RawEntry, Rejected
from poimenno.sources.settings import Settings, Source


@dataclass
class Reading:
    rows: list[RawEntry | Rejected]

    @property
    def kinds(self) -> list[tuple[str, str]]:
        """Each row by its locator, as `entry` or by the reason of its rejection."""
        return [(row.locator, row.reason if isinstance(row, Rejected) else "entry") for row in self.rows]

    @property
    def entries(self) -> list[RawEntry]:
        return [row for row in self.rows if isinstance(row, RawEntry)]

    @property
    def cells(self) -> list[dict[str, str]]:
        """The columns of the entries."""
        return [row.columns for row in self.entries]


@pytest.fixture
def read(tmp_path: pathlib.Path) -> Callable[..., Reading]:
    """Write a file, unless it is there, and read it: `read("delimited", "a.csv", data, mapping={…})`."""

    def _read(reader: str, name: str, data: bytes | str | None = None, **settings: Any) -> Reading:
        file = tmp_path / name
        if data is not None:
            file.write_bytes(data.encode(settings.get("encoding", "utf-8")) if isinstance(data, str) else data)
        wanted = Settings(title="made up", reader=Reader(reader), **settings)
        return Reading(list(readers.read(Source("made-up", tmp_path, wanted, (file,)))))

    return _read
