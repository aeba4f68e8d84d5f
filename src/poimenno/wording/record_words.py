"""The counts of a record in lines of text, in the language of the reader."""

from poimenno.foundation.language import translation
from poimenno.queries.record_queries import Statistics


def summary_lines(statistics: Statistics, language: str) -> list[str]:
    """The lines that a build ends with: what came in, what was made of it, what was rejected and why."""
    _ = translation(language).gettext
    lines = [
        _("{rows:,} rows read: {entries:,} entries, {rejected:,} rejected.").format(
            rows=statistics.entries + statistics.rejected, entries=statistics.entries, rejected=statistics.rejected
        ),
        _("{persons:,} persons, {linked:,} of them in several entries; {cases:,} cases; {claims:,} claims.").format(
            persons=statistics.persons, linked=statistics.linked, cases=statistics.cases, claims=statistics.claims
        ),
    ]
    lines += [
        "  "
        + _("rejected: {count:,} × {reason} in {source}").format(count=row.count, reason=row.reason, source=row.source)
        for row in statistics.rejected_by_reason
    ]
    lines += [
        "  "
        + _("claim rejected: {source}, {locator}: {reason}").format(
            source=row.source, locator=row.locator, reason=row.reason
        )
        for row in statistics.rejected_figures
    ]
    return lines


def statistics_lines(statistics: Statistics, language: str) -> list[str]:
    """All counts, each breakdown under its title."""
    _ = translation(language).gettext
    unknown = _("unknown")
    breakdowns = [
        (_("Entries by source"), [(row.count, row.source) for row in statistics.by_source]),
        (
            _("Cases by operation (inferred)"),
            [
                (row.count, f"{row.operation} ({row.confidence})" if row.operation else str(row.confidence))
                for row in statistics.by_operation
            ],
        ),
        (_("Cases by body"), [(row.count, row.body or unknown) for row in statistics.by_body]),
        (
            _("Cases by year"),
            [(row.count, unknown if row.year is None else str(row.year)) for row in statistics.by_year],
        ),
    ]
    lines = summary_lines(statistics, language)
    for title, rows in breakdowns:
        lines += ["", title]
        lines += [f"{count:>10,}  {label}" for count, label in rows]
    return lines
