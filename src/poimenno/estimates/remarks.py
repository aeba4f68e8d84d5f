"""Sentences that results carry: English text that remembers how it was made, so that a page can say it in Russian.

In the modules of this room `_` is `Remark`: `_("… {n} …").format(n=3)`.
"""

from collections.abc import Callable, Mapping
from typing import Any


class Remark(str):
    """An English sentence with its template and values."""

    template: str
    values: dict[str, Any]

    def __new__(cls, template: str, values: Mapping[str, Any] | None = None) -> "Remark":
        """Fill the template, where there are values."""
        made = super().__new__(cls, template.format(**values) if values else template)
        made.template, made.values = template, dict(values or {})
        return made

    def format(self, *_args: object, **values: object) -> "Remark":
        """Fill the template."""
        return Remark(self.template, values)

    def said(self, translate: Callable[[str], str]) -> str:
        """The sentence in another language."""
        text = translate(self.template)
        return text.format(**self.values) if self.values else text


def as_json(text: str | None) -> dict[str, Any] | None:
    """The sentence, and what it is made of."""
    if text is None:
        return None
    remark = text if isinstance(text, Remark) else Remark(text)
    return {"text": str(remark), "template": remark.template, "values": remark.values}


def of_json(value: Mapping[str, Any] | None) -> Remark | None:
    """What `as_json` gave, read again."""
    return None if value is None else Remark(value["template"], value["values"])
