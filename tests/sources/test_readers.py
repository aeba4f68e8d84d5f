"""Whatever is thrown at the readers ends as rows with places of their own, or as one sentence."""

import pathlib
import tempfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from poimenno.foundation.errors import PoimennoError
from poimenno.reference.vocabularies import Reader
from poimenno.sources import guess, readers, received
from poimenno.sources.raw import RawEntry
from poimenno.sources.settings import Settings, Source

PIECES = st.sampled_from(
    [
        "Фамилия;Имя;Справка\n", "Примеров;Вымысел;\n", ";;;\n", "№,ФИО\n", "1,Примеров Вымысел Образцович\n",
        "ИТОГО\n", "- fio: Примеров\n", "  spravka: Род.\n", "[", "&a ", "*a", "!!python ", "\t", "'", ": ", "|-\n",
        '{"fio": "Примеров"}\n', "{}\n", '"', "\n", "\r", "\x00", "\x1a", "\ufeff", "\u2028", "---\n",
        "<p class=a>Примеров</p>", "<b>", "NÄIDIS, Välja, s. 1890\n",
    ]
)  # fmt: skip
TEXTS = st.lists(PIECES, max_size=30).map("".join)


def read_by_guess(folder: pathlib.Path, name: str, data: bytes) -> None:
    file = folder / name
    file.write_bytes(data)
    try:
        guessed = guess.inspect(file, list(received.data_files(file).values()), lambda _notices: None)
        source = Source("made-up", folder, guessed.settings, (file,))
        rows = list(readers.read(source))
    except PoimennoError as error:
        assert "\n" not in str(error)
        assert name in str(error)
        return
    assert len({row.locator for row in rows}) == len(rows)
    for row in rows:
        if isinstance(row, RawEntry):
            assert row.text.strip() or any(cell.strip() for cell in row.columns.values())
        else:
            assert row.reason
            assert len(row.text) <= 1000


@settings(max_examples=300, deadline=None)
@given(
    text=TEXTS,
    ending=st.sampled_from(["csv", "txt", "jsonl", "yaml", "htm"]),
    encoding=st.sampled_from(["utf-8", "cp1251", "utf-16"]),
)
def test_any_text(text: str, ending: str, encoding: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        read_by_guess(pathlib.Path(folder), f"made-up.{ending}", text.encode(encoding, errors="replace"))


@settings(max_examples=200, deadline=None)
@given(data=st.binary(max_size=300), ending=st.sampled_from(["csv", "txt", "jsonl", "yaml", "htm", "xlsx"]))
def test_any_bytes(data: bytes, ending: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        read_by_guess(pathlib.Path(folder), f"made-up.{ending}", data)


@pytest.mark.parametrize("reader", ["lines", "separated", "delimited", "jsonl", "yaml", "html"])
def test_locators_name_the_file_where_there_are_several(tmp_path: pathlib.Path, reader: str) -> None:
    text = '{"fio": "Примеров"}' if reader in ("jsonl", "yaml") else "fio\nПримеров"
    files = tuple(tmp_path / name for name in ("1.txt", "2.txt"))
    for file in files:
        file.write_text("<p>Примеров</p>" if reader == "html" else text, encoding="utf-8")
    wanted = Settings(title="", reader=Reader(reader), mapping={"fio": "name"}, delimiter=",", html={"entry": "p"})
    rows = list(readers.read(Source("made-up", tmp_path, wanted, files)))
    assert [row.locator.partition("#")[0] for row in rows] in (["1.txt", "2.txt"], ["1.txt"] * 2 + ["2.txt"] * 2)
