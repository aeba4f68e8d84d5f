"""The words of dates, one table a language: months, qualifiers, seasons, marks of a year."""

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DateWords:
    """The words of one language in dates: `months` by their spellings, the others as regular expressions.

    `season_roots` has the EDTF number of a season (21 spring to 24 winter) by the root of its word.
    """

    months: dict[str, int]
    circa: str
    before: str
    after: str
    either: str
    both: str
    between: str
    preposition: str
    year_mark: str
    month_mark: str
    decade: str
    seasons: str
    season_roots: dict[str, int]
    julian: str

    def season(self, word: str) -> int:
        """The EDTF number of a season's word."""
        lowered = word.lower()
        return next(number for root, number in self.season_roots.items() if re.match(root, lowered))


def _months(*spellings: str) -> dict[str, int]:
    return {word: number for number, words in enumerate(spellings, 1) for word in words.split()}


RUSSIAN = DateWords(
    months=_months(
        "января январь январе янв",
        "февраля февраль феврале фев февр",
        "марта март марте мар",
        "апреля апрель апреле апр",
        "мая май мае",
        "июня июнь июне июн",
        "июля июль июле июл",
        "августа август августе авг",
        "сентября сентябрь сентябре сен сент",
        "октября октябрь октябре окт",
        "ноября ноябрь ноябре ноя нояб",
        "декабря декабрь декабре дек",
    ),
    circa=r"ок\.|около|приблизительно|примерно|прибл\.|~",
    before=r"до|не\s+позднее|ранее|не\s+позже",
    after=r"после|не\s+ранее|не\s+раньше|позднее",
    either=r"\sили\s",
    both=r"\sи\s",
    between=r"между",
    preposition=r"(?:(?:во?\s)?(?:начал[ео]|конец|конце|середин[аеы])|во?|с|от)",
    year_mark=r"(?:г\.?\s?р(?:\.|ожд\w*\.?)|года?\sрождения|гг?\.?(?![а-яё])(?:\s?р\.)?|г(?:ода|оду|од)(?![а-яё]))",
    month_mark=r"месяце?",
    decade=r"-?(?:е|х|ые|ых)(?![а-яё])(?:\s(?:гг?\.?|год(?:ы|ов|ах)))?",
    seasons=r"весн(?:а|ой|ы|у)|лет(?:о|ом|а)|осен(?:ь|ью|и)|зим(?:а|ой|ы|у)",
    season_roots={"весн": 21, "лет": 22, "осен": 23, "зим": 24},
    julian=r"ст\.\s?ст(?:\.|иля)|по\s+старому\s+стилю",
)
UKRAINIAN = DateWords(
    months=_months(
        "січня січень січні",
        "лютого лютий лютому",
        "березня березень березні",
        "квітня квітень квітні",
        "травня травень травні",
        "червня червень червні",
        "липня липень липні",
        "серпня серпень серпні",
        "вересня вересень вересні",
        "жовтня жовтень жовтні",
        "листопада листопад листопаді",
        "грудня грудень грудні",
    ),
    circa=r"бл\.|близько|приблизно|~",
    before=r"до|не\s+пізніше",
    after=r"після|не\s+раніше",
    either=r"\sабо\s",
    both=r"\s(?:і|й|та)\s",
    between=r"між",
    preposition=r"(?:(?:[ув]\s|на\s)?(?:початку|початок|кінець|кінці|наприкінці|середин[аі])|[ув]|з|від)",
    year_mark=r"(?:р\.?\s?н(?:\.|ар\w*\.?)|року\sнародження|р\.?(?![а-яіїєґ])(?:\s?н\.)?|рр\.|рок[уиі](?![а-яіїєґ])|рік)",
    month_mark=r"місяц[іь]",
    decade=r"-?(?:ті|тих|і|их|х)(?![а-яіїєґ])(?:\s(?:рр?\.?|рок(?:и|ів|ах)))?",
    seasons=r"весн(?:а|ою|и|і)|навесні|літ(?:о|ом|а|ку)|влітку|осін(?:ь|ню)|восени|зим(?:а|ою|и)|взимку",
    season_roots={"(?:на)?весн": 21, "в?літ": 22, "осін|восени": 23, "(?:вз|з)им": 24},
    julian=r"ст\.\s?ст\.|за\s+старим\s+стилем",
)
ESTONIAN = DateWords(
    months=_months(
        "jaanuar jaanuaris jaanuaril jaan",
        "veebruar veebruaris veebruaril veebr",
        "märts märtsis märtsil",
        "aprill aprillis aprillil apr",
        "mai mais mail",
        "juuni juunis juunil",
        "juuli juulis juulil",
        "august augustis augustil aug",
        "september septembris septembril sept",
        "oktoober oktoobris oktoobril okt",
        "november novembris novembril nov",
        "detsember detsembris detsembril dets",
    ),
    circa=r"umbes|ca\.?|u\.|~",
    before=r"enne|kuni|hiljemalt",
    after=r"pärast|alates|peale",
    either=r"\svõi\s",
    both=r"\sja\s",
    between=r"vahemikus",
    preposition=r"(?:aastal|algul|lõpul)",
    year_mark=r"(?:\.?\s?a\.(?:\s?-)?|aastal|\.?\s?aasta)",
    month_mark=r"kuul",
    decade=r"(?:-?nda(?:d|te|tel)(?![a-zäöõü])(?:\saasta(?:d|te|tel))?|\.?\saasta(?:d|te|tel)(?![a-zäöõü]))",
    seasons=r"kevad(?:el)?|(?:sõja)?suv(?:i|el)|sügis(?:el)?|talv(?:i|el)",
    season_roots={"kevad": 21, "(?:sõja)?suv": 22, "sügis": 23, "talv": 24},
    julian=r"vkj\.?|v\.\s?k\.\s?j\.",
)
ENGLISH = DateWords(
    months=_months(
        "january jan",
        "february feb",
        "march mar",
        "april apr",
        "may",
        "june jun",
        "july jul",
        "august aug",
        "september sept sep",
        "october oct",
        "november nov",
        "december dec",
    ),
    circa=r"ca?\.|circa|about|~",
    before=r"before|by|until",
    after=r"after|since|from",
    either=r"\sor\s",
    both=r"\sand\s",
    between=r"between",
    preposition=r"(?:in|on|early|late|in\s(?:early|late))",
    year_mark=r"(?:AD)",
    month_mark=r"of",
    decade=r"'?s",
    seasons=r"(?:in\s)?(?:spring|summer|autumn|winter)(?:\sof)?",
    season_roots={"(?:in )?spring": 21, "(?:in )?summer": 22, "(?:in )?autumn": 23, "(?:in )?winter": 24},
    julian=r"O\.?\s?S\.?|Old\s+Style",
)
LANGUAGES = {"ru": RUSSIAN, "uk": UKRAINIAN, "et": ESTONIAN, "en": ENGLISH}
