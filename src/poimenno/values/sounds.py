"""How a name sounds, coarsely: only the letters that copyists, typists and languages rarely confuse.

A key to find candidates, not a measure: names with the same key are compared. All vowels but a first one are dropped;
voiced and voiceless consonants become one, as do hushing and hissing ones. In the manner of Soundex (Russell 1918) and
its successors, for names already folded by `values.person_names.fold`.
"""

import re

_HISSING = re.compile("zh|sh|ch|ts")
_ALIKE = str.maketrans("bvgdzh", "pfktsk", "?")
_VOWELS = re.compile("(?<!^)[aeiou ]|^[eiou ]")
_DOUBLED = re.compile(r"(.)\1+")


def sounds(folded: str) -> str:
    """The key of a folded name; the same for `vasiliev` and `wasilew`, empty for an empty name."""
    consonants = _VOWELS.sub(
        lambda match: "a" if match.start() == 0 else "", _HISSING.sub("s", folded).translate(_ALIKE)
    )
    return _DOUBLED.sub(r"\1", consonants)
