"""What an order demanded and what was done: limits, published figures and persons named here, side by side.

Plain values for the pages, the JSON interface and the plots alike: days are dates, people are numbers.
"""

from collections import Counter
from datetime import date, timedelta
from typing import TYPE_CHECKING

from poimenno.queries import documented, limits
from poimenno.queries.page_queries import Row, rows

if TYPE_CHECKING:
    import duckdb

OPERATION = "00447"
# A figure that begins so near the start of an order counts from its beginning.
_SLACK = 31
_DONE = ("arrested", "convicted", "executed", "camp")


class Toll:
    """The limits of an operation in a record, by region and day, and what is known to have been done."""

    def __init__(self, db: "duckdb.DuckDBPyConnection", operation: str = OPERATION) -> None:
        self.db, self.operation = db, operation
        found = rows(db, "SELECT * FROM regions ORDER BY region")
        self.regions = {row["region"]: row for row in found}
        self.parents: dict[str, str | None] = {row["region"]: row["parent"] for row in found}
        # Asked for many times a page.
        self._lines = {region: frozenset(documented.line(region, self.parents)) for region in self.parents}
        # The record's own counts are no figure to hold names against: the cards tell them.
        self.claims = rows(
            db,
            "SELECT c.*, m.name_en AS measure_en, m.name_ru AS measure_ru FROM claims AS c "
            "LEFT JOIN measures AS m ON m.measure = c.measure "
            "WHERE c.operation = ? AND c.collection != 'record' ORDER BY c.claim_id",
            operation,
        )
        self.events = limits.events(self.claims, self.parents)
        self.days = limits.days(self.events)
        self._named = documented.named(db, operation)

    def unit(self, region: str | None) -> str | None:
        """The republic or region of the RSFSR that a region belongs to."""
        return limits.unit(region, self.parents)

    def _inside(self, part: str | None, region: str) -> bool:
        return part is not None and region in self._lines.get(part, ())

    def of(self, region: str) -> list[limits.Event]:
        """The limits of a region and of all regions in it."""
        return [event for event in self.events if self._inside(event.region, region)]

    def row(self, region: str, day: date | None = None) -> Row:
        """A region: its first limits, what stood at a day (None: in the end), the multiple, the persons named."""
        own = self.of(region)
        return self._row(own, day) | {
            "region": region,
            "latitude": self.regions[region]["latitude"],
            "longitude": self.regions[region]["longitude"],
            "done": [claim for claim in self.done(region) if claim["region"] == region],
            **self.named(region),
        }

    def _row(self, own: list[limits.Event], day: date | None) -> Row:
        first = limits.standing([event for event in own if event.kind == "first"])
        stood = limits.standing(own, day)
        return {
            "first": {category: limit.low for category, limit in first.items()},
            "stood": stood,
            "death": limits.death(stood),
            "multiple": limits.multiple(stood["both"], first["both"].low),
            "multiple_death": limits.multiple(limits.death(stood), first["category_1"].low),
        }

    def table(self, day: date | None = None) -> list[Row]:
        """A row for each republic and region that had a limit or has persons named here, in the order of limits."""
        wanted = {self.unit(event.region) for event in self.events if event.kind in limits.COUNTED} | {
            self.unit(row["region"]) for row in self._named
        }
        found = [self.row(region, day) for region in wanted if region]
        return sorted(found, key=lambda row: (-row["stood"]["both"].low, -row["named"], row["region"]))

    def parts(self, region: str, day: date | None = None) -> list[Row]:
        """The regions within a republic that had limits of their own."""
        inside = {event.region for event in self.of(region) if event.region != region and event.kind in limits.COUNTED}
        return [self.row(part, day) for part in sorted(part for part in inside if part)]

    def whole(self, day: date | None = None) -> Row:
        """The sum over all regions."""
        counted = [event for event in self.events if event.region is not None]
        return self._row(counted, day) | {"region": None, "done": self.done(None), **_sums(self._named)}

    def named(self, region: str) -> Row:
        """The published persons of the operation in a region and all regions in it."""
        return _sums([row for row in self._named if self._inside(row["region"], region)])

    @property
    def nowhere(self) -> Row:
        """The published persons of the operation whose region nobody tells."""
        return _sums([row for row in self._named if row["region"] is None])

    def course(self, region: str | None = None) -> list[Row]:
        """What stood after each day of a change, in a region or in all: both categories, and category 1."""
        own = self.of(region) if region else [event for event in self.events if event.region is not None]
        found = []
        for day in limits.days(own):
            stood = limits.standing(own, day)
            found.append({"day": day, "both": stood["both"], "death": limits.death(stood)})
        return found

    def pace(self) -> list[Row]:
        """How fast it went, by single sources: the people between two figures of one, and how many a day.

        `start` is the first day counted, `claim` the figure at the end, `before` that at the beginning: None, where
        the figure counts from the start. Figures without one exact number tell no pace. Who tells most comes first.
        """
        found: list[Row] = []
        for claim in (one for one in self.done(None) if one["measure"] in {"convicted", "executed"} and one["value"]):
            earlier = [
                row["claim"]
                for row in found
                if (row["claim"]["source"], row["claim"]["measure"]) == (claim["source"], claim["measure"])
                and row["claim"]["period_end"] < claim["period_end"]
                and row["claim"]["value"] <= claim["value"]
            ]
            before = earlier[-1] if earlier else None
            start = before["period_end"] + timedelta(days=1) if before else claim["period_start"]
            people = claim["value"] - (before["value"] if before else 0)
            daily = people / ((claim["period_end"] - start).days + 1)
            found.append({"claim": claim, "before": before, "start": start, "people": people, "a_day": daily})
        told = Counter((row["claim"]["measure"], row["claim"]["source"]) for row in found)

        def order(row: Row) -> tuple[str, int, str, date]:
            measure, source = row["claim"]["measure"], row["claim"]["source"]
            return measure, -told[measure, source], source, row["claim"]["period_end"]

        return sorted(found, key=order)

    def done(self, region: str | None) -> list[Row]:
        """Published figures of what was done from the beginning of the operation, by the day they reach."""
        start = min((event.day for event in self.events if event.kind == "first" and event.day), default=None)
        return sorted(
            (
                claim
                for claim in self.claims
                if claim["measure"] in _DONE
                and not claim["scope"]
                and not claim["body"]
                and claim["unit"] == "people"
                and claim["region"] == region
                and (region is not None or claim["territory"] in {"USSR", "СССР", None})
                and claim["period_end"] is not None
                and _near(claim["period_start"], start)
                and claim["period_end"] != claim["period_start"]
            ),
            key=lambda claim: (claim["period_end"], claim["measure"], claim["claim_id"]),
        )


def _sums(counts: list[Row]) -> Row:
    return {key: sum(row[key] for row in counts) for key in ("named", "sentenced", "shot")}


def _near(day: date | None, start: date | None) -> bool:
    return day is not None and (start is None or abs((day - start).days) <= _SLACK)
