"""One person, whole: every entry with what was read from it, every value with who says it, cases, links, family.

Each question asks for one key at a time, because the record finds a key at once and joins over all its rows slowly.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from poimenno import reference
from poimenno.queries.page_queries import Row, one, rows

if TYPE_CHECKING:
    import duckdb


@dataclass(frozen=True, slots=True)
class WithheldPerson:
    """All that is said of a person who may be alive."""

    withheld: bool = True
    reason: str = "may be alive"


def person(db: "duckdb.DuckDBPyConnection", handle: str) -> Row | None:
    """A published person by any handle of an entry that it holds; `withheld` where it is not to be shown."""
    found = one(
        db,
        """
        SELECT p.*, (q.person_id IS NULL) AS withheld
        FROM persons AS p
        LEFT JOIN published AS q ON q.person_id = p.person_id
        WHERE p.person_id = (
            SELECT person_id FROM person_entries WHERE entry_id = (SELECT entry_id FROM entries WHERE handle = ?)
        )
        """,
        handle,
    )
    if found is None or found["withheld"]:
        return found
    person_id = found["person_id"]
    entries = found["list"] = _entries(db, person_id)
    found["values"] = _values(rows(db, "SELECT * FROM person_values WHERE person_id = ?", person_id), entries)
    found["cases"] = _cases(db, person_id, entries)
    found["links"] = _links(db, [entry["entry_id"] for entry in entries])
    found["findings"] = rows(
        db,
        """
        SELECT f.*, k.sentence_en, k.sentence_ru
        FROM findings AS f JOIN finding_kinds AS k ON k.kind = f.kind
        WHERE f.subject = ? OR starts_with(f.subject, ? || '-') ORDER BY f.finding_id
        """,
        person_id,
        person_id,
    )
    found["family"] = _family(db, person_id, entries)
    return found


def _entries(db: "duckdb.DuckDBPyConnection", person_id: str) -> list[Row]:
    sources = {row["source_id"]: row for row in rows(db, "SELECT * FROM sources")}
    found = []
    for held in rows(db, "SELECT entry_id, probability FROM person_entries WHERE person_id = ?", person_id):
        entry = rows(db, "SELECT * FROM entries WHERE entry_id = ?", held["entry_id"])[0]
        source = sources[entry["source_id"]]
        entry |= {key: source[key] for key in ("title", "language", "citation", "licence")}
        entry["probability"] = held["probability"]
        entry["fields"] = rows(db, "SELECT * FROM fields WHERE entry_id = ? ORDER BY ordinal", entry["entry_id"])
        found.append(entry)
    return sorted(found, key=lambda entry: (sources[entry["source_id"]]["ordinal"], entry["ordinal"]))


def _values(found: list[Row], entries: list[Row]) -> dict[str, list[Row]]:
    """The values of a life or a case by field: each with the entries that say it, the preferred first."""
    place = {entry["entry_id"]: number for number, entry in enumerate(entries)}
    same: dict[tuple[str, str], list[Row]] = {}
    for row in found:
        # Sex is told by the forms of words, which differ where the sex does not.
        same.setdefault((row["field"], row["normal"] if row["field"] == "sex" else row["value"]), []).append(row)
    values: list[Row] = []
    for (field, _), said in same.items():
        said.sort(key=lambda row: place[row["entry_id"]])
        values.append(
            {
                "field": field,
                "value": said[0]["value"],
                "normal": next((row["normal"] for row in said if row["normal"] is not None), None),
                "preferred": any(row["preferred"] for row in said),
                "said_by": [_said(entries[place[row["entry_id"]]]) for row in said],
            }
        )
    order = {row["field"]: number for number, row in enumerate(reference.rows("fields"))}
    values.sort(key=lambda row: (order[row["field"]], not row["preferred"], -len(row["said_by"]), row["value"]))
    grouped: dict[str, list[Row]] = {}
    for value in values:
        grouped.setdefault(value["field"], []).append(value)
    return grouped


def _said(entry: Row) -> dict[str, Any]:
    return {key: entry[key] for key in ("entry_id", "source_id", "title", "handle", "language")}


def _cases(db: "duckdb.DuckDBPyConnection", person_id: str, entries: list[Row]) -> list[Row]:
    found = rows(
        db,
        """
        SELECT c.*, a.operation, a.confidence, a.rule_id, r.reason_en, r.reason_ru, r.source AS rule_source
        FROM (SELECT * FROM cases WHERE person_id = ?) AS c
        LEFT JOIN attributions AS a ON a.case_id = c.case_id
        LEFT JOIN attribution_rules AS r ON r.rule_id = a.rule_id
        ORDER BY c.ordinal
        """,
        person_id,
    )
    for case in found:
        told = rows(db, "SELECT * FROM case_values WHERE case_id = ?", case["case_id"])
        case["values"] = _values(told, entries)
    return found


def _links(db: "duckdb.DuckDBPyConnection", entries: list[str]) -> list[Row]:
    if len(entries) < 2:
        return []
    return rows(
        db,
        """
        SELECT entry_id_a, entry_id_b, probability, weight, origin, used, evidence
        FROM links WHERE list_contains($1, entry_id_a) AND list_contains($1, entry_id_b)
        ORDER BY used DESC, weight DESC, entry_id_a, entry_id_b
        """,
        entries,
    )


def _family(db: "duckdb.DuckDBPyConnection", person_id: str, entries: list[Row]) -> list[Row]:
    """The published persons who stand under the same head of a family in a list, and how each is called there."""
    found: dict[str, Row] = {}
    for entry in entries:
        head = entry["head_entry_id"] or entry["entry_id"]
        under = rows(db, "SELECT entry_id FROM entries WHERE head_entry_id = ? ORDER BY ordinal", head)
        for member in [head, *(row["entry_id"] for row in under)] if under else []:
            row = one(
                db,
                """
                SELECT p.person_id, p.name, p.birth_edtf, r.family_relation
                FROM person_entries AS pe
                JOIN published AS q ON q.person_id = pe.person_id
                JOIN persons AS p ON p.person_id = pe.person_id
                JOIN readings AS r ON r.entry_id = pe.entry_id
                WHERE pe.entry_id = ?
                """,
                member,
            )
            if row and row["person_id"] != person_id:
                found.setdefault(row["person_id"], row | {"language": entry["language"]})
    return list(found.values())
