"""The map of the country shows every region, with symbols in proportion, and names the source of its outline."""

import xml.etree.ElementTree as ET

import pytest

from poimenno.charts.country_map import HEIGHT, MapSymbol, country_map, place


@pytest.mark.parametrize(("longitude", "latitude"), [(27.6, 53.9), (20.5, 54.7), (158.6, 53), (58.4, 37.9), (33.1, 69)])
def test_the_regions_lie_on_the_map(longitude: float, latitude: float) -> None:
    x, y = place(longitude, latitude)
    assert 0 < x < 960
    assert 0 < y < HEIGHT


def test_the_areas_of_circles_tell_the_numbers() -> None:
    symbols = [
        MapSymbol(30, 50, 400, "four <hundred>", "A", 100, "region/a"),
        MapSymbol(60, 55, 100, "one hundred", "B"),
        MapSymbol(90, 55, 0, "no one"),
    ]
    root = ET.fromstring(country_map(symbols, "Made up", str))  # noqa: S314 - our own markup
    radii = {kind: [float(c.get("r", "")) for c in root.iter("circle") if c.get("class") == kind] for kind in ("point", "inner")}  # fmt: skip  # noqa: E501
    assert radii["point"][0] == pytest.approx(2 * radii["point"][1], abs=0.1)
    assert radii["inner"] == [radii["point"][1]]
    assert [link.get("aria-label") for link in root.iter("a")] == ["four <hundred>"]
    assert [path.get("class") for path in root.iter("path")] == ["coasts", "borders"]
    assert country_map([], "Made up", str) == ""


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
