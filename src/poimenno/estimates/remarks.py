"""Sentences that estimates carry: English text that remembers how it was made, so that a page can translate it.

In the modules of this room `_` is `Remark`: `_("… {n} …").format(n=3)`.
"""

from collections.abc import Callable, Mapping


class Remark(str):
    """An English sentence with its template and values."""

    template: str
    values: dict[str, object]

    def __new__(cls, template: str, values: Mapping[str, object] | None = None) -> "Remark":
        """Fill the template if there are values."""
        remark = super().__new__(cls, template.format(**values) if values else template)
        remark.template, remark.values = template, dict(values or {})
        return remark

    def format(self, *_args: object, **values: object) -> "Remark":
        """Fill the template."""
        return Remark(self.template, values)

    def translated(self, translate: Callable[[str], str]) -> str:
        """The sentence in the language that `translate` translates templates to."""
        text = translate(self.template)
        return text.format(**self.values) if self.values else text
