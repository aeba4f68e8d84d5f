"""Faults of a source.toml are named with the key, what was found and what was expected."""

import pathlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from poimenno.foundation.errors import SourceError
from poimenno.reference.vocabularies import Reader
from poimenno.sources import settings

SUM = "0" * 64
WHOLE = f'title = "made up"\nreader = "lines"\n[files]\n"a.txt" = "{SUM}"\n'


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("title = \n", "not valid TOML"),
        ('title = "x"\nreader = "lines"\n', "`files` is missing"),
        ('titel = "x"\n' + WHOLE, "unknown key `titel`"),
        ("language = 3\n" + WHOLE, "`language` is 3; expected text"),
        ('language = "xx"\n' + WHOLE, "`language` is 'xx'; expected one of: ru, uk"),
        ('made_up = "yes"\n' + WHOLE, "`made_up` is 'yes'; expected true or false"),
        ("header_row = -1\n" + WHOLE, "`header_row` is -1; expected a number from 0"),
        ("header_rows = 0\n" + WHOLE, "`header_rows` is 0; expected a number from 1"),
        ("header_row = true\n" + WHOLE, "`header_row` is True; expected a whole number"),
        ('delimiter = "--"\n' + WHOLE, "`delimiter` is '--'; expected one character"),
        ('encoding = "cp1252x"\n' + WHOLE, "`encoding` is 'cp1252x'"),
        ('mapping = "all"\n' + WHOLE, "`mapping` is 'all'; expected a table"),
        ('mapping = {"Имя" = "firstname"}\n' + WHOLE, "`mapping.Имя` is 'firstname'; expected one of"),
        ('mapping = {"Имя" = 1}\n' + WHOLE, "`mapping.Имя` is 1; expected text"),
        ('title = "x"\nreader = "lines"\nfiles = {"../a" = "' + SUM + '"}', "inside the folder"),
        ('title = "x"\nreader = "lines"\nfiles = {"a" = "1"}', "SHA-256"),
    ],
)
def test_each_fault_is_one_sentence(tmp_path: pathlib.Path, text: str, words: str) -> None:
    toml = tmp_path / "source.toml"
    toml.write_text(text, encoding="utf-8")
    with pytest.raises(SourceError) as raised:
        settings.read(toml)
    assert words in str(raised.value)
    assert str(toml) in str(raised.value)


TEXT = st.text(st.characters(blacklist_categories=["Cs"]), min_size=1, max_size=20)


@given(title=TEXT, column=TEXT, citation=st.none() | TEXT, made_up=st.booleans(), row=st.integers(1, 99))
def test_what_is_written_is_read_again(  # noqa: PLR0917
    tmp_path_factory: pytest.TempPathFactory, title: str, column: str, citation: str | None, made_up: bool, row: int
) -> None:
    written = settings.Settings(
        title=title,
        reader=Reader.DELIMITED,
        citation=citation,
        delimiter="\t",
        header_row=row,
        mapping={column: "surname"},
        made_up=made_up,
        files={"a.csv": SUM},
    )
    toml = tmp_path_factory.mktemp("settings") / "source.toml"
    toml.write_text(settings.render(written), encoding="utf-8", newline="")
    assert settings.read(toml) == written
