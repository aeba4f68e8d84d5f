"""The map of the country is equal-area, its symbols are in proportion; lines stand where their numbers are."""

import math
import re
import xml.etree.ElementTree as ET
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from poimenno.charts import maps, timelines
from poimenno.charts.projection import RADIUS, project


@given(st.floats(20, 179), st.floats(36, 79))
def test_areas_are_kept(longitude: float, latitude: float) -> None:
    """A small square of the sphere is as large on the plane."""
    step = 1e-3
    x, y = project(longitude, latitude)
    (x1, y1), (x2, y2) = project(longitude + step, latitude), project(longitude, latitude + step)
    plane = abs((x1 - x) * (y2 - y) - (x2 - x) * (y1 - y))
    north = math.radians(latitude)
    sphere = RADIUS**2 * math.radians(step) * (math.sin(north + math.radians(step)) - math.sin(north))
    assert plane == pytest.approx(sphere, rel=1e-3)


def test_chukotka_lies_in_the_east() -> None:
    assert project(-172.0, 65.0) == project(188.0, 65.0)
    assert project(-172.0, 65.0)[0] > project(160.0, 65.0)[0] > 0
    assert project(90.0, 56.0) == pytest.approx((0, 0))


@pytest.mark.parametrize(("longitude", "latitude"), [(27.6, 53.9), (20.5, 54.7), (158.6, 53), (58.4, 37.9), (33.1, 69)])
def test_the_regions_lie_on_the_map(longitude: float, latitude: float) -> None:
    x, y = maps.place(longitude, latitude)
    assert 0 < x < 960
    assert 0 < y < maps.HEIGHT


def test_the_areas_of_circles_tell_the_numbers() -> None:
    found = [
        maps.Symbol(30, 50, 400, "four <hundred>", "A", 100, "region/a"),
        maps.Symbol(60, 55, 100, "one hundred", "B"),
        maps.Symbol(90, 55, 0, "nobody"),
    ]
    root = ET.fromstring(maps.symbols(found, "Made up", str))  # noqa: S314 - our own markup
    radii = {kind: [float(c.get("r", "")) for c in root.iter("circle") if c.get("class") == kind] for kind in ("point", "inner")}  # fmt: skip  # noqa: E501
    assert radii["point"][0] == pytest.approx(2 * radii["point"][1], abs=0.1)
    assert radii["inner"] == [radii["point"][1]]
    assert [link.get("aria-label") for link in root.iter("a")] == ["four <hundred>"]
    assert [path.get("class") for path in root.iter("path")] == ["coasts", "borders"]
    assert maps.symbols([], "Made up", str) == ""


def test_the_base_map_says_whose_it_is() -> None:
    import importlib.resources
    import json

    file = importlib.resources.files("poimenno") / "charts" / "outline.json"
    outline = json.loads(file.read_text(encoding="utf-8"))
    assert "Natural Earth" in outline["source"]
    assert "public domain" in outline["licence"]
    for line in outline["coasts"] + outline["borders"]:
        assert len(line) >= 4
        assert len(line) % 2 == 0


def test_limits_rise_on_their_days_and_points_stand_at_their_numbers() -> None:
    steps = [
        timelines.Step(date(1937, 8, 1), 100, 100, "first"),
        timelines.Step(date(1938, 1, 1), 200, 300, "<more>", "#x"),
    ]
    points = [timelines.Point(date(1938, 6, 30), 400, 500, "shot", "done", "figure/x")]
    markup = timelines.toll(steps, points, "Made up", str, str)
    root = ET.fromstring(markup)  # noqa: S314 - our own markup
    frame = timelines.Frame(date(1937, 8, 1), date(1938, 6, 30), 500)
    boxes = [(float(r.get("x", "")) + 4, float(r.get("y", "")) + 4) for r in root.iter("rect")]
    assert boxes[1] == pytest.approx(frame.at(date(1938, 1, 1), 200), abs=0.1)
    tops = sorted(float(c.get("cy", "")) for c in root.iter("circle"))
    assert tops == pytest.approx([frame.at(date.min.replace(year=1938), n)[1] for n in (500, 400)], abs=0.1)
    assert [link.get("href") for link in root.iter("a")] == ["#x", "figure/x"]
    assert timelines.toll([], [], "Made up", str, str) == ""


@given(st.floats(1, 1e7))
def test_the_scale_is_of_round_numbers_and_holds_the_largest(most: float) -> None:
    frame = timelines.Frame(date(1937, 8, 1), date(1938, 11, 17), most)
    assert frame.most >= most
    assert re.fullmatch("[125]0*", f"{frame.step:.0f}")
    assert 1 <= frame.most / frame.step <= 7


def test_columns_are_in_proportion() -> None:
    counts: list[tuple[date, dict[str, tuple[int, str, str | None]]]] = [
        (date(1937, 8, 1), {"sentenced": (10, "ten", "a"), "shot": (5, "five", None)}),
        (date(1937, 10, 1), {"sentenced": (0, "none", None), "shot": (10, "ten", None)}),
    ]
    root = ET.fromstring(timelines.months(counts, "Made up", str, str))  # noqa: S314 - our own markup
    high = [float(column.get("height", "")) for column in root.iter("rect")]
    assert high == pytest.approx([high[0], high[0] / 2, high[0]], abs=0.2)
    assert timelines.months([], "Made up", str, str) == ""
