"""All words of a language come from one object."""

from poimenno.reference.vocabularies import Outcome
from poimenno.wording.labels import label
from poimenno.wording.language_wording import Wording


def test_names_of_languages() -> None:
    assert [Wording(language).language_name("et") for language in ("en", "ru")] == ["Estonian", "эстонский"]
    assert Wording("en").language_name("no language") == "no language"


def test_one_object_words_numbers_dates_codes_and_texts() -> None:
    russian = Wording("ru")
    assert russian.number(1000) == "1\xa0000"
    assert russian.edtf("1937") == "1937"
    assert russian.code(Outcome.EXECUTED) == label(Outcome.EXECUTED, "ru")
    assert russian.code("executed", "outcome") == label(Outcome.EXECUTED, "ru")
    assert russian.translate("Example:") == "Пример:"
