"""Holds claims against one another: every rule in turn, then the solver. None knows a source or a number by name.

`check_file` and `check_archive` check what a user has; what they return is data, worded by `poimenno.wording`.
"""

import pathlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from poimenno.claims import claim, findings
from poimenno.claims.claim import Claim
from poimenno.claims.findings import Finding
from poimenno.claims.reading import bundled_claims, claim_files
from poimenno.claims.rules import misprints, origins, rates, rivals, sums
from poimenno.claims.rules.origins import Origins
from poimenno.claims.solver import consistency
from poimenno.claims.solver.consistency import Bound, Consistency
from poimenno.foundation import database, sql
from poimenno.foundation.errors import NotFound
from poimenno.foundation.language import Message
from poimenno.foundation.language import gettext as _
from poimenno.reference.vocabularies import Collection, Severity
from poimenno.sources.archive import Archive

if TYPE_CHECKING:
    import duckdb


@dataclass(frozen=True, slots=True)
class Checked:
    """The findings about some claims by the rules and by the solver, and the solver's outcome."""

    findings: list[Finding]
    outcome: Consistency


@dataclass(frozen=True, slots=True)
class CheckResult:
    """What a check of a file or an archive gives.

    `claims` is how many were held against one another, `rejected` a message for each row that states no figure, and
    `bounds` what follows for the whole USSR (empty unless asked for).
    """

    claims: int
    possible: bool
    findings: list[Finding]
    rejected: list[Message]
    bounds: list[Bound]

    @property
    def contradictions(self) -> int:
        """How many findings are contradictions."""
        return sum(finding.severity == Severity.CONTRADICTION for finding in self.findings)


def check_rules(claims: Sequence[Claim]) -> list[Finding]:
    """All findings by rules, contradictions first. Whether all claims are consistent is a question for the solver."""
    claim_origins = Origins(claims)
    direct = [
        *sums.check(claims, claim_origins),
        *rivals.check(claims, claim_origins),
        *rates.check(claims),
        *origins.check(claims, claim_origins),
    ]
    return findings.deduplicate([*direct, *misprints.check(claims, direct)])


def check_all(claims: Sequence[Claim]) -> Checked:
    """The findings by rules and by the solver."""
    by_rules = check_rules(claims)
    outcome = consistency.solve(claims, consistency.whole_ussr_cells(claims))
    by_solver = consistency.findings(claims, outcome, by_rules)
    return Checked(findings.deduplicate([*by_rules, *by_solver]), outcome)


def check_file(
    path: pathlib.Path, *, trust: Sequence[str] = (), alone: bool = False, bounds: bool = False
) -> CheckResult:
    """The findings about the figures of a table or a page of prose, held against the bundled ones unless `alone`.

    Every finding rests on at least one figure of the file. `trust` limits the check to claims of sources with these
    words. Raises SourceError for a file that is no table of figures and a text without any, NotFound if no figure is
    left.
    """
    of_file = claim_files.read(path)
    bundled = [] if alone else claim_files.without_duplicates(bundled_claims.read(sublists=False), of_file.claims)
    trusted = _trusted([*of_file.claims, *bundled], trust, path)
    return _result(trusted, of_file.claims, bounds=bounds, rejected=of_file.problems)


def check_archive(
    folder: pathlib.Path, *, trust: Sequence[str] = (), alone: bool = False, bounds: bool = False
) -> CheckResult:
    """The findings about the figures of an archive's record; `alone`: about those of the archive's own sources.

    Figures that were made up are only ever held against one another. Raises ArchiveError if there is no archive,
    RecordError if there is no record, NotFound if no figure is left.
    """
    with database.opened(Archive.open(folder).record) as db:
        real, made_up = read_claims(db, made_up=False), read_claims(db, made_up=True)
    if made_up:
        claims = made_up
    elif alone:
        # The bundled tables and the counts of the record have collections of the program's own.
        claims = [claim for claim in real if claim.collection not in set(Collection)]
    else:
        claims = real
    trusted = _trusted(claims, trust, folder)
    return _result(trusted, trusted, bounds=bounds)


def read_claims(db: "duckdb.DuckDBPyConnection", *, made_up: bool) -> list[Claim]:
    """The claims of a record that are checked, in the order of their ids: those made up for tests, or the others.

    The sublists of the Politburo are there as their sums only.
    """
    return sql.rows_as(db, Claim, "claims", "checked_claims", made_up=made_up)


def _trusted(claims: Sequence[Claim], trust: Sequence[str], path: pathlib.Path) -> list[Claim]:
    trusted = claim.from_sources(claims, trust)
    if not trusted:
        raise NotFound(_("{path}: no claims are left to check.").format(path=path))
    return trusted


def _result(
    claims: Sequence[Claim], subjects: Sequence[Claim], *, bounds: bool, rejected: Sequence[Message] = ()
) -> CheckResult:
    """Check claims; the findings are those about at least one of the subjects."""
    checked = check_all(claims)
    ids = {subject.claim_id for subject in subjects}
    return CheckResult(
        claims=len(claims),
        possible=checked.outcome.possible,
        findings=[finding for finding in checked.findings if finding.claim_ids & ids],
        rejected=list(rejected),
        bounds=consistency.whole_ussr_bounds(checked.outcome.left) if bounds else [],
    )
