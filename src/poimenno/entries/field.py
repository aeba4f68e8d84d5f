"""One value read from an entry, with its place in the text."""

from dataclasses import dataclass
from datetime import date
from typing import TypedDict


class NormalForm(TypedDict, total=False):
    """What is recognised of a value, as the columns of a Field of these names; nothing, if it is not recognised."""

    normal: str | None
    earliest: date | None
    latest: date | None
    number: float | None


@dataclass(frozen=True, slots=True)
class Field:
    """A value of a field of `reference/fields.csv`.

    `value` is the source's wording without outer punctuation, `normal` its normal form (EDTF for dates, codes for
    bodies, categories and ethnonyms), `earliest` and `latest` the possible days of a date, `number` the number meant.
    `start` and `stop` count characters in the entry's text, or in the column or context named `part`; None: inferred.
    `episode` is 0 for the life, and 1, 2 … for the persecutions that the entry describes.
    """

    name: str
    value: str
    episode: int = 0
    normal: str | None = None
    earliest: date | None = None
    latest: date | None = None
    number: float | None = None
    part: str | None = None
    start: int | None = None
    stop: int | None = None
