"""Who may see what? The search index, the rule of disclosure, the site, the API, exports."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import duckdb


def prepare(db: "duckdb.DuckDBPyConnection", inputs: dict[str, str]) -> None:
    """Fill the search index, the facts of disclosure, and the identity of the record.

    Raises SourceError where invented data and real people would stand side by side.
    """
    from poimenno.disclosure import preparation

    preparation.prepare(db, inputs)
