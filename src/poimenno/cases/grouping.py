"""Decides which episodes of one person's entries describe the same persecution.

Two entries describe one case if a date that both give is near. If the dates that both give are months apart, they are
still one case, and disagree; if they are years apart, two cases. If they share no kind of date, they are one case if
their dates follow each other within two years. Episodes of one entry are always different cases, because the entry
itself distinguishes them. A person is shot once, so two dates of execution belong to one case and are a disagreement.
An episode without any date joins the last case that its entry does not belong to yet.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from poimenno.values.intervals import Period

# Days that two dates of the same event may be apart.
ARREST_NEAR = 45
SENTENCE_NEAR = 31
# Beyond the first, dates of the same event are of two cases; beyond the second, so are dates of different events.
YEAR_APART = 366
YEARS_APART = 731


@dataclass(frozen=True, slots=True)
class Episode:
    """An episode with the possible days of its events; None if the entry does not state the event."""

    entry_id: str
    episode: int
    arrest: Period | None = None
    sentence: Period | None = None
    execution: Period | None = None
    other: Period | None = None

    @property
    def dates(self) -> list[Period]:
        """The possible days of all events that are stated."""
        return [event for event in (self.arrest, self.sentence, self.execution, self.other) if event]

    @property
    def period(self) -> Period | None:
        """From the first to the last possible day of all events; None for an episode without any date."""
        dates = self.dates
        return Period(min(event.start for event in dates), max(event.end for event in dates)) if dates else None


def agreement(a: Episode, b: Episode) -> int | None:
    """How well two episodes agree, higher is better; None if they are different cases.

    300 if both state an execution, 100 for each other date that both give and that is near, otherwise 50 and less,
    the longer the time between them.
    """
    if a.entry_id == b.entry_id:
        return None
    if a.period is None or b.period is None:
        return 0
    if a.execution and b.execution:
        return 300
    pairs = ((a.arrest, b.arrest, ARREST_NEAR), (a.sentence, b.sentence, SENTENCE_NEAR))
    shared = [(first.distance(second), near) for first, second, near in pairs if first and second]
    matches = sum(days <= near for days, near in shared)
    if matches:
        return 100 * matches
    if _ended_before_arrest(a, b) or _ended_before_arrest(b, a):
        return None
    if shared:
        gap, limit = min(days for days, _near in shared), YEAR_APART
    else:
        gap, limit = a.period.distance(b.period), YEARS_APART
    return 50 - gap * 50 // limit if gap <= limit else None


def _ended_before_arrest(a: Episode, b: Episode) -> bool:
    """Whether the person was sentenced or shot in `a` well before the arrest of `b`."""
    if b.arrest is None:
        return False
    ends = [event.end for event in (a.sentence, a.execution) if event]
    return any((b.arrest.start - end).days > ARREST_NEAR for end in ends)


def group_episodes(episodes: Sequence[Episode]) -> list[list[Episode]]:
    """The cases of one person, in order of time; `episodes` come in the order of sources and entries.

    Episodes with the most dates are placed first, so that the result does not depend on which list came first.
    """
    cases: list[list[Episode]] = []
    ranked = sorted(enumerate(episodes), key=lambda item: (-len(item[1].dates), item[0]))
    for _order, episode in ranked:
        case = _best_case(episode, cases)
        if case is None:
            cases.append([episode])
        else:
            case.append(episode)
    order = {id(episode): position for position, episode in enumerate(episodes)}
    for case in cases:
        case.sort(key=lambda episode: order[id(episode)])
    return sorted(cases, key=lambda case: (_start(case), order[id(case[0])]))


def _start(case: Sequence[Episode]) -> date:
    """The first possible day of a case; the end of the calendar if it has no date."""
    return min((episode.period.start for episode in case if episode.period), default=date.max)


def _best_case(episode: Episode, cases: Sequence[list[Episode]]) -> list[Episode] | None:
    """The case that an episode agrees with best, the later of two that fit as well; None if it fits none."""
    best: tuple[int, date] | None = None
    chosen = None
    for case in cases:
        scores = [score for member in case if (score := agreement(episode, member)) is not None]
        # One member that agrees is enough against others with other dates, unless it is the same entry.
        if not scores or any(member.entry_id == episode.entry_id for member in case):
            continue
        start = _start(case)
        rank = (max(scores), start if start != date.max else date.min)
        if best is None or rank > best:
            best, chosen = rank, case
    return chosen
