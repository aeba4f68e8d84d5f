"""The catalogues are those of the texts of now, compiled, and whole."""

import ast
import importlib.util
import io
import pathlib
import re
import types

import pytest
from babel.messages.pofile import read_po

from poimenno.foundation.language import LANGUAGES, LOCALES

SCRIPT = pathlib.Path(__file__).resolve().parents[2] / "scripts" / "messages.py"
TRANSLATED = [language for language in LANGUAGES if language != "en"]
CALLS = ("_", "gettext", "ngettext", "_mark")
STALE = "run `make messages`"


@pytest.fixture(scope="module")
def messages() -> types.ModuleType:
    spec = importlib.util.spec_from_file_location("messages", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def committed(language: str, ending: str) -> bytes:
    return (LOCALES / language / "LC_MESSAGES" / f"poimenno.{ending}").read_bytes()


def texts_in_f_strings(code: str) -> list[int]:
    """The lines of calls for a translation inside an f-string."""
    return [
        call.lineno
        for text in ast.walk(ast.parse(code))
        if isinstance(text, ast.JoinedStr)
        for call in ast.walk(text)
        if isinstance(call, ast.Call) and getattr(call.func, "id", getattr(call.func, "attr", "")) in CALLS
    ]


def test_no_text_hides_in_an_f_string() -> None:
    # Before Python 3.12 an f-string is one token, and a text inside it is not collected, so never translated.
    assert texts_in_f_strings("""print(f"{_('All')}: {number}")""") == [1]
    hidden = {
        f"{path.relative_to(LOCALES.parent)}:{line}"
        for path in LOCALES.parent.rglob("*.py")
        for line in texts_in_f_strings(path.read_text(encoding="utf-8"))
    }
    assert hidden == set(), "give the translated text a name of its own, before the f-string"


def test_the_template_holds_the_texts_of_now(messages: types.ModuleType) -> None:
    assert messages.po(messages.collect()) == (LOCALES / "poimenno.pot").read_bytes(), STALE


@pytest.mark.parametrize("language", TRANSLATED)
def test_collecting_anew_changes_nothing(messages: types.ModuleType, language: str) -> None:
    path = LOCALES / language / "LC_MESSAGES" / "poimenno.po"
    assert messages.po(messages.merged(path, messages.collect(), language)) == path.read_bytes(), STALE


@pytest.mark.parametrize("language", TRANSLATED)
def test_what_is_compiled_is_what_is_written(messages: types.ModuleType, language: str) -> None:
    catalog = read_po(io.BytesIO(committed(language, "po")), locale=language)
    assert messages.mo(catalog) == committed(language, "mo"), STALE


@pytest.mark.parametrize("language", TRANSLATED)
def test_every_text_is_translated_with_its_places_for_values(language: str) -> None:
    texts = [one for one in read_po(io.BytesIO(committed(language, "po")), locale=language) if one.id]
    assert len(texts) > 100
    for one in texts:
        ids, said = forms(one.id), forms(one.string)
        assert all(said), f"not translated: {ids[0]}"
        for text in said:
            assert places(text) == places(ids[-1]), f"other places for values: {ids[0]}"


def forms(text: object) -> tuple[str, ...]:
    return tuple(map(str, text)) if isinstance(text, (tuple, list)) else (str(text or ""),)


def places(text: str) -> set[str]:
    return set(re.findall(r"\{\w*[^{}]*\}|%\(\w+\)s", text))
