"""The guide to dialects, run as it is written: docs/dialects.md."""

import pathlib
import re
import tomllib

from poimenno.entries import dialects
from poimenno.entries.engine import parse_notice

GUIDE = (pathlib.Path(__file__).parents[2] / "docs" / "dialects.md").read_text(encoding="utf-8")


def block(language: str) -> str:
    found = re.search(rf"```{language}\n(.*?)```", GUIDE, re.DOTALL)
    assert found, language
    return found[1]


def test_the_example_reads_what_the_guide_says() -> None:
    dialect = dialects.compile_dialect("example-ru", tomllib.loads(block("toml")))
    notice = block("notice").strip()
    read = parse_notice(notice, dialect)
    lines = [
        f"{one.name} {one.value}" + (f" = {one.normal}" if one.normal else "") for one in read if one.name != "sex"
    ]
    assert lines == block("fields").splitlines()
    assert all(notice[one.start : one.stop] == one.value for one in read)


def test_the_guide_names_every_dialect_and_every_part() -> None:
    from poimenno.entries.parts import READERS

    assert all(f"`{name}`" in GUIDE for name in dialects.names())
    assert all(f"| `{read}` |" in GUIDE for read in READERS)


def test_the_guide_names_every_setting() -> None:
    from poimenno.entries.dialects.checks import PARTS

    settings = set().union(*PARTS.values()) - {"read"}
    assert [one for one in sorted(settings) if f"`{one}`" not in GUIDE] == []
