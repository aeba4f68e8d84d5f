"""What JSON Lines and YAML share: an object becomes an entry by the names of its keys."""

import json
from typing import Any

from poimenno.sources.raw import RawEntry, Rejected
from poimenno.sources.readers import SHOWN
from poimenno.sources.settings import Settings


def entry(locator: str, value: dict[Any, Any], settings: Settings) -> RawEntry | Rejected:
    """The entry of an object, or its rejection where it has neither a name nor a notice."""
    cells = {_writable(str(key)): cell(one) for key, one in value.items() if one is not None}
    mapping = settings.mapping
    named = [
        column for column in cells if mapping.get(column) in ("name", "surname", "notice") and cells[column].strip()
    ]
    # A row of figures is about nobody.
    if settings.kind == "list" and not named:
        return Rejected(locator, "no_name", json.dumps(cells, ensure_ascii=False)[:SHOWN])
    notice = next((column for column in cells if mapping.get(column) == "notice"), None)
    key = next((one for column, one in cells.items() if mapping.get(column) == "key"), None)
    text = cells.pop(notice) if notice else ""
    return RawEntry(locator, text, columns=cells, key=key)


def cell(value: Any) -> str:
    """A value as text: strings as they are, anything else as JSON."""
    return _writable(value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str))


def _writable(text: str) -> str:
    """A text with U+FFFD for what escapes can name but no text holds: zero bytes, halves of surrogate pairs."""
    whole = text if text.isascii() else text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return whole.replace("\x00", "\ufffd")
