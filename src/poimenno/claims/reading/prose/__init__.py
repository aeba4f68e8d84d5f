"""Figures read from prose, by general rules: a page that tells of orders, of numbers of people, and of dates.

The rules know words (`reference/prose_words.csv`), no page and no number. A number that no rule reads is listed, never
dropped; nothing is added that the text does not say, but for the period of its first figures, which holds until
another is told, and the life of the operation that a section is about.
"""

from poimenno import reference
from poimenno.claims.reading.prose import prose_sentences, sections, statements, words
from poimenno.claims.reading.prose.prose_sentences import Context, Row
from poimenno.claims.reading.prose.sections import UNKNOWN
from poimenno.foundation.language import gettext as _

SHOWN = 160


def read(text: str) -> tuple[list[Row], list[str]]:
    """The rows of figures and of dated statements that a text says, as `rows.read_claim` reads them, and a sentence
    for each number in digits that no rule could read.
    """
    vocabulary = words.of_text(text)
    found: list[Row] = []
    problems: list[str] = []
    told = ("", "")
    context = Context()
    for paragraph in sections.paragraphs(text, vocabulary):
        line = {"page": _("line {line}").format(line=paragraph.line)}
        if paragraph.heading:
            found += [line | row for row in _issued(paragraph)]
        context.operation, context.spoken_of = paragraph.operation, ""
        person = ""
        for sentence in sections.sentences(paragraph.text) if not paragraph.heading else ():
            context.period = _life(paragraph.operation, told)
            said = prose_sentences.read(sentence, vocabulary, context)
            if said.rows and not told[0] and said.rows[0]["measure"] != "show_trials":
                told = context.period
            dated, person = statements.read(sentence, vocabulary, paragraph.operation, person, counts=bool(said.rows))
            rows = [] if paragraph.operation == UNKNOWN else said.rows
            found += [line | {"quote": sentence[:SHOWN]} | row for row in [*rows, *dated]]
            problems += _left(paragraph, sentence, said, rows)
    return found, problems


def _issued(paragraph: sections.Paragraph) -> list[Row]:
    event = f"order_{paragraph.operation}"
    known = any(row["event"] == event for row in reference.rows("events"))
    return [{"measure": "event", "event": event, "date": paragraph.issued}] if known and paragraph.issued else []


def _life(operation: str, told: tuple[str, str]) -> tuple[str, str]:
    """The period that holds where a sentence tells none: the page's; without one that of the operation."""
    if told[0]:
        return told
    for row in reference.rows("periods"):
        if row["kind"] == "operation" and row["period"] == operation:
            return row["starts"], row["ends"]
    return told


def _left(paragraph: sections.Paragraph, sentence: str, said: prose_sentences.Sentence, rows: list[Row]) -> list[str]:
    if said.rows and not rows:
        text = _(
            "Line {line}: the heading names an order that is not in the table of operations; its figures are left out: "
            "{text}"
        )
        return [text.format(line=paragraph.line, text=sentence[:SHOWN])]
    text = _("Line {line}: {number} was not understood: {text}")
    return [
        text.format(line=paragraph.line, number=sentence[one.start : one.stop], text=sentence[:SHOWN])
        for one in said.left
    ]
