"""Articles of the criminal codes as notices cite them, each brought to one form: 58-1а, 58-10.

Reads `58-6-7-8-11`, `58-8, 11`, `58 п. 10`, `58/6, /9, /10`, `ст. 17-58-1а`, `66, 71 УК БССР`, `§58-1a, 58-11`.
The part of an article (`ч. 2`, `lg.2`) is dropped, its point (`58-1 "а"`) becomes a Cyrillic letter. What an article
meant, and of which code it is, stays unknown: the same number is another crime in another republic.
"""

import re
from dataclasses import dataclass

# Articles that were cited by points: state crimes in the codes of the RSFSR (58, 59), the Ukraine (54, 56) and
# other republics (60, 63), military crimes (193, 206). A small number after one of them is its point.
WITH_POINTS = {"54", "56", "58", "59", "60", "63", "193", "206"}
# Articles of the general part: preparation, attempt, complicity. They come before the article that they modify.
GENERAL = {"7", "8", "14", "15", "16", "17", "18", "19", "20", "22", "24", "25"}
HIGHEST_POINT = 14
_TO_CYRILLIC = str.maketrans("aAbBvVgGcC", "ааббввггвв")

_MARK = re.compile(r"§+\s?|(?<!\w)(?:ст(?:ат(?:ья|ье|ьи|ей|ьям|т[іяею]+))?(?!\w)\.?\s{0,2})+", re.IGNORECASE)
_NUMBER = re.compile(
    r"""(?P<number>\d{1,3})(?!\d)(?:\(\d\))?
    (?:\s?["'«“”]\s?(?P<quoted>[абвгabcg])\s?["'»”“]|\s?-?(?P<letter>[абвгabcg])(?![\w/]|\.\s?[а-я]))?""",
    re.VERBOSE | re.IGNORECASE,
)
_POINT = re.compile(r"[\s,]{0,3}\(?п(?:ункт[а-я]*)?\.?\s?п?\.?\s?(?=\d)", re.IGNORECASE)
_POINT_LETTER = re.compile(
    r"[\s,]{0,3}п(?:ункт[а-я]*)?\.?\s?[\"'«“]?\s?(?P<letter>[абвг])(?!\w)\s?[\"'»”]?", re.IGNORECASE
)
_OTHER_LETTER = re.compile(r"\s?,\s?[\"'«]?(?P<letter>[абвг])[\"'»]?(?=\s?[,;.]|\s\d|\sи\s)")
_SECTION = re.compile(
    r"[\s,(]{0,3}(?:ч(?:аст[а-я]*)?\.?\s?(?:\d|[IІ]{1,3})(?!\d)\)?|lg\.?\s?\d|прим(?:ечани[а-я]*)?\.?)",
    re.IGNORECASE,
)
# What follows a number of years in Estonian notices: §58-1a, 25+5; §58-13, 5a.
_YEARS = re.compile(r"\s?(?:\+\s?\d|a\.)")
_HYPHEN = re.compile(r"\s?(?:[-–—]{1,2}|/)\s?(?=\d)|(?<=1[5-9])\.(?=5[489])")
_COMMA = re.compile(
    r"(?:[\s,;]|и(?=\s)|[тi]а(?=\s)|ja(?=\s)|(?:ст(?:ат[а-я]*)?\.?\s?)(?=[\dс])|[-–/](?=\d)){1,12}(?=\d)",
    re.IGNORECASE,
)
_CODE = re.compile(
    r"[\s,(]{0,3}(?:У\s?К|КК)(?!\w)(?:\s?[-–]?\s?(?:РСФСР|[А-Я][а-я]{0,3}\s?ССР|[А-Я]{2,5}ССР|СССР|РФ))?\)?"
)
_BARE = re.compile(
    r"""(?<![\w.,№/-])(?:
    (?:5[4689]|193|206)(?:\s?[-–—/]\s?|\.)\d{1,2}(?!\d|[./]\d)   # 58-10
    | \d{1,2}\s?[-–/.]\s?(?:5[489]|193)(?!\d)                     # 17-58
    | 5[48](?=\s?п[.п\s])                                        # 58 п. 10
    | \d{2,3}[абв]?(?:\s?,\s?\d{2,3}[абв]?){0,6}(?=\s?У\s?К\s)   # 64, 76 УК БССР
    )""",
    re.VERBOSE,
)
_LEAD = re.compile(r"[\s:.,\"(]{0,5}")


@dataclass(frozen=True, slots=True)
class ArticleList:
    """A list of articles in a text: its whole span, including the code, and (start, stop, normal form) of each."""

    start: int
    stop: int
    articles: tuple[tuple[int, int, str], ...]


def find_articles(text: str, start: int = 0, stop: int | None = None, *, bare: bool = False) -> list[ArticleList]:
    """Find lists of articles in `text[start:stop]`.

    A list begins with a mark (`ст.`, `§`). With `bare` it may also begin without one: if the text begins with a
    number, or a number has the form of an article with points or comes before `УК`.
    """
    end = len(text) if stop is None else stop
    lists: list[ArticleList] = []
    position = start
    if bare and (lead := _LEAD.match(text, start, end)) and text[lead.end() : lead.end() + 1].isdigit():
        first = _list(text, lead.end(), lead.end(), end)
        if first:
            lists.append(first)
            position = first.stop
    while place := _next(text, position, end, bare):
        articles = _list(text, *place, end)
        if articles:
            lists.append(articles)
        position = max(articles.stop if articles else place[1], position + 1)
    return lists


def _next(text: str, position: int, end: int, bare: bool) -> tuple[int, int] | None:
    """Where the next list begins, and where its first number may be."""
    mark = _MARK.search(text, position, end)
    number = _BARE.search(text, position, end) if bare else None
    if number and (mark is None or number.start() < mark.start()):
        return number.start(), number.start()
    return mark.span() if mark else None


class _State:
    """The article being read: the general article that modifies it, its number, and the articles read so far."""

    def __init__(self) -> None:
        self.general = ""
        self.base = ""
        self.articles: list[tuple[int, int, str]] = []
        self.open: tuple[int, int] | None = None

    def close(self) -> None:
        """A number that no point followed is an article by itself."""
        if self.open and self.base:
            self.articles.append((*self.open, self.general + self.base))
        self.open = None

    def begin(self, span: tuple[int, int], number: str, letter: str) -> None:
        """Another article."""
        self.close()
        self.general, self.base, self.open = "", number + letter, span

    def point(self, span: tuple[int, int], number: str, letter: str) -> None:
        """A point of the article."""
        first = self.open[0] if self.open else span[0]
        self.open = None
        self.articles.append((first, span[1], f"{self.general}{self.base}-{number}{letter}"))

    def modified(self, span: tuple[int, int], number: str) -> None:
        """The number before was of the general part: it modifies this one."""
        first = self.open[0] if self.open else span[0]
        self.general, self.base, self.open = f"{self.base}-", number, (first, span[1])


def _list(text: str, start: int, position: int, end: int) -> ArticleList | None:
    state = _State()
    joint = ","
    stop = position
    while match := _NUMBER.match(text, position, end):
        number = match["number"]
        if state.articles and joint == "," and _YEARS.match(text, match.end("number"), end):
            break
        letter = (match["quoted"] or match["letter"] or "").lower().translate(_TO_CYRILLIC)
        _step(state, joint, match.span(), number, letter)
        position = stop = _after(text, match.end(), end, state)
        joint, position = _joint(text, position, end)
        if not joint:
            break
    state.close()
    if not state.articles:
        return None
    code = _CODE.match(text, stop, end)
    return ArticleList(start, code.end() if code else stop, tuple(state.articles))


def _step(state: _State, joint: str, span: tuple[int, int], number: str, letter: str) -> None:
    pointed = state.base in WITH_POINTS
    if joint == "-" and state.open and state.base in GENERAL and int(number) > HIGHEST_POINT:
        state.modified(span, number)
        return
    further = joint == "," and pointed and not state.open and int(number) <= HIGHEST_POINT
    if state.base and (further or joint == "point" or (joint == "-" and (pointed or int(number) < 10))):
        state.point(span, number, letter)
    else:
        state.begin(span, number, letter)


def _after(text: str, position: int, end: int, state: _State) -> int:
    """Skip what follows a number without being another article: its part, its lettered point."""
    for _ in range(3):
        if section := _SECTION.match(text, position, end):
            position = section.end()
        elif (letter := _POINT_LETTER.match(text, position, end)) and state.articles and not state.open:
            first, _last, normal = state.articles[-1]
            if normal[-1].isdigit():
                state.articles[-1] = (first, letter.end(), normal + letter["letter"].lower())
            position = letter.end()
        elif (letter := _OTHER_LETTER.match(text, position, end)) and state.open and state.base[-1:].isalpha():
            state.close()
            state.articles.append((*letter.span("letter"), state.base[:-1] + letter["letter"]))
            position = letter.end()
        else:
            break
    return position


def _joint(text: str, position: int, end: int) -> tuple[str, int]:
    """How the next number is joined to this one: "-" or "point" belongs to it, "," is another, "" not at all."""
    if match := _POINT.match(text, position, end):
        return "point", match.end()
    if match := _HYPHEN.match(text, position, end):
        return "-", match.end()
    if match := _COMMA.match(text, position, end):
        return "-" if text[match.end() - 1] in "-–/" else ",", match.end()
    return "", position
