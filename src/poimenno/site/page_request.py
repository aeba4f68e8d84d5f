"""What a handler receives, and what it may raise instead of giving an answer.

A handler is a function from a `PageRequest` to one frozen dataclass, the answer. It reads the record and nothing else:
words and drawings are made when the answer is rendered. So a page and its JSON come from one answer.
"""

import pathlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from poimenno.foundation.errors import NotFound

if TYPE_CHECKING:
    import duckdb

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class PageRequest:
    """A question to the site: its language, the values in its path and after the question mark, and the record."""

    db: "duckdb.DuckDBPyConnection"
    language: str
    path: Mapping[str, str]
    query: Mapping[str, str]
    archive: pathlib.Path  # the folder of the archive, for what is kept outside the record

    def text(self, name: str) -> str:
        """A value after the question mark; empty if it is missing."""
        return self.query.get(name, "")

    def number(self, name: str, low: int, high: int, default: int) -> int:
        """A whole number after the question mark. Raises BadRequest if it is not one from `low` to `high`."""
        text = self.query.get(name, str(default))
        if text.isascii() and text.isdecimal() and len(text) <= 10 and low <= int(text) <= high:
            return int(text)
        raise BadRequest(f"{name}: expected a number from {low} to {high}")

    def page_number(self) -> int:
        """The page of a list, from 1; 1 for anything that is not a number."""
        text = self.text("page")
        return max(1, int(text)) if text.isascii() and text.isdecimal() and len(text) < 7 else 1


Handler = Callable[[PageRequest], object]


class BadRequest(Exception):
    """A value of the request cannot be read; the message says what was expected. Status 400."""


class Moved(Exception):
    """The answer has another address: `path`, without language and without `.json`. Status 301."""

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.path = path


def get_or_404(value: T | None) -> T:
    """The value. Raises NotFound, status 404, if there is none."""
    if value is None:
        raise NotFound
    return value
