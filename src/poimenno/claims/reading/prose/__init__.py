"""Figures read from prose, by general rules: a page about orders, numbers of people, and dates.

The rules know words (`reference/prose_words.csv`), no page and no number. A number that no rule reads is listed, never
dropped. Nothing is added that the text does not say, except the period of its first figures, which holds until another
is stated, and the lifetime of the operation that a section is about.
"""

from dataclasses import dataclass, field

from poimenno import reference
from poimenno.claims.reading.claim_rows import Cells
from poimenno.claims.reading.prose import prose_sentences, sections, statements, words
from poimenno.claims.reading.prose.prose_sentences import Context, SentenceReading
from poimenno.claims.reading.prose.sections import UNKNOWN, Paragraph
from poimenno.foundation.language import Message
from poimenno.reference.vocabularies import Measure

# How many characters of a sentence are quoted.
MAX_QUOTE = 160
_NO_PERIOD = ("", "")


@dataclass(frozen=True, slots=True)
class ProseReading:
    """The rows that a text states, as `claim_rows.read_claim` reads them, and what no rule could read."""

    rows: list[Cells] = field(default_factory=list)
    problems: list[Message] = field(default_factory=list)


def read(text: str) -> ProseReading:
    """Read the figures and the dated statements of a text. The `page` of each row is its line."""
    vocabulary = words.words_of(text)
    reading = ProseReading()
    context, page_period = Context(), _NO_PERIOD
    for paragraph in sections.paragraphs(text, vocabulary):
        line = {"page": f"line {paragraph.line}"}
        if paragraph.heading:
            reading.rows.extend(line | row for row in _issued(paragraph))
            continue
        context.operation, context.spoken_of = paragraph.operation, ""
        person = ""
        for sentence in sections.sentences(paragraph.text):
            context.period = page_period if page_period[0] else _lifetime(paragraph.operation)
            stated = prose_sentences.read(sentence, vocabulary, context)
            if stated.rows and not page_period[0] and stated.rows[0]["measure"] != Measure.SHOW_TRIALS:
                page_period = context.period
            dated, person = statements.read(sentence, vocabulary, paragraph.operation, person, counts=bool(stated.rows))
            figures = [] if paragraph.operation == UNKNOWN else stated.rows
            quote = line | {"quote": sentence[:MAX_QUOTE]}
            reading.rows.extend(quote | row for row in [*figures, *dated])
            reading.problems.extend(_problems(paragraph, stated))
    return reading


def _issued(paragraph: Paragraph) -> list[Cells]:
    """The day of the order that a heading names, if the table of events has it."""
    event = f"order_{paragraph.operation}"
    known = any(row["event"] == event for row in reference.rows("events"))
    return [{"measure": Measure.EVENT, "event": event, "date": paragraph.issued}] if known and paragraph.issued else []


def _lifetime(operation: str) -> tuple[str, str]:
    """The first and the last day of an operation, for a page that has stated no period yet."""
    for row in reference.rows("periods"):
        if row["kind"] == "operation" and row["period"] == operation:
            return row["starts"], row["ends"]
    return _NO_PERIOD


def _problems(paragraph: Paragraph, stated: SentenceReading) -> list[Message]:
    text = stated.text[:MAX_QUOTE]
    if stated.rows and paragraph.operation == UNKNOWN:
        return [
            Message(
                "Line {line}: the heading names an order that is not in the table of operations; the "
                "numbers below it were skipped: {text}",
                {"line": paragraph.line, "text": text},
            )
        ]
    return [
        Message(
            "Line {line}: {number} was not understood: {text}",
            {"line": paragraph.line, "number": stated.text[number.start : number.stop], "text": text},
        )
        for number in stated.unread
    ]
