"""Categories and terms of sentences; the wordings are those of the sources, the people are nobody."""

import pytest

from poimenno import reference
from poimenno.entries.recognisers import court_sentences

WORDINGS = {
    "ВМН": ("death", None),
    "к ВМН с конфискацией имущества": ("death", None),
    "расстрел, заменен на 10 лет ИТЛ": ("death", 10),
    "к 3 г. ИТЛ, 5 г. п/п": ("camp", 3),
    "ИТЛ-10": ("camp", 10),
    "прибыл в Широклаг 17.07.44": ("camp", None),
    "10 лет лишения свободы": ("prison", 10),
    "5 л. л/св.": ("prison", 5),
    "10 ГЛС и 5 ГПП": ("prison", 10),
    "8 лет": ("prison", 8),
    "3 года ссылки в Северный край": ("exile", 3),
    "лишение права проживания в 12 пунктах": ("exile", None),
    "раскулачен и выслан": ("dekulakization", None),
    "спецпоселение с 44 г.": ("deportation", None),
    "выселена в Казахстан (по нац. признаку)": ("deportation", None),
    "лишен избирательных прав": ("disfranchisement", None),
    "6 мес. ИТР": ("fine_or_other", 0.5),
    "5 лет условно, из-под стражи освобожден": ("fine_or_other", 5),
    "дело прекращено 21.06.37 г.": ("acquitted_or_dropped", None),
    "ЧСИР": ("unknown", None),
}


@pytest.mark.parametrize(("text", "expected"), WORDINGS.items())
def test_category_and_years(text: str, expected: tuple[str, float | None]) -> None:
    term = court_sentences.years(text, "ru")
    assert (court_sentences.category(text, "ru"), term[2] if term else None) == expected


def test_ukrainian() -> None:
    assert court_sentences.category("ув'язнений до ВТТ на 8 р.", "uk") == "camp"
    assert court_sentences.years("ув'язнений до ВТТ на 8 р.", "uk") == (21, 25, 8.0)


def test_months_are_parts_of_a_year() -> None:
    term = court_sentences.years("1 г. 6 мес. лишения свободы", "ru")
    assert term is not None
    assert term[2] == 1.5


def test_every_category_of_the_table_is_known() -> None:
    known = {row["sentence_category"] for row in reference.rows("sentence_categories")}
    assert {row["sentence_category"] for row in reference.rows("sentences")} <= known
    assert {category for category, _years in WORDINGS.values()} <= known
    assert all(row["source"] for row in reference.rows("sentences"))
