"""Forms of one given name across languages: Иван, Іван, Jaan, Johannes, Ян; in full, short, and as a father's name."""

import functools
from collections import defaultdict

from poimenno import reference
from poimenno.values.person_names import fold, patronymic_stem


@functools.cache
def _table() -> dict[str, tuple[str, ...]]:
    names: dict[str, set[str]] = defaultdict(set)
    for row in reference.rows("given_names"):
        for form in row["forms"].split():
            names[fold(form)].add(row["name"])
            if row["language"] == "uk":
                # Hryhorii, Serhii: г is h in Latin spellings of Ukrainian names (BGN/PCGN, and the rules of 2010).
                names[fold(form.lower().replace("г", "h"))].add(row["name"])
    return {form: tuple(sorted(roots)) for form, roots in names.items()}


@functools.cache
def _stems() -> dict[str, tuple[str, ...]]:
    """The names that a stem of a patronymic may stand for: `vasil` of Васильевич, `nikola` of Николаевич."""
    stems: dict[str, set[str]] = defaultdict(set)
    for form, names in _table().items():
        for cut in range(3):
            if len(form) - cut >= 4:
                stems[form[: len(form) - cut]].update(names)
    return {stem: tuple(names) for stem, names in stems.items() if len(names) == 1}


def roots(name: str) -> list[str]:
    """The names that the words of a given name are forms of; a word that is not in the table stands for itself."""
    return sorted({root for word in fold(name).split() for root in _table().get(word, (word,))})


def father(name: str) -> list[str]:
    """The names that a patronymic, or a father's given name, may be formed of; the stem if none is known."""
    stem = patronymic_stem(name)
    words = [word for word in fold(name).split() if word in _table()]
    names = [*_table().get(stem, _stems().get(stem, (stem,))), *(root for word in words for root in _table()[word])]
    return sorted({name for name in names if name})
