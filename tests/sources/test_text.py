"""Lines of a text file against the lines that were written."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from poimenno.sources.readers import text


@given(st.lists(st.text(st.characters(blacklist_characters="\n\r\x00", blacklist_categories=["Cs"]), max_size=20)))
def test_lines_are_cut_at_line_feeds_alone(tmp_path_factory: Any, texts: list[str]) -> None:
    file = tmp_path_factory.mktemp("lines") / "a.txt"
    file.write_bytes("".join(line + "\n" for line in texts).encode())
    assert [line for line, _cut in text.lines(file, "utf-8", 1_000)] == texts
