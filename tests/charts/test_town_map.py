"""Every place of a map of a town lies on it; the area of a circle is in proportion to its number."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from poimenno.charts.town_map import Landmark, MapPoint, town_map
from tests.charts.markup import HOSTILE, parsed


@given(
    st.lists(
        st.builds(
            MapPoint,
            latitude=st.floats(-90, 90),
            longitude=st.floats(-180, 180),
            count=st.integers(0, 10**6),
            words=st.just("made up"),
        ),
        min_size=1,
        max_size=20,
    )
)
def test_every_place_lies_on_the_map(points: list[MapPoint]) -> None:
    root = parsed(town_map(points, "Made up"))
    _, _, width, height = (float(number) for number in root.get("viewBox", "").split())
    circles = [circle for circle in root.iter("circle") if circle.get("class") == "point"]
    assert len(circles) == len(points)
    for circle in circles:
        assert -1 <= float(circle.get("cx", "")) <= width + 1
        assert -1 <= float(circle.get("cy", "")) <= height + 1


def test_what_lies_nowhere_on_the_earth_is_left_out() -> None:
    places = ((55.75, 37.62), (5575.0, 37.62), (55.75, 3762.0), (float("nan"), 1.0))
    points = [MapPoint(latitude, longitude, 1, "1") for latitude, longitude in places]
    root = parsed(town_map(points, "Made up"))
    assert len(list(root.iter("circle"))) == 1


def test_without_a_place_there_is_no_map() -> None:
    assert town_map([], "Made up") == ""
    assert town_map([MapPoint(None, None, 3, "3")], "Made up") == ""


def test_the_area_of_a_circle_is_in_proportion_and_the_circle_is_a_link() -> None:
    points = [
        MapPoint(55.0, 37.0, 400, HOSTILE, "place/x?a=1&b=2"),
        MapPoint(59.0, 30.0, 100, "Б", "place/x?a=1&b=2"),
    ]
    root = parsed(town_map(points, "Made up"))
    radii = [float(circle.get("r", "")) for circle in root.iter("circle")]
    assert radii == pytest.approx([22, 11])
    assert [link.get("href") for link in root.iter("a")] == ["place/x?a=1&b=2"] * 2
    assert [title.text for title in root.iter("title")][1:] == [HOSTILE, "Б"]


def test_a_landmark_gives_one_point_its_bearings() -> None:
    root = parsed(town_map([MapPoint(55.0, 37.0, 4, "4")], "Made up", [Landmark(55.5, 37.5, HOSTILE)]))
    assert [circle.get("class") for circle in root.iter("circle")] == ["centre", "point"]
    assert HOSTILE in [text.text for text in root.iter("text")]
