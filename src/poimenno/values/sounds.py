"""How a name sounds, coarsely: the letters that copyists, typists and languages rarely exchange.

A key to find candidates by, not a measure: whoever shares it is compared. Vowels go but for a first one, voiced and
voiceless consonants fall together, hushing and hissing ones too. In the manner of Soundex (Russell 1918) and its
successors, for names already folded by `values.names.fold`.
"""

import re

_HISSING = re.compile("zh|sh|ch|ts")
_ALIKE = str.maketrans("bvgdzh", "pfktsk", "?")
_VOWELS = re.compile("(?<!^)[aeiou ]|^[eiou ]")
_DOUBLED = re.compile(r"(.)\1+")


def sounds(folded: str) -> str:
    """The key of a folded name: `vasiliev` and `wasilew` have one; empty for an empty name."""
    consonants = _VOWELS.sub(
        lambda match: "a" if match.start() == 0 else "", _HISSING.sub("s", folded).translate(_ALIKE)
    )
    return _DOUBLED.sub(r"\1", consonants)
