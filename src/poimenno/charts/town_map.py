"""Maps of a town or of a few places: points with their numbers over lines of latitude and longitude.

Equirectangular, true to scale at the middle latitude. For the whole country see `country_map`.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from poimenno.charts.svg import WIDTH, picture

_DEGREE_STEPS = (0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 30)


@dataclass(frozen=True, slots=True)
class MapPoint:
    """People at a place, in degrees; None: the place is not known. `words` say who, `link` leads to them."""

    latitude: float | None
    longitude: float | None
    count: int
    words: str
    link: str | None = None


@dataclass(frozen=True, slots=True)
class Landmark:
    """A town that gives the bearings, in degrees; without a name only a dot."""

    latitude: float
    longitude: float
    name: str = ""


def town_map(points: Sequence[MapPoint], title: str, landmarks: Sequence[Landmark] = ()) -> Markup:
    """A map of points, the area of a circle in proportion to its count; empty if no point has a place on the earth."""
    placed = [
        (point, point.latitude, point.longitude)
        for point in points
        # Lists misprint coordinates; what lies nowhere on the earth is left out.
        if point.latitude is not None
        and point.longitude is not None
        and abs(point.latitude) <= 90
        and abs(point.longitude) <= 180
    ]
    if not placed:
        return Markup()
    corners = [(latitude, longitude) for _, latitude, longitude in placed]
    # One point alone has no extent: the landmarks around it give the scale.
    frame = _Frame(corners if len(placed) > 1 else corners + [(mark.latitude, mark.longitude) for mark in landmarks])
    parts = frame.graticule()
    for mark in landmarks:
        x, y = frame.at(mark.latitude, mark.longitude)
        if 0 < x < WIDTH and 0 < y < frame.height:
            parts.append(f'<circle class="centre" cx="{x:.1f}" cy="{y:.1f}" r="1.5"/>')
            if mark.name:
                parts.append(f'<text class="tick" x="{x + 4:.1f}" y="{y - 3:.1f}">{escape(mark.name)}</text>')
    largest = max(point.count for point, _, _ in placed) or 1
    largest_radius = 22 if len(placed) < 200 else 12
    for point, latitude, longitude in sorted(placed, key=lambda row: -row[0].count):
        x, y = frame.at(latitude, longitude)
        radius = max(1.8, largest_radius * math.sqrt(point.count / largest))
        words = escape(point.words)
        circle = f'<circle class="point" cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}"><title>{words}</title></circle>'
        parts.append(f'<a href="{escape(point.link)}" aria-label="{words}">{circle}</a>' if point.link else circle)
    return picture(title, WIDTH, frame.height, parts, "chart map")


class _Frame:
    """The piece of the earth that a map shows; corners are latitude and longitude in degrees."""

    def __init__(self, corners: Sequence[tuple[float, float]]) -> None:
        latitudes, longitudes = [corner[0] for corner in corners], [corner[1] for corner in corners]
        south, north, west, east = min(latitudes), max(latitudes), min(longitudes), max(longitudes)
        margin = max(north - south, (east - west) / 2, 0.05) * 0.08
        self.south, self.north = south - margin, north + margin
        self.west, self.east = west - margin * 2, east + margin * 2
        # How much shorter a degree of longitude is than one of latitude.
        self.narrowing = math.cos(math.radians((self.south + self.north) / 2))
        self.scale = WIDTH / ((self.east - self.west) * self.narrowing)
        self.height = min(700, max(260, (self.north - self.south) * self.scale))
        self.scale = min(self.scale, self.height / (self.north - self.south))
        self.left = (WIDTH - (self.east - self.west) * self.narrowing * self.scale) / 2

    def at(self, latitude: float, longitude: float) -> tuple[float, float]:
        """Where a place stands on the map, in its units from the upper left corner."""
        x = self.left + (longitude - self.west) * self.narrowing * self.scale
        return x, (self.north - latitude) * self.scale

    def graticule(self) -> list[str]:
        """Lines of latitude and longitude, at round degrees."""
        step = next(step for step in _DEGREE_STEPS if (self.north - self.south) / step <= 7)
        lines = []
        for number in range(math.ceil(self.south / step), math.floor(self.north / step) + 1):
            y = self.at(number * step, self.west)[1]
            lines.append(f'<line class="grid" x1="0" x2="{WIDTH}" y1="{y:.1f}" y2="{y:.1f}"/>')
            lines.append(f'<text class="tick" x="2" y="{y - 3:.1f}">{number * step:g}°</text>')
        for number in range(math.ceil(self.west / step / 2), math.floor(self.east / step / 2) + 1):
            x = self.at(self.south, number * step * 2)[0]
            lines.append(f'<line class="grid" x1="{x:.1f}" x2="{x:.1f}" y1="0" y2="{self.height:.0f}"/>')
            lines.append(f'<text class="tick" x="{x + 3:.1f}" y="{self.height - 4:.0f}">{number * step * 2:g}°</text>')
        return lines
