"""Names: the fold held against published rules of transliteration, and the parts of names with their spans."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from poimenno.values import person_names
from poimenno.values.person_names import fold, patronymic_stem, sex_of, split_name

# Spellings as the rules themselves give them, or made by them letter by letter.
# "uk 2010": resolution 55 of the Cabinet of Ministers of Ukraine, 27 January 2010, table of transliteration.
# "BGN": BGN/PCGN 1947 system for Russian. "ICAO": Doc 9303 part 3, as in passports. "ALA-LC": library romanization.
# "et": the Estonian rules for Russian names (vene-eesti tähetabel). "pl": the Polish rules of PWN. "ISO 9": ISO/R 9.
SPELLINGS = """
Алушта=Alushta Андрій=Andrii Вінниця=Vinnytsia Володимир=Volodymyr Ґалаґан=Galagan Ґорґани=Gorgany
Донецьк=Donetsk Дмитро=Dmytro Рівне=Rivne Есмань=Esman Єнакієве=Yenakiieve Наєнко=Naienko Житомир=Zhytomyr
Жанна=Zhanna Закарпаття=Zakarpattia Казимирчук=Kazymyrchuk Медвин=Medvyn Михайленко=Mykhailenko Іванків=Ivankiv
Їжакевич=Yizhakevych Кадиївка=Kadyivka Мар'їне=Marine Йосипівка=Yosypivka Стрий=Stryi Олексій=Oleksii Київ=Kyiv
Коваленко=Kovalenko Лебедин=Lebedyn Ніжин=Nizhyn Полтава=Poltava Суми=Sumy Тетяна=Tetiana Фастів=Fastiv
Харків=Kharkiv Чернівці=Chernivtsi Шостка=Shostka Щербухи=Shcherbukhy Юрій=Yurii Корюківка=Koriukivka
Ярошенко=Yaroshenko Костянтин=Kostiantyn Знам'янка=Znamianka Феодосія=Feodosiia
| BGN
Чехов=Chekhov Щербаков=Shcherbakov Ельцин=Yel'tsin Юрьев=Yur'yev Хрущёв=Khrushchëv Достоевский=Dostoyevskiy
Объедков=Ob"yedkov Сергеев=Sergeyev Алексеевич=Alekseyevich Соловьёв=Solov'yëv Майер=Mayyer Цветков=Tsvetkov
Крылов=Krylov Жуков=Zhukov Эйхе=Eykhe
| ICAO
Юрьев=Iurev Яковлев=Iakovlev Щербаков=Shcherbakov Алексей=Aleksei Цветков=Tsvetkov Семёнов=Semenov
| ALA-LC
Юрьев=I͡Urʹev Яковлев=I͡Akovlev Цветков=T͡Svetkov Достоевский=Dostoevskiĭ Хрущёв=Khrushchëv Съедин=Sʺedin
| et
Хрущёв=Hruštšov Горбачёв=Gorbatšov Ельцин=Jeltsin Юрьев=Jurjev Яковлев=Jakovlev Щербаков=Štšerbakov Жуков=Žukov
Михаил=Mihhail Достоевский=Dostojevski Чехов=Tšehhov Семёнов=Semjonov Чайковский=Tšaikovski
Александр=Aleksander Пётр=Peeter Юри=Jüri
| pl
Щербаков=Szczerbakow Жуков=Żukow Яковлев=Jakowlew Ковалевский=Kowalewski Сенкевич=Sienkiewicz Вечорек=Wieczorek
| ISO 9
Щербаков=Ščerbakov Чехов=Čehov Вышинский=Vyšinskij Жуков=Žukov Юрьев=Jur'ev
| in use
Хрущев=Khrushchev Чехов=Tchekhov Соловьёв=Solovyov Горбачёв=Gorbachyov Щербаков=Scherbakov Алексей=Alexey
Филипп=Philipp Винцент=Vincent
| one name in Russian and in Ukrainian
Сергеенко=Сергієнко Королёв=Корольов Горбачёв=Горбачов Матвеенко=Матвієнко Анатольевич=Анатолиевич
"""


def pairs() -> list[tuple[str, str]]:
    return [(one, other) for one, sep, other in (word.partition("=") for word in SPELLINGS.split()) if sep]


@pytest.mark.parametrize(("one", "other"), pairs())
def test_the_spellings_of_a_name_fold_together(one: str, other: str) -> None:
    assert fold(one) == fold(other) != ""
    assert fold(one.upper()) == fold(other.upper()) == fold(one)


def test_the_table_of_spellings_was_read_whole() -> None:
    assert len(pairs()) > 90


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Примеров", "Примерова"),
        ("Громов", "Хромов"),
        ("Жаров", "Шаров"),
        ("Иванов", "Ивин"),
        ("Карл", "Кирилл"),
        ("Цапов", "Сапов"),
        ("Чапов", "Шапов"),
    ],
)
def test_different_names_stay_different(one: str, other: str) -> None:
    assert fold(one) != fold(other)


LETTERS = "abcdefghijklmnopqrstuvwxyz абвгґдеєёжзиіїйклмнопрстуфхцчшщъыьэюя šžčćłżßäöõü ?'’-.,"


@given(st.one_of(st.text(max_size=12), st.text(alphabet=LETTERS, max_size=12)))
@example("shtch")
@example("цш")
@example("İstanbul")
def test_the_fold_is_ascii_and_folding_it_again_changes_nothing(text: str) -> None:
    folded = fold(text)
    assert folded.isascii()
    assert folded == folded.lower() == " ".join(folded.split())
    assert all(character.isalnum() or character in " ?" for character in folded)
    assert fold(folded) == folded


@given(st.lists(st.text(alphabet="абвгдежзиклмнопрстуфхцчшщюяüõäabcdikrstvy", min_size=1, max_size=8), max_size=4))
def test_words_fold_one_by_one(words: list[str]) -> None:
    assert fold(" ".join(words)) == " ".join(fold(word) for word in words)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Приме\u0301ров", "primerov"),
        ("При\u00admеров", "primerov"),
        ("Й".encode().decode(), "i"),
        ("И\u0306", "i"),
        ("Прим?ров", "prim?rov"),
        ("  Вымышленный-Образцов ", "vimishleni obraztsov"),
        ("О'Примеров", "oprimerov"),
        ("№ 5", "no 5"),
        ("", ""),
        ("—", ""),
    ],
)
def test_marks_in_the_text(text: str, folded: str) -> None:
    assert fold(text) == folded


NAMES = [
    ("Примеров Иван Иванович", "s:Примеров g:Иван p:Иванович"),
    ("Примеров, Иван, Иванович", "s:Примеров g:Иван p:Иванович"),
    ("Примеров, Иван Иванович", "s:Примеров g:Иван p:Иванович"),
    ("Vymyslov, Pyotr Ivanovich", "s:Vymyslov g:Pyotr p:Ivanovich"),
    ("Vymyslova, Anna Petrovna", "s:Vymyslova g:Anna p:Petrovna"),
    ("Примеров И. И.", "s:Примеров g:И p:И"),
    ("Vymyslov, M. V.", "s:Vymyslov g:M p:V"),
    ("Vymyslov, M.V.", "s:Vymyslov g:M. p:V"),
    ("Vymõslov, Timofei Kuzmitš", "s:Vymõslov g:Timofei p:Kuzmitš"),
    ("Образцова", "s:Образцова"),
    ("Образцова Анна", "s:Образцова g:Анна"),
    ("Примеров Карл Август Иванович", "s:Примеров g:Карл Август p:Иванович"),
    ("Вымышленный-Образцов Пётр Иванович", "s:Вымышленный-Образцов g:Пётр p:Иванович"),
    ("Примеров Али Гасан оглы", "s:Примеров g:Али p:Гасан оглы"),
    ("Примеров Али Гасан-оглы", "s:Примеров g:Али p:Гасан-оглы"),
    ("Näidis, Jaan Peeter, Juhan", "s:Näidis g:Jaan Peeter p:Juhan"),
    ("Näidis, Heinrich Erich", "s:Näidis g:Heinrich Erich"),
    ("Примеров  Иван\tИванович", "s:Примеров g:Иван p:Иванович"),
    ("фон Примеров Карл Карлович", "s:фон Примеров g:Карл p:Карлович"),
    ("Ван Вым Сен", "s:Ван g:Вым p:Сен"),
    ("Примеров Иван Иванович 2-й", "s:Примеров g:Иван p:Иванович"),
    ("Прим?ров Иван", "s:Прим?ров g:Иван"),
    ("?римеров Иван", "s:?римеров g:Иван"),
    ("Образцова (Вымыслова) Анна Петровна", "s:Образцова v:Вымыслова g:Анна p:Петровна"),
    ("Образцова Анна Петровна (урожд. Вымыслова)", "s:Образцова g:Анна p:Петровна m:Вымыслова"),
    (
        "Образцова Анна (девичья фамилия Вымыслова, она же Примерова)",
        "s:Образцова g:Анна m:Вымыслова v:Примерова",
    ),
    ("Примеров (он же Вымыслов; Образцов) Иван", "s:Примеров v:Вымыслов v:Образцов g:Иван"),
    ("Примеров Карл (Карло) Август Иванович", "s:Примеров g:Карл v:Карло g:Август p:Иванович"),
    ("Примеров (Вымыслов) Младший, Иван (Ян) Иванович", "s:Примеров v:Вымыслов s:Младший g:Иван v:Ян p:Иванович"),
    ("Примеров [Вымыслов] Иван", "s:Примеров v:Вымыслов g:Иван"),
    ("", ""),
    ("? — 19", ""),
]
SHORT = {"surname": "s", "given_name": "g", "patronymic": "p", "name_variant": "v", "maiden_name": "m"}


@pytest.mark.parametrize(("text", "expected"), NAMES)
def test_a_name_is_split_by_the_order_of_its_words(text: str, expected: str) -> None:
    assert " ".join(f"{SHORT[part.kind]}:{part.value}" for part in split_name(text)) == expected


@given(st.text(alphabet="абвИПр. ,()[]-?'aжеoглычный\0", max_size=30))
@example("?[]?,")
@example("а ( б (в) г")
def test_the_spans_of_the_parts_are_exact_and_do_not_cross(text: str) -> None:
    end = 0
    for part in split_name(text):
        assert text[part.start : part.stop] == part.value.strip() == part.value != ""
        assert part.start >= end
        end = part.stop


@pytest.mark.parametrize(
    "spellings",
    [
        "Иванович Ивановна Ivanovich Ivanovna Iwanowicz Ivanovitš Ivan Иван Іванович Іванівна",
        "Петрович Петровна Petrovitš Пётр Петр",
        "Николаевич Николаевна Nikolayevich",
        "Никитич Никитична",
        "Кузьмич Кузьминична",
        "Гасан-оглы Гасан-кызы",
        "Александрович Александр Aleksander Aleksandrovna",
    ],
)
def test_patronymics_come_down_to_the_father(spellings: str) -> None:
    assert len({patronymic_stem(one) for one in spellings.split()}) == 1


def test_estonian_patronymics_come_down_to_the_father() -> None:
    assert patronymic_stem("Juhani p.") == patronymic_stem("Juhani t.") == patronymic_stem("Juhani")


@pytest.mark.parametrize("text", ["Львович", "Ильич", "Евич", "И.", "ович"])
def test_no_patronymic_is_shortened_to_nothing(text: str) -> None:
    assert patronymic_stem(text) == fold(text)


@given(st.text(alphabet=LETTERS, max_size=12))
def test_a_stem_is_empty_only_where_the_fold_is(text: str) -> None:
    assert bool(patronymic_stem(text)) == bool(fold(text))


@pytest.mark.parametrize(
    ("patronymic", "sex"),
    [
        ("Иванович", "m"),
        ("Ивановна", "f"),
        ("Ильич", "m"),
        ("Ильинична", "f"),
        ("Лукична", "f"),
        ("Миколайович", "m"),
        ("Миколаївна", "f"),
        ("Гасан оглы", "m"),
        ("Гасан кызы", "f"),
        ("Ivanovich", "m"),
        ("Petrovitš", "m"),
        ("Petrovna", "f"),
        ("Kuzmitš", "m"),
        ("Ilyich", "m"),
        ("Ilyinichna", "f"),
        ("Сен", None),
        ("Juhan", None),
        ("Heinrich", None),
        ("Friedrich", None),
        ("И.", None),
        ("", None),
    ],
)
def test_the_form_of_a_patronymic_tells_the_sex_or_nothing(patronymic: str, sex: str | None) -> None:
    assert sex_of(patronymic) == sex


@given(st.text("schtzgrkpwxqyjieoadern ?", max_size=9))
def test_joining_is_tried_wherever_it_changes_something(word: str) -> None:
    assert person_names._TO_JOIN.search(word) or person_names._joined(word) == word
