"""Makes the base map of the maps of the USSR: coasts and borders of Natural Earth, simplified.

    npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz
    python scripts/make_outline.py package/countries-50m.json

Natural Earth (naturalearthdata.com, version 4.1.0, 1:50 million) is in the public domain; world-atlas packs it as
TopoJSON. An arc of one country is a coast, an arc between two a border, as borders are now. Lines are cut to
the window, simplified in the projection of the map (Douglas and Peucker 1973), and small islands left out.
"""

import itertools
import json
import math
import pathlib
import sys
from typing import Any

from poimenno.charts.projection import project

TARGET = pathlib.Path(__file__).resolve().parent.parent / "src" / "poimenno" / "charts" / "outline.json"
WEST, EAST, SOUTH, NORTH = 12.0, 195.0, 34.0, 82.0
TOLERANCE = 7.0  # kilometres: less than a pixel of a map as wide as a page
SMALLEST = 60.0  # kilometres: the longer side of an island
Point = tuple[float, float]


def arcs(topology: dict[str, Any]) -> list[list[Point]]:
    """The arcs in degrees; east of 180 degrees, longitudes go on, so that Chukotka stays whole."""
    (kx, ky), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    lines = []
    for arc in topology["arcs"]:
        steps = itertools.accumulate(arc, lambda point, step: [point[0] + step[0], point[1] + step[1]])
        line = [(x * kx + tx, y * ky + ty) for x, y in steps]
        lines.append([(x + 360 if x < -160 else x, y) for x, y in line])
    return lines


def uses(topology: dict[str, Any]) -> dict[int, int]:
    """How many countries each arc bounds."""
    counts: dict[int, int] = {}

    def walk(arcs: Any) -> None:
        if isinstance(arcs, int):
            number = arcs if arcs >= 0 else ~arcs  # ~n is arc n in the other direction
            counts[number] = counts.get(number, 0) + 1
        else:
            for part in arcs:
                walk(part)

    for country in topology["objects"]["countries"]["geometries"]:
        walk(country.get("arcs", []))
    return counts


def pieces(line: list[Point]) -> list[list[Point]]:
    """The stretches of a line that lie in the window; the edge at 180 degrees is no coast."""
    stretches: list[list[Point]] = [[]]
    for x, y in line:
        if WEST <= x <= EAST and SOUTH <= y <= NORTH and abs(x - 180) > 1e-3:
            stretches[-1].append((x, y))
        elif stretches[-1]:
            stretches.append([])
    return [piece for piece in stretches if len(piece) > 1]


def simplified(line: list[Point], tolerance: float = TOLERANCE) -> list[Point]:
    """The line without the points that lie within the tolerance, in kilometres of the map."""
    plane = [project(x, y) for x, y in line]
    keep = {0, len(line) - 1}
    spans = [(0, len(line) - 1)]
    while spans:
        first, last = spans.pop()
        away = [(_distance(plane[n], plane[first], plane[last]), n) for n in range(first + 1, last)]
        most, n = max(away, default=(0.0, first))
        if most > tolerance:
            keep.add(n)
            spans += [(first, n), (n, last)]
    return [line[n] for n in sorted(keep)]


def _distance(point: Point, start: Point, end: Point) -> float:
    (x, y), (x1, y1), (x2, y2) = point, start, end
    length = math.hypot(x2 - x1, y2 - y1)
    if not length:
        return math.hypot(x - x1, y - y1)
    return abs((x2 - x1) * (y1 - y) - (x1 - x) * (y2 - y1)) / length


def extent(line: list[Point]) -> float:
    """The longer side of what a line spans, in kilometres."""
    plane = [project(x, y) for x, y in line]
    xs, ys = zip(*plane, strict=True)
    return float(max(max(xs) - min(xs), max(ys) - min(ys)))


def main() -> None:
    """Write the outline."""
    topology = json.loads(pathlib.Path(sys.argv[1]).read_text(encoding="utf-8"))
    counts = uses(topology)
    lines: dict[str, list[list[float]]] = {"coasts": [], "borders": []}
    for number, arc in enumerate(arcs(topology)):
        kind = "borders" if counts.get(number, 0) > 1 else "coasts"
        for piece in pieces(arc):
            if kind == "borders" or extent(piece) >= SMALLEST:
                lines[kind].append([round(value, 2) for point in simplified(piece) for value in point])
    about = {
        "about": "Coasts and borders of today, for the maps: longitude, latitude, longitude, latitude … in degrees.",
        "source": "Natural Earth 4.1.0, 1:50m, naturalearthdata.com, through npm world-atlas 2.0.2; "
        "simplified by scripts/make_outline.py",
        "licence": "public domain (Natural Earth); ISC (world-atlas)",
    }
    rows = ",\n".join(
        f'"{kind}": [\n' + ",\n".join(json.dumps(line, separators=(",", ":")) for line in lines_of_kind) + "\n]"
        for kind, lines_of_kind in lines.items()
    )
    head = ",\n".join(f"{json.dumps(key)}: {json.dumps(text, ensure_ascii=False)}" for key, text in about.items())
    TARGET.write_text(f"{{\n{head},\n{rows}\n}}\n", encoding="utf-8")
    print(f"{TARGET}: {len(lines['coasts'])} coasts, {len(lines['borders'])} borders")


if __name__ == "__main__":
    main()
