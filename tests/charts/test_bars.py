"""Bar charts give their numbers to those who see them and to those who do not, and contain no markup but their own."""

from datetime import date

import pytest
from markupsafe import Markup

from poimenno.charts.bars import DayBar, LabelledBar, WeightBar, bar_chart, day_chart, weight_chart
from tests.charts.markup import HOSTILE, parsed


def days(*counts: tuple[date, int]) -> Markup:
    bars = [DayBar(day, count, f"{day}: {count}", f"?day={day}&x=1") for day, count in counts]
    return day_chart(bars, "Made up", lambda month: f"{month:%b}")


def test_each_day_is_a_bar_that_leads_to_its_names() -> None:
    root = parsed(days((date(1937, 8, 5), 4), (date(1938, 11, 17), 1)))
    links = list(root.iter("a"))
    assert [(link.get("href"), link.get("aria-label")) for link in links] == [
        ("?day=1937-08-05&x=1", "1937-08-05: 4"),
        ("?day=1938-11-17&x=1", "1938-11-17: 1"),
    ]
    tall = [float(bar.get("height", "")) for bar in root.iter("rect")]
    # The height grows with the square root, so that a single shooting is visible next to a mass of them.
    assert tall == pytest.approx([90.0, 45.0])
    assert len([line for line in root.iter("line") if line.get("class") == "axis"]) == 2


def test_nothing_is_drawn_of_nothing() -> None:
    assert days() == ""
    assert days((date(1937, 8, 5), 0)) == ""
    assert bar_chart([], "Made up") == ""
    assert weight_chart([], "Made up") == ""


def test_bars_are_in_proportion_and_labelled() -> None:
    root = parsed(bar_chart([LabelledBar("Один", 100, "100"), LabelledBar(HOSTILE, 50, "50")], HOSTILE))
    wide = [float(bar.get("width", "")) for bar in root.iter("rect")]
    assert wide[0] == pytest.approx(2 * wide[1], abs=0.2)
    assert [text.text for text in root.iter("text")] == ["Один", "100", HOSTILE, "50"]


def test_what_speaks_against_goes_to_the_left() -> None:
    bars = [WeightBar("same", 5.0, "+5,0"), WeightBar(HOSTILE, -2.5, "−2,5")]
    root = parsed(weight_chart(bars, "Made up"))
    towards, against = root.iter("rect")
    middle = float(towards.get("x", ""))
    assert float(against.get("x", "")) + float(against.get("width", "")) == pytest.approx(middle)
    assert against.get("class") == "bar against"
    assert [text.text for text in root.iter("text")] == ["same", "+5,0", HOSTILE, "−2,5"]
