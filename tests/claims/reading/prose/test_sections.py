"""Paragraphs, sentences, and the order that a section is about."""

import pytest

from poimenno.claims.reading.prose import sections, words

PAGE = """Made-up page

30 July 1937: NKVD Order No. 00447

This line is broken at the width of the page, so that it goes
on here. A second sentence.

NKVD Order No. 00999 (on something that is in no table)

More than 2,000 people were arrested.


The Great Terror took 600,000 lives.
"""


def test_a_section_is_about_the_order_of_its_heading_until_it_ends() -> None:
    paragraphs = list(sections.paragraphs(PAGE, words.words_of(PAGE)))
    assert [(paragraph.line, paragraph.operation, paragraph.heading) for paragraph in paragraphs] == [
        (1, "", False),
        (3, "00447", True),
        (5, "00447", False),
        (8, sections.UNKNOWN, True),
        (10, sections.UNKNOWN, False),
        (13, "", False),
    ]
    assert paragraphs[1].issued == "1937-07-30"
    assert "so that it goes on here" in paragraphs[2].text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One. Two!", ["One.", "Two!"]),
        ("Order No. 00447 was signed. It was secret.", ["Order No. 00447 was signed.", "It was secret."]),
        ("См. стр. 17. Далее", ["См. стр. 17.", "Далее"]),
        ("N. I. Yezhov signed it.", ["N. I. Yezhov signed it."]),
    ],
)
def test_sentences_end_where_no_abbreviation_does(text: str, expected: list[str]) -> None:
    assert list(sections.sentences(text)) == expected


def test_operations_are_named_by_number_or_by_adjective() -> None:
    text = "Orders 00447 and 00485 and the Finnish operation"
    assert sections.operations_named(text, words.words_of(text)) == ["00447", "00485", "finnish"]
