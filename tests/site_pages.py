"""Addresses of the made-up record that tests open, in a browser and without."""

from tests.made_up_estimate import NAME

SIMPLE = (
    "",
    "sources",
    "source/roll",
    "operations",
    "operation/00447",
    "bodies",
    "body/troika",
    "regions",
    "region/moscow",
    "places",
    "place/butovo",
    "toll",
    "claims",
    "claim/statistics:54",
    "region/ukraine",
    "findings",
    "estimates",
    f"estimate/{NAME}/0",
    "about",
    "linkage",
)
