"""What all charts are made of: the size of the drawing, the picture around its parts, links with words.

Charts are inline SVG without scripts. Each carries a title for those who cannot see it; the pages give its numbers as a
table too. Parts are markup already: whoever makes one escapes the words in it.
"""

from collections.abc import Callable, Sequence

from markupsafe import Markup, escape

# The width of a chart, in its own units, that fills a page.
WIDTH = 960
# The width of a chart that a telephone shows whole, and the greatest width of a letter in it.
NARROW = 560
LETTER = 11
# Words a number in the language of the chart.
NumberWords = Callable[[float], str]


def picture(title: str, width: float, height: float, parts: Sequence[str], css_class: str) -> Markup:
    """The SVG of a chart from its parts, with its title for those who cannot see it."""
    return Markup(  # noqa: S704 - the parts are made by this room, from numbers and escaped words
        f'<svg class="{css_class}" viewBox="0 0 {width:.0f} {height:.0f}" role="group" aria-label="{escape(title)}">'
        f"<title>{escape(title)}</title>{''.join(parts)}</svg>"
    )


def titled(words: str, link: str | None, markup: str) -> str:
    """A part with a title that a pointer shows, and a link if there is one."""
    label = escape(words)
    body = f"<title>{label}</title>{markup}"
    return f'<a href="{escape(link)}" aria-label="{label}">{body}</a>' if link else f"<g>{body}</g>"
