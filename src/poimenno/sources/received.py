"""Looks at a received file before it is taken in: which files it holds, which form they have, what to call it.

Everything found here is a guess for the user to check: it goes into source.toml, and each guess is said.
"""

import csv
import itertools
import json
import pathlib
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from poimenno.errors import ArchiveError, SourceError
from poimenno.language import gettext as _
from poimenno.sources import encoding, mapping
from poimenno.sources.readers import LONGEST_ROW, separated
from poimenno.sources.readers.table import columns
from poimenno.sources.readers.text import lines
from poimenno.values.names import fold

_READERS = {
    ".csv": "delimited", ".tsv": "delimited", ".tab": "delimited", ".xlsx": "xlsx", ".xls": "xlsx", ".ods": "xlsx",
    ".jsonl": "jsonl", ".ndjson": "jsonl", ".json": "jsonl", ".yaml": "yaml", ".yml": "yaml",
    ".htm": "html", ".html": "html", ".txt": "text",
}  # fmt: skip
_SAMPLE = 200
# Tells the dialect of a sample of notices. The rooms of dialects come later, so whoever adds sources hands it in.
Detect = Callable[[Sequence[str]], str | None]
_FIGURES = {"measure", "value"}


@dataclass(slots=True)
class Guess:
    """What a look at a source found: values for its settings, and sentences that say so."""

    detect: Detect
    settings: dict[str, Any] = field(default_factory=dict)
    sentences: list[str] = field(default_factory=list)


def data_files(path: pathlib.Path) -> dict[str, pathlib.Path]:
    """The data files of a path, by their name inside it, in natural order.

    Raises ArchiveError where nothing is there, SourceError where it holds no file of a known kind.
    """
    if not path.exists():
        raise ArchiveError(_("{path}: there is no such file or folder.").format(path=path))
    if path.is_file():
        _reader(path)
        return {path.name: path}
    found = [
        file
        for file in path.rglob("*")
        if file.is_file() and file.suffix.lower() in _READERS and not file.name.startswith(".")
    ]
    kinds = {_READERS[file.suffix.lower()] for file in found}
    if len(kinds) != 1:
        raise SourceError(
            _("{path}: expected a folder of files of one kind, found {kinds}; add them apart.").format(
                path=path, kinds=", ".join(sorted(kinds)) or _("none")
            )
        )
    names = {file.relative_to(path).as_posix(): file for file in found}
    return dict(sorted(names.items(), key=lambda item: _natural(item[0])))


def _natural(name: str) -> list[tuple[int, int | str]]:
    return [(0, int(piece)) if piece.isdigit() else (1, piece) for piece in re.split(r"(\d+)", name)]


def _reader(path: pathlib.Path) -> str:
    reader = _READERS.get(path.suffix.lower())
    if reader is None:
        raise SourceError(
            _("{path}: files of this kind are not read; expected one of: {kinds}.").format(
                path=path, kinds=" ".join(sorted(_READERS))
            )
        )
    return reader


def free_id(path: pathlib.Path, wanted: str | None, taken: set[str]) -> str:
    """An id for a source: the one asked for, or made from the name of the path; a number is added if it is taken."""
    if wanted is not None:
        if not re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9._-]*", wanted):
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
    if not re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9._-]*", stem):
        stem = re.sub(r"[^a-z0-9]+", "-", fold(stem)).strip("-") or "source"
    return next(
        name
        for name in itertools.chain([stem], (f"{stem}-{number}" for number in itertools.count(2)))
        if name.casefold() not in taken
    )


def inspect(path: pathlib.Path, files: Sequence[pathlib.Path], detect: Detect) -> Guess:
    """Guess the settings of a source from its files. Raises SourceError for a file that cannot be read at all."""
    reader = _reader(files[0])
    guess = Guess(detect, {"title": path.stem if path.is_file() else path.resolve().name, "reader": reader})
    if reader == "xlsx":
        _inspect_workbook(files, guess)
        return guess
    guess.settings["encoding"] = encoding.detect(files[0])
    guess.sentences.append(_("encoding: {encoding}").format(encoding=guess.settings["encoding"]))
    {
        "delimited": _inspect_delimited,
        "text": _inspect_text,
        "jsonl": _inspect_objects,
        "yaml": _inspect_objects,
        "html": _inspect_html,
    }[reader](files, guess)
    return guess


def _inspect_workbook(files: Sequence[pathlib.Path], guess: Guess) -> None:
    from poimenno.sources.readers import xlsx

    book = xlsx.sheets(files[0])
    rows = next(iter(book.values()), [])
    _inspect_table([list(map(str, row)) for row in rows[: _SAMPLE + 20]], guess)


def _inspect_delimited(files: Sequence[pathlib.Path], guess: Guess) -> None:
    from poimenno.sources.readers.delimited import DELIMITERS

    text = [
        line.replace("\x00", "\ufffd") + "\n"
        for line, _cut in itertools.islice(lines(files[0], guess.settings["encoding"], LONGEST_ROW), _SAMPLE + 20)
    ]

    def width(delimiter: str) -> tuple[int, int]:
        # The delimiter that cuts most rows into the same number of cells, more than one.
        widths = [len(row) for row in csv.reader(text, delimiter=delimiter) if row]
        common = max(set(widths), key=widths.count, default=1)
        return (widths.count(common) if common > 1 else 0, common)

    csv.field_size_limit(LONGEST_ROW)
    try:
        delimiter = max(DELIMITERS, key=width)
        rows = list(csv.reader(text, delimiter=delimiter))
    except csv.Error as error:
        raise SourceError(
            _("{file}: this is not delimited text ({reason}).").format(file=files[0], reason=error)
        ) from error
    guess.settings["delimiter"] = delimiter
    guess.sentences.append(_("delimiter: {delimiter!r}").format(delimiter=delimiter))
    _inspect_table(rows, guess)


def _inspect_table(rows: list[list[str]], guess: Guess) -> None:
    """Find the header among the first rows: the one with most cells that are known headers."""
    if not rows:
        guess.sentences.append(_("the table is empty"))
        return

    def known(row: list[str]) -> int:
        return sum(mapping.by_header(cell) is not None for cell in row if cell.strip())

    first = max(range(min(len(rows), 20)), key=lambda number: (known(rows[number]), -number))
    header = columns(rows[first])
    if first:
        guess.settings["header_row"] = first + 1
        guess.sentences.append(_("the columns are named in row {row}").format(row=first + 1))
    if set(header) >= _FIGURES:
        guess.settings["kind"] = "figures"
        guess.sentences.append(_("kind: figures, by its columns measure and value"))
        return
    sample = rows[first + 1 : first + 1 + _SAMPLE]
    _map(header, sample, guess)


def _map(header: list[str], sample: list[list[str]], guess: Guess) -> None:
    found, sentences = mapping.guess(header, sample)
    guess.settings["mapping"] = found
    guess.sentences += sentences
    notices = [
        row[position]
        for position, column in enumerate(header)
        if found.get(column) == "notice"
        for row in sample
        if position < len(row)
    ]
    _language(" ".join(" ".join(row) for row in sample), guess)
    _dialect(notices, guess)


def _inspect_text(files: Sequence[pathlib.Path], guess: Guess) -> None:
    sample = [line for line, _cut in itertools.islice(lines(files[0], guess.settings["encoding"], LONGEST_ROW), 3_000)]
    _language(" ".join(sample[:500]), guess)
    if sum(line.strip() == separated.SEPARATOR for line in sample) > len(sample) // 100:
        guess.settings |= {"reader": "separated", "separator": separated.SEPARATOR}
        guess.sentences.append(
            _("notices of several lines, with lines of {separator} between them").format(separator="---")
        )
        _dialect("\n".join(sample).split("\n---\n")[:_SAMPLE], guess)
    else:
        guess.settings["reader"] = "lines"
        guess.sentences.append(_("one entry a line"))
        _dialect(sample[:: max(1, len(sample) // 500)], guess)


def _inspect_objects(files: Sequence[pathlib.Path], guess: Guess) -> None:
    values: list[Any] = []
    if guess.settings["reader"] == "jsonl":
        for line, _cut in itertools.islice(lines(files[0], guess.settings["encoding"], LONGEST_ROW), _SAMPLE):
            try:
                values.append(json.loads(line))
            except (ValueError, RecursionError):
                continue
    else:
        from poimenno.sources.readers import yaml

        for file in files[:_SAMPLE]:
            try:
                values += yaml.parse(file.read_bytes(), guess.settings["encoding"])
            except ValueError as error:
                if len(files) == 1:
                    raise SourceError(
                        _("{file}: this is not YAML: {reason}.").format(file=file, reason=error)
                    ) from error
    objects = [value for value in values if isinstance(value, dict)]
    header = list(dict.fromkeys(str(key) for value in objects for key in value))
    if not header:
        raise SourceError(_("{file}: no records were found; expected objects with named values.").format(file=files[0]))
    rows = [[str(value.get(key) or "") for key in header] for value in objects]
    _map(header, rows, guess)


def _inspect_html(files: Sequence[pathlib.Path], guess: Guess) -> None:
    text = files[0].read_bytes()[: 4 * LONGEST_ROW].decode(guess.settings["encoding"], errors="replace")
    from selectolax.lexbor import LexborHTMLParser

    page = LexborHTMLParser(text)
    classes = [f"{node.tag}.{node.attributes['class']}" for node in page.css("[class]") if node.attributes.get("class")]
    counts = {name: classes.count(name) for name in dict.fromkeys(classes)}
    long = {
        name: count * len(max((node.text() for node in page.css(name)[:50]), key=len, default=""))
        for name, count in counts.items()
        if re.fullmatch(r"[\w.\-]+", name)
    }
    entry = max(long, key=lambda name: long[name], default="p")
    context = {"name": "b"} if page.css_first(f"{entry} b") else {}
    if page.css_first("p.Street"):
        context |= {"street": "p.Street", "house": "h4", "flat": "h5"}
    guess.settings |= {
        "html": {"entry": entry, **context},
        "mapping": {"name": "name"} if "name" in context else {},
    }
    guess.sentences.append(_("entries: the elements {selector}").format(selector=entry))
    texts = [" ".join(node.text().split()) for node in page.css(entry)[:_SAMPLE]]
    _language(" ".join(texts), guess)
    _dialect(texts, guess)


def _language(text: str, guess: Guess) -> None:
    letters = text.lower()
    if sum(letters.count(letter) for letter in "іїєґ") > 0.02 * max(len(letters), 1):
        language = "uk"
    elif sum("а" <= letter <= "я" for letter in letters) > 0.2 * max(len(letters), 1):
        language = "ru"
    else:
        language = "et" if sum(letters.count(letter) for letter in "õäöü") > 0.005 * max(len(letters), 1) else "en"
    guess.settings["language"] = language
    guess.sentences.append(_("language: {language}").format(language=language))


def _dialect(notices: Sequence[str], guess: Guess) -> None:
    found = guess.detect(notices)
    if found:
        guess.settings["dialect"] = found
        guess.sentences.append(_("dialect of the notices: {dialect}").format(dialect=found))
    elif notices:
        guess.sentences.append(_("dialect of the notices: none that is known; they are kept and shown, but not read"))
