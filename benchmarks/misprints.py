"""How lists misprint: the ways in which one name, day or place is written differently, as the real lists do it."""

import random

# Letters that copyists, typists and readers of handwriting exchange.
_ALIKE = {
    "а": "о", "о": "а", "е": "и", "и": "е", "ё": "е", "я": "е", "э": "е", "ы": "и", "у": "ю", "б": "п", "в": "ф",
    "г": "х", "д": "т", "ж": "ш", "з": "с", "к": "г", "п": "б", "с": "з", "т": "д", "ф": "в", "х": "г", "ш": "щ",
    "н": "и", "л": "м", "м": "н", "ц": "ч", "ч": "ц", "щ": "ш", "й": "и",
}  # fmt: skip
_DIMINUTIVES = {
    "Иван": "Ваня", "Александр": "Саша", "Николай": "Коля", "Михаил": "Миша", "Яков": "Яша", "Григорий": "Гриша",
    "Мария": "Маша", "Анна": "Аня", "Дмитрий": "Митя", "Павел": "Паша", "Федор": "Федя", "Константин": "Костя",
}  # fmt: skip
_FORMS = {
    "Иван": "Ян", "Петр": "Пётр", "Федор": "Теодор", "Георгий": "Егор", "Яков": "Якуб", "Иосиф": "Осип",
    "Алексей": "Олексей", "Михаил": "Михайло", "Данила": "Даниил", "Наталья": "Наталия", "Софья": "София",
    "Степан": "Стефан", "Никита": "Микита", "Емельян": "Омельян", "Павел": "Пауль", "Карл": "Кароль",
}  # fmt: skip
_LATIN = dict(
    zip(
        "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
        "a,b,v,g,d,e,e,zh,z,i,i,k,l,m,n,o,p,r,s,t,u,f,kh,ts,ch,sh,shch,,y,,e,iu,ia".split(","),  # noqa: SIM905
        strict=True,
    )
)


def misspelt(name: str, chance: random.Random) -> str:
    """The name with one thing wrong: a letter exchanged, doubled, lost, illegible, or two in the wrong order."""
    if len(name) < 4:
        return name
    at, kind = chance.randrange(1, len(name) - 1), chance.random()
    if kind < 0.50:
        return name[:at] + _ALIKE.get(name[at], name[at]) + name[at + 1 :]
    if kind < 0.65:
        return name[:at] + name[at] + name[at:]
    if kind < 0.80:
        return name[:at] + name[at + 1 :]
    if kind < 0.90:
        return name[:at] + name[at + 1] + name[at] + name[at + 2 :]
    return name[:at] + "?" + name[at + 1 :]


def given_otherwise(name: str, chance: random.Random) -> str:
    """Another form of a given name: another language's, a diminutive, an initial, or misspelt."""
    kind = chance.random()
    if kind < 0.4 and name in _FORMS:
        return _FORMS[name]
    if kind < 0.5 and name in _DIMINUTIVES:
        return _DIMINUTIVES[name]
    return name[0] + "." if kind > 0.85 else misspelt(name, chance)


def in_script(name: str, script: str) -> str:
    """The name as a Ukrainian list prints it, or transliterated (BGN/PCGN without signs)."""
    if script == "ukrainian":
        return name.replace("и", "і").replace("ы", "и").replace("э", "е").replace("Э", "Е").replace("Николай", "Микола")
    if script == "latin":
        latin = "".join(_LATIN.get(letter, letter) for letter in name.lower())
        return latin[:1].upper() + latin[1:]
    return name


def feminine(surname: str) -> str:
    """The form of a surname for a woman."""
    if surname.endswith(("ов", "ев", "ин", "ын")):
        return surname + "а"
    if surname.endswith(("ский", "цкий")):
        return surname[:-2] + "ая"
    return surname


def of_daughter(patronymic: str) -> str:
    """The form of a patronymic for a woman."""
    return patronymic[:-2] + "на" if patronymic.endswith(("ович", "евич")) else patronymic.removesuffix("ич") + "инична"
