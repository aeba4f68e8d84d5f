"""Takes down one decision of a reviewer, after checking that it names two entries and contradicts no other."""

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from poimenno.foundation import database
from poimenno.foundation.errors import DecisionError
from poimenno.foundation.language import gettext as _
from poimenno.people.decisions.binding import binding_decisions, entry_ids
from poimenno.reference.vocabularies import DecisionKind
from poimenno.sources.decision_log import Decision

if TYPE_CHECKING:
    from poimenno.sources.archive import Archive


def decide(archive: "Archive", entries: tuple[str, str], kind: DecisionKind, reason: str, author: str) -> Decision:
    """Append a reviewer's decision on two entries, named by entry id or handle; the next build honours it.

    Raises DecisionError if an entry is not in the record, or if the decision contradicts another; then nothing is
    appended.
    """
    with archive.lock(), database.opened(archive.record) as db:
        ids = entry_ids(db, set(entries))
        for entry in entries:
            if entry not in ids:
                raise DecisionError(
                    _(
                        "{entry}: there is no such entry in the record; expected the id of an entry, as its page "
                        "shows it, or a handle."
                    ).format(entry=entry)
                )
        a, b = (ids[entry] for entry in entries)
        decision = decision_on(kind, a, b, reason, author)
        binding_decisions(db, [*archive.decisions(), decision])
        archive.decide([decision])
    return decision


def decision_on(  # noqa: PLR0913, PLR0917 - one argument for each part of a decision
    kind: DecisionKind, a: str, b: str, reason: str, author: str, time: str = ""
) -> Decision:
    """A decision on two entry ids, not yet in the log; made now unless a time is given.

    Raises DecisionError if both are one entry.
    """
    if a == b:
        raise DecisionError(_("{entry}: a decision needs two different entries.").format(entry=a))
    time = time or datetime.now(tz=UTC).isoformat(timespec="seconds")
    return Decision(kind, (min(a, b), max(a, b)), reason, author, time)
