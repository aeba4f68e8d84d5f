"""The bundled figures: every row of their tables, with the wording of the table kept."""

from poimenno import reference
from poimenno.claims.reading import bundled_claims
from poimenno.reference.vocabularies import Collection, Extent


def test_ids_are_unique_and_collections_are_known() -> None:
    claims = bundled_claims.read()
    assert len({claim.claim_id for claim in claims}) == len(claims)
    assert {claim.collection for claim in claims} == set(Collection) - {Collection.RECORD}


def test_a_category_without_anybody_makes_no_claim() -> None:
    rows = reference.rows("figures/stalin_lists")
    stated = sum(row[f"category_{number}"] not in {"", "0"} for row in rows for number in (1, 2, 3))
    assert sum(claim.collection == Collection.STALIN_LISTS for claim in bundled_claims.read()) == stated


def test_without_the_sublists_their_sums_are_left() -> None:
    collections = {claim.collection for claim in bundled_claims.read(sublists=False)}
    assert collections == set(Collection) - {Collection.RECORD, Collection.STALIN_LISTS}


def test_every_figure_has_a_place_that_was_decided() -> None:
    claims = bundled_claims.read()
    assert all((claim.extent is None) == (claim.event is not None) for claim in claims)
    assert all((claim.extent is Extent.REGION) == (claim.region is not None) for claim in claims if claim.extent)
