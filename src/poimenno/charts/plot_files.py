"""The charts of the pages as files: SVG, or PNG drawn from it. A plot stands alone: title, key and source are in it.

For print and for teaching; the colours are those of the pages in daylight, and there are no links.
"""

import pathlib
import re
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from poimenno.charts.bars import WIDTH
from poimenno.charts.pictures import Pictures
from poimenno.disclosure import published_view
from poimenno.foundation import database
from poimenno.foundation.errors import ArchiveError, NotFound
from poimenno.foundation.language import gettext as _
from poimenno.foundation.language import translation
from poimenno.queries import documented, page_queries
from poimenno.queries.toll import OPERATION, Toll

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
Key = list[tuple[str, str]]
Drawn = tuple[list[Markup], Key, str]


@dataclass(frozen=True, slots=True)
class Plot:
    """What to draw: a name of `PLOTS`, in a language, of an operation, at a day (of the map; None: the end)."""

    name: str
    language: str = "en"
    operation: str = OPERATION
    day: date | None = None


def write(record: pathlib.Path, plot: Plot, target: pathlib.Path) -> None:
    """Draw a plot from a record to a .svg or .png file.

    Raises ArchiveError for another ending or a file that cannot be written, NotFound where the record holds nothing
    to draw, and RecordError where it cannot be read.
    """
    if target.suffix.lower() not in {".svg", ".png"}:
        raise ArchiveError(
            _("{file}: cannot tell the format; expected a name ending in .svg or .png.").format(file=target)
        )
    with database.opened(record) as db:
        # A plot is made to be shown: it holds nobody whom the pages withhold.
        published_view.publish(db, datetime.now(tz=UTC).date())
        charts, key, note = PLOTS[plot.name](db, plot)
        version = page_queries.holdings(db)["version"]
    charts = [chart for chart in charts if chart]
    if not charts:
        raise NotFound(
            _("The record holds nothing to draw of {operation} as {plot}.").format(
                operation=plot.operation, plot=plot.name
            )
        )
    made = translation(plot.language).gettext("Poimenno, record {version}").format(version=version)
    svg = standing_alone(charts, key, f"{note} {made}.")
    _save(target, svg.encode() if target.suffix.lower() == ".svg" else png(svg))


def _toll(db: "duckdb.DuckDBPyConnection", plot: Plot) -> Drawn:
    pictures, toll, say = Pictures(plot.language), Toll(db, plot.operation), translation(plot.language).gettext
    key = [
        ("limit", say("limits approved, at least")),
        ("most", say("at most")),
        ("sentenced", say("sentenced by that day, as one source says")),
        ("shot", say("shot or sentenced to death by that day, as one source says")),
    ]
    return [pictures.toll(toll, what) for what in ("both", "death")], key, say("Undated supplements are not drawn.")


def _map(db: "duckdb.DuckDBPyConnection", plot: Plot) -> Drawn:
    pictures, say = Pictures(plot.language), translation(plot.language).gettext
    when = pictures.wording.day(plot.day) if plot.day else say("in the end")
    key = [("point", say("limits that stood: {day}").format(day=when)), ("inner", say("first limits"))]
    note = say("Coasts and the borders of today, only to find one's way: Natural Earth, public domain.")
    return [pictures.map(Toll(db, plot.operation), plot.day)], key, note


def _months(db: "duckdb.DuckDBPyConnection", plot: Plot) -> Drawn:
    pictures, say = Pictures(plot.language), translation(plot.language).gettext
    name = page_queries.one(db, "SELECT name_en, name_ru FROM operations WHERE operation = ?", plot.operation)
    key = [("column sentenced", say("people sentenced")), ("column shot", say("people shot"))]
    return (
        [pictures.months(documented.by_month(db, plot.operation), plot.operation)],
        key,
        f"{name[f'name_{plot.language}']}." if name else "",
    )


PLOTS: dict[str, Callable[["duckdb.DuckDBPyConnection", Plot], Drawn]] = {
    "toll": _toll,
    "map": _map,
    "months": _months,
}


def standing_alone(charts: list[Markup], key: Key, note: str) -> str:
    """One picture of charts below one another, each with its title, and under them the key and a note."""
    parts, top = [], 0.0
    for chart in charts:
        inside = str(chart)
        found = re.match(r'<svg class="([^"]*)" viewBox="0 0 (\d+) (\d+)"[^>]*><title>([^<]*)</title>', inside)
        if found is None:
            raise ValueError("not a chart of ours")
        parts.append(f'<text class="title" x="24" y="{top + 34:.0f}">{found[4]}</text>')
        body = inside[found.end() : -len("</svg>")]
        # Within a picture of its own, so that nothing of a map stands out of it.
        size = f'y="{top + 48:.0f}" width="{found[2]}" height="{found[3]}" viewBox="0 0 {found[2]} {found[3]}"'
        parts.append(f'<svg class="{found[1]}" {size}>{body}</svg>')
        top += 48 + float(found[3]) + 8
    for kind, words in key:
        top += 20
        parts.append(_sample(kind, top - 4) + f'<text class="note" x="62" y="{top:.0f}">{escape(words)}</text>')
    top += 24
    parts.append(f'<text class="note" x="24" y="{top:.0f}">{escape(note)}</text>')
    height = top + 16
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height:.0f}" width="{WIDTH}" '
        f'height="{height:.0f}"><style>{_STYLE}</style><rect width="100%" height="100%" fill="#fbfaf7"/>'
        f"{''.join(parts)}</svg>\n"
    )


def _sample(kind: str, y: float) -> str:
    if kind in {"limit", "most"}:
        return f'<path class="limit {kind}" d="M24 {y:.0f}H54"/>'
    if kind.startswith("column"):
        return f'<rect class="{kind}" x="33" y="{y - 6:.0f}" width="12" height="12"/>'
    kind = f"done {kind}" if kind in {"sentenced", "shot"} else kind
    return f'<circle class="{kind}" cx="39" cy="{y:.0f}" r="6"/>'


def png(svg: str) -> bytes:
    """The picture in pixels, drawn by resvg with the serif fonts of the system."""
    import resvg_py

    return bytes(resvg_py.svg_to_bytes(svg_string=svg, width=_PIXELS))


def _save(target: pathlib.Path, content: bytes) -> None:
    if not target.absolute().parent.is_dir():
        raise ArchiveError(_("{folder}: this folder is not there; make it first.").format(folder=target.parent))
    beside = target.with_name(f".{target.name}.{uuid.uuid4().hex[:8]}")
    try:
        beside.write_bytes(content)
        beside.replace(target)
    except OSError as error:
        raise ArchiveError(
            _("{file}: could not be written ({reason}).").format(file=target, reason=error.strerror or error)
        ) from error
    finally:
        beside.unlink(missing_ok=True)
