"""What went wrong, as an answer: the same words on the page and in JSON, and no insides of the program."""

from dataclasses import dataclass

from starlette.exceptions import HTTPException

from poimenno.foundation.errors import NotFound, RecordError
from poimenno.foundation.language import translation
from poimenno.site.page_request import BadRequest


@dataclass(frozen=True, slots=True)
class Problem:
    """An HTTP status, and what is wrong in a sentence in the reader's language."""

    status: int
    error: str


def problem_of(error: Exception, language: str) -> Problem:
    """The problem that a reader is told of: 400, 404, 405 or 503 with its reason, and 500 without."""
    _ = translation(language).gettext
    if isinstance(error, BadRequest):
        return Problem(400, str(error))
    if isinstance(error, RecordError):
        return Problem(503, str(error))
    status = 404 if isinstance(error, NotFound) else error.status_code if isinstance(error, HTTPException) else 500
    if status == 404:
        return Problem(status, _("There is no such page, or no one in this record has this id."))
    return Problem(status, _("This page could not be shown. Nothing was changed."))
