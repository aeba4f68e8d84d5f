"""Names in headings. The people are invented."""

import pytest

from poimenno.entries.field import Field
from poimenno.entries.headings import completed, name_at_start, read_heading


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        ("Примеров Вымысел Образцович", "Примеров|Вымысел|Образцович"),
        ("заголовок страницы: Примеров Иван Образцович (1890) (приписка на странице)", "Примеров|Иван|Образцович"),
        ("Примерова Анна Образцовна (1890, Примерская обл.); карточка", "Примерова|Анна|Образцовна"),
        ("ПРИМЕРОВ Вымысел", "ПРИМЕРОВ|Вымысел|"),
        ("Примеров, Вымысел Образцович", "Примеров|Вымысел|Образцович"),
        ("Иван Образцович Примеров, 1890 — 1938", "Примеров|Иван|Образцович"),
        ("Вымысел Примерзаде Гусейн Оглы", "Вымысел|Примерзаде|Гусейн Оглы"),
        ("Примеров И. О.", "Примеров|И.|О."),
        ("Варвара (Примерова Вера Образцовна) (1890)", "Примерова|Вера|Образцовна"),
        ("Священномученик Иоанн (Примеров)", "Примеров|Иоанн|"),
        ("Das Lager. Ein Blatt der Akte: Primer, Ivan Obrazowitsch", "Primer|Ivan|Obrazowitsch"),
        ("Primer Bronisław (Obrazowicz)", "Primer|Bronisław|Obrazowicz"),
        ("заголовок страницы: Прим-Ен-Ер (1902)", "Прим-Ен-Ер||"),
        ("КРАТКАЯ БИОГРАФИЯ МИХАИЛА (1890)", "||"),
        ("Дело Примерова", "||"),
        ("«Последний адрес» в Примерске", "||"),
        ("Как забирали жизнь: документы дела", "||"),
        ("Vymysl Primer", "||"),
        ("", "||"),
    ],
)  # fmt: skip
def test_a_name_is_read_in_any_order_or_left(heading: str, name: str) -> None:
    read = {field.name: field.value for field in read_heading(heading)}
    assert "|".join(read.get(part, "") for part in ("surname", "given_name", "patronymic")) == name


def test_a_name_of_religion_is_a_variant() -> None:
    fields = read_heading("Варвара (Примерова Вера Образцовна) (1890)")
    assert [field.value for field in fields if field.name == "name_variant"] == ["Варвара"]
    assert [field.normal for field in fields if field.name == "birth_date"] == ["1890"]


def test_every_field_has_its_place_in_the_heading() -> None:
    heading = "заголовок страницы: Шаблонов Иван (Иоганн) Образцович (1890)"
    fields = read_heading(heading)
    assert {field.name for field in fields} == {"surname", "given_name", "patronymic", "name_variant", "birth_date"}
    assert all(heading[field.start : field.stop] == field.value for field in fields)


def test_the_text_has_the_word_before_the_heading() -> None:
    fields = [Field("surname", "Примеров"), Field("birth_date", "1891", normal="1891")]
    assert completed(fields, "Иной Иван Образцович (1890)") == fields
    assert [field.name for field in completed([], "Иной Иван Образцович (1890)")] == [
        "surname", "given_name", "patronymic", "birth_date",
    ]  # fmt: skip


@pytest.mark.parametrize("text", ["а_" * 4000, "А " * 4000, "А-" * 4000, "Аа" * 4000, "А.(" * 2000, "(А" * 4000])
def test_a_long_text_of_odd_marks_is_left_soon(text: str) -> None:
    assert name_at_start(text) == []
    assert read_heading(text) == ()
