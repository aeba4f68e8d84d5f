"""Charts and maps as inline SVG: numbers in, markup out, no scripts.

Each carries a title and a description for those who cannot see it; the pages give its numbers as a table too.
"""

import itertools
import math
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import Any

from markupsafe import Markup, escape

WIDTH = 960
# Of a chart that a telephone shows whole, and of a letter there, at most.
NARROW = 560
LETTER = 11


def days(counts: Sequence[dict[str, Any]], title: str, link: Callable[[date], str], word: Callable[[date, int], str],
         months: Callable[[date], str]) -> Markup:  # fmt: skip
    """A bar for each day of 1937 and 1938, in one row a half-year that has any; each bar links to its day.

    `counts` are rows of day and count; `link` gives the address of a day, `word` the words of a bar, `months` the
    name of a month.
    """
    by_day = {row["day"]: row["count"] for row in counts}
    most = max(by_day.values(), default=0)
    if not most:
        return Markup()
    half_years = [date(1937, 1, 1), date(1937, 7, 1), date(1938, 1, 1), date(1938, 7, 1), date(1939, 1, 1)]
    height, gap = 90, 26
    parts = []
    shown = [(start, end) for start, end in itertools.pairwise(half_years) if any(start <= day < end for day in by_day)]
    for row, (start, end) in enumerate(shown):
        base = row * (height + gap) + height
        step = WIDTH / 184
        parts.append(f'<line class="axis" x1="0" x2="{WIDTH}" y1="{base}" y2="{base}"/>')
        for offset in range((end - start).days):
            day = start + timedelta(days=offset)
            x = offset * step
            if day.day == 1:
                parts.append(f'<text class="tick" x="{x:.1f}" y="{base + 14}">{escape(months(day))}</text>')
            count = by_day.get(day)
            if count:
                tall = max(2.0, height * math.sqrt(count / most))
                box = f'x="{x:.1f}" y="{base - tall:.1f}" width="{step * 0.85:.1f}" height="{tall:.1f}"'
                words = escape(word(day, count))
                parts.append(
                    f'<a href="{escape(link(day))}" aria-label="{words}"><title>{words}</title>'
                    f'<rect class="bar" {box}/></a>'
                )
    total = len(shown) * (height + gap)
    return svg(title, WIDTH, total, parts, "chart days")


def bars(items: Sequence[tuple[str, float, str]], title: str) -> Markup:
    """Horizontal bars: (label, value, words of the value), one a line."""
    most = max((value for _, value, _ in items), default=0)
    if not most:
        return Markup()
    line = 26
    left, right = (
        LETTER * max(map(len, words)) + 12 for words in ([one[0] for one in items], [one[2] for one in items])
    )
    parts = []
    for number, (label, value, words) in enumerate(items):
        y = number * line
        long = max(NARROW - left - right, NARROW / 5) * value / most
        parts.append(f'<text class="label" x="{left - 10}" y="{y + 18}" text-anchor="end">{escape(label)}</text>')
        parts.append(f'<rect class="bar" x="{left}" y="{y + 5}" width="{max(long, 1):.1f}" height="16"/>')
        parts.append(f'<text class="value" x="{left + long + 8:.1f}" y="{y + 18}">{escape(words)}</text>')
    return svg(title, max(NARROW, left + right + NARROW / 5), line * len(items) + 4, parts, "chart bars narrow")


def weights(
    evidence: Sequence[dict[str, Any]], title: str, label: Callable[[dict[str, Any]], str], word: Callable[[float], str]
) -> Markup:
    """What speaks for and against a link, in bits: bars to the right for, to the left against; words above each."""
    most = max((abs(one["weight"]) for one in evidence), default=0)
    if not most:
        return Markup()
    line, middle = 44, NARROW / 2
    room = (middle - LETTER * 6) / most
    parts = [f'<line class="axis" x1="{middle}" x2="{middle}" y1="0" y2="{line * len(evidence)}"/>']
    for number, one in enumerate(evidence):
        y, weight = number * line, one["weight"]
        start = middle if weight >= 0 else middle + weight * room
        kind = "bar" if weight >= 0 else "bar against"
        parts.append(f'<text class="label" x="0" y="{y + 18}">{escape(label(one))}</text>')
        parts.append(
            f'<rect class="{kind}" x="{start:.1f}" y="{y + 24}" width="{abs(weight) * room:.1f}" height="14"/>'
        )
        at, anchor = (start + weight * room + 6, "start") if weight >= 0 else (start - 6, "end")
        parts.append(
            f'<text class="value" x="{at:.1f}" y="{y + 37}" text-anchor="{anchor}">{escape(word(weight))}</text>'
        )
    return svg(title, NARROW, line * len(evidence), parts, "chart weights narrow")


def chart_map(
    points: Sequence[dict[str, Any]],
    title: str,
    names: Callable[[dict[str, Any]], str],
    link: Callable[[dict[str, Any]], str | None],
    centres: Sequence[dict[str, Any]] = (),
) -> Markup:
    """A map of points with latitude, longitude and count, the area of a circle in proportion to its count.

    Equirectangular, true to scale at the middle latitude; lines of latitude and longitude and the `centres` (towns,
    with a `name`) give the bearings.
    """
    # Lists misprint coordinates; what is nowhere on the earth is left out.
    placed = [
        point
        for point in points
        if point["latitude"] is not None
        and point["longitude"] is not None
        and abs(point["latitude"]) <= 90
        and abs(point["longitude"]) <= 180
    ]
    if not placed:
        return Markup()
    frame = _Frame([*placed, *centres] if len(placed) < 2 else placed)
    parts = frame.graticule()
    for centre in centres:
        x, y = frame.at(centre)
        if 0 < x < WIDTH and 0 < y < frame.height:
            parts.append(f'<circle class="centre" cx="{x:.1f}" cy="{y:.1f}" r="1.5"/>')
            if centre["name"]:
                parts.append(f'<text class="tick" x="{x + 4:.1f}" y="{y - 3:.1f}">{escape(centre["name"])}</text>')
    most = max((point["count"] for point in placed), default=1) or 1
    largest = 22 if len(placed) < 200 else 12
    for point in sorted(placed, key=lambda one: -one["count"]):
        x, y = frame.at(point)
        radius = max(1.8, largest * math.sqrt(point["count"] / most))
        words, target = escape(names(point)), link(point)
        circle = f'<circle class="point" cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}"><title>{words}</title></circle>'
        parts.append(f'<a href="{escape(target)}" aria-label="{words}">{circle}</a>' if target else circle)
    return svg(title, WIDTH, frame.height, parts, "chart map")


class _Frame:
    """The piece of the earth that a map shows."""

    def __init__(self, points: Sequence[dict[str, Any]]) -> None:
        south, north = (f(point["latitude"] for point in points) for f in (min, max))
        west, east = (f(point["longitude"] for point in points) for f in (min, max))
        margin = max(north - south, (east - west) / 2, 0.05) * 0.08
        self.south, self.north = south - margin, north + margin
        self.west, self.east = west - margin * 2, east + margin * 2
        self.narrow = math.cos(math.radians((self.south + self.north) / 2))
        self.scale = WIDTH / ((self.east - self.west) * self.narrow)
        self.height = min(700, max(260, (self.north - self.south) * self.scale))
        self.scale = min(self.scale, self.height / (self.north - self.south))
        self.left = (WIDTH - (self.east - self.west) * self.narrow * self.scale) / 2

    def at(self, point: dict[str, Any]) -> tuple[float, float]:
        """Where a point stands on the map."""
        x = self.left + (point["longitude"] - self.west) * self.narrow * self.scale
        return x, (self.north - point["latitude"]) * self.scale

    def graticule(self) -> list[str]:
        """Lines of latitude and longitude, at round degrees."""
        steps = (0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 30)
        step = next(one for one in steps if (self.north - self.south) / one <= 7)
        lines = []
        for number in range(math.ceil(self.south / step), math.floor(self.north / step) + 1):
            y = self.at({"latitude": number * step, "longitude": self.west})[1]
            lines.append(f'<line class="grid" x1="0" x2="{WIDTH}" y1="{y:.1f}" y2="{y:.1f}"/>')
            lines.append(f'<text class="tick" x="2" y="{y - 3:.1f}">{number * step:g}°</text>')
        for number in range(math.ceil(self.west / step / 2), math.floor(self.east / step / 2) + 1):
            x = self.at({"latitude": self.south, "longitude": number * step * 2})[0]
            lines.append(f'<line class="grid" x1="{x:.1f}" x2="{x:.1f}" y1="0" y2="{self.height:.0f}"/>')
            lines.append(f'<text class="tick" x="{x + 3:.1f}" y="{self.height - 4:.0f}">{number * step * 2:g}°</text>')
        return lines


def svg(title: str, width: float, height: float, parts: Sequence[str], kind: str) -> Markup:
    """The picture of parts that are markup already, with its title for those who cannot see it."""
    # The parts are made above, from numbers and escaped words.
    return Markup(  # noqa: S704 - as said
        f'<svg class="{kind}" viewBox="0 0 {width:.0f} {height:.0f}" role="group" aria-label="{escape(title)}">'
        f"<title>{escape(title)}</title>{''.join(parts)}</svg>"
    )
