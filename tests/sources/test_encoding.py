"""Encodings are told apart, in short texts too."""

import hashlib
import pathlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from poimenno.foundation.errors import SourceError
from poimenno.sources import encoding

HEADER = "Фамилия;Имя;Отчество;Год рождения"
CAPITALS = "ПРИМЕРОВ ВЫМЫСЕЛ ОБРАЗЦОВИЧ"
NOTICE = "Вымышленный Пример Образцович, род. в 1890 г., дер. Примерная, русский, б/п, столяр № 5."
NAMES = "Примеров Вымысел\nОбразцова Примера\nВымышленный Образец\n"
UKRAINIAN = "Вигаданий Приклад Зразкович, народився в селі Прикладне, українець, освіта неписьменний."
# Words of made-up lists, joined at random below.
WORDS = [
    "Примеров",
    "Вымысел",
    "Образцович",
    "родился",
    "деревня",
    "русский",
    "рабочий",
    "проживал",
    "город",
    "арестован",
    "год",
    "область",
]


@pytest.mark.parametrize("text", [HEADER, CAPITALS, NOTICE, NAMES])
@pytest.mark.parametrize(
    "name", ["cp1251", "koi8-r", "cp866", "utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"]
)
def test_russian_is_read_as_it_was_written(text: str, name: str) -> None:
    data = text.encode(name, errors="replace")
    assert data.decode(encoding.detect_bytes([data], "text")) == data.decode(name)


@pytest.mark.parametrize("name", ["cp1251", "koi8-u"])
def test_ukrainian_letters_are_kept(name: str) -> None:
    data = UKRAINIAN.encode(name)
    assert data.decode(encoding.detect_bytes([data], "text")) == UKRAINIAN


@pytest.mark.parametrize("name", ["cp1257", "cp1252"])
def test_estonian_is_not_taken_for_cyrillic(name: str) -> None:
    text = "VÄLJAMÕELDIS, Näidis, Jüri, s. 1890, küüdit. 1941, Tšeljabinski obl., surn. Žukovi küla."
    data = text.encode(name)
    assert data.decode(encoding.detect_bytes([data], "text")) == text


@given(st.lists(st.sampled_from(WORDS), min_size=6, unique=True), st.sampled_from(["cp1251", "koi8-r", "cp866"]))
def test_any_words_of_a_list(words: list[str], name: str) -> None:
    text = " ".join(words)
    data = text.encode(name)
    assert data.decode(encoding.detect_bytes([data], "text")) == text


def test_what_comes_late_in_a_long_file_counts() -> None:
    late = b"id;name\n" * 300_000 + NAMES.encode("koi8-r")
    pieces = [late[start : start + 1_000_000] for start in range(0, len(late), 1_000_000)]
    assert encoding.detect_bytes(pieces, "text") == "koi8-r"


def test_a_picture_is_not_text() -> None:
    with pytest.raises(SourceError, match=r"picture\.csv: this is not text"):
        encoding.detect_bytes([bytes(range(256)) * 10 + b"\x00" * 200], "picture.csv")


@pytest.mark.parametrize(("written", "said"), [("cp1251", "utf-8"), ("utf-8", "cp1251"), ("utf-16", "utf-8")])
def test_a_wrong_encoding_is_said_in_one_sentence(tmp_path: pathlib.Path, written: str, said: str) -> None:
    file = tmp_path / "list.txt"
    file.write_bytes(NOTICE.encode(written))
    with pytest.raises(SourceError, match=f"list.txt: this text is not in {said}.*looks like {written}"):
        encoding.check(file, said)


def test_one_broken_byte_does_not_refuse_a_file(tmp_path: pathlib.Path) -> None:
    file = tmp_path / "list.txt"
    file.write_bytes(NOTICE.encode() * 20 + b"\xff")
    assert encoding.detect(file) == "utf-8"
    encoding.check(file, "utf-8")


def test_noise_is_not_text() -> None:
    noise = b"".join(hashlib.sha256(bytes([number])).digest() for number in range(100))
    with pytest.raises(SourceError, match="not text"):
        encoding.detect_bytes([noise], "noise.csv")
