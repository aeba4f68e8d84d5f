"""Checks the table of a dialect when it is loaded: an error is then a sentence, and not a field that is never read."""

import re
from typing import Any

from poimenno import reference
from poimenno.foundation.errors import SourceError
from poimenno.foundation.language import gettext as _
from poimenno.reference.vocabularies import DialectPart, RejectionReason

# Where to look, for every part.
_PLACE = frozenset({"read", "line", "sentence", "behind", "ahead", "loose", "seen", "unseen"})
# How the rest of a stretch becomes a value.
_REST = frozenset({"field", "skip", "lead", "needs_lead", "until", "fits", "unless", "once"})
PARTS: dict[DialectPart, frozenset[str]] = {
    DialectPart.DATE: _PLACE | {"field", "where"},
    DialectPart.PATTERN: _PLACE
    | {"field", "pattern", "all", "normal", "date", "number", "ethnicity", "years", "keep", "once"},
    DialectPart.REST: _PLACE | _REST,
    DialectPart.ITEMS: _PLACE | {"separator", "sentences", "kinds", "first", "before", "after", "alone", "lead"},
    DialectPart.ARTICLES: _PLACE | {"bare"},
    DialectPart.BODY: _PLACE | _REST | {"known"},
    DialectPart.SENTENCE: _PLACE | _REST,
    DialectPart.NAMES: _PLACE | _REST,
}
_NEEDED = {
    DialectPart.DATE: {"field"},
    DialectPart.PATTERN: {"pattern"},
    DialectPart.REST: {"field"},
    DialectPart.ITEMS: {"kinds"},
}
_PATTERNS = ("pattern", "skip", "lead", "until", "fits", "unless", "separator")
_FIELDS = ("field", "first", "before", "after", "alone", "behind", "ahead")


def check(name: str, table: dict[str, Any]) -> None:
    """Check the table of a dialect. Raises SourceError with the dialect, the segment and the error."""
    for key in ("title", "language"):
        if not isinstance(table.get(key), str):
            raise SourceError(_("Dialect {name}: the key `{key}` is missing.").format(name=name, key=key))
    _check_pattern(f"{name}, skip", table.get("skip", ""))
    for kind, pattern in table.get("items", {}).items():
        _check_pattern(f"{name}, items.{kind}", pattern)
    for field, same in table.get("same", {}).items():
        _check_same(f"{name}, same.{field}", field, same)
    for rejection in table.get("reject", []):
        _check_reject(f"{name}, reject", rejection)
    for segment in [{"name": "head", **table.get("head", {})}, *table.get("segment", [])]:
        place = f"{name}, {segment.get('name', 'segment')}"
        if segment["name"] != "head" and "cue" not in segment:
            raise SourceError(_("Dialect {place}: the segment has no cue.").format(place=place))
        _check_pattern(place, segment.get("cue", ""))
        for part in segment.get("parts", []):
            _check_part(place, part, set(table.get("items", {})))


def _check_same(place: str, field: str, same: dict[str, str]) -> None:
    for name in (field, same["as"]):
        if name not in reference.field_names():
            raise SourceError(
                _("Dialect {place}: {field} is not a field of reference/fields.csv.").format(place=place, field=name)
            )
    _check_pattern(place, same["pattern"])


def _check_reject(place: str, rejection: dict[str, str]) -> None:
    if rejection["reason"] not in list(RejectionReason):
        raise SourceError(
            _("Dialect {place}: `reason` is {reason!r}; expected one of: {choices}.").format(
                place=place, reason=rejection["reason"], choices=", ".join(RejectionReason)
            )
        )
    _check_pattern(place, rejection["pattern"])


def _check_part(place: str, part: dict[str, Any], items: set[str]) -> None:
    if part.get("read") not in PARTS:
        raise SourceError(
            _("Dialect {place}: `read` is {read!r}; expected one of: {parts}.").format(
                place=place, read=part.get("read"), parts=", ".join(PARTS)
            )
        )
    read = DialectPart(part["read"])
    wrong = sorted(set(part) - PARTS[read]) or sorted(_NEEDED.get(read, set()) - set(part))
    if wrong:
        raise SourceError(
            _(
                "Dialect {place}: a part that reads {read!r} has wrong or missing keys: {keys}; allowed: {allowed}."
            ).format(place=place, read=str(read), keys=", ".join(wrong), allowed=", ".join(sorted(PARTS[read])))
        )
    for key in _PATTERNS:
        if key in part:
            _check_pattern(place, part[key])
    kinds = [kind.partition(":") for kind in part.get("kinds", [])]
    fields = [part[key] for key in _FIELDS if key in part] + [field for _kind, _colon, field in kinds if field]
    if read is DialectPart.PATTERN:
        fields += [group for group in re.compile(part["pattern"]).groupindex if group != "value"]
    unknown = [field for field in fields if field not in reference.field_names()]
    unknown += [kind for kind, _colon, _field in kinds if kind != "ethnicity" and kind not in items]
    if unknown:
        raise SourceError(
            _("Dialect {place}: {names} is neither a field of reference/fields.csv nor a kind of [items].").format(
                place=place, names=", ".join(unknown)
            )
        )


def _check_pattern(place: str, pattern: str) -> None:
    try:
        re.compile(pattern)
    except re.error as error:
        raise SourceError(
            _("Dialect {place}: {pattern!r} is not a regular expression: {reason}.").format(
                place=place, pattern=pattern, reason=error
            )
        ) from error
