"""Every error that a user can meet.

Each is one sentence that names the file, the place, what was expected and what to do. The command
line prints it and exits with the class's `exit_code`; a traceback shown to a user is a defect.
Messages go through gettext: raise with `_("...").format(...)` (see `poimenno.language`).
"""

from poimenno.foundation.exit_codes import ExitCode


class PoimennoError(Exception):
    """The base of all errors meant for the user; `str(error)` is the sentence to show."""

    exit_code = ExitCode.ERROR


class ArchiveError(PoimennoError):
    """The archive's folder or one of its files is missing, in the way, or not what it says."""

    exit_code = ExitCode.ARCHIVE


class SourceError(PoimennoError):
    """A source file cannot be read as the source says it should be."""

    exit_code = ExitCode.SOURCE


class RecordError(PoimennoError):
    """The record is missing, corrupted, of another version, or could not be written."""

    exit_code = ExitCode.RECORD


class DecisionError(PoimennoError):
    """The log of decisions is broken or contradicts itself."""

    exit_code = ExitCode.DECISION


class ReferenceTableError(PoimennoError):
    """A bundled reference table breaks its own rules (a fault of the program, not of the user)."""

    exit_code = ExitCode.REFERENCE_TABLE


class NotFound(PoimennoError):
    """Nothing has the id or the name that was asked for."""

    exit_code = ExitCode.NOT_FOUND


class EstimateError(PoimennoError):
    """A table of overlaps is not one, or an estimate was asked for that makes no sense."""

    exit_code = ExitCode.ESTIMATE


class EngineError(PoimennoError):
    """What runs the linkage is not installed or cannot be reached."""

    exit_code = ExitCode.ENGINE
