"""Entries marked up in HTML, with the headings above them."""

from collections.abc import Callable
from typing import Any

from poimenno.sources.readers import html

Read = Callable[..., Any]


PAGE = """<HTML><BODY><p class=Street><a name=s1></a>Примерная ул.</p><Table><tr><td><h4>д.1</h4>
<p class=right>2 чел.</p>
<td><h5>&nbsp;кв.1</h5></td><td><p class=pers><B>Примеров Вымысел Образцович</B>, род. 1890, столяр &lt;артель&gt;.
<p class=pers><B>Образцова Примера</b>, род. 1902.</td></tr><tr><td><h4>д.2</h4><td><p class=pers></p></table>
<p class=Street>Вторая ул.</p><h4>д.7</h4><p class=pers><b>Вымышленный</B>, род. 1900.</p>"""


def test_entries_of_a_broken_page_keep_what_stands_above_them(read: Read) -> None:
    selectors = {"entry": "p.pers", "name": "b", "street": "p.Street", "house": "h4", "flat": "h5"}
    rows = read("html", "1.htm", PAGE, encoding="cp1251", html=selectors)
    assert rows.kinds == [("1.htm#0", "entry"), ("1.htm#1", "entry"), ("1.htm#2", "empty"), ("1.htm#3", "entry")]
    first, second, third = rows.entries
    assert first.text == "Примеров Вымысел Образцович, род. 1890, столяр <артель>."
    assert first.columns == {"name": "Примеров Вымысел Образцович"}
    assert first.context == second.context == {"street": "Примерная ул.", "house": "д.1", "flat": "кв.1"}
    assert third.context == {"street": "Вторая ул.", "house": "д.7"}


def test_selectors_are_guessed(tmp_path: Any) -> None:
    file = tmp_path / "1.htm"
    file.write_bytes(PAGE.encode("cp1251"))
    found = html.guess_selectors(file, "cp1251")
    assert {key: found.get(key) for key in ("entry", "name", "street", "house")} == {
        "entry": "p.pers",
        "name": "b",
        "street": "p.Street",
        "house": "h4",
    }
    assert "p.right" not in found.values()
