"""Lines and points stand where their numbers are, columns are in proportion, scales are of round numbers."""

import re
import xml.etree.ElementTree as ET
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from poimenno.charts.timelines import DonePoint, Frame, LimitStep, Month, MonthColumn, month_chart, toll_chart


def test_limits_rise_on_their_days_and_points_stand_at_their_numbers() -> None:
    steps = [
        LimitStep(date(1937, 8, 1), 100, 100, "first"),
        LimitStep(date(1938, 1, 1), 200, 300, "<more>", "#x"),
    ]
    points = [DonePoint(date(1938, 6, 30), 400, 500, "shot", "done", "figure/x")]
    markup = toll_chart(steps, points, "Made up", str, str)
    root = ET.fromstring(markup)  # noqa: S314 - our own markup
    frame = Frame(date(1937, 8, 1), date(1938, 6, 30), 500)
    boxes = [(float(r.get("x", "")) + 4, float(r.get("y", "")) + 4) for r in root.iter("rect")]
    assert boxes[1] == pytest.approx(frame.at(date(1938, 1, 1), 200), abs=0.1)
    tops = sorted(float(c.get("cy", "")) for c in root.iter("circle"))
    assert tops == pytest.approx([frame.at(date.min.replace(year=1938), n)[1] for n in (500, 400)], abs=0.1)
    assert [link.get("href") for link in root.iter("a")] == ["#x", "figure/x"]
    assert toll_chart([], [], "Made up", str, str) == ""


@given(st.floats(1, 1e7))
def test_the_scale_is_of_round_numbers_and_holds_the_largest(most: float) -> None:
    frame = Frame(date(1937, 8, 1), date(1938, 11, 17), most)
    assert frame.top >= most
    assert re.fullmatch("[125]0*", f"{frame.step:.0f}")
    assert 1 <= frame.top / frame.step <= 7


def test_columns_are_in_proportion() -> None:
    months = [
        Month(date(1937, 8, 1), [MonthColumn("sentenced", 10, "ten", "a"), MonthColumn("shot", 5, "five")]),
        Month(date(1937, 10, 1), [MonthColumn("sentenced", 0, "none"), MonthColumn("shot", 10, "ten")]),
    ]
    root = ET.fromstring(month_chart(months, "Made up", str, str))  # noqa: S314 - our own markup
    high = [float(column.get("height", "")) for column in root.iter("rect")]
    assert high == pytest.approx([high[0], high[0] / 2, high[0]], abs=0.2)
    assert month_chart([], "Made up", str, str) == ""
