"""Collects the texts of the interface and compiles their translations; the same texts give the same files.

Run by `make messages`: updates `locale/poimenno.pot`, merges it into the catalogue of each language, and
compiles those. Prints what is not translated yet.
"""

import io
import pathlib
from datetime import UTC, datetime

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

PACKAGE = pathlib.Path(__file__).resolve().parent.parent / "src" / "poimenno"
LOCALES = PACKAGE / "locale"
METHODS = [("**.py", "python"), ("**/templates/**.html", "jinja2.ext:babel_extract")]
# `_mark`, `Message` and `NoClaim` mark a text that is translated where it is shown.
KEYWORDS: dict[str, tuple[int | tuple[int, str], ...] | None] = {
    "_": None,
    "gettext": None,
    "ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
    "_mark": None,
    "Message": None,
    "NoClaim": None,
}


def collect() -> Catalog:
    """All texts of the package."""
    catalog = Catalog(project="Poimenno", fuzzy=False, creation_date=datetime(2026, 1, 1, tzinfo=UTC))
    options = {"**/templates/**.html": {"trimmed": "false", "silent": "false"}}
    for _name, _line, message, _comments, context in extract_from_dir(PACKAGE, METHODS, options, KEYWORDS):
        catalog.add(message, context=context)
    return catalog


def merged(path: pathlib.Path, collected: Catalog, language: str) -> Catalog:
    """The catalogue of a language with all texts of now; translations of texts that are gone are dropped."""
    catalog = read_po(io.BytesIO(path.read_bytes()), locale=language) if path.exists() else Catalog(locale=language)
    catalog.update(collected, no_fuzzy_matching=True)
    catalog.obsolete.clear()
    catalog.fuzzy = False
    catalog.project = "Poimenno"
    catalog.creation_date = catalog.revision_date = collected.creation_date
    return catalog


def po(catalog: Catalog) -> bytes:
    """The text of a catalogue, without dates and places in the code, so that moving a text changes nothing."""
    out = io.BytesIO()
    write_po(out, catalog, omit_header=False, no_location=True, sort_output=True, width=120)
    return out.getvalue()


def mo(catalog: Catalog) -> bytes:
    """A compiled catalogue."""
    out = io.BytesIO()
    write_mo(out, catalog)
    return out.getvalue()


def main() -> None:
    """Update all catalogues."""
    collected = collect()
    (LOCALES / "poimenno.pot").write_bytes(po(collected))
    for folder in sorted(LOCALES.glob("*/LC_MESSAGES")):
        path = folder / "poimenno.po"
        catalog = merged(path, collected, folder.parent.name)
        path.write_bytes(po(catalog))
        (folder / "poimenno.mo").write_bytes(mo(catalog))
        missing = [m.id for m in catalog if m.id and not (all(m.string) if isinstance(m.string, tuple) else m.string)]
        print(f"{folder.parent.name}: {len(catalog)} texts, {len(missing)} not translated")
        for text in missing:
            print("  ", text)


if __name__ == "__main__":
    main()
