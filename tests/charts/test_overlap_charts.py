"""Charts of overlaps: columns and ranges in proportion, dots under the right lists, words escaped."""

import pytest

from poimenno.charts.overlap_charts import Density, Overlap, density_chart, upset_chart
from tests.charts.markup import HOSTILE, parsed


def test_columns_are_in_proportion_and_dots_mark_their_lists() -> None:
    overlaps = [Overlap(["A", HOSTILE], 40), Overlap([HOSTILE], 10)]
    root = parsed(upset_chart(["A", HOSTILE], overlaps, "Made up", str))
    high = [float(column.get("height", "")) for column in root.iter("rect")]
    assert high == pytest.approx([190, 47.5])
    dots = [(float(dot.get("cx", "")), float(dot.get("cy", ""))) for dot in root.iter("circle")]
    (first, upper), (same, lower), (second, below) = dots
    assert first == same < second
    assert upper < lower == below
    assert [title.text for title in root.iter("title")][1:] == [f"A + {HOSTILE}: 40", f"{HOSTILE}: 10"]
    assert upset_chart(["A"], [], "Made up", str) == ""


def test_ranges_are_in_proportion_and_the_named_and_the_interval_are_marked() -> None:
    density = Density([100, 110, 120], [0.75, 0.25], named=90, low=104.6, high=118.2)
    root = parsed(density_chart(density, "Made up", ("named", HOSTILE), str))
    high = [float(bar.get("height", "")) for bar in root.iter("rect")]
    assert high == pytest.approx([150, 50])
    assert [text.text for text in root.iter("text")] == ["named: 90", f"{HOSTILE}: 105–118"]
    [named] = [line for line in root.iter("line") if line.get("class") == "against"]
    # The scale begins with the people named.
    assert float(named.get("x1", "")) == 20
