"""What the tests of charts share: words that must be escaped, and a parser that checks what every chart promises."""

import xml.etree.ElementTree as ET

from markupsafe import Markup

HOSTILE = '"><script>alert(1)</script>&'


def parsed(markup: Markup) -> ET.Element:
    """The picture as XML; fails if it has no title for those who cannot see it, or a script."""
    root = ET.fromstring(markup)  # noqa: S314 - our own markup
    assert root.tag == "svg"
    assert root.get("aria-label") == root.findtext("title")
    assert not list(root.iter("script"))
    return root
