"""Charts say their numbers to those who see them and to those who do not, and hold no markup but their own."""

import xml.etree.ElementTree as ET
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from poimenno.charts import bars
from poimenno.wording.phrases import Wording

HOSTILE = '"><script>alert(1)</script>&'


def parsed(markup: Markup) -> ET.Element:
    root = ET.fromstring(markup)  # noqa: S314 - our own markup
    assert root.tag == "svg"
    assert root.get("aria-label") == root.findtext("title")
    assert not list(root.iter("script"))
    return root


def days(counts: list[dict[str, Any]], title: str = "Made up") -> Markup:
    return bars.days(
        counts, title, lambda day: f"?day={day}&x=1", lambda day, n: f"{day}: {n}", lambda day: f"{day:%b}"
    )


def test_each_day_is_a_bar_that_leads_to_its_names() -> None:
    root = parsed(days([{"day": date(1937, 8, 5), "count": 4}, {"day": date(1938, 11, 17), "count": 1}]))
    links = list(root.iter("a"))
    assert [(link.get("href"), link.get("aria-label")) for link in links] == [
        ("?day=1937-08-05&x=1", "1937-08-05: 4"),
        ("?day=1938-11-17&x=1", "1938-11-17: 1"),
    ]
    tall = [float(bar.get("height", "")) for bar in root.iter("rect")]
    # The height grows with the square root, so that a single shooting is seen beside a mass of them.
    assert tall == pytest.approx([90.0, 45.0])
    assert len([line for line in root.iter("line") if line.get("class") == "axis"]) == 2


def test_nothing_is_drawn_of_nothing() -> None:
    assert days([]) == ""
    assert bars.bars([], "Made up") == ""
    assert bars.weights([], "Made up", str, str) == ""
    assert bars.chart_map([], "Made up", str, lambda _: None) == ""
    assert bars.chart_map([{"latitude": None, "longitude": None, "count": 3}], "Made up", str, lambda _: None) == ""


def test_bars_are_in_proportion_and_labelled() -> None:
    root = parsed(bars.bars([("Один", 100, "100"), (HOSTILE, 50, "50")], HOSTILE))
    wide = [float(bar.get("width", "")) for bar in root.iter("rect")]
    assert wide[0] == pytest.approx(2 * wide[1], abs=0.2)
    assert [text.text for text in root.iter("text")] == ["Один", "100", HOSTILE, "50"]


def test_what_speaks_against_goes_to_the_left() -> None:
    evidence = [{"weight": 5.0, "level": "same"}, {"weight": -2.5, "level": HOSTILE}]
    root = parsed(bars.weights(evidence, "Made up", lambda one: str(one["level"]), Wording("ru").weight))
    towards, against = root.iter("rect")
    middle = float(towards.get("x", ""))
    assert float(against.get("x", "")) + float(against.get("width", "")) == pytest.approx(middle)
    assert against.get("class") == "bar against"
    assert [text.text for text in root.iter("text")] == ["same", "+5,0", HOSTILE, "−2,5"]


@given(
    st.lists(
        st.fixed_dictionaries(
            {
                "latitude": st.floats(-90, 90),
                "longitude": st.floats(-180, 180),
                "count": st.integers(0, 10**6),
            }
        ),
        min_size=1,
        max_size=20,
    )
)
def test_every_place_lies_on_the_map(points: list[dict[str, Any]]) -> None:
    root = parsed(bars.chart_map(points, "Made up", lambda one: str(one["count"]), lambda _: None))
    _, _, width, height = (float(number) for number in root.get("viewBox", "").split())
    circles = [circle for circle in root.iter("circle") if circle.get("class") == "point"]
    assert len(circles) == len(points)
    for circle in circles:
        assert -1 <= float(circle.get("cx", "")) <= width + 1
        assert -1 <= float(circle.get("cy", "")) <= height + 1


def test_what_is_nowhere_on_the_earth_is_left_out() -> None:
    points = [
        {"latitude": latitude, "longitude": longitude, "count": 1}
        for latitude, longitude in ((55.75, 37.62), (5575.0, 37.62), (55.75, 3762.0), (float("nan"), 1.0))
    ]
    root = parsed(bars.chart_map(points, "Made up", lambda one: str(one["count"]), lambda _: None))
    assert len(list(root.iter("circle"))) == 1


def test_the_area_of_a_circle_tells_the_number_and_leads_there() -> None:
    points = [
        {"latitude": 55.0, "longitude": 37.0, "count": 400, "name": HOSTILE},
        {"latitude": 59.0, "longitude": 30.0, "count": 100, "name": "Б"},
    ]
    root = parsed(bars.chart_map(points, "Made up", lambda one: str(one["name"]), lambda one: "place/x?a=1&b=2"))
    radii = [float(circle.get("r", "")) for circle in root.iter("circle")]
    assert radii == pytest.approx([22, 11])
    assert [link.get("href") for link in root.iter("a")] == ["place/x?a=1&b=2"] * 2
    assert [title.text for title in root.iter("title")][1:] == [HOSTILE, "Б"]
