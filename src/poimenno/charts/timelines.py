"""Charts over time: limits that rise against what was done, and numbers by month."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from markupsafe import Markup, escape

from poimenno.charts.svg import WIDTH, NumberWords, picture, titled

_HEIGHT, _LEFT, _RIGHT, _TOP, _BOTTOM = 420, 132, 24, 20, 40
MonthWords = Callable[[date], str]


@dataclass(frozen=True, slots=True)
class LimitStep:
    """From `day` on, limits of at least `low` and at most `high` people stood; `words` say so, `link` leads there."""

    day: date
    low: float
    high: float
    words: str
    link: str | None = None


@dataclass(frozen=True, slots=True)
class DonePoint:
    """By `day`, at least `low` and at most `high` people were shot or sentenced, as `kind` says."""

    day: date
    low: float
    high: float
    kind: str
    words: str
    link: str | None = None


@dataclass(frozen=True, slots=True)
class MonthColumn:
    """People of one kind (sentenced or shot) in a month; `words` say so, `link` leads to them."""

    kind: str
    value: int
    words: str
    link: str | None = None


@dataclass(frozen=True, slots=True)
class Month:
    """A month, by its first day, with its columns; every month of a chart has the same kinds."""

    first: date
    columns: Sequence[MonthColumn]


def toll_chart(
    steps: Sequence[LimitStep], points: Sequence[DonePoint], title: str, number: NumberWords, month: MonthWords
) -> Markup:
    """Limits as a rising line, what the sources leave open as a band, claims of what was done as points."""
    marks: list[tuple[date, float]] = [(step.day, step.high) for step in steps]
    marks += [(point.day, point.high) for point in points]
    if not marks:
        return Markup()
    frame = Frame(min(day for day, _ in marks), max(day for day, _ in marks), max(value for _, value in marks))
    parts = frame.grid(number, month)
    if steps:
        low = frame.stairs([(step.day, step.low) for step in steps])
        high = frame.stairs([(step.day, step.high) for step in steps])
        parts.append(f'<path class="band" d="M{_joined(high + low[::-1])}Z"/>')
        parts.append(f'<path class="limit most" d="M{_joined(high)}"/><path class="limit" d="M{_joined(low)}"/>')
    for step in steps:
        x, y = frame.at(step.day, step.low)
        parts.append(
            titled(step.words, step.link, f'<rect class="step" x="{x - 4:.1f}" y="{y - 4:.1f}" width="8" height="8"/>')
        )
    for point in points:
        (x, y), (_, top) = frame.at(point.day, point.low), frame.at(point.day, point.high)
        drawn = f'<circle class="done {point.kind}" cx="{x:.1f}" cy="{y:.1f}" r="6"/>'
        if point.high > point.low:
            drawn += f'<line class="span {point.kind}" x1="{x:.1f}" x2="{x:.1f}" y1="{y:.1f}" y2="{top:.1f}"/>'
            drawn += f'<circle class="done {point.kind}" cx="{x:.1f}" cy="{top:.1f}" r="6"/>'
        parts.append(titled(point.words, point.link, drawn))
    return picture(title, WIDTH, _HEIGHT, parts, "chart lines")


def month_chart(months: Sequence[Month], title: str, number: NumberWords, month_words: MonthWords) -> Markup:
    """Columns by month, those of one month next to one another; months in order, those without people left out."""
    largest = max((column.value for month in months for column in month.columns), default=0)
    if not largest:
        return Markup()
    frame = Frame(months[0].first, _next_month(months[-1].first) - timedelta(days=1), largest)
    parts = frame.grid(number, month_words)
    for month in months:
        (x, base), (end, _) = frame.at(month.first, 0), frame.at(_next_month(month.first), 0)
        width = (end - x) / (len(month.columns) + 0.4)
        for place, column in enumerate(month.columns):
            if column.value:
                left, top = x + width * (place + 0.2), min(frame.at(month.first, column.value)[1], base - 1)
                box = f'x="{left:.1f}" y="{top:.1f}" width="{width:.1f}" height="{base - top:.1f}"'
                parts.append(titled(column.words, column.link, f'<rect class="column {column.kind}" {box}/>'))
    return picture(title, WIDTH, _HEIGHT, parts, "chart lines")


class Frame:
    """The field of a chart: days from left to right, numbers from the bottom."""

    def __init__(self, start: date, end: date, largest: float) -> None:
        self.start, self.end = start.replace(day=1), _next_month(end)
        self.step = _round_step(largest or 1)
        self.top = math.ceil((largest or 1) / self.step) * self.step

    def at(self, day: date, value: float) -> tuple[float, float]:
        """Where a number of a day stands."""
        part = (day - self.start).days / (self.end - self.start).days
        x = _LEFT + (WIDTH - _LEFT - _RIGHT) * part
        return x, _HEIGHT - _BOTTOM - (_HEIGHT - _TOP - _BOTTOM) * value / self.top

    def stairs(self, marks: Sequence[tuple[date, float]]) -> list[tuple[float, float]]:
        """The corners of a line that rises on its days and goes on to the end."""
        corners: list[tuple[float, float]] = []
        for day, value in marks:
            x, y = self.at(day, value)
            if corners:
                corners.append((x, corners[-1][1]))
            corners.append((x, y))
        return [*corners, (self.at(self.end, 0)[0], corners[-1][1])]

    def grid(self, number: NumberWords, month: MonthWords) -> list[str]:
        """Lines of round numbers, and marks at the beginnings of months; a month is named if there is room for it."""
        parts = []
        for count in range(round(self.top / self.step) + 1):
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
            day = _next_month(day)
        return parts


def _round_step(largest: float) -> float:
    """1, 2 or 5 times a power of ten, so that four to eight lines are drawn; whole numbers only."""
    power = 10.0 ** math.floor(math.log10(largest))
    return max(1.0, next(power * part for part in (0.2, 0.5, 1, 2) if largest / (power * part) <= 6))


def _next_month(day: date) -> date:
    """The first day of the next month."""
    return (day.replace(day=1) + timedelta(days=32)).replace(day=1)


def _joined(corners: Sequence[tuple[float, float]]) -> str:
    return "L".join(f"{x:.1f} {y:.1f}" for x, y in corners)
