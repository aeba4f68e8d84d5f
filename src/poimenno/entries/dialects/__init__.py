"""Dialects: how a kind of source words its notices, as tables of cues that the one engine reads.

A dialect is a TOML file in this folder; docs/dialects.md explains how to write one. `load` compiles it, `names` lists
all, `fitting` and `detect` find the one that fits a notice or a sample best.
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
from poimenno.entries.dialects.part import Part
from poimenno.foundation.errors import SourceError
from poimenno.foundation.language import gettext as _
from poimenno.reference.vocabularies import RejectionReason

AUTO = "auto"
HEAD = "head"


@dataclass(frozen=True, slots=True)
class Segment:
    """The text of a notice from one cue to the next, and the parts that read it, in order.

    The segment begins a new episode if one of the segments `new_episode` came before in the current one. If it is the
    `last`, nothing is read from its cue on: the text of another entry follows.
    """

    name: str
    cue: str
    parts: tuple[Part, ...]
    life: bool = False
    new_episode: tuple[str, ...] = ()
    last: bool = False


@dataclass(frozen=True, slots=True)
class Dialect:
    """A compiled dialect.

    `cues` finds all segments: its group `sN` is the cue of `segments[N]`. `instead` names dialects that replace this
    one if their marks (`detect`) fit a notice better. `same` has, for a field, the words that mean "the same", and the
    field that they refer to. `skip` matches what comes before an entry in its text.
    """

    name: str
    title: str
    language: str
    segments: tuple[Segment, ...]
    head: Segment | None
    cues: re.Pattern[str] | None
    detect: tuple[re.Pattern[str], ...]
    reject: tuple[tuple[re.Pattern[str], RejectionReason], ...]
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
    """Load a bundled dialect. Raises SourceError if there is none of that name."""
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

    A dialect that `uses` the words of a language includes its tables of items and of words that show the sex.
    Raises SourceError, with the place and the error in the table.
    """
    if "uses" in table:
        words = tomllib.loads((_folder() / "words" / f"{table['uses']}.toml").read_text(encoding="utf-8"))
        table = {
            **table,
            "abbreviations": words.get("abbreviations", "") + " " + table.get("abbreviations", ""),
            **{key: {**words.get(key, {}), **table.get(key, {})} for key in ("items", "sex")},
        }
    checks.check(name, table)
    segments = tuple(_segment(row) for row in table.get("segment", []))
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
        reject=tuple((re.compile(row["pattern"]), RejectionReason(row["reason"])) for row in table.get("reject", [])),
        family={role: re.compile(pattern) for role, pattern in table.get("family", {}).items()},
        sex={sex: re.compile(pattern) for sex, pattern in table.get("sex", {}).items()},
        items={kind: re.compile(pattern) for kind, pattern in table.get("items", {}).items()},
        same={name: (re.compile(same["pattern"]), same["as"]) for name, same in table.get("same", {}).items()},
        abbreviations=frozenset(table.get("abbreviations", "").split()),
        skip=re.compile(table["skip"]) if "skip" in table else None,
        instead=tuple(table.get("instead", ())),
    )


def _segment(table: dict[str, Any]) -> Segment:
    return Segment(
        name=table["name"],
        cue=table["cue"],
        parts=tuple(map(Part.of, table.get("parts", ()))),
        life=table.get("life", False),
        new_episode=tuple(table.get("new_episode", ())),
        last=table.get("last", False),
    )


def fitting(text: str, candidates: Sequence[str] | None = None) -> Dialect | None:
    """The dialect with the most marks in a notice; None if no dialect has a mark in it."""
    best, best_count = None, 0
    for name in candidates or names():
        dialect = load(name)
        count = sum(bool(pattern.search(text)) for pattern in dialect.detect)
        if count > best_count:
            best, best_count = dialect, count
    return best


def detect(sample: Iterable[str]) -> str | None:
    """The dialect that nine of ten texts of a sample fit; `auto` if several do; None if few texts fit any."""
    texts = [text for text in sample if text.strip()]
    counts: dict[str, int] = {}
    for text in texts:
        dialect = fitting(text)
        if dialect is not None:
            counts[dialect.name] = counts.get(dialect.name, 0) + 1
    if not counts or sum(counts.values()) * 3 < len(texts):
        return None
    name = max(sorted(counts), key=lambda dialect: counts[dialect])
    return name if counts[name] * 10 >= 9 * sum(counts.values()) else AUTO
