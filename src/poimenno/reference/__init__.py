"""The bundled reference tables, each row with its citation.

`rows` gives a table as it stands in its CSV, for the rooms that read texts; `loader.load` fills the record's tables.
The closed lists among them are types in `vocabularies`, which is made from the tables; `names_of` has their words.
"""

import functools
from collections.abc import Mapping
from types import MappingProxyType

Row = dict[str, str]


@functools.cache
def rows(name: str) -> tuple[Row, ...]:
    """The rows of `<name>.csv`, each a dict of strings by column."""
    # Imported here because every command imports the vocabularies, and few read a table.
    import csv
    import importlib.resources
    import io

    file = importlib.resources.files(__name__) / f"{name}.csv"
    return tuple(csv.DictReader(io.StringIO(file.read_text(encoding="utf-8"), newline="")))


@functools.cache
def field_names() -> frozenset[str]:
    """The names of all fields that can be read from an entry."""
    return frozenset(row["field"] for row in rows("fields"))


@functools.cache
def is_of_life(field: str) -> bool:
    """Whether a field belongs to the life of a person, and not to one persecution."""
    return next(row["level"] == "life" for row in rows("fields") if row["field"] == field)


@functools.cache
def field_type(field: str) -> str:
    """What the values of a field are: text, date, number, code or list."""
    return next(row["type"] for row in rows("fields") if row["field"] == field)


@functools.cache
def names_of(vocabulary: str, language: str) -> Mapping[str, str]:
    """The words for each code of a closed list, in the order of its table; without codes that have none.

    `vocabulary` is a list of `vocabulary_lists.csv`, `language` is en or ru. Raises KeyError if there is no such list.
    """
    entry = {row["vocabulary"]: row for row in rows("vocabulary_lists")}[vocabulary]
    table = rows(entry["file"])
    if entry["file"] == "vocabularies":
        table = tuple(row for row in table if row["vocabulary"] == vocabulary)
    column = f"name_{language}"
    return MappingProxyType({row[entry["column"]]: row[column] for row in table if row.get(column)})


@functools.cache
def _ethnonyms() -> dict[str, str]:
    return {row["spelling"]: row["ethnic_group"] for row in rows("ethnonyms")}


@functools.lru_cache(maxsize=10_000)
def ethnic_group(text: str) -> str | None:
    """The code of an ethnonym as recorded (`поляк (белорус)` is what comes first); None if it is not known."""
    word = text.strip().lower().partition(" (")[0].rstrip(".,;?")
    return _ethnonyms().get(word)


def fingerprint() -> str:
    """A checksum of all bundled tables."""
    import hashlib
    import importlib.resources

    digest = hashlib.sha256()
    folder = importlib.resources.files(__name__)
    files = [*folder.iterdir(), *(folder / "figures").iterdir()]
    for file in sorted(files, key=lambda file: file.name):
        if file.name.endswith(".csv"):
            digest.update(file.name.encode())
            digest.update(file.read_bytes())
    return digest.hexdigest()
