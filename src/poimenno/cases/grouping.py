"""Which episodes of one person's entries tell of the same persecution.

Two entries tell of one case where a date that both give is near. Where what both give lies months apart they are
still one, and disagree; years apart they are two. Where they share no kind of date, they are one if their dates
follow each other within two years. Episodes of one entry are always different cases: the entry itself tells them
apart. Somebody is shot once, so two dates of a shooting belong to one case and are a disagreement.
An episode without any date joins the last case that its entry has not told of already.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

# How far apart two dates of the same event may be before they mean two events, in days.
ARREST_NEAR = 45
SENTENCE_NEAR = 31
# Beyond the first gap, dates of the same event are of two events; beyond the second, so are dates of different ones.
YEAR_APART = 366
YEARS_APART = 731

Interval = tuple[date, date] | None


@dataclass(frozen=True, slots=True)
class Episode:
    """An episode with the possible days of its events: each (first, last), or None where not told."""

    entry_id: str
    episode: int
    arrest: Interval = None
    sentence: Interval = None
    execution: Interval = None
    other: Interval = None

    @property
    def span(self) -> Interval:
        """From the first to the last possible day of all its events."""
        known = [one for one in (self.arrest, self.sentence, self.execution, self.other) if one]
        return (min(one[0] for one in known), max(one[1] for one in known)) if known else None


def distance(a: tuple[date, date], b: tuple[date, date]) -> int:
    """Days between two intervals; 0 where they overlap."""
    return max(0, (a[0] - b[1]).days, (b[0] - a[1]).days)


def agreement(a: Episode, b: Episode) -> int | None:
    """How well two episodes agree, higher is better; None where they are different cases.

    100 for each date that both give and that is near; otherwise less, the longer the time between them.
    """
    if a.entry_id == b.entry_id:
        return None
    if a.span is None or b.span is None:
        return 0
    if a.execution and b.execution:
        return 300
    pairs = ((a.arrest, b.arrest, ARREST_NEAR), (a.sentence, b.sentence, SENTENCE_NEAR))
    shared = [(distance(one, other), limit) for one, other, limit in pairs if one and other]
    near = sum(days <= limit for days, limit in shared)
    if near:
        return 100 * near
    if _ended_before_arrest(a, b) or _ended_before_arrest(b, a):
        return None
    gap, most = (min(days for days, _ in shared), YEAR_APART) if shared else (distance(a.span, b.span), YEARS_APART)
    return 50 - gap * 50 // most if gap <= most else None


def _ended_before_arrest(a: Episode, b: Episode) -> bool:
    """Whether the one was sentenced or shot well before the other was arrested."""
    if b.arrest is None:
        return False
    ends = [one[1] for one in (a.sentence, a.execution) if one]
    return any((b.arrest[0] - end).days > ARREST_NEAR for end in ends)


def group(episodes: Sequence[Episode]) -> list[list[Episode]]:
    """The cases of one person, in order of time; `episodes` in order of sources and entries.

    Those that tell most are placed first, so that the result does not hang on which list came first.
    """
    cases: list[list[Episode]] = []
    ranked = sorted(enumerate(episodes), key=lambda item: (-_told(item[1]), item[0]))
    for _, episode in ranked:
        fitting = _fitting(episode, cases)
        if fitting is None:
            cases.append([episode])
        else:
            fitting.append(episode)
    order = {id(episode): place for place, episode in enumerate(episodes)}
    for case in cases:
        case.sort(key=lambda one: order[id(one)])
    return sorted(cases, key=lambda case: (_start(case), order[id(case[0])]))


def _told(episode: Episode) -> int:
    return sum(one is not None for one in (episode.arrest, episode.sentence, episode.execution, episode.other))


def _start(case: list[Episode]) -> date:
    return min((one.span[0] for one in case if one.span), default=date.max)


def _fitting(episode: Episode, cases: list[list[Episode]]) -> list[Episode] | None:
    best: tuple[int, date] | None = None
    chosen = None
    for case in cases:
        marks = [agreement(episode, member) for member in case]
        told = [mark for mark in marks if mark is not None]
        # One member that agrees is enough against others that give other dates; the same entry never is.
        if not told or any(member.entry_id == episode.entry_id for member in case):
            continue
        rank = (max(told), _start(case) if _start(case) != date.max else date.min)
        if best is None or rank > best:
            best, chosen = rank, case
    return chosen
