"""The charts of the pages as files: SVG, or PNG drawn from it. A plot is complete: title, key and source are in it.

For print and for teaching; the colours are those of the light pages, and there are no links.
"""

import pathlib
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from poimenno.charts.record_charts import RecordCharts
from poimenno.charts.svg import WIDTH
from poimenno.disclosure import published_view
from poimenno.foundation import database, files
from poimenno.foundation.errors import ArchiveError, NotFound
from poimenno.foundation.language import gettext as _
from poimenno.foundation.language import translation
from poimenno.queries import documented
from poimenno.queries.record_queries import holdings
from poimenno.queries.toll import OPERATION, read_toll, toll_answer

if TYPE_CHECKING:
    import duckdb

# Pixels of a PNG from left to right: twice a page's, for print.
_PIXELS = 1920
_STYLE = (
    "text{font-family:'PT Serif','DejaVu Serif','Liberation Serif','Times New Roman',serif;fill:#1d1b18}"
    ".title{font-size:21px}.note{font-size:12px;fill:#5b564e}.tick{font-size:13px;fill:#5b564e}.label{font-size:13px}"
    ".grid,.axis{stroke:#d9d4c9;stroke-width:.8}.band{fill:#7a1f1f;fill-opacity:.13}"
    ".limit{fill:none;stroke:#7a1f1f;stroke-width:2.5}.most{stroke-width:1;stroke-dasharray:5 4}.step{fill:#7a1f1f}"
    ".done{fill:#1d1b18;stroke:#1d1b18;stroke-width:2}.done.sentenced{fill:#fbfaf7}.span{stroke:#1d1b18;stroke-width:2}"
    ".column{fill:#7a1f1f}.column.sentenced{fill:#5b564e;fill-opacity:.55}"
    ".coasts{fill:none;stroke:#5b564e;stroke-width:.8}"
    ".borders{fill:none;stroke:#5b564e;stroke-width:.6;stroke-dasharray:1 3}"
    ".point{fill:#7a1f1f;fill-opacity:.28;stroke:#7a1f1f}.inner{fill:#7a1f1f;fill-opacity:.75}"
    ".size{fill:none;stroke:#5b564e}.country .label{stroke:#fbfaf7;stroke-width:3px;paint-order:stroke}"
)


@dataclass(frozen=True, slots=True)
class Plot:
    """What to draw: a name of `PLOTS`, in a language, of an operation, at a day (of the map; None: the end)."""

    name: str
    language: str = "en"
    operation: str = OPERATION
    day: date | None = None


@dataclass(frozen=True, slots=True)
class KeyItem:
    """A line of the key under a plot: the class of a mark, and what it stands for."""

    mark: str
    words: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """The charts of a plot, from top to bottom, with their key and a note."""

    charts: list[Markup]
    key: list[KeyItem]
    note: str


def write_plot(record: pathlib.Path, plot: Plot, target: pathlib.Path) -> None:
    """Draw a plot from a record to a .svg or .png file, whole or not at all.

    Raises ArchiveError for another ending or a file that cannot be written, NotFound if the record contains nothing
    to draw, and RecordError if it cannot be read.
    """
    if target.suffix.lower() not in {".svg", ".png"}:
        raise ArchiveError(
            _("{file}: cannot tell the format; expected a name ending in .svg or .png.").format(file=target)
        )
    with database.opened(record) as db:
        # A plot is made to be shown: nobody whom the pages withhold is in it.
        published_view.publish(db, datetime.now(tz=UTC).date())
        drawing = PLOTS[plot.name](db, plot)
        version = holdings(db).version
    charts = [chart for chart in drawing.charts if chart]
    if not charts:
        raise NotFound(
            _("The record contains nothing about {operation} to plot as {plot}.").format(
                operation=plot.operation, plot=plot.name
            )
        )
    origin = translation(plot.language).gettext("Poimenno, record {version}").format(version=version)
    svg = complete_picture(charts, drawing.key, f"{drawing.note} {origin}.")
    content = svg.encode() if target.suffix.lower() == ".svg" else png(svg)
    with files.output_file(target) as tmp_path:
        tmp_path.write_bytes(content)


def _toll(db: "duckdb.DuckDBPyConnection", plot: Plot) -> Drawing:
    charts, gettext = RecordCharts(plot.language), translation(plot.language).gettext
    toll = read_toll(db, plot.operation)
    key = [
        KeyItem("limit", gettext("limits approved, at least")),
        KeyItem("most", gettext("at most")),
        KeyItem("sentenced", gettext("sentenced by that day, as one source says")),
        KeyItem("shot", gettext("shot or sentenced to death by that day, as one source says")),
    ]
    note = gettext("Undated supplements are not shown.")
    course, done = toll.course(), toll.done(None)
    return Drawing([charts.toll(course, done, what) for what in ("both", "death")], key, note)


def _map(db: "duckdb.DuckDBPyConnection", plot: Plot) -> Drawing:
    charts, gettext = RecordCharts(plot.language), translation(plot.language).gettext
    day = charts.wording.day(plot.day) if plot.day else gettext("at the end")
    key = [
        KeyItem("point", gettext("limits in force: {day}").format(day=day)),
        KeyItem("inner", gettext("first limits")),
    ]
    note = gettext("Coasts and present-day borders are shown for orientation only: Natural Earth, public domain.")
    toll = toll_answer(db, plot.day, plot.operation)
    return Drawing([charts.map(toll.regions, toll.largest)], key, note)


def _months(db: "duckdb.DuckDBPyConnection", plot: Plot) -> Drawing:
    charts, gettext = RecordCharts(plot.language), translation(plot.language).gettext
    key = [
        KeyItem("column sentenced", gettext("people sentenced")),
        KeyItem("column shot", gettext("people shot")),
    ]
    chart = charts.months(documented.named_by_month(db, plot.operation), plot.operation)
    return Drawing([chart], key, f"{charts.wording.code(plot.operation, 'operation')}.")


PLOTS: dict[str, Callable[["duckdb.DuckDBPyConnection", Plot], Drawing]] = {
    "toll": _toll,
    "map": _map,
    "months": _months,
}


def complete_picture(charts: list[Markup], key: list[KeyItem], note: str) -> str:
    """One picture of charts below one another, each with its title, and under them the key and a note.

    Raises ValueError for markup that `svg.picture` did not make.
    """
    parts, top = [], 0.0
    for chart in charts:
        inside = str(chart)
        match = re.match(r'<svg class="([^"]*)" viewBox="0 0 (\d+) (\d+)"[^>]*><title>([^<]*)</title>', inside)
        if match is None:
            raise ValueError("not a chart made by svg.picture")
        parts.append(f'<text class="title" x="24" y="{top + 34:.0f}">{match[4]}</text>')
        body = inside[match.end() : -len("</svg>")]
        # Within a picture of its own, so that a map is clipped at its frame.
        size = f'y="{top + 48:.0f}" width="{match[2]}" height="{match[3]}" viewBox="0 0 {match[2]} {match[3]}"'
        parts.append(f'<svg class="{match[1]}" {size}>{body}</svg>')
        top += 48 + float(match[3]) + 8
    for item in key:
        top += 20
        parts.append(
            _sample(item.mark, top - 4) + f'<text class="note" x="62" y="{top:.0f}">{escape(item.words)}</text>'
        )
    top += 24
    parts.append(f'<text class="note" x="24" y="{top:.0f}">{escape(note)}</text>')
    height = top + 16
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height:.0f}" width="{WIDTH}" '
        f'height="{height:.0f}"><style>{_STYLE}</style><rect width="100%" height="100%" fill="#fbfaf7"/>'
        f"{''.join(parts)}</svg>\n"
    )


def _sample(mark: str, y: float) -> str:
    if mark in {"limit", "most"}:
        return f'<path class="limit {mark}" d="M24 {y:.0f}H54"/>'
    if mark.startswith("column"):
        return f'<rect class="{mark}" x="33" y="{y - 6:.0f}" width="12" height="12"/>'
    mark = f"done {mark}" if mark in {"sentenced", "shot"} else mark
    return f'<circle class="{mark}" cx="39" cy="{y:.0f}" r="6"/>'


def png(svg: str) -> bytes:
    """The picture in pixels, drawn by resvg with the serif fonts of the system."""
    import resvg_py

    return bytes(resvg_py.svg_to_bytes(svg_string=svg, width=_PIXELS))
