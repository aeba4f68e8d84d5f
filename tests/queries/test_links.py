"""What would part if a link were cut."""

from typing import Any

from poimenno.queries import link_queries


def link(a: str, b: str, used: bool = True) -> dict[str, Any]:
    return {"entry_id_a": a, "entry_id_b": b, "used": used}


def test_a_bridge_parts_what_stands_beyond_it() -> None:
    chain = [link("a", "b"), link("b", "c"), link("c", "d")]
    assert link_queries.parted(chain, chain[1]) == ["c", "d"]
    assert link_queries.parted(chain, chain[0]) == ["b", "c", "d"]


def test_a_link_beside_others_parts_nobody() -> None:
    ring = [link("a", "b"), link("b", "c"), link("a", "c")]
    assert link_queries.parted(ring, ring[0]) == []
    # A link that does not hold is of no account.
    loose = [link("a", "b"), link("b", "c"), link("a", "c", used=False)]
    assert link_queries.parted(loose, loose[0]) == ["b", "c"]


def test_each_outcome_has_a_weight_with_a_source() -> None:
    levels = link_queries.levels()
    assert {one["comparison"] for one in levels} >= {"surname", "birth", "archive_file"}
    assert all(one["source"] and (one["weight"] > 0) == (one["m"] > one["u"]) for one in levels)
