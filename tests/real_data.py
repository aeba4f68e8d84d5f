"""Where the real data are that some tests need: beside the checkout, or where POIMENNO_DATA says. Never copied here."""

import os
import pathlib

import pytest

DATA = pathlib.Path(
    os.environ.get("POIMENNO_DATA", pathlib.Path(__file__).resolve().parent.parent.parent / "shared" / "data")
)
# The page from which the project started, and what R packages gave on published tables.
STARTING_PAGE = DATA / "figures" / "the-great-terror-1937-1938.txt"
ESTIMATES = DATA / "mse"


def needs(path: pathlib.Path) -> pytest.MarkDecorator:
    """Skip a test where a file of the real data is not at hand."""
    reason = f"{path} is not at hand; say in POIMENNO_DATA where the real data are"
    return pytest.mark.skipif(not path.exists(), reason=reason)
