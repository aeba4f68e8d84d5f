"""What the columns of a table mean: guessed from the words of the header, or from the values."""

import pytest

from poimenno.sources import mapping

HEADERS = {
    "name": ["ФИО", "Ф.И.О.", "Фамилия, имя, отчество", "Nimi", "Name", "Full name", "ПІБ"],
    "surname": ["Фамилия", "фамилия:", "Perekonnanimi", "Surname", "Last name", "last_name", "Прізвище"],
    "given_name": ["Имя", "Eesnimi", "Given name", "First name", "Ім'я"],
    "patronymic": ["Отчество", "Isanimi", "Father's name", "По батькові"],
    "birth_date": [
        "Год рождения",
        "Дата рождения",
        "Г.р.",
        "Рождение дата",
        "Sünniaeg",
        "Born",
        "Date of birth",
        "birth_year",
    ],
    "birth_place": ["Место рождения", "Рождение место", "Sünnikoht", "Place of birth"],
    "ethnicity": ["Национальность", "Нац.", "Rahvus", "Ethnicity"],
    "party": ["Партийность", "Партия", "Party"],
    "education": ["Образование", "Haridus", "Education"],
    "occupation": ["Профессия", "Род занятий", "Место работы", "Amet", "Occupation"],
    "residence": ["Место жительства", "Адрес", "Проживание", "Elukoht", "Residence"],
    "arrest_date": ["Дата ареста", "Арестован", "Арест дата", "Arrested", "Date of arrest"],
    "arrest_body": ["Кем арестован", "Арест кем"],
    "sentencing_body": ["Кем осуждён", "Орган", "Приговор орган", "Sentenced by"],
    "sentence_date": ["Дата приговора", "Дата осуждения", "Осужден дата", "Осуждён"],
    "charge": ["Обвинение", "Charge", "Süüdistus"],
    "article": ["Статья", "Ст.", "Articles"],
    "sentence": ["Приговор", "Мера наказания", "Otsus", "Sentence"],
    "sentence_years": ["Срок"],
    "execution_date": ["Расстрелян", "Дата расстрела", "Executed", "Date of execution"],
    "burial_place": ["Место захоронения", "Burial place"],
    "death_date": ["Дата смерти", "Умер", "Died", "Surnud"],
    "rehabilitation_date": ["Реабилитирован", "Дата реабилитации", "Rehabiliteeritud"],
    "archive_file": ["Архивное дело", "Архив", "Toimik", "Archive file"],
    "notice": ["Справка", "Текст", "Notice", "Довідка"],
    "note": ["Примечание", "Примечания", "Notes", "Märkused"],
    "key": ["id", "ID", "Код"],
    "ignore": ["№", "№ п/п", "No.", "Jrk nr"],
}


@pytest.mark.parametrize(("means", "header"), [(means, one) for means, all_ in HEADERS.items() for one in all_])
def test_known_headers(means: str, header: str) -> None:
    assert mapping.by_header(header) == means


@pytest.mark.parametrize("header", ["", "12", "Том", "column 4", "Примеров", "x" * 500])
def test_other_headers_say_nothing(header: str) -> None:
    assert mapping.by_header(header) is None


def test_values_tell_what_headers_do_not() -> None:
    header = ["a", "b", "c", "d"]
    rows = [
        ["Примеров Вымысел Образцович", "1890", "Арестован в 1937 г. " + "и так далее, " * 9, "красный"],
        ["Образцова Примера Вымысловна", "03.02.1902", "Арестована в 1938 г. " + "и так далее, " * 9, "синий"],
    ]
    meanings, sentences = mapping.guess_mapping(header, rows)
    assert meanings == {"a": "name", "b": "birth_date", "c": "notice"}
    assert any("“d”: not recognised" in sentence for sentence in sentences)
