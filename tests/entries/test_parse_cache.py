"""Nothing is parsed twice, and nothing half-parsed is kept."""

from collections.abc import Callable
from typing import Any

import pytest

from poimenno.entries import parse_cache
from poimenno.sources.archive import Archive

Tables = Callable[[Archive], dict[str, list[tuple[Any, ...]]]]


def test_what_is_unchanged_is_not_parsed_again(
    tables: Tables, archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = tables(archive)

    def refuse(*_: object) -> None:
        raise AssertionError("parsed again")

    monkeypatch.setattr(parse_cache, "parse_source", refuse)
    toml = archive.folder / "sources" / "list" / "source.toml"
    written = toml.read_text(encoding="utf-8")
    toml.write_text(written.replace('title = "list"', 'title = "Another title"'), encoding="utf-8")
    assert tables(archive)["fields"] == before["fields"]
    toml.write_text(written.replace('"birth_date"', '"note"'), encoding="utf-8")
    with pytest.raises(AssertionError, match="parsed again"):
        tables(archive)


def test_the_cache_holds_only_what_is_of_use(tables: Tables, archive: Archive) -> None:
    tables(archive)
    (archive.cache / "left.parsing").mkdir()
    (archive.cache / "of-another-version").mkdir()
    tables(archive)
    assert len(list(archive.cache.iterdir())) == 2


def test_a_failure_leaves_nothing_half_parsed(
    tables: Tables, archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = tables(archive)
    toml = archive.folder / "sources" / "list" / "source.toml"
    toml.write_text(toml.read_text(encoding="utf-8").replace('"birth_date"', '"note"'), encoding="utf-8")

    def fail(*_: object) -> None:
        raise OSError("No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(parse_cache, "to_parquet", fail)
        with pytest.raises(OSError, match="No space"):
            tables(archive)
    assert not list(archive.cache.glob("*.parsing"))
    assert len(tables(archive)["entries"]) == len(whole["entries"])
