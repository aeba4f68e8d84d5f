"""YAML: values as they are written, errors as rejected rows."""

from collections.abc import Callable
from typing import Any

import pytest
import yaml

from poimenno.sources.readers import yaml as yaml_reader

Read = Callable[..., Any]


MAPPING = {"fio": "name", "spravka": "notice", "id": "key"}


def test_a_list_of_mappings(read: Read) -> None:
    text = (
        "- id: 8\n  fio: Примеров Вымысел\n  repryear: 1937\n  born: 1890-01-02\n"
        "  spravka: |-\n    Род. в 1890.\n    Столяр.\n"
        "- id: 009\n  fio: Образцова Примера\n  repryear: null\n  yes: нет\n"
    )
    rows = read("yaml", "p1.yaml", text, mapping=MAPPING)
    first, second = rows.entries
    assert (first.locator, first.key, first.text) == ("p1.yaml#0", "8", "Род. в 1890.\nСтоляр.")
    assert first.columns == {"id": "8", "fio": "Примеров Вымысел", "repryear": "1937", "born": "1890-01-02"}
    assert second.columns == {"id": "009", "fio": "Образцова Примера", "yes": "нет"}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("- fio: Примеров\n  : : [\n", "line 2: not valid YAML, from ': : ['"),
        ("a: &a [x, x]\nb: [*a, *a]\n", "line 2: aliases"),
        ("[" * 5000 + "]" * 5000, "nested deeper than 50 levels"),
        ("[" * 60 + "]" * 60, "line 1: nested deeper than 50 levels"),
        ("- " * 5000 + "a", "nested deeper than 50 levels"),
        ("- !!python/object/apply:os.system [true]\n", "line 1: a tag (!name) or a key that is not read"),
        ("- fio: a\n- \x01\n", "line 2: a character that YAML does not allow"),
    ],
)
def test_a_file_that_cannot_be_read_is_one_rejected_row(read: Read, text: str, words: str) -> None:
    rows = read("yaml", "p1.yaml", text, mapping=MAPPING)
    assert rows.kinds == [("p1.yaml#0", "not_yaml")]
    assert words in rows.rows[0].text


@pytest.mark.parametrize("library", ["CSafeLoader", "SafeLoader"])
@pytest.mark.parametrize("text", ["- fio: Примеров\n  : : [\n", "[" * 5000, "- " * 5000, "- !odd a\n", "- 'a\n"])
def test_the_words_of_a_rejection_are_ours(
    read: Read, monkeypatch: pytest.MonkeyPatch, library: str, text: str
) -> None:
    # Each version of the library, and its loaders in C and in Python, words its errors differently.
    loader = getattr(yaml, library, None)
    if loader is None:
        pytest.skip(f"this PyYAML was built without {library}")
    monkeypatch.setattr(yaml, "CSafeLoader", loader, raising=False)
    monkeypatch.setattr(yaml.error.MarkedYAMLError, "__str__", lambda _error: "LIBRARY")
    yaml_reader._loader.cache_clear()
    try:
        rows = read("yaml", "p1.yaml", text, mapping=MAPPING)
    finally:
        yaml_reader._loader.cache_clear()
    assert rows.kinds == [("p1.yaml#0", "not_yaml")]
    words = rows.rows[0].text.partition(": ")[2] or rows.rows[0].text
    assert words.startswith(("not valid YAML, from ", "nested deeper than 50", "a tag (!name) or a key"))


def test_tagged_values_are_texts_too(read: Read) -> None:
    rows = read("yaml", "p1.yaml", "- fio: !!str a\n  id: !!int 0x10\n  d: !!timestamp never\n", mapping=MAPPING)
    assert rows.cells == [{"fio": "a", "id": "0x10", "d": "never"}]


def test_yaml_that_is_no_mapping_is_rejected(read: Read) -> None:
    assert read("yaml", "p1.yaml", "- text\n- fio: Примеров\n- id: 3\n", mapping=MAPPING).kinds == [
        ("p1.yaml#0", "not_an_object"),
        ("p1.yaml#1", "entry"),
        ("p1.yaml#2", "no_name"),
    ]
