"""Plots are whole pictures, in both languages and both formats."""

import pathlib
import re
import xml.etree.ElementTree as ET
from datetime import date

import pytest

from poimenno.charts.plot_files import PLOTS, Plot, write_plot
from poimenno.foundation.errors import ArchiveError, NotFound
from poimenno.foundation.language import LANGUAGES


@pytest.mark.parametrize("name", PLOTS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_plot_is_complete_without_a_page(
    made_up_record: pathlib.Path, tmp_path: pathlib.Path, name: str, language: str
) -> None:
    target = tmp_path / "plot.svg"
    write_plot(made_up_record, Plot(name, language), target)
    root = ET.fromstring(target.read_text(encoding="utf-8"))  # noqa: S314 - our own markup
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    text = " ".join(root.itertext())
    assert re.search("[А-я]{4}" if language == "ru" else "[a-z]{4}", text)
    assert "href" not in target.read_text(encoding="utf-8")
    write_plot(made_up_record, Plot(name, language), tmp_path / "plot.PNG")
    content = (tmp_path / "plot.PNG").read_bytes()
    assert content.startswith(b"\x89PNG")
    assert int.from_bytes(content[16:20]) == 1920
    assert sorted(path.name for path in tmp_path.iterdir()) == ["plot.PNG", "plot.svg"]


def test_the_map_of_a_day_is_another(made_up_record: pathlib.Path, tmp_path: pathlib.Path) -> None:
    drawings = []
    for day in (date(1937, 7, 30), None):
        write_plot(made_up_record, Plot("map", day=day), tmp_path / "map.svg")
        drawings.append((tmp_path / "map.svg").read_text(encoding="utf-8"))
    # Both have one scale: the largest circle of the beginning is smaller than that of the end.
    largest = [max(float(r) for r in re.findall(r'class="point"[^>]*r="([\d.]+)"', drawing)) for drawing in drawings]
    assert largest[0] < largest[1]


def test_what_cannot_be_drawn_is_said(made_up_record: pathlib.Path, tmp_path: pathlib.Path) -> None:
    with pytest.raises(ArchiveError, match=r"\.svg or \.png"):
        write_plot(made_up_record, Plot("toll"), tmp_path / "toll.pdf")
    with pytest.raises(ArchiveError, match="does not exist"):
        write_plot(made_up_record, Plot("toll"), tmp_path / "no-folder" / "toll.svg")
    with pytest.raises(NotFound, match="99999"):
        write_plot(made_up_record, Plot("months", operation="99999"), tmp_path / "months.svg")
