"""Numbers, shares and ranges as a language writes them. A dash stands for what is not known."""

from babel.numbers import format_decimal, format_percent

_LEAST_SHARE = 0.0001


class NumberWords:
    """Words numbers in a language: its separators, its decimal sign, its percent sign."""

    def __init__(self, language: str) -> None:
        self.language = language

    def number(self, value: float | None) -> str:
        """A number with the separators of the language; a dash for None."""
        return "—" if value is None else str(format_decimal(value, locale=self.language))

    def fixed(self, value: float, digits: int) -> str:
        """A number with this many digits after the decimal sign."""
        return str(format_decimal(value, format="0." + "0" * digits, locale=self.language))

    def significant(self, value: float) -> str:
        """A number to three significant digits."""
        return str(format_decimal(float(f"{value:.3g}"), format="0.########", locale=self.language))

    def weight(self, bits: float) -> str:
        """A weight for (+) or against (−), to a tenth of a bit."""
        return str(format_decimal(bits, format="+0.0;−0.0", locale=self.language))

    def span(self, low: float, high: float) -> str:
        """A number, or the two between which it lies."""
        return self.number(low) if low == high else f"{self.number(low)}–{self.number(high)}"

    def times(self, multiple: tuple[float, float] | None) -> str:
        """How many times as much, at least and at most, to a tenth; a dash for None."""
        if multiple is None:
            return "—"
        low, high = (str(format_decimal(end, format="0.0", locale=self.language)) for end in multiple)
        return low if low == high else f"{low}–{high}"

    def share(self, part: float, whole: float | None) -> str:
        """A part of a whole in percent, with two significant digits; a dash if there is no whole."""
        if not whole:
            return "—"
        share = part / whole
        if 0 < share < _LEAST_SHARE:
            return "< " + str(format_percent(_LEAST_SHARE, format="0.00%", locale=self.language))
        pattern = "0%" if share >= 0.1 or not share else "0.0%" if share >= 0.01 else "0.00%"
        return str(format_percent(share, format=pattern, locale=self.language))
