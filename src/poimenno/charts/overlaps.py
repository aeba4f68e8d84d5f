"""Charts of overlaps and estimates: an UpSet plot (Lex et al. 2014), and where an estimated total may lie."""

from collections.abc import Callable, Sequence
from typing import Any

from markupsafe import Markup, escape

from poimenno.charts.bars import WIDTH, svg

Number = Callable[[float], str]


def upset(lists: Sequence[str], overlaps: Sequence[dict[str, Any]], title: str, number: Number) -> Markup:
    """A column for each combination of lists that occurs, the largest first; dots below say which lists."""
    if not overlaps:
        return Markup()
    shown = overlaps[:24]
    left, tall, line = 170, 190, 26
    step = min(70.0, (WIDTH - left - 20) / len(shown))
    most = max(row["count"] for row in shown)
    parts = []
    for j, name in enumerate(lists):
        y = tall + 34 + j * line
        parts.append(f'<text class="label" x="{left - 12}" y="{y + 5}" text-anchor="end">{escape(name)}</text>')
        parts.append(f'<line class="grid" x1="{left}" x2="{left + step * len(shown):.1f}" y1="{y}" y2="{y}"/>')
    for i, row in enumerate(shown):
        x = left + step * (i + 0.5)
        high = max(1.5, tall * row["count"] / most)
        words = escape(f"{' + '.join(row['lists'])}: {number(row['count'])}")
        parts.append(
            f'<g><title>{words}</title><rect class="bar" x="{x - step * 0.35:.1f}" y="{tall + 16 - high:.1f}" '
            f'width="{step * 0.7:.1f}" height="{high:.1f}"/></g>'
        )
        if len(shown) <= 16:
            label = f'<text class="tick" x="{x:.1f}" y="{tall + 11 - high:.1f}" text-anchor="middle">'
            parts.append(f"{label}{escape(number(row['count']))}</text>")
        on = [tall + 34 + j * line for j, name in enumerate(lists) if name in row["lists"]]
        parts.append(f'<line class="axis" x1="{x:.1f}" x2="{x:.1f}" y1="{on[0]}" y2="{on[-1]}"/>')
        parts += [f'<circle class="bar" cx="{x:.1f}" cy="{y}" r="6"/>' for y in on]
    return svg(title, WIDTH, tall + 34 + len(lists) * line, parts, "chart upset")


def density(stratum: dict[str, Any], title: str, words: tuple[str, str], number: Number) -> Markup:
    """Where the total may lie: a bar for each range of totals; the named and the interval are marked.

    `words` name the line of those named and the bar of the interval.
    """
    found, estimate = stratum["density"], stratum["estimate"]
    if not found or estimate["high"] is None:
        return Markup()
    edges: list[float] = found["edges"]
    tall, left = 150, 20
    low, high = min(edges[0], float(stratum["named"])), edges[-1]
    scale = (WIDTH - 2 * left) / max(high - low, 1e-9)

    def at(value: float) -> float:
        return left + (value - low) * scale

    most = max(found["probabilities"]) or 1
    parts = [
        f'<rect class="bar" x="{at(edges[i]):.1f}" y="{tall + 24 - tall * p / most:.1f}" '
        f'width="{max(at(edges[i + 1]) - at(edges[i]) - 0.5, 0.5):.1f}" height="{tall * p / most:.1f}"/>'
        for i, p in enumerate(found["probabilities"])
        if p
    ]
    base = tall + 24
    parts.append(f'<line class="axis" x1="{left}" x2="{WIDTH - left}" y1="{base}" y2="{base}"/>')
    named = at(stratum["named"])
    parts.append(f'<line class="against" stroke="currentColor" x1="{named:.1f}" x2="{named:.1f}" y1="20" y2="{base}"/>')
    parts.append(f'<text class="tick" x="{named + 4:.1f}" y="14">{escape(words[0])}: {number(stratum["named"])}</text>')
    ends = [at(max(low, estimate["low"])), at(min(high, estimate["high"]))]
    parts.append(
        f'<line stroke="currentColor" stroke-width="3" x1="{ends[0]:.1f}" x2="{ends[1]:.1f}" y1="{base + 10}" '
        f'y2="{base + 10}"/>'
    )
    limits = f"{words[1]}: {number(round(estimate['low']))}–{number(round(estimate['high']))}"
    middle = f'x="{(ends[0] + ends[1]) / 2:.1f}" y="{base + 28}" text-anchor="middle"'
    parts.append(f'<text class="tick" {middle}>{escape(limits)}</text>')
    return svg(title, WIDTH, base + 36, parts, "chart density")
