"""Charts of overlaps and estimates: an UpSet plot (Lex et al. 2014), and where an estimated total may lie."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from poimenno.charts.svg import WIDTH, NumberWords, picture

_MOST_COLUMNS = 24
_MOST_LABELLED = 16


@dataclass(frozen=True, slots=True)
class Overlap:
    """The people who are on all of `lists` and on no other list."""

    lists: Sequence[str]
    count: int


@dataclass(frozen=True, slots=True)
class Density:
    """Where an estimated total may lie: the probability of each range between two neighbouring edges.

    `named` people are on a list; `low` and `high` are the ends of the interval of the estimate.
    """

    edges: Sequence[float]
    probabilities: Sequence[float]
    named: int
    low: float
    high: float


def upset_chart(lists: Sequence[str], overlaps: Sequence[Overlap], title: str, number: NumberWords) -> Markup:
    """A column for each combination of lists that occurs, the largest first; dots below it mark its lists."""
    if not overlaps:
        return Markup()
    shown = overlaps[:_MOST_COLUMNS]
    left, tall, line = 170, 190, 26
    step = min(70.0, (WIDTH - left - 20) / len(shown))
    largest = max(overlap.count for overlap in shown)
    parts = []
    for row, name in enumerate(lists):
        y = tall + 34 + row * line
        parts.append(f'<text class="label" x="{left - 12}" y="{y + 5}" text-anchor="end">{escape(name)}</text>')
        parts.append(f'<line class="grid" x1="{left}" x2="{left + step * len(shown):.1f}" y1="{y}" y2="{y}"/>')
    for column, overlap in enumerate(shown):
        x = left + step * (column + 0.5)
        high = max(1.5, tall * overlap.count / largest)
        words = escape(f"{' + '.join(overlap.lists)}: {number(overlap.count)}")
        parts.append(
            f'<g><title>{words}</title><rect class="bar" x="{x - step * 0.35:.1f}" y="{tall + 16 - high:.1f}" '
            f'width="{step * 0.7:.1f}" height="{high:.1f}"/></g>'
        )
        if len(shown) <= _MOST_LABELLED:
            label = f'<text class="tick" x="{x:.1f}" y="{tall + 11 - high:.1f}" text-anchor="middle">'
            parts.append(f"{label}{escape(number(overlap.count))}</text>")
        dots = [tall + 34 + row * line for row, name in enumerate(lists) if name in overlap.lists]
        parts.append(f'<line class="axis" x1="{x:.1f}" x2="{x:.1f}" y1="{dots[0]}" y2="{dots[-1]}"/>')
        parts += [f'<circle class="bar" cx="{x:.1f}" cy="{y}" r="6"/>' for y in dots]
    return picture(title, WIDTH, tall + 34 + len(lists) * line, parts, "chart upset")


def density_chart(density: Density, title: str, words: tuple[str, str], number: NumberWords) -> Markup:
    """A bar for each range of totals; a line marks the people named, a bar below the axis the interval.

    `words` name the line and the interval.
    """
    tall, left = 150, 20
    base = tall + 24
    low, high = min(density.edges[0], float(density.named)), density.edges[-1]
    scale = (WIDTH - 2 * left) / max(high - low, 1e-9)

    def at(value: float) -> float:
        return left + (value - low) * scale

    largest = max(density.probabilities) or 1
    ranges = zip(density.edges, density.edges[1:], density.probabilities, strict=False)
    parts = [
        f'<rect class="bar" x="{at(start):.1f}" y="{base - tall * probability / largest:.1f}" '
        f'width="{max(at(end) - at(start) - 0.5, 0.5):.1f}" height="{tall * probability / largest:.1f}"/>'
        for start, end, probability in ranges
        if probability
    ]
    parts.append(f'<line class="axis" x1="{left}" x2="{WIDTH - left}" y1="{base}" y2="{base}"/>')
    named = at(density.named)
    parts.append(f'<line class="against" stroke="currentColor" x1="{named:.1f}" x2="{named:.1f}" y1="20" y2="{base}"/>')
    parts.append(f'<text class="tick" x="{named + 4:.1f}" y="14">{escape(words[0])}: {number(density.named)}</text>')
    ends = [at(max(low, density.low)), at(min(high, density.high))]
    parts.append(
        f'<line stroke="currentColor" stroke-width="3" x1="{ends[0]:.1f}" x2="{ends[1]:.1f}" y1="{base + 10}" '
        f'y2="{base + 10}"/>'
    )
    interval = f"{words[1]}: {number(round(density.low))}–{number(round(density.high))}"
    middle = f'x="{(ends[0] + ends[1]) / 2:.1f}" y="{base + 28}" text-anchor="middle"'
    parts.append(f'<text class="tick" {middle}>{escape(interval)}</text>')
    return picture(title, WIDTH, base + 36, parts, "chart density")
