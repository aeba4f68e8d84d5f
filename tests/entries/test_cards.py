"""Cards: entries of labelled values. The people and places are invented."""

import pytest

from poimenno.entries.cards import read_card
from poimenno.entries.engine import parse_notice
from poimenno.entries.field import Field

TEMPLATE = """{{Формуляр
|дата рождения=12.03.1890
|место рождения=[[Примерская губ.|Примерская губерния]], с. Образцово
|пол=мужчина
|национальность=поляк
|место проживания=Неизвестно
|дата ареста 1=01.02.1931
|осуждение 1=03.04.1931
|приговор 1=3 года высылки.
|дата ареста 2=05.10.1937
|обвинение 2=по ст. 58, п. 10, 11
|осуждение 2=20.10.1937
|осудивший орган 2=тройкой при УНКВД по Западной обл.
|приговор 2=ВМН.
|расстрел=25.10.1937
|место смерти=г. Примерск
|архивное дело=П-123
|дата реабилитации 2=16.08.1989
}}
Текст под карточкой: |дата рождения=1800
"""


def values(fields: list[Field]) -> dict[tuple[str, int], str]:
    return {(field.name, field.episode): field.normal or field.value for field in fields}


def test_a_template_gives_the_life_and_each_persecution() -> None:
    fields = read_card(TEMPLATE.partition("Текст")[0])
    read = values(fields)
    assert read["birth_date", 0] == "1890-03-12"
    assert read["birth_place", 0] == "Примерская губерния, с. Образцово"
    assert read["sex", 0] == "m"
    assert ("residence", 0) not in read
    assert (read["arrest_date", 1], read["sentence", 1]) == ("1931-02-01", "exile")
    assert (read["arrest_date", 2], read["sentence", 2]) == ("1937-10-05", "death")
    assert [field.normal for field in fields if field.name == "article"] == ["58-10", "58-11"]
    assert read["sentencing_body", 2] == "troika"
    assert read["archive_file", 0] == "П-123"


def test_an_execution_without_a_number_belongs_to_the_death_sentence() -> None:
    read = values(read_card(TEMPLATE))
    assert read["execution_date", 2] == "1937-10-25"
    assert read["execution_place", 2] == "г. Примерск"
    assert ("execution_date", 1) not in read


def test_a_value_keeps_its_place_and_loses_outer_punctuation() -> None:
    for field in read_card(TEMPLATE):
        if field.name in {"sentence", "ethnicity", "sentence_date"}:
            assert TEMPLATE[field.start : field.stop] == field.value
    assert [field.value for field in read_card(TEMPLATE) if field.name == "sentence"] == ["3 года высылки", "ВМН"]


@pytest.mark.parametrize(
    "text",
    [
        "Дата рождения: 12 марта 1890 г.\nМесто рождения: с. Образцово\nНациональность: поляк\nПриговор: ВМН\n",
        "Дата рождения:\n12 марта 1890 г., Примерск\nМесто рождения:\nс. Образцово\nНациональность:\nполяк\n"
        "Приговор:\nВМН",
        "Вымысел Примеров | |\nДата рождения | 12.03.1890 |\nМесто рождения | с. Образцово |\n"
        "Национальность | поляк |\nПриговор | ВМН",
    ],
)
def test_lines_of_labels_and_values_are_read(text: str) -> None:
    read = values(read_card(text))
    assert read["birth_date", 0] == "1890-03-12"
    assert read["birth_place", 0] == "с. Образцово"
    assert read["ethnicity", 0] == "polish"
    assert read["sentence", 1] == "death"


def test_labels_of_copied_tables_need_no_colon() -> None:
    text = "Ammatti kirvesmies\nPuolue SKP\nSyntymäpaikkaKuvitteellinen\nKoulutus kansakoulu"
    assert values(read_card(text)) == {
        ("occupation", 0): "kirvesmies",
        ("party", 0): "SKP",
        ("birth_place", 0): "Kuvitteellinen",
        ("education", 0): "kansakoulu",
    }


@pytest.mark.parametrize(
    "text",
    [
        "",
        "|",
        "|дата рождения=1890",
        "Родился в 1890 г., с. Образцово.\nПроживал: г. Примерск.\nПриговорен: тройка УНКВД 20.10.1937.\nПриговор: ВМН",
        "Род. в 1890, поляк, б/п. Проживал: г. Примерск. Приговор: ВМН",
    ],
)
def test_a_notice_in_sentences_is_no_card(text: str) -> None:
    assert read_card(text) == []


def test_auto_reads_cards() -> None:
    assert parse_notice(TEMPLATE, "auto", "notice") == [
        field for field in parse_notice(TEMPLATE, "auto", "notice") if field.part == "notice"
    ]
    assert values(parse_notice(TEMPLATE, "auto"))["ethnicity", 0] == "polish"
    assert ("ethnicity", 0) not in values(parse_notice(TEMPLATE, "memorial-ru"))


def test_days_in_the_words_of_other_languages_are_read() -> None:
    text = "Geboren 4. Mai 1887\nGeburtsort: Musterstadt\nBeruf: Tischler\nGestorben: 16. Oktober 1941 (54 Jahre)"
    read = values(read_card(text))
    assert (read["birth_date", 0], read["death_date", 0]) == ("1887-05-04", "1941-10-16")


def test_only_a_body_is_read_as_one() -> None:
    template = (
        "|дата рождения=1890\n|осудивший орган 1=Постановлением Тройки УНКВД от 20.10.1937 г.\n"
        "|приговор 1=10 лет ИТЛ. Освобожден 1.02.1947\n|реабилитирующий орган 1=Реабилитирован прокуратурой АК"
    )
    read = {field.name: field.value for field in read_card(template)}
    assert (read["sentencing_body"], read["sentence"]) == ("Тройки УНКВД", "10 лет ИТЛ")
    assert read["rehabilitation_body"] == "прокуратурой АК"
    broken = "|дата рождения=1890\n|осудивший орган=к 10 годам ИТЛ\n|реабилитирующий орган=Реабилитирован 1.02.1989 г."
    assert {field.name for field in read_card(broken)} == {"birth_date"}
