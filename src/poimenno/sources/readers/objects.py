"""Common to JSON Lines and YAML: an object becomes an entry by the names of its keys."""

import json
from typing import Any

from poimenno.reference.vocabularies import RejectionReason, SourceKind
from poimenno.sources.raw import RawEntry, Rejected
from poimenno.sources.readers import SHOWN
from poimenno.sources.settings import Settings


def entry(locator: str, value: dict[Any, Any], settings: Settings) -> RawEntry | Rejected:
    """The entry of an object; it is rejected if it has neither a name nor a notice."""
    cells = {_writable(str(key)): cell(part) for key, part in value.items() if part is not None}
    mapping = settings.mapping
    named = [
        column for column in cells if mapping.get(column) in ("name", "surname", "notice") and cells[column].strip()
    ]
    # A row of figures is not about a person.
    if settings.kind == SourceKind.LIST and not named:
        return Rejected(locator, RejectionReason.NO_NAME, json.dumps(cells, ensure_ascii=False)[:SHOWN])
    notice = next((column for column in cells if mapping.get(column) == "notice"), None)
    key = next((text for column, text in cells.items() if mapping.get(column) == "key"), None)
    text = cells.pop(notice) if notice else ""
    return RawEntry(locator, text, columns=cells, key=key)


def cell(value: Any) -> str:
    """A value as text: a string as it is, anything else as JSON."""
    return _writable(value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str))


def _writable(text: str) -> str:
    """The text with U+FFFD for what JSON escapes can write but a text cannot have: zero bytes, lone surrogates."""
    valid = text if text.isascii() else text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return valid.replace("\x00", "\ufffd")
