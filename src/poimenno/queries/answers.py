"""What the classes of answers share."""

import dataclasses
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

T = TypeVar("T")


def extend(answer_class: type[T], row: "DataclassInstance", **more: Any) -> T:
    """An answer made of all fields of a row, and `more` that other questions answered.

    Raises TypeError if a field of the answer is missing, or one is given that it does not have.
    """
    fields = {field.name: getattr(row, field.name) for field in dataclasses.fields(row)}
    return answer_class(**(fields | more))
