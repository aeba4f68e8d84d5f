"""Dialects: how a kind of source words its notices, as tables of cues that the one engine reads.

A dialect is a TOML file beside this one; docs/dialects.md shows how to write one. `load` compiles it,
`names` lists all, `detect` tells which fits a sample best.
"""

import functools
import importlib.resources
import re
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from importlib.resources.abc import Traversable
from typing import Any

from poimenno.entries.dialects import checks
from poimenno.foundation.errors import SourceError
from poimenno.foundation.language import gettext as _

AUTO = "auto"
HEAD = "head"


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of a notice from its cue to the next: what is read in it, by which parts, in order.

    It begins a new episode where one of the segments `new_episode` was already seen in the current one. Where it is
    the `last`, nothing is read from its cue on: another entry ran into this one.
    """

    name: str
    cue: str
    parts: tuple[dict[str, Any], ...]
    life: bool = False
    new_episode: tuple[str, ...] = ()
    last: bool = False


@dataclass(frozen=True, slots=True)
class Dialect:
    """A compiled dialect.

    `cues` finds all segments: its group `sN` is the cue of `segments[N]`. `instead` names dialects that stand in
    for this one where their marks (`detect`) fit a notice better. `same` gives, by a field, the words in it that
    mean "the same", and the field that it is the same as. `skip` matches what stands before an entry in its text.
    """

    name: str
    title: str
    language: str
    segments: tuple[Segment, ...]
    head: Segment | None
    cues: re.Pattern[str] | None
    detect: tuple[re.Pattern[str], ...]
    reject: tuple[tuple[re.Pattern[str], str], ...]
    family: dict[str, re.Pattern[str]]
    sex: dict[str, re.Pattern[str]]
    items: dict[str, re.Pattern[str]]
    same: dict[str, tuple[re.Pattern[str], str]] = field(default_factory=dict)
    abbreviations: frozenset[str] = frozenset()
    skip: re.Pattern[str] | None = None
    instead: tuple[str, ...] = ()


def names() -> list[str]:
    """The names of all dialects, in order."""
    return sorted(file.name.removesuffix(".toml") for file in _folder().iterdir() if file.name.endswith(".toml"))


def _folder() -> Traversable:
    return importlib.resources.files(__name__)


@functools.cache
def load(name: str) -> Dialect:
    """Load a bundled dialect. Raises SourceError when there is none of that name."""
    if name not in names():
        raise SourceError(
            _("There is no dialect {name!r}; expected one of: {names}.").format(
                name=name, names=", ".join([AUTO, *names()])
            )
        )
    text = (_folder() / f"{name}.toml").read_text(encoding="utf-8")
    return compile_dialect(name, tomllib.loads(text))


def compile_dialect(name: str, table: dict[str, Any]) -> Dialect:
    """Compile the table of a dialect, as read from TOML.

    A dialect that `uses` the words of a language has its tables of items and of the words that tell the sex too.
    Raises SourceError that says where the table is wrong.
    """
    if "uses" in table:
        words = tomllib.loads((_folder() / "words" / f"{table['uses']}.toml").read_text(encoding="utf-8"))
        table = {
            **table,
            "abbreviations": words.get("abbreviations", "") + " " + table.get("abbreviations", ""),
            **{key: {**words.get(key, {}), **table.get(key, {})} for key in ("items", "sex")},
        }
    checks.check(name, table)
    segments = tuple(_segment(one) for one in table.get("segment", []))
    head = _segment({"name": HEAD, "cue": "", "life": True, **table["head"]}) if "head" in table else None
    alternatives = "|".join(f"(?P<s{n}>{segment.cue})" for n, segment in enumerate(segments))
    return Dialect(
        name=name,
        title=table["title"],
        language=table["language"],
        segments=segments,
        head=head,
        cues=re.compile(alternatives, re.MULTILINE) if segments else None,
        detect=tuple(re.compile(pattern, re.MULTILINE) for pattern in table.get("detect", [])),
        reject=tuple((re.compile(one["pattern"]), one["reason"]) for one in table.get("reject", [])),
        family={role: re.compile(pattern) for role, pattern in table.get("family", {}).items()},
        sex={sex: re.compile(pattern) for sex, pattern in table.get("sex", {}).items()},
        items={kind: re.compile(pattern) for kind, pattern in table.get("items", {}).items()},
        same={other: (re.compile(one["pattern"]), one["as"]) for other, one in table.get("same", {}).items()},
        abbreviations=frozenset(table.get("abbreviations", "").split()),
        skip=re.compile(table["skip"]) if "skip" in table else None,
        instead=tuple(table.get("instead", ())),
    )


def _segment(table: dict[str, Any]) -> Segment:
    return Segment(
        name=table["name"],
        cue=table["cue"],
        parts=tuple(table.get("parts", ())),
        life=table.get("life", False),
        new_episode=tuple(table.get("new_episode", ())),
        last=table.get("last", False),
    )


def fitting(text: str, candidates: Sequence[str] | None = None) -> Dialect | None:
    """The dialect whose marks fit one notice best; None where none has a mark in it."""
    best, most = None, 0
    for name in candidates or names():
        dialect = load(name)
        marks = sum(bool(pattern.search(text)) for pattern in dialect.detect)
        if marks > most:
            best, most = dialect, marks
    return best


def detect(sample: Iterable[str]) -> str | None:
    """The dialect that most texts of a sample fit; `auto` where several do; None where few fit any."""
    texts = [text for text in sample if text.strip()]
    counts: dict[str, int] = {}
    for text in texts:
        dialect = fitting(text)
        if dialect is not None:
            counts[dialect.name] = counts.get(dialect.name, 0) + 1
    if not counts or sum(counts.values()) * 3 < len(texts):
        return None
    name = max(sorted(counts), key=lambda one: counts[one])
    return name if counts[name] * 10 >= 9 * sum(counts.values()) else AUTO
