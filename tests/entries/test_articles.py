"""Articles as notices cite them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from poimenno.entries.recognisers.articles import find_articles

CITATIONS = {
    "58-6-7-8-11 УК РСФСР": ["58-6", "58-7", "58-8", "58-11"],
    "ст. ст. 58-8, 11": ["58-8", "58-11"],
    "58 п. 10": ["58-10"],
    "66, 71 УК БССР": ["66", "71"],
    "58/6, /9, /10": ["58-6", "58-9", "58-10"],
    "ст.58-8, -11 УК РСФСР": ["58-8", "58-11"],
    "58-10 ч.2": ["58-10"],
    'ст. ст. 58-1 "а", 58-8, 58-11 УК РСФСР': ["58-1а", "58-8", "58-11"],
    "§58-1a, 58-11, 182 lg.1, 25+5": ["58-1а", "58-11", "182"],
    "17-58-1а": ["17-58-1а"],
    "ст. 17.58-8, 58-10 ч.1": ["17-58-8", "58-10"],
    "ст.17-58 пп. 10, 11 УК РСФСР": ["17-58-10", "17-58-11"],
    'по ст. 58 п. 1 "а", 10 ч. 2, п. 14 УК РСФСР': ["58-1а", "58-10", "58-14"],
    "24-80 УК БССР": ["24-80"],
    "70, 72а, б, 76 УК БССР": ["70", "72а", "72б", "76"],
    '193-17 п."б"': ["193-17б"],
    "58-7, 58-8, 107": ["58-7", "58-8", "107"],
    "осужден по ст. 58.": ["58"],
    "Обв. по ст. 69, 70, 73 УК АзССР": ["69", "70", "73"],
    "ст.58 п.10 ч.1 УК РСФСР, ст.58 п.11 УК РСФСР": ["58-10", "58-11"],
}
# Numbers that are no articles: dates, numbers of decrees, ages.
NOT_CITATIONS = ["постановление от 1.02.1930", "Указ ПВС СССР №21/160 от 28.08.1941", "по делу 12 человек", ""]


def normal(text: str, *, bare: bool = True) -> list[str]:
    return [article for found in find_articles(text, bare=bare) for _start, _stop, article in found.articles]


@pytest.mark.parametrize(("text", "expected"), CITATIONS.items())
def test_a_citation_is_read_article_by_article(text: str, expected: list[str]) -> None:
    assert normal(text) == expected


@pytest.mark.parametrize("text", NOT_CITATIONS)
def test_other_numbers_are_no_articles(text: str) -> None:
    assert normal(text) == []


def test_without_a_mark_only_bare_citations_are_read() -> None:
    assert normal("58-10, 11", bare=False) == []
    assert normal("58-10, 11", bare=True) == ["58-10", "58-11"]


def test_the_span_covers_the_code() -> None:
    text = "осужден по ст. 58-10 ч. 2 УК РСФСР за слова"
    (found,) = find_articles(text)
    assert text[found.start : found.stop] == "ст. 58-10 ч. 2 УК РСФСР"


@given(st.text(alphabet='0158-/., пчасткд"§()УКБ', max_size=80))
def test_articles_lie_in_their_list_in_order(text: str) -> None:
    for found in find_articles(text, bare=True):
        assert 0 <= found.start < found.stop <= len(text)
        position = found.start
        for start, stop, article in found.articles:
            assert position <= start < stop <= found.stop
            assert article
            position = stop
