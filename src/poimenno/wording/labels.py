"""The words for a code of a closed list, in the language of the reader."""

from enum import StrEnum

from poimenno import reference
from poimenno.reference.vocabularies import VOCABULARIES

_VOCABULARY_OF: dict[type, str] = {members: name for name, members in VOCABULARIES.items()}


def label(code: StrEnum | str | None, language: str, vocabulary: str = "") -> str:
    """The words for a code: of a member of a vocabulary, or of a text with the name of its vocabulary.

    None is what the list calls `unknown`, or nothing if it has no such code. A code without words is shown as it is.
    Raises KeyError for a plain text without a vocabulary.
    """
    if not vocabulary:
        vocabulary = _VOCABULARY_OF[type(code)]
    return reference.names_of(vocabulary, language).get(code or "unknown", code or "")
