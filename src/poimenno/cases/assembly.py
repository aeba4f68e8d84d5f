"""The steps from entries and persons to cases; `poimenno.cases` lists the tables that they leave."""

import itertools
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from poimenno import reference
from poimenno.cases.grouping import Episode, group_episodes
from poimenno.entries.recognisers.burial_places import find_place
from poimenno.entries.recognisers.regions import region_of_address
from poimenno.foundation import sql
from poimenno.values.intervals import Period

if TYPE_CHECKING:
    import duckdb


def assemble(db: "duckdb.DuckDBPyConnection") -> None:
    """Fill cases, case_entries, case_values, person_values, person_places and findings."""
    sql.run(db, "cases", "episodes_of_persons")
    _field_types(db)
    _group(db)
    sql.run(db, "cases", "case_entries")
    sql.run(db, "cases", "values")
    _recognise(db, "text_regions", "region", region_of_address, "arrest_body", "residence")
    _recognise(db, "text_places", "place_id", find_place, "burial_place", "execution_place")
    sql.run(db, "cases", "person_places")
    sql.run(db, "cases", "cases")
    sql.run(db, "cases", "findings")


def _field_types(db: "duckdb.DuckDBPyConnection") -> None:
    """The levels and types of reference/fields.csv as a table to join with."""
    rows = reference.rows("fields")
    columns = {name: ("VARCHAR", [row[name] for row in rows]) for name in ("field", "level", "type")}
    sql.temp_table(db, "field_types", columns)


@dataclass(frozen=True, slots=True)
class _EpisodeRow:
    """A row of episodes_to_group.sql: an episode with the first and last possible day of each of its events."""

    person_id: str
    entry_id: str
    episode: int
    arrest_earliest: date | None
    arrest_latest: date | None
    sentence_earliest: date | None
    sentence_latest: date | None
    execution_earliest: date | None
    execution_latest: date | None
    other_earliest: date | None
    other_latest: date | None

    def to_group(self) -> Episode:
        return Episode(
            self.entry_id,
            self.episode,
            arrest=_period(self.arrest_earliest, self.arrest_latest),
            sentence=_period(self.sentence_earliest, self.sentence_latest),
            execution=_period(self.execution_earliest, self.execution_latest),
            other=_period(self.other_earliest, self.other_latest),
        )


def _group(db: "duckdb.DuckDBPyConnection") -> None:
    """Number the cases of persons with several episodes, in the temporary table grouped_episodes."""
    grouped = list(_grouped(sql.rows_as(db, _EpisodeRow, "cases", "episodes_to_group")))
    people, entries, episodes, ordinals = zip(*grouped, strict=True) if grouped else ((), (), (), ())
    columns = {
        "person_id": ("VARCHAR", people),
        "entry_id": ("VARCHAR", entries),
        "episode": ("INTEGER", episodes),
        "ordinal": ("INTEGER", ordinals),
    }
    sql.temp_table(db, "grouped_episodes", columns)


def _grouped(rows: list[_EpisodeRow]) -> Iterator[tuple[str, str, int, int]]:
    """Person, entry, episode, and the number of its case within the person, from 1."""
    for person_id, own in itertools.groupby(rows, key=lambda row: row.person_id):
        for ordinal, case in enumerate(group_episodes([row.to_group() for row in own]), start=1):
            for episode in case:
                yield person_id, episode.entry_id, episode.episode, ordinal


def _period(first: date | None, last: date | None) -> Period | None:
    """The possible days of an event; a side that is open reaches to the end of the calendar."""
    if first is None and last is None:
        return None
    return Period(first or date.min, last or date.max)


def _recognise(
    db: "duckdb.DuckDBPyConnection", table: str, column: str, find: Callable[[str], str | None], *fields: str
) -> None:
    """Look once at every distinct text of some fields; a temporary table has the code that each text names."""
    texts = [text for (text,) in sql.run(db, "cases", "distinct_texts", fields=list(fields))]
    codes = {text: code for text in texts if (code := find(text))}
    sql.temp_table(db, table, {"text": ("VARCHAR", list(codes)), column: ("VARCHAR", list(codes.values()))})
