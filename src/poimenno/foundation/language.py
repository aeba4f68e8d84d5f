"""The language of the interface: English, or Russian through gettext.

The command line follows the environment (`LANGUAGE`, `LC_ALL`, `LC_MESSAGES`, `LANG`); the pages ask for a
translation by code. English texts are the message ids. Catalogues: `locale/<code>/LC_MESSAGES/poimenno.po`.
"""

import dataclasses
import functools
import gettext as _gettext
import pathlib
from collections.abc import Mapping

LOCALES = pathlib.Path(__file__).parent.parent / "locale"
LANGUAGES = ("en", "ru")


@functools.cache
def translation(code: str) -> _gettext.NullTranslations:
    """The translations to a language of `LANGUAGES`; English, and any other code, is the text itself."""
    if code not in LANGUAGES or code == "en":
        return _gettext.NullTranslations()
    return _gettext.translation("poimenno", LOCALES, languages=[code])


@functools.cache
def _from_environment() -> _gettext.NullTranslations:
    return _gettext.translation("poimenno", LOCALES, fallback=True)


@dataclasses.dataclass(frozen=True, slots=True)
class Message:
    """A sentence kept as data and translated where it is shown: its English template, and what fills it.

    `str` gives the English sentence, the same on every machine.
    """

    template: str
    values: Mapping[str, object] = dataclasses.field(default_factory=dict)

    def __str__(self) -> str:
        return self.template.format(**self.values)

    def translated(self, language: str) -> str:
        """The sentence in a language of `LANGUAGES`; messages among its values too."""
        values = {
            name: value.translated(language) if isinstance(value, Message) else value
            for name, value in self.values.items()
        }
        return translation(language).gettext(self.template).format(**values)


def gettext(text: str) -> str:
    """Translate a text to the language of the environment; import it as `_`."""
    return _from_environment().gettext(text)


def ngettext(singular: str, plural: str, n: int) -> str:
    """Translate a text that depends on a number."""
    return _from_environment().ngettext(singular, plural, n)


def current() -> str:
    """The code of the language of the environment, for tables that have a column a language."""
    code = _from_environment().info().get("language", "en")
    return code if code in LANGUAGES else "en"
