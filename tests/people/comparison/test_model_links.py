"""Scored pairs become links; each outcome is told by the number of its level, whatever it weighs."""

import json
from dataclasses import replace

import pytest

from poimenno.foundation import database, sql
from poimenno.people.comparison import levels, model_links
from poimenno.reference.vocabularies import Comparison


def test_two_levels_of_one_weight_keep_their_own_words(monkeypatch: pytest.MonkeyPatch) -> None:
    missing, same, near, *_others, different = levels.comparisons()[Comparison.SURNAME]
    equal = [
        missing,
        replace(same, number=2),
        replace(near, number=1, m=same.m, u=same.u),
        replace(different, number=0),
    ]
    monkeypatch.setattr(levels, "comparisons", lambda: {Comparison.SURNAME: equal})
    with database.memory() as db:
        for room in ("sources", "entries", "people"):
            sql.run(db, room)
        for entry in "abcd":
            db.execute(
                "INSERT INTO entries VALUES (?, ?, 'row:2', 0, ?, '', NULL, NULL, NULL)",
                [entry, f"list-{entry}", entry],
            )
        db.execute(
            "CREATE TEMP TABLE scored_pairs AS FROM (VALUES "
            "('a', 'b', 8.0, 0.99, 2, $1, 1.5), ('c', 'a', 8.0, 0.99, 1, $1, -2.0), ('a', 'd', 8.0, 0.99, -1, 0.0, 0.0)"
            ") AS pairs (unique_id_l, unique_id_r, match_weight, match_probability, gamma_surname, mw_surname, "
            "mw_tf_adj_surname)",
            [same.weight],
        )
        model_links.write_links(db, 0.2)
        links = db.execute("SELECT entry_id_a, entry_id_b, evidence, surprise FROM links ORDER BY ALL").fetchall()
    evidence = {(a, b): json.loads(parts) for a, b, parts, _surprise in links}
    assert evidence["a", "b"] == [
        {"comparison": "surname", "level": same.label_en, "level_ru": same.label_ru, "weight": 12.57}
    ]
    assert evidence["a", "c"] == [
        {"comparison": "surname", "level": near.label_en, "level_ru": near.label_ru, "weight": 9.07}
    ]
    # A missing value is no evidence, and no surprise.
    assert evidence["a", "d"] == []
    assert {surprise for *_link, surprise in links} == {0}


def test_a_pair_below_the_probability_and_a_family_are_no_links(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(levels, "comparisons", lambda: {Comparison.SURNAME: levels_of_surname})
    with database.memory() as db:
        for room in ("sources", "entries", "people"):
            sql.run(db, room)
        for entry, head in (("a", None), ("b", None), ("c", "a")):
            db.execute("INSERT INTO entries VALUES (?, 'list', 'row:2', 0, ?, '', NULL, NULL, ?)", [entry, entry, head])
        db.execute(
            "CREATE TEMP TABLE scored_pairs AS FROM (VALUES "
            "('a', 'b', -5.0, 0.19, 0, -6.0, 0.0), ('a', 'c', 8.0, 0.99, 0, -6.0, 0.0), "
            "('b', 'c', 8.0, 0.99, 0, -6.0, 0.0)"
            ") AS pairs (unique_id_l, unique_id_r, match_weight, match_probability, gamma_surname, mw_surname, "
            "mw_tf_adj_surname)"
        )
        model_links.write_links(db, 0.2)
        assert db.execute("SELECT entry_id_a, entry_id_b FROM links").fetchall() == [("b", "c")]


levels_of_surname = levels.comparisons()[Comparison.SURNAME]
