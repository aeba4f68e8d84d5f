"""Persons as data and as lines of text: for the command line and for the JSON interface."""

import json
import pathlib
from typing import TYPE_CHECKING, Any

from poimenno import reference
from poimenno.disclosure import published_view
from poimenno.foundation import database
from poimenno.foundation.errors import NotFound
from poimenno.foundation.language import current
from poimenno.foundation.language import gettext as _
from poimenno.queries import person_queries
from poimenno.queries.person_queries import WithheldPerson
from poimenno.queries.search import Query, find
from poimenno.values import ids

if TYPE_CHECKING:
    import duckdb


def search(record: pathlib.Path, words: str, limit: int, *, sounds: bool = False) -> dict[str, Any]:
    """Search a record, as its owner: nobody is withheld."""
    with database.opened(record) as db:
        published_view.publish(db, None)
        return found(db, words, limit, sounds=sounds)


def found(db: "duckdb.DuckDBPyConnection", words: str, limit: int, *, sounds: bool = False) -> dict[str, Any]:
    """The persons found among those that the view `published` shows."""
    result = find(db, Query(words=words, sounds=sounds), limit=limit)
    return {"query": words, "total": result.total, "persons": result.persons}


def person(record: pathlib.Path, handle: str) -> dict[str, Any]:
    """A person of a record, as its owner sees them. Raises NotFound where no entry has this handle."""
    with database.opened(record) as db:
        published_view.publish(db, None)
        result = shown(db, ids.normalise(handle))
    if result is None or isinstance(result, WithheldPerson):
        raise NotFound(
            _("{handle}: no person in this record has this id; `poimenno search` prints the ids.").format(handle=handle)
        )
    return result


def shown(db: "duckdb.DuckDBPyConnection", handle: str) -> dict[str, Any] | WithheldPerson | None:
    """A person as data; only that they are withheld, where the view `published` does not show them."""
    result = person_queries.person(db, handle)
    if result is None or not result["withheld"]:
        for link in (result or {}).get("links", []):
            link["evidence"] = json.loads(link["evidence"]) if link["evidence"] else []
        return result
    return WithheldPerson()


def line(found_person: dict[str, Any]) -> str:
    """A person found, in one line: id, name, years, outcome."""
    born = found_person["birth"] or "?"
    end = found_person["execution"] or found_person["sentence_date"] or ""
    return "  ".join(
        part
        for part in (found_person["person_id"], found_person["name"], born, found_person["outcome"] or "", end)
        if part
    )


def lines(shown_person: dict[str, Any]) -> list[str]:
    """A person in lines of text: the cases, then every entry verbatim with its source."""
    language = current()
    names = {row["field"]: row[f"name_{language}"] for row in reference.rows("fields")}
    text = [f"{shown_person['name']}  {shown_person['birth_edtf'] or '?'}  [{shown_person['person_id']}]"]
    for case in shown_person["cases"]:
        text += ["", _("Case {n}").format(n=case["ordinal"])]
        for name, values in case["values"].items():
            for value in values:
                mark = "  " if value["preferred"] else "≠ "
                said = "; ".join(sorted({str(one["source_id"]) for one in value["said_by"]}))
                text.append(f"  {mark}{names[name]}: {value['value']}  ({said})")
        if case["confidence"]:
            said_of = _("operation (inferred): {operation}, {confidence}: {reason}")
            text.append(
                "  "
                + said_of.format(
                    operation=case["operation"] or "—", confidence=case["confidence"], reason=case[f"reason_{language}"]
                )
            )
    for entry in shown_person["list"]:
        text += ["", f"{entry['title']}, {entry['locator']}"]
        columns = json.loads(entry["columns"]) if entry["columns"] else {}
        text += [f"  {column}: {value}" for column, value in columns.items()]
        text += [f"  {row}" for row in entry["text"].splitlines()]
    return text
