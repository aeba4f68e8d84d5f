"""All the words of a language in one object: numbers, dates, codes, texts of the interface.

Pages, plots and the terminal word their values with it, so that they use the same words.
"""

from enum import StrEnum

from babel import Locale

from poimenno.foundation.language import translation
from poimenno.wording.dates_in_words import DatesInWords
from poimenno.wording.labels import label
from poimenno.wording.number_words import NumberWords


class Wording(NumberWords, DatesInWords):
    """Words values in a language of `foundation.language.LANGUAGES`."""

    def __init__(self, language: str) -> None:
        NumberWords.__init__(self, language)
        DatesInWords.__init__(self, language)
        self.translate = translation(language).gettext

    def code(self, code: StrEnum | str | None, vocabulary: str = "") -> str:
        """The words for a code of a closed list; see `labels.label`."""
        return label(code, self.language, vocabulary)

    def language_name(self, code: str) -> str:
        """The name of a language by its code (ISO 639-1); the code if it is not known."""
        return str(Locale.parse(self.language).languages.get(code, code))
