"""Lists of people who never lived, at the size of the real ones, with the truth known.

usage: python -m benchmarks.made_up_lists --entries N --to DIR [--seed S]

Writes DIR/list-1.csv … list-6.csv and DIR/truth.csv (source, locator, person). EVERY RECORD IS MADE UP. Names follow
the frequencies of a real list (name_frequencies.csv); one surname in three is put together from parts of others, as a
list a hundred times as long has names that a short one lacks. The lists print different fields and err as real ones
do: other spellings, lost letters, initials, diminutives, years off by one, days and months exchanged, places told
shortly or not at all, a Ukrainian and a transliterated list, the same person twice in one list. Families are arrested
together, so that people of one surname and one village are common; a troika sentences many on one day.
"""

import argparse
import csv
import pathlib
import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np

from benchmarks.misprints import feminine, given_otherwise, in_script, misspelt, of_daughter

HEADER = (
    "made_up", "surname", "given_name", "patronymic", "birth", "birth_place", "residence", "arrest_date",
    "sentence_date", "body", "sentence", "execution_date",
)  # fmt: skip
FREQUENCIES = pathlib.Path(__file__).with_name("name_frequencies.csv")
MADE_UP_SURNAMES = 250_000
REGIONS, DISTRICTS, VILLAGES = 60, 20, 30
AUGUST_1937 = date(1937, 8, 5).toordinal()


@dataclass(frozen=True)
class Profile:
    """What one list prints, and of whom: the chance that it names a person, and how often it gives each field."""

    names: float
    day_of_birth: float
    places: float
    dates: float
    errors: float
    script: str = "russian"
    only_shot: bool = False


LISTS = {
    "list-1": Profile(names=0.50, day_of_birth=0.3, places=0.85, dates=0.9, errors=0.10),
    "list-2": Profile(names=0.40, day_of_birth=0.8, places=0.95, dates=0.9, errors=0.08),
    "list-3": Profile(names=0.30, day_of_birth=0.0, places=0.30, dates=0.95, errors=0.12, only_shot=True),
    "list-4": Profile(names=0.05, day_of_birth=0.4, places=0.80, dates=0.7, errors=0.10, script="ukrainian"),
    "list-5": Profile(names=0.04, day_of_birth=0.4, places=0.60, dates=0.7, errors=0.10, script="latin"),
    "list-6": Profile(names=0.12, day_of_birth=0.6, places=0.60, dates=0.5, errors=0.15),
}
TWICE = 0.01  # of those whom a list names, it names so many again
SHOT = 0.5
# Entries that the lists hold of one person, on average.
EACH = sum(p.names * (SHOT if p.only_shot else 1) for p in LISTS.values()) * (1 + TWICE)


class People:
    """Columns of made-up people, one element a person."""

    def __init__(self, number: int, seed: int) -> None:
        draw = np.random.default_rng(seed)
        names = _Names()
        self.woman = draw.random(number) < 0.06
        self.surname = names.surnames(number, draw)
        self.given = np.where(
            self.woman, names.draw("given_name", "f", number, draw), names.draw("given_name", "m", number, draw)
        )
        self.patronymic = names.draw("patronymic", "m", number, draw)
        self.village = draw.integers(0, REGIONS * DISTRICTS * VILLAGES, number)
        # One in eight stands beside a relative: of the surname and the village, a brother also of the father.
        kin = np.flatnonzero(draw.random(number) < 0.125)
        kin = kin[kin > 0]
        for column in (self.surname, self.village):
            column[kin] = column[kin - 1]
        brothers = kin[draw.random(len(kin)) < 0.4]
        self.patronymic[brothers] = self.patronymic[brothers - 1]
        self.residence = np.where(draw.random(number) < 0.6, self.village, draw.permutation(self.village))
        self.birth = np.clip(draw.normal(1896, 12, number), 1850, 1919) * 365.2425 + draw.integers(0, 365, number)
        # The troika of each region sat on some sixty days.
        sessions = np.sort(draw.integers(0, 465, (REGIONS, 60)), axis=1)
        self.sentence = AUGUST_1937 + sessions[self.residence // (DISTRICTS * VILLAGES), draw.integers(0, 60, number)]
        self.arrest = self.sentence - draw.integers(7, 120, number)
        self.execution = self.sentence + draw.integers(1, 12, number)
        self.shot = draw.random(number) < SHOT


class _Names:
    def __init__(self) -> None:
        self.of: dict[tuple[str, str], tuple[Any, Any]] = {}
        with FREQUENCIES.open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        for field, sex in (("surname", "m"), ("given_name", "m"), ("given_name", "f"), ("patronymic", "m")):
            chosen = [row for row in rows if (row["field"], row["sex"]) == (field, sex)]
            counts = np.array([float(row["count"]) for row in chosen])
            self.of[field, sex] = np.array([row["name"] for row in chosen], dtype=object), counts / counts.sum()

    def draw(self, field: str, sex: str, number: int, draw: np.random.Generator) -> Any:
        names, shares = self.of[field, sex]
        return draw.choice(names, number, p=shares)

    def surnames(self, number: int, draw: np.random.Generator) -> Any:
        """Two in three as a real list has them, one in three made of parts of those, by Zipf's law."""
        pairs = draw.choice(self.of["surname", "m"][0], (MADE_UP_SURNAMES, 2))
        made = np.array([a[: max(3, len(a) - 4)] + b[-min(4, len(b) - 1) :] for a, b in pairs], dtype=object)
        ranks = 1.0 / (np.arange(MADE_UP_SURNAMES) + 500.0) ** 0.8
        return np.where(
            draw.random(number) < 0.35,
            draw.choice(made, number, p=ranks / ranks.sum()),
            self.draw("surname", "m", number, draw),
        )


class Places:
    """Made-up villages, in made-up districts of made-up regions, and how a list may print one."""

    def __init__(self, seed: int) -> None:
        chance = random.Random(seed)
        stems = [
            str(name)[: max(4, len(name) - 2)].removesuffix("ск")
            for name in _Names().of["surname", "m"][0]
            if len(name) > 5
        ]
        self.regions = [f"{stem}ская обл." for stem in chance.sample(stems, REGIONS)]
        self.districts = [f"{chance.choice(stems)}ский р-н" for _ in range(REGIONS * DISTRICTS)]
        self.villages = [f"{chance.choice(stems)}{chance.choice(('ово', 'ино', 'овка', 'ское'))}" for _ in range(5000)]

    def printed(self, village: int, chance: random.Random) -> str:
        """A village as one list prints it."""
        district, region = village // VILLAGES, village // (VILLAGES * DISTRICTS)
        name = f"{chance.choice(('с.', 'дер.', 'с.'))} {self.villages[village % 5000]}"
        how = chance.random()
        if how < 0.6:
            return f"{self.regions[region]}, {self.districts[district]}, {name}"
        return f"{self.districts[district]}, {name}" if how < 0.85 else f"{self.regions[region]}, {name}"


def entries(people: People, profile: Profile, seed: int) -> Iterator[tuple[int, tuple[str, ...]]]:
    """The rows of one list, each with the number of the person."""
    draw, chance, places = np.random.default_rng(seed), random.Random(seed), Places(0)
    named = draw.random(len(people.surname)) < profile.names
    if profile.only_shot:
        named &= people.shot
    chosen = np.flatnonzero(named)
    chosen = np.concatenate([chosen, chosen[draw.random(len(chosen)) < TWICE]])
    draw.shuffle(chosen)
    for person in chosen.tolist():
        yield person, _printed(people, person, profile, places, chance)


def _printed(people: People, n: int, profile: Profile, places: Places, chance: random.Random) -> tuple[str, ...]:
    def errs(times: float = 1.0) -> bool:
        return chance.random() < profile.errors * times

    def tells(share: float) -> bool:
        return chance.random() < share

    def day(ordinal: int, share: float) -> str:
        if not tells(share):
            return ""
        return _day(date.fromordinal(ordinal + (chance.choice((-10, -1, 1, 10, 30)) if errs(0.3) else 0)))

    surname, given, patronymic = people.surname[n], people.given[n], people.patronymic[n]
    if people.woman[n]:
        surname, patronymic = feminine(surname), of_daughter(patronymic)
    if errs():
        surname = misspelt(surname, chance)
    if errs(0.7):
        given = given_otherwise(given, chance)
    if errs(0.7):
        patronymic = "" if tells(0.4) else misspelt(patronymic, chance)
    shot = bool(people.shot[n])
    return (
        "1",
        in_script(surname, profile.script),
        in_script(given, profile.script),
        in_script(patronymic, profile.script),
        _birth(int(people.birth[n]), profile, chance, errs),
        places.printed(int(people.village[n]), chance) if tells(profile.places) else "",
        places.printed(int(people.residence[n]), chance) if tells(profile.places * 0.8) else "",
        day(int(people.arrest[n]), profile.dates * 0.8),
        day(int(people.sentence[n]), profile.dates),
        "тройка" if tells(profile.dates) else "",
        "ВМН" if shot else "10 лет ИТЛ",
        day(int(people.execution[n]), profile.dates) if shot else "",
    )


def _birth(ordinal: int, profile: Profile, chance: random.Random, errs: Any) -> str:
    born = date.fromordinal(ordinal)
    if errs(0.4):
        return ""
    if chance.random() >= profile.day_of_birth:
        return str(born.year + (chance.choice((-2, -1, -1, 1, 1, 2, 10)) if errs(0.8) else 0))
    if errs(0.3) and born.day <= 12:
        return f"{born.month:02}.{born.day:02}.{born.year}"
    if errs(0.3):
        return _day(date.fromordinal(ordinal + chance.choice((-13, -12, -1, 1, 12, 13, 365, -365))))
    return _day(born)


def _day(day: date) -> str:
    return f"{day.day:02}.{day.month:02}.{day.year}"


def write(number: int, folder: pathlib.Path, seed: int = 1) -> None:
    """Write lists of about `number` entries in all, and their truth."""
    folder.mkdir(parents=True, exist_ok=True)
    people = People(round(number / EACH), seed)
    with (folder / "truth.csv").open("w", newline="", encoding="utf-8") as truth_file:
        truth = csv.writer(truth_file, lineterminator="\n")
        truth.writerow(("source", "locator", "person"))
        for order, (name, profile) in enumerate(LISTS.items(), 1):
            with (folder / f"{name}.csv").open("w", newline="", encoding="utf-8") as file:
                table = csv.writer(file, lineterminator="\n")
                table.writerow(HEADER)
                for row, (person, printed) in enumerate(entries(people, profile, seed * 100 + order), 2):
                    table.writerow(printed)
                    truth.writerow((name, f"row:{row}", person))


def main() -> None:
    """Read the arguments and write the lists."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("--entries", type=int, required=True, help="about how many entries in all")
    parser.add_argument("--to", type=pathlib.Path, required=True, help="the folder to write into")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    write(options.entries, options.to, options.seed)


if __name__ == "__main__":
    main()
