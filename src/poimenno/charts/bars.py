"""Bar charts: people by day, labelled amounts, and the weights for and against a link."""

import itertools
import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from markupsafe import Markup, escape

from poimenno.charts.svg import LETTER, NARROW, WIDTH, picture, titled

_HALF_YEARS = (date(1937, 1, 1), date(1937, 7, 1), date(1938, 1, 1), date(1938, 7, 1), date(1939, 1, 1))
_LONGEST_HALF_YEAR = 184


@dataclass(frozen=True, slots=True)
class DayBar:
    """The people of a day; `words` say so, `link` leads to them."""

    day: date
    count: int
    words: str
    link: str


@dataclass(frozen=True, slots=True)
class LabelledBar:
    """An amount, its label, and the amount in words."""

    label: str
    value: float
    words: str


@dataclass(frozen=True, slots=True)
class WeightBar:
    """A weight in bits for (above 0) or against (below 0) a link, its label, and the weight in words."""

    label: str
    weight: float
    words: str


def day_chart(bars: Sequence[DayBar], title: str, month_words: Callable[[date], str]) -> Markup:
    """A bar for each day of 1937 and 1938, with a row for each half-year that has any.

    Heights grow with the square root of the number, so that a single shooting is visible next to a mass of them.
    """
    by_day = {bar.day: bar for bar in bars}
    largest = max((bar.count for bar in bars), default=0)
    if not largest:
        return Markup()
    height, gap, step = 90, 26, WIDTH / _LONGEST_HALF_YEAR
    parts = []
    halves = [half for half in itertools.pairwise(_HALF_YEARS) if any(half[0] <= day < half[1] for day in by_day)]
    for row, (start, end) in enumerate(halves):
        base = row * (height + gap) + height
        parts.append(f'<line class="axis" x1="0" x2="{WIDTH}" y1="{base}" y2="{base}"/>')
        for offset in range((end - start).days):
            day, x = start + timedelta(days=offset), offset * step
            if day.day == 1:
                parts.append(f'<text class="tick" x="{x:.1f}" y="{base + 14}">{escape(month_words(day))}</text>')
            bar = by_day.get(day)
            if bar and bar.count:
                tall = max(2.0, height * math.sqrt(bar.count / largest))
                box = f'x="{x:.1f}" y="{base - tall:.1f}" width="{step * 0.85:.1f}" height="{tall:.1f}"'
                parts.append(titled(bar.words, bar.link, f'<rect class="bar" {box}/>'))
    return picture(title, WIDTH, len(halves) * (height + gap), parts, "chart days")


def bar_chart(bars: Sequence[LabelledBar], title: str) -> Markup:
    """Horizontal bars, one per line."""
    largest = max((bar.value for bar in bars), default=0)
    if not largest:
        return Markup()
    line = 26
    left = LETTER * max(len(bar.label) for bar in bars) + 12
    right = LETTER * max(len(bar.words) for bar in bars) + 12
    parts = []
    for number, bar in enumerate(bars):
        y = number * line
        long = max(NARROW - left - right, NARROW / 5) * bar.value / largest
        parts.append(f'<text class="label" x="{left - 10}" y="{y + 18}" text-anchor="end">{escape(bar.label)}</text>')
        parts.append(f'<rect class="bar" x="{left}" y="{y + 5}" width="{max(long, 1):.1f}" height="16"/>')
        parts.append(f'<text class="value" x="{left + long + 8:.1f}" y="{y + 18}">{escape(bar.words)}</text>')
    return picture(title, max(NARROW, left + right + NARROW / 5), line * len(bars) + 4, parts, "chart bars narrow")


def weight_chart(bars: Sequence[WeightBar], title: str) -> Markup:
    """What speaks for and against a link: bars to the right for, to the left against, each under its label."""
    largest = max((abs(bar.weight) for bar in bars), default=0)
    if not largest:
        return Markup()
    line, middle = 44, NARROW / 2
    scale = (middle - LETTER * 6) / largest
    parts = [f'<line class="axis" x1="{middle}" x2="{middle}" y1="0" y2="{line * len(bars)}"/>']
    for number, bar in enumerate(bars):
        y, end = number * line, middle + bar.weight * scale
        is_for = bar.weight >= 0
        css_class = "bar" if is_for else "bar against"
        x, width = min(middle, end), abs(bar.weight) * scale
        at, anchor = (end + 6, "start") if is_for else (end - 6, "end")
        parts.append(f'<text class="label" x="0" y="{y + 18}">{escape(bar.label)}</text>')
        parts.append(f'<rect class="{css_class}" x="{x:.1f}" y="{y + 24}" width="{width:.1f}" height="14"/>')
        parts.append(f'<text class="value" x="{at:.1f}" y="{y + 37}" text-anchor="{anchor}">{escape(bar.words)}</text>')
    return picture(title, NARROW, line * len(bars), parts, "chart weights narrow")
