"""Guesses the settings of a source from its files: reader, encoding, delimiter, header, mapping, language, dialect.

Nothing found here is certain. It goes into source.toml for the user to check, and each guess is said in a sentence.
"""

import itertools
import json
import pathlib
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from poimenno.foundation.errors import SourceError
from poimenno.foundation.language import gettext as _
from poimenno.sources import encoding, mapping, received
from poimenno.sources.raw import Rejected
from poimenno.sources.readers import LONGEST_ROW, delimited, separated, table
from poimenno.sources.readers.text import lines

# Tells the dialect of a sample of notices. The room of dialects comes later, so whoever adds sources hands it in.
Detect = Callable[[Sequence[str]], str | None]
_SAMPLE = 200
_FIGURES = {"measure", "value"}
# Of rows with any cell, so many may be shorter than the header before that is taken for the habit of the list.
_SHORT = 0.05


@dataclass(slots=True)
class Guess:
    """What a look at a source found: values for its settings, and sentences that say so."""

    detect: Detect
    settings: dict[str, Any] = field(default_factory=dict)
    sentences: list[str] = field(default_factory=list)


def inspect(path: pathlib.Path, files: Sequence[pathlib.Path], detect: Detect) -> Guess:
    """Guess the settings of a source from its files. Raises SourceError for a file that cannot be read at all."""
    reader = received.reader(files[0])
    guess = Guess(detect, {"title": path.stem if path.is_file() else path.resolve().name, "reader": reader})
    if reader == "xlsx":
        _workbook(files, guess)
        return guess
    guess.settings["encoding"] = _encoding(files)
    guess.sentences.append(_("encoding: {encoding}").format(encoding=guess.settings["encoding"]))
    {
        "delimited": _delimited,
        received.TEXT: _text,
        "jsonl": _objects,
        "yaml": _objects,
        "html": _html,
    }[reader](files, guess)
    return guess


def _encoding(files: Sequence[pathlib.Path]) -> str:
    """The encoding of most files; those of ASCII alone fit any. Raises SourceError where they cannot have one."""
    found = {file: encoding.detect(file) for file in files}
    telling = [name for file, name in found.items() if name != "utf-8" or not encoding.is_ascii(file)]
    if not telling:
        return "utf-8"
    common = Counter(telling).most_common(1)[0][0]
    for file in files:
        encoding.check(file, common)
    return common


def _workbook(files: Sequence[pathlib.Path], guess: Guess) -> None:
    from poimenno.sources.readers import xlsx

    book = xlsx.sheets(files[0])
    samples = [[list(row) for row in itertools.islice(rows, _SAMPLE)] for rows in book.values()]
    # The sheet with the most known columns: a first sheet may hold remarks.
    _table(max(samples, key=lambda rows: _header(rows)[0], default=[]), guess)


def _delimited(files: Sequence[pathlib.Path], guess: Guess) -> None:
    sample = _first_lines(files[0], guess)
    rows = {delimiter: _split(sample, delimiter) for delimiter in delimited.DELIMITERS}
    delimiter = max(rows, key=lambda one: (_header(rows[one])[0], _even(rows[one])))
    guess.settings["delimiter"] = delimiter
    guess.sentences.append(_("delimiter: {delimiter!r}").format(delimiter=delimiter))
    _table(rows[delimiter], guess)


def _first_lines(file: pathlib.Path, guess: Guess) -> list[tuple[str, bool]]:
    return list(itertools.islice(lines(file, guess.settings["encoding"], LONGEST_ROW), _SAMPLE))


def _split(sample: Sequence[tuple[str, bool]], delimiter: str) -> list[list[str]]:
    return [list(row[1]) for row in delimited.rows(sample, delimiter) if not isinstance(row, Rejected)]


def _even(rows: Sequence[Sequence[str]]) -> tuple[int, int]:
    """How many rows have the commonest number of cells, where that is more than one, and the number."""
    widths = Counter(len(row) for row in rows if len(row) > 1)
    return max(((count, width) for width, count in widths.items()), default=(0, 0))


def _header(rows: Sequence[Sequence[str]]) -> tuple[int, int, int]:
    """How many columns are known by their header, in which row of the first it begins (from 0), how many it takes."""
    candidates = [
        (sum(mapping.by_header(name) is not None for name in table.columns(rows[top : top + count])), -top, -count)
        for top in range(min(len(rows), table.FIRST_ROWS))
        for count in (1, 2)
    ]
    known, top, count = max(candidates, default=(0, 0, -1))
    return known, -top, -count


def _table(rows: list[list[str]], guess: Guess) -> None:
    if not rows:
        guess.sentences.append(_("the table is empty"))
        return
    known, top, count = _header(rows)
    header = table.columns(rows[top : top + count])
    sample = [row for row in rows[top + count :] if any(cell.strip() for cell in row)]
    if set(header) >= _FIGURES:
        guess.settings["kind"] = "figures"
        guess.sentences.append(_("kind: figures, by its columns measure and value"))
        return
    if not known and mapping.is_row(rows[0], rows[1:]):
        header = table.numbered(list(enumerate(rows, 1)))
        sample = rows
        guess.settings["header_row"] = 0
        guess.sentences.append(_("the table has no header: its first row is like the rows below it"))
    elif top or count > 1:
        guess.settings |= {"header_row": top + 1, "header_rows": count}
        guess.sentences.append(
            _("the columns are named in row {row}, in {count} rows").format(row=top + 1, count=count)
        )
    short = sum(len(row) < len(header) for row in sample)
    if short > 1 and short > _SHORT * len(sample):
        guess.settings["short_rows"] = True
        guess.sentences.append(_("rows leave out blank cells at their end"))
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


def _text(files: Sequence[pathlib.Path], guess: Guess) -> None:
    sample = list(itertools.islice(lines(files[0], guess.settings["encoding"], LONGEST_ROW), 3_000))
    texts = [line for line, _cut in sample]
    for delimiter in delimited.DELIMITERS:
        if _is_table(_split(sample[:_SAMPLE], delimiter)):
            guess.settings["reader"] = "delimited"
            _delimited(files, guess)
            return
    _language(" ".join(texts[:500]), guess)
    if sum(line.strip() == separated.SEPARATOR for line in texts) > len(texts) // 100:
        guess.settings |= {"reader": "separated", "separator": separated.SEPARATOR}
        guess.sentences.append(
            _("notices of several lines, with lines of {separator} between them").format(separator=separated.SEPARATOR)
        )
        _dialect("\n".join(texts).split(f"\n{separated.SEPARATOR}\n")[:_SAMPLE], guess)
    else:
        guess.settings["reader"] = "lines"
        guess.sentences.append(_("one entry a line"))
        _dialect(texts[:: max(1, len(texts) // 500)], guess)


def _is_table(rows: Sequence[Sequence[str]]) -> bool:
    """Whether text is a table: a header with known names, and nearly all rows as wide as it."""
    known, top, _count = _header(rows)
    common, width = _even(rows)
    return known >= 2 and len(rows[top]) == width and common * 10 >= 9 * len(rows)


def _objects(files: Sequence[pathlib.Path], guess: Guess) -> None:
    values: list[Any] = []
    if guess.settings["reader"] == "jsonl":
        for line, _cut in _first_lines(files[0], guess):
            try:
                values.append(json.loads(line))
            except (ValueError, RecursionError):
                continue
    else:
        values = _yaml(files, guess)
    objects = [value for value in values if isinstance(value, dict)]
    header = list(dict.fromkeys(str(key) for value in objects for key in value))
    if not header:
        raise SourceError(
            _("{file}: no records were found; expected {form}.").format(
                file=files[0],
                form=_("one JSON object on each line")
                if guess.settings["reader"] == "jsonl"
                else _("a list of mappings"),
            )
        )
    rows = [[str(value.get(key) or "") for key in header] for value in objects]
    _map(header, rows, guess)


def _yaml(files: Sequence[pathlib.Path], guess: Guess) -> list[Any]:
    from poimenno.sources.readers import yaml

    values: list[Any] = []
    for file in files:
        try:
            values += yaml.parse(file.read_bytes(), guess.settings["encoding"])
        except ValueError as error:
            if len(files) == 1:
                raise SourceError(_("{file}: this is not YAML: {reason}.").format(file=file, reason=error)) from error
            guess.sentences.append(
                _("{file} is not YAML ({reason}): it is kept, and rejected as a whole").format(
                    file=file.name, reason=error
                )
            )
    return values


def _html(files: Sequence[pathlib.Path], guess: Guess) -> None:
    from poimenno.sources.readers import html

    found = html.pattern(files[0], guess.settings["encoding"])
    guess.settings |= {"html": found, "mapping": {"name": "name"} if "name" in found else {}}
    guess.sentences.append(_("entries: the elements {selector}").format(selector=found["entry"]))
    context = [f"{key} ({selector})" for key, selector in found.items() if key not in ("entry", "name")]
    if context:
        guess.sentences.append(_("what stands above entries: {context}").format(context=", ".join(context)))
    texts = html.texts(files[0], guess.settings["encoding"], found["entry"])[:_SAMPLE]
    _language(" ".join(texts), guess)
    _dialect(texts, guess)


def _language(text: str, guess: Guess) -> None:
    letters = [letter for letter in text.lower() if letter.isalpha()]
    share = Counter(letters)
    cyrillic = sum(count for letter, count in share.items() if "а" <= letter <= "ґ")
    if cyrillic > 0.2 * len(letters):
        language = "uk" if sum(share[letter] for letter in "іїєґ") > 0.02 * cyrillic else "ru"
    else:
        language = "et" if sum(share[letter] for letter in "õäöü") > 0.005 * len(letters) else "en"
    guess.settings["language"] = language
    guess.sentences.append(_("language: {language}").format(language=language))


def _dialect(notices: Sequence[str], guess: Guess) -> None:
    filled = [notice for notice in notices if notice.strip()]
    found = guess.detect(filled)
    if found:
        guess.settings["dialect"] = found
        guess.sentences.append(_("dialect of the notices: {dialect}").format(dialect=found))
    elif filled:
        guess.sentences.append(_("dialect of the notices: none that is known; they are kept and shown, but not read"))
