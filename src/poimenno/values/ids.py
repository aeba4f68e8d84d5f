"""Handles: short citable ids made from content, with a check character.

A handle is ten characters of the NOID alphabet and NOID's check character (Kunze 2006, "Noid: Nice Opaque
Identifiers"), which detects every single wrong character and every swap of two neighbours. The
alphabet has no vowels, so that no word can arise by chance.
"""

import hashlib

ALPHABET = "0123456789bcdfghjkmnpqrstvwxz"
LENGTH = 10
_VALUE = {character: value for value, character in enumerate(ALPHABET)}
_BASE = len(ALPHABET)
# Two characters at a time, the lower digit first: lists have millions of entries.
_PAIRS = [low + high for high in ALPHABET for low in ALPHABET]


def handle(source_id: str, content: str, nth: int = 0) -> str:
    """The handle of the `nth` entry (from 0) of a source with this content, which is its own id or its text."""
    digest = hashlib.sha256(f"{source_id}\x1f{content}\x1f{nth}".encode()).digest()
    number = int.from_bytes(digest, "big") % _BASE**LENGTH
    pairs = []
    for _ in range(LENGTH // 2):
        number, remainder = divmod(number, _BASE**2)
        pairs.append(_PAIRS[remainder])
    body = "".join(pairs)
    return body + check_character(body)


def check_character(body: str) -> str:
    """NOID's check character of a string over `ALPHABET`."""
    total = sum([position * _VALUE[character] for position, character in enumerate(body, 1)])
    return ALPHABET[total % _BASE]


def normalise(text: str) -> str:
    """A handle in its normal form: capitals, blanks and hyphens do not matter."""
    return "".join(character for character in text.lower() if character not in " -–")


def is_valid(text: str) -> bool:
    """Whether a string is a handle with the right check character."""
    return (
        len(text) == LENGTH + 1
        and all(character in _VALUE for character in text)
        and check_character(text[:-1]) == text[-1]
    )
