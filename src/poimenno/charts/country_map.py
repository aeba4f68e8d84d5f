"""Maps of the whole country: circles at the centres of regions over coasts and borders, as inline SVG.

Equal-area (see `projection`), so that a circle's area may be compared with the land's. The base map is bundled
(`outline.json`: Natural Earth, public domain) and shows the borders of today, for orientation only.
"""

import functools
import importlib.resources
import json
import math
from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from poimenno.charts.projection import project
from poimenno.charts.svg import WIDTH, NumberWords, picture, titled

# Kilometres of the plane that are shown: from the western border to Chukotka, from Kushka to Franz Josef Land.
_WEST, _EAST, _SOUTH, _NORTH = -4850.0, 4350.0, -2300.0, 2500.0
_SCALE = WIDTH / (_EAST - _WEST)
HEIGHT = (_NORTH - _SOUTH) * _SCALE
LARGEST = 42.0
# The height of a line of labels and the width of a letter, in the units of the map.
_LINE, _LETTER = 14, 8.2
_LABELLED = 8


@dataclass(frozen=True, slots=True)
class MapSymbol:
    """A circle at a place in degrees: its area is in proportion to `value`, that of the circle within it to `inner`.

    `name` labels it, `words` say what it shows, `link` leads to its page.
    """

    longitude: float
    latitude: float
    value: float
    words: str
    name: str = ""
    inner: float | None = None
    link: str | None = None


def place(longitude: float, latitude: float) -> tuple[float, float]:
    """Where a place stands on the map, in its units from the upper left corner."""
    x, y = project(longitude, latitude)
    return (x - _WEST) * _SCALE, (_NORTH - y) * _SCALE


@functools.cache
def _base() -> str:
    file = importlib.resources.files("poimenno") / "charts" / "outline.json"
    outline = json.loads(file.read_text(encoding="utf-8"))
    return "".join(
        f'<path class="{kind}" d="{"".join(_path(line) for line in outline[kind])}"/>' for kind in ("coasts", "borders")
    )


def _path(line: Sequence[float]) -> str:
    places = [place(x, y) for x, y in zip(line[::2], line[1::2], strict=True)]
    return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in places)


def country_map(symbols: Sequence[MapSymbol], title: str, number: NumberWords, largest: float | None = None) -> Markup:
    """The map of symbols; `number` words the legend.

    `largest` is the value of the largest circle: maps with the same one can be compared. None: of these symbols.
    """
    largest = largest or max((symbol.value for symbol in symbols), default=0)
    if not largest:
        return Markup()
    parts = [_base()]
    shown = sorted((symbol for symbol in symbols if symbol.value > 0), key=lambda symbol: (-symbol.value, symbol.words))
    for symbol in shown:
        x, y = place(symbol.longitude, symbol.latitude)
        circles = f'<circle class="point" cx="{x:.1f}" cy="{y:.1f}" r="{_radius(symbol.value, largest):.1f}"/>'
        if symbol.inner:
            circles += f'<circle class="inner" cx="{x:.1f}" cy="{y:.1f}" r="{_radius(symbol.inner, largest):.1f}"/>'
        parts.append(titled(symbol.words, symbol.link, circles))
    parts += _labels([(symbol.name, *place(symbol.longitude, symbol.latitude)) for symbol in shown[:_LABELLED]])
    return picture(title, WIDTH, HEIGHT, [*parts, *_legend(largest, number)], "chart map country")


def _labels(named: Sequence[tuple[str, float, float]]) -> list[str]:
    """Names next to their circles, each where it covers no other: right, left, or a line lower or higher."""
    parts: list[str] = []
    taken: list[tuple[float, float, float]] = []
    for name, x, y in named:
        wide = _LETTER * len(name)
        positions = [
            (left, y + 4 + lower)
            for lower in (0, _LINE, -_LINE)
            for left in ((x - 4 - wide, x + 4) if x > WIDTH - 180 else (x + 4, x - 4 - wide))
            if 0 <= left <= WIDTH - wide
        ]
        free = [
            (left, at)
            for left, at in positions
            if all(abs(at - other) >= _LINE or left + wide < start or stop < left for start, stop, other in taken)
        ]
        left, at = (free or positions or [(x + 4, y + 4)])[0]
        taken.append((left, left + wide, at))
        anchor, point = ("end", left + wide) if left < x else ("start", left)
        parts.append(f'<text class="label" x="{point:.1f}" y="{at:.1f}" text-anchor="{anchor}">{escape(name)}</text>')
    return parts


def _radius(value: float, largest: float) -> float:
    return max(1.5, LARGEST * math.sqrt(value / largest))


def _legend(largest: float, number: NumberWords) -> list[str]:
    """Two circles of round numbers, one within the other, at the lower right."""
    power = 10 ** math.floor(math.log10(largest))
    round_value = next(part * power for part in (5, 2, 1) if part * power <= largest)
    bottom, x = HEIGHT - 14, WIDTH - 190
    parts = []
    for value in sorted({max(1, round(round_value * part)) for part in (1, 0.2)}):
        radius = _radius(value, largest)
        y = bottom - 2 * radius
        parts.append(f'<circle class="size" cx="{x}" cy="{bottom - radius:.1f}" r="{radius:.1f}"/>')
        parts.append(f'<line class="axis" x1="{x}" x2="{x + 52}" y1="{y:.1f}" y2="{y:.1f}"/>')
        parts.append(f'<text class="tick" x="{x + 56}" y="{y + 4:.1f}">{escape(number(value))}</text>')
    return parts
