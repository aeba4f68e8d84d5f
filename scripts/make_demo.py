"""Makes the bundled demonstration archive from the real lists: structured facts, not the notices' sentences.

usage: make_demo.py DATA

DATA is the folder that holds `stalin-lists/notices`, `moscow/pages` and `moscow/addresses.csv`. Writes
`src/poimenno/demo/sources`: everyone of the first list, and everyone of the second who was shot in 1937.
"""

import csv
import pathlib
import sys
import tempfile

from poimenno.entries import dialects
from poimenno.entries.field import Field
from poimenno.entries.parse import parse_entry
from poimenno.reference.vocabularies import Reader
from poimenno.sources import readers, settings
from poimenno.sources.archive import Archive, checksum
from poimenno.sources.raw import RawEntry

TARGET = pathlib.Path(__file__).resolve().parent.parent / "src" / "poimenno" / "demo" / "sources"
LIFE = {
    "Фамилия": "surname",
    "Имя": "given_name",
    "Отчество": "patronymic",
    "Варианты имени": "name_variant",
    "Родился": "birth_date",
    "Место рождения": "birth_place",
    "Национальность": "ethnicity",
    "Партийность": "party",
    "Образование": "education",
    "Занятие": "occupation",
    "Адрес": "residence",
}
CASE = {
    "Арест": "arrest_date",
    "Кем арестован": "arrest_body",
    "Обвинение": "charge",
    "Статьи": "article",
    "Кем осуждён": "sentencing_body",
    "Дата приговора": "sentence_date",
    "Приговор": "sentence",
    "Расстрел": "execution_date",
    "Место расстрела": "execution_place",
    "Место захоронения": "burial_place",
    "Реабилитация": "rehabilitation_date",
    "Кем реабилитирован": "rehabilitation_body",
}
PLACE = {"Широта": "residence_latitude", "Долгота": "residence_longitude"}
MEMORIAL = "Международный Мемориал"


def main(data: pathlib.Path) -> None:
    """Write both lists."""
    with tempfile.TemporaryDirectory() as folder:
        archive = Archive.create(pathlib.Path(folder) / "archive")
        archive.add([data / "stalin-lists" / "notices"], source_id="stalin-lists", detect=dialects.detect)
        archive.add([data / "moscow" / "pages"], source_id="moscow-1937", detect=dialects.detect)
        stalin, moscow = archive.sources
        coordinates = _coordinates(data / "moscow" / "addresses.csv")
        _write(
            "stalin-lists",
            [
                _row(raw, fields, LIFE | CASE, raw.key or raw.locator, raw.columns.get("source", ""))
                for raw, fields in _parsed(stalin)
            ],
            LIFE | CASE,
            settings.Settings(
                title="Сталинские расстрельные списки: справки о людях",
                citation="Сталинские списки. Международный Мемориал. https://stalin.memo.ru ; каждая строка называет "
                "книгу памяти или архив, на которых она основана",
                url="https://stalin.memo.ru ; https://github.com/itpp-labs/stalin",
                reader=Reader.DELIMITED,
                added=1,
            ),
        )
        shot = [(raw, fields) for raw, fields in _parsed(moscow) if _shot_in_1937(fields)]
        rows = []
        for raw, fields in shot:
            row = _row(raw, fields, LIFE | CASE, raw.locator, "")
            street, house = (" ".join(raw.context.get(key, "").split()) for key in ("street", "house"))
            latitude, longitude = coordinates.get((street, house), ("", ""))
            rows.append(row | {"Широта": latitude, "Долгота": longitude})
        _write(
            "moscow-1937",
            rows,
            LIFE | CASE | PLACE,
            settings.Settings(
                title="Расстрелы в Москве: по домашним адресам (расстрелянные в 1937 году)",
                citation=f"Расстрелы в Москве. {MEMORIAL}. https://mos.memo.ru ; "
                "координаты домов: Топография террора, ODbL 1.0",
                licence="not stated by Memorial; coordinates ODbL 1.0",
                url="https://mos.memo.ru ; https://github.com/nextgis/memorial_data",
                reader=Reader.DELIMITED,
                added=2,
            ),
        )


def _parsed(source: settings.Source) -> list[tuple[RawEntry, list[Field]]]:
    return [(raw, parse_entry(raw, source.settings)) for raw in readers.read(source) if isinstance(raw, RawEntry)]


def _shot_in_1937(fields: list[Field]) -> bool:
    return any(
        field.name == "execution_date" and field.earliest is not None and field.earliest.year == 1937
        for field in fields
    )


def _row(raw: RawEntry, fields: list[Field], wanted: dict[str, str], key: str, source: str) -> dict[str, str]:
    row = {"id": key, "Источник": source}
    last = max((field.episode for field in fields), default=1)
    for column, name in wanted.items():
        values = [field for field in fields if field.name == name and field.episode in (0, last)]
        words = [field.normal or field.value if name == "article" else field.value for field in values]
        row[column] = ("; " if name == "name_variant" else ", ").join(
            words if name in ("article", "name_variant") else words[:1]
        )
    return row


def _coordinates(path: pathlib.Path) -> dict[tuple[str, str], tuple[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        return {
            (" ".join(row["street"].split()), " ".join(row["house"].split())): (row["latitude"], row["longitude"])
            for row in csv.DictReader(lines)
        }


def _write(source_id: str, rows: list[dict[str, str]], wanted: dict[str, str], chosen: settings.Settings) -> None:
    folder = TARGET / source_id
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{source_id}.csv"
    columns = [column for column in ("id", *wanted, "Источник") if any(row[column] for row in rows)]
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns, extrasaction="ignore", lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    mapping = {
        column: {"id": "key", "Источник": "cross_reference"}.get(column, wanted.get(column, "")) for column in columns
    }
    values = {name: getattr(chosen, name) for name in settings.Settings.__dataclass_fields__}
    values |= {"encoding": "utf-8", "delimiter": ",", "mapping": mapping, "files": {path.name: checksum(path)}}
    (folder / "source.toml").write_text(settings.render(settings.Settings(**values)), encoding="utf-8")
    print(source_id, len(rows), "rows", path.stat().st_size, "bytes")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(pathlib.Path(sys.argv[1]))
