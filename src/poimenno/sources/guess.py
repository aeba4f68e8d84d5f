"""Guesses the settings of a source from its files: reader, encoding, delimiter, header, mapping, language, dialect.

No guess is certain. Guesses are written to source.toml for the user to check, and each is stated in a sentence.
"""

import itertools
import json
import pathlib
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from poimenno.foundation.errors import SourceError
from poimenno.foundation.language import gettext as _
from poimenno.reference.vocabularies import ColumnMeaning, Reader, SourceKind, SourceLanguage
from poimenno.sources import encoding, mapping, received
from poimenno.sources.raw import Rejected
from poimenno.sources.readers import LONGEST_ROW, delimited, separated, table
from poimenno.sources.readers.text import lines
from poimenno.sources.settings import Settings

# From a sample of notices to the name of their dialect, or None. Dialects belong to a later room (`entries.dialects`),
# so the caller that adds sources passes the function that knows them.
DialectDetector = Callable[[Sequence[str]], str | None]
# Rows of a table, or notices, that are looked at.
_SAMPLE = 200
_FIGURES_COLUMNS = {"measure", "value"}
# If more than this share of the rows is shorter than the header, the list leaves out blank cells at the end of rows.
_SHORT = 0.05


@dataclass(slots=True)
class Guess:
    """What was guessed of a source: its settings, and a sentence for each guess."""

    detect_dialect: DialectDetector
    settings: Settings
    sentences: list[str] = field(default_factory=list)

    def set(self, sentence: str | None = None, **changes: Any) -> None:
        """Change some settings, and add the sentence that states the change."""
        self.settings = replace(self.settings, **changes)
        if sentence:
            self.sentences.append(sentence)


def inspect(path: pathlib.Path, files: Sequence[pathlib.Path], detect_dialect: DialectDetector) -> Guess:
    """Guess the settings of a source from its files. Raises SourceError if a file cannot be read at all."""
    reader = received.reader_of(files[0])
    title = path.stem if path.is_file() else path.resolve().name
    guess = Guess(detect_dialect, Settings(title, reader or Reader.LINES))
    if reader is Reader.XLSX:
        _workbook(files, guess)
        return guess
    name = _encoding(files)
    guess.set(_("encoding: {encoding}").format(encoding=name), encoding=name)
    steps = {Reader.DELIMITED: _delimited, Reader.JSONL: _objects, Reader.YAML: _objects, Reader.HTML: _html}
    (steps[reader] if reader else _text)(files, guess)
    return guess


def _encoding(files: Sequence[pathlib.Path]) -> str:
    """The encoding of most files; files of ASCII only fit any. Raises SourceError if they have no common encoding."""
    detected = {file: encoding.detect(file) for file in files}
    names = [name for file, name in detected.items() if name != "utf-8" or not encoding.is_ascii(file)]
    if not names:
        return "utf-8"
    common = Counter(names).most_common(1)[0][0]
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
    delimiter = max(rows, key=lambda sign: (_header(rows[sign])[0], _even(rows[sign])))
    guess.set(_("delimiter: {delimiter!r}").format(delimiter=delimiter), delimiter=delimiter)
    _table(rows[delimiter], guess)


def _first_lines(file: pathlib.Path, guess: Guess) -> list[tuple[str, bool]]:
    return list(itertools.islice(_lines(file, guess), _SAMPLE))


def _lines(file: pathlib.Path, guess: Guess) -> Iterator[tuple[str, bool]]:
    return lines(file, guess.settings.encoding or "utf-8", LONGEST_ROW)


def _split(sample: Sequence[tuple[str, bool]], delimiter: str) -> list[list[str]]:
    return [list(row[1]) for row in delimited.rows(sample, delimiter) if not isinstance(row, Rejected)]


def _even(rows: Sequence[Sequence[str]]) -> tuple[int, int]:
    """How many rows have the most common number of cells, and that number; rows of one cell do not count."""
    widths = Counter(len(row) for row in rows if len(row) > 1)
    return max(((count, width) for width, count in widths.items()), default=(0, 0))


def _header(rows: Sequence[Sequence[str]]) -> tuple[int, int, int]:
    """How many columns are known by their header, the row in which it begins (from 0), and how many rows it takes."""
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
    if set(header) >= _FIGURES_COLUMNS:
        guess.set(_("kind: figures, because it has the columns measure and value"), kind=SourceKind.FIGURES)
        return
    if not known and mapping.is_row(rows[0], rows[1:]):
        header = table.numbered(list(enumerate(rows, 1)))
        sample = rows
        guess.set(_("the table has no header: its first row is like the rows below it"), header_row=0)
    elif top or count > 1:
        sentence = _("header: row {row}, number of rows: {count}").format(row=top + 1, count=count)
        guess.set(sentence, header_row=top + 1, header_rows=count)
    short = sum(len(row) < len(header) for row in sample)
    if short > 1 and short > _SHORT * len(sample):
        guess.set(_("rows omit blank cells at their end"), short_rows=True)
    _map(header, sample, guess)


def _map(header: list[str], sample: list[list[str]], guess: Guess) -> None:
    meanings, sentences = mapping.guess_mapping(header, sample)
    guess.set(mapping=meanings)
    guess.sentences += sentences
    notices = [
        row[position]
        for position, column in enumerate(header)
        if meanings.get(column) == ColumnMeaning.NOTICE
        for row in sample
        if position < len(row)
    ]
    _language(" ".join(" ".join(row) for row in sample), guess)
    _dialect(notices, guess)


def _text(files: Sequence[pathlib.Path], guess: Guess) -> None:
    sample = list(itertools.islice(_lines(files[0], guess), 3_000))
    texts = [line for line, _cut in sample]
    for delimiter in delimited.DELIMITERS:
        if _is_table(_split(sample[:_SAMPLE], delimiter)):
            guess.set(reader=Reader.DELIMITED)
            _delimited(files, guess)
            return
    _language(" ".join(texts[:500]), guess)
    if sum(line.strip() == separated.SEPARATOR for line in texts) > len(texts) // 100:
        sentence = _("notices of several lines, with a line {separator} between two notices")
        guess.set(
            sentence.format(separator=separated.SEPARATOR), reader=Reader.SEPARATED, separator=separated.SEPARATOR
        )
        _dialect("\n".join(texts).split(f"\n{separated.SEPARATOR}\n")[:_SAMPLE], guess)
    else:
        guess.set(_("one entry on each line"), reader=Reader.LINES)
        _dialect(texts[:: max(1, len(texts) // 500)], guess)


def _is_table(rows: Sequence[Sequence[str]]) -> bool:
    """Whether a text is a table: it has a header with known names, and nearly all rows are as wide as it."""
    known, top, _count = _header(rows)
    common, width = _even(rows)
    return known >= 2 and len(rows[top]) == width and common * 10 >= 9 * len(rows)


def _objects(files: Sequence[pathlib.Path], guess: Guess) -> None:
    values: list[Any] = []
    if guess.settings.reader is Reader.JSONL:
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
            _("{file}: no entries were found; expected {form}.").format(
                file=files[0],
                form=_("one JSON object on each line")
                if guess.settings.reader is Reader.JSONL
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
            values += yaml.parse(file.read_bytes(), guess.settings.encoding)
        except ValueError as error:
            if len(files) == 1:
                raise SourceError(_("{file}: this is not YAML: {reason}.").format(file=file, reason=error)) from error
            guess.sentences.append(
                _("{file} is not YAML ({reason}): it is kept, but rejected as a whole").format(
                    file=file.name, reason=error
                )
            )
    return values


def _html(files: Sequence[pathlib.Path], guess: Guess) -> None:
    from poimenno.sources.readers import html

    name = guess.settings.encoding
    selectors = html.guess_selectors(files[0], name)
    guess.set(
        _("entries: the elements {selector}").format(selector=selectors["entry"]),
        html=selectors,
        mapping={"name": str(ColumnMeaning.NAME)} if "name" in selectors else {},
    )
    headings = [f"{key} ({selector})" for key, selector in selectors.items() if key not in ("entry", "name")]
    if headings:
        guess.sentences.append(_("headings above entries: {headings}").format(headings=", ".join(headings)))
    texts = html.texts(files[0], name, selectors["entry"])[:_SAMPLE]
    _language(" ".join(texts), guess)
    _dialect(texts, guess)


def _language(text: str, guess: Guess) -> None:
    letters = [letter for letter in text.lower() if letter.isalpha()]
    counts = Counter(letters)
    cyrillic = sum(count for letter, count in counts.items() if "а" <= letter <= "ґ")
    if cyrillic > 0.2 * len(letters):
        ukrainian = sum(counts[letter] for letter in "іїєґ") > 0.02 * cyrillic
        language = SourceLanguage.UK if ukrainian else SourceLanguage.RU
    else:
        estonian = sum(counts[letter] for letter in "õäöü") > 0.005 * len(letters)
        language = SourceLanguage.ET if estonian else SourceLanguage.EN
    guess.set(_("language: {language}").format(language=language), language=language)


def _dialect(notices: Sequence[str], guess: Guess) -> None:
    filled = [notice for notice in notices if notice.strip()]
    dialect = guess.detect_dialect(filled)
    if dialect:
        guess.set(_("dialect of the notices: {dialect}").format(dialect=dialect), dialect=dialect)
    elif filled:
        guess.sentences.append(_("dialect of the notices: not known; they are kept and shown, but not read"))
