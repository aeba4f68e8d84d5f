"""Charts over time, as inline SVG: limits that mount against what was done, and numbers by month."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from markupsafe import Markup, escape

from poimenno.charts.bars import WIDTH, svg

_HEIGHT, _LEFT, _RIGHT, _TOP, _BOTTOM = 420, 132, 24, 20, 40
Number = Callable[[float], str]


@dataclass(frozen=True, slots=True)
class Step:
    """From `day` on, at least `low` and at most `high` stood; `words` tell it, `link` leads to it."""

    day: date
    low: float
    high: float
    words: str
    link: str | None = None


@dataclass(frozen=True, slots=True)
class Point:
    """By `day`, at least `low` and at most `high`; `kind` is shot or sentenced."""

    day: date
    low: float
    high: float
    kind: str
    words: str
    link: str | None = None


def toll(steps: Sequence[Step], points: Sequence[Point], title: str, number: Number,
         month: Callable[[date], str]) -> Markup:  # fmt: skip
    """Limits as a rising line, the room that the sources leave as a band, figures of what was done as points."""
    marks: list[tuple[date, float]] = [(step.day, step.high) for step in steps]
    marks += [(point.day, point.high) for point in points]
    if not marks:
        return Markup()
    frame = Frame(min(day for day, _ in marks), max(day for day, _ in marks), max(value for _, value in marks))
    parts = frame.grid(number, month)
    if steps:
        low = frame.stairs([(one.day, one.low) for one in steps])
        high = frame.stairs([(one.day, one.high) for one in steps])
        parts.append(f'<path class="band" d="M{_joined(high + low[::-1])}Z"/>')
        parts.append(f'<path class="limit most" d="M{_joined(high)}"/><path class="limit" d="M{_joined(low)}"/>')
    for step in steps:
        x, y = frame.at(step.day, step.low)
        parts.append(
            _linked(step.words, step.link, f'<rect class="step" x="{x - 4:.1f}" y="{y - 4:.1f}" width="8" height="8"/>')
        )
    for point in points:
        (x, y), (_, top) = frame.at(point.day, point.low), frame.at(point.day, point.high)
        drawn = f'<circle class="done {point.kind}" cx="{x:.1f}" cy="{y:.1f}" r="6"/>'
        if point.high > point.low:
            drawn += f'<line class="span {point.kind}" x1="{x:.1f}" x2="{x:.1f}" y1="{y:.1f}" y2="{top:.1f}"/>'
            drawn += f'<circle class="done {point.kind}" cx="{x:.1f}" cy="{top:.1f}" r="6"/>'
        parts.append(_linked(point.words, point.link, drawn))
    return svg(title, WIDTH, _HEIGHT, parts, "chart lines")


def months(counts: Sequence[tuple[date, dict[str, tuple[int, str, str | None]]]], title: str, number: Number,
           month: Callable[[date], str]) -> Markup:  # fmt: skip
    """Columns by month: the first day of each, and for each kind (sentenced, shot) the number, words and link."""
    most = max((one[0] for _, kinds in counts for one in kinds.values()), default=0)
    if not most:
        return Markup()
    frame = Frame(counts[0][0], _after(counts[-1][0]) - timedelta(days=1), most)
    parts = frame.grid(number, month)
    for first, kinds in counts:
        (x, base), (end, _) = frame.at(first, 0), frame.at(_after(first), 0)
        wide = (end - x) / (len(kinds) + 0.4)
        for place, (kind, (value, words, link)) in enumerate(kinds.items()):
            if value:
                top = min(frame.at(first, value)[1], base - 1)
                box = f'x="{x + wide * (place + 0.2):.1f}" y="{top:.1f}" width="{wide:.1f}" height="{base - top:.1f}"'
                parts.append(_linked(words, link, f'<rect class="column {kind}" {box}/>'))
    return svg(title, WIDTH, _HEIGHT, parts, "chart lines")


class Frame:
    """The field of a chart: days from left to right, numbers from the bottom."""

    def __init__(self, start: date, end: date, most: float) -> None:
        self.start, self.end = start.replace(day=1), _after(end)
        # Half a step of air above, and at least one line.
        self.step = _round_step(most or 1)
        self.most = math.ceil((most or 1) / self.step) * self.step

    def at(self, day: date, value: float) -> tuple[float, float]:
        """Where a number of a day stands."""
        part = (day - self.start).days / (self.end - self.start).days
        x = _LEFT + (WIDTH - _LEFT - _RIGHT) * part
        return x, _HEIGHT - _BOTTOM - (_HEIGHT - _TOP - _BOTTOM) * value / self.most

    def stairs(self, marks: Sequence[tuple[date, float]]) -> list[tuple[float, float]]:
        """The corners of a line that rises on its days and goes on to the end."""
        corners: list[tuple[float, float]] = []
        for day, value in marks:
            x, y = self.at(day, value)
            if corners:
                corners.append((x, corners[-1][1]))
            corners.append((x, y))
        return [*corners, (self.at(self.end, 0)[0], corners[-1][1])]

    def grid(self, number: Number, month: Callable[[date], str]) -> list[str]:
        """Lines of round numbers; the beginnings of quarters, of all months where they are few."""
        parts = []
        for count in range(round(self.most / self.step) + 1):
            value = count * self.step
            y = self.at(self.start, value)[1]
            parts.append(f'<line class="grid" x1="{_LEFT}" x2="{WIDTH - _RIGHT}" y1="{y:.1f}" y2="{y:.1f}"/>')
            words = escape(number(value))
            parts.append(f'<text class="tick" x="{_LEFT - 8}" y="{y + 4:.1f}" text-anchor="end">{words}</text>')
        day, last = self.start, -200.0
        while day < self.end:
            x = self.at(day, 0)[0]
            parts.append(
                f'<line class="grid" x1="{x:.1f}" x2="{x:.1f}" y1="{_HEIGHT - _BOTTOM}" y2="{_HEIGHT - _BOTTOM + 6}"/>'
            )
            if x - last > 225 and x < WIDTH - 180:
                parts.append(f'<text class="tick" x="{x:.1f}" y="{_HEIGHT - 8}">{escape(month(day))}</text>')
                last = x
            day = _after(day)
        return parts


def _round_step(most: float) -> float:
    """1, 2 or 5 times a power of ten, so that four to eight lines are drawn; whole numbers only."""
    power = 10.0 ** math.floor(math.log10(most))
    return max(1.0, next(power * part for part in (0.2, 0.5, 1, 2) if most / (power * part) <= 6))


def _after(day: date) -> date:
    """The first day of the next month."""
    return (day.replace(day=1) + timedelta(days=32)).replace(day=1)


def _joined(corners: Sequence[tuple[float, float]]) -> str:
    return "L".join(f"{x:.1f} {y:.1f}" for x, y in corners)


def _linked(words: str, link: str | None, drawn: str) -> str:
    told = escape(words)
    body = f"<title>{told}</title>{drawn}"
    return f'<a href="{escape(link)}" aria-label="{told}">{body}</a>' if link else f"<g>{body}</g>"
