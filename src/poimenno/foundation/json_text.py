"""Answers as JSON: for the pages' `.json` addresses, the interface for programs, and `--json` of the commands.

Frozen dataclasses become objects, enumerations their codes, days their ISO form, tuples lists. Keys keep the order of
the fields. Anything else that JSON lacks becomes its text.
"""

from typing import Any

import orjson


def dumps(value: object, *, indent: bool = False) -> str:
    """The JSON text of a value, with Cyrillic as it is; `indent` for people, two spaces a level.

    Raises TypeError where the value holds what has no JSON form.
    """
    option = orjson.OPT_NON_STR_KEYS | (orjson.OPT_INDENT_2 if indent else 0)
    return orjson.dumps(value, default=_plain, option=option).decode()


def _plain(value: Any) -> Any:
    # orjson leaves named tuples and other subclasses to us.
    return list(value) if isinstance(value, tuple | set | frozenset) else str(value)
