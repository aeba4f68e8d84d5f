"""Which decisions bind: the last on each pair, by entry id or handle, and none that contradict each other."""

from collections.abc import Callable

import duckdb
import pytest

from poimenno.foundation.errors import DecisionError
from poimenno.people.decisions.binding import BindingDecisions, binding_decisions, entry_ids
from poimenno.reference.vocabularies import DecisionKind
from poimenno.sources.decision_log import Decision
from tests.people.district import Pair, pairs_of, persons, tables, truth

Relink = Callable[[list[Decision]], duckdb.DuckDBPyConnection]


def decided(kind: str, a: str, b: str) -> Decision:
    return Decision(DecisionKind(kind), (a, b), "made up for a test", "a test", "2026-01-01T00:00:00Z")


def strangers(db: duckdb.DuckDBPyConnection) -> Pair:
    """Entries of two people with more entries, a man and a woman."""
    true_person = truth()
    person_of = persons(db)
    (a,) = [entry for entry, person in true_person.items() if person == "02" and entry.startswith("kniga")]
    (b,) = [entry for entry, person in true_person.items() if person == "07" and entry.startswith("kniga")]
    assert person_of[a] != person_of[b]
    return a, b


def friends(db: duckdb.DuckDBPyConnection) -> Pair:
    """Two entries that the model links, of a person of two."""
    person_of = persons(db)
    return min(
        (a, b)
        for a, b in pairs_of(person_of)
        if list(person_of.values()).count(person_of[a]) == 2 and not {a, b} & set(strangers(db))
    )


def test_the_decision_same_binds(linked: duckdb.DuckDBPyConnection, relinked: Relink) -> None:
    a, b = strangers(linked)
    person_of = persons(relinked([decided("same", b, a)]))
    assert person_of[a] == person_of[b]


def test_the_decision_different_binds(linked: duckdb.DuckDBPyConnection, relinked: Relink) -> None:
    a, b = friends(linked)
    db = relinked([decided("different", a, b)])
    person_of = persons(db)
    assert person_of[a] != person_of[b]
    link = db.execute("SELECT origin, used, probability FROM links WHERE (entry_id_a, entry_id_b) = (?, ?)", [a, b])
    assert link.fetchall() == [("decision", False, 0.0)]


def test_decisions_name_entries_by_handle_too(linked: duckdb.DuckDBPyConnection, relinked: Relink) -> None:
    a, b = friends(linked)
    handles = dict(linked.execute("SELECT entry_id, handle FROM entries").fetchall())
    by_handle = tables(relinked([decided("different", handles[a], handles[b])]))
    assert by_handle == tables(relinked([decided("different", a, b)]))


@pytest.mark.parametrize("back", ["undo", "unsure"])
def test_a_decision_is_taken_back(back: str, linked: duckdb.DuckDBPyConnection, relinked: Relink) -> None:
    a, b = friends(linked)
    assert tables(relinked([decided("different", a, b), decided(back, b, a)])) == tables(linked)


def test_the_last_decision_on_a_pair_counts(linked: duckdb.DuckDBPyConnection, relinked: Relink) -> None:
    a, b = strangers(linked)
    person_of = persons(relinked([decided("different", a, b), decided("same", a, b)]))
    assert person_of[a] == person_of[b]
    person_of = persons(relinked([decided("same", a, b), decided("different", a, b)]))
    assert person_of[a] != person_of[b]


def test_decisions_that_contradict_each_other_are_refused(linked: duckdb.DuckDBPyConnection, relinked: Relink) -> None:
    a, b = friends(linked)
    c, _ = strangers(linked)
    with pytest.raises(DecisionError, match="different") as error:
        relinked([decided("same", a, b), decided("same", b, c), decided("different", a, c)])
    assert a in str(error.value)
    assert c in str(error.value)


def test_a_decision_on_an_entry_that_is_gone_binds_nothing(linked: duckdb.DuckDBPyConnection, relinked: Relink) -> None:
    a, _ = friends(linked)
    assert tables(relinked([decided("same", a, "gone/line:1")])) == tables(linked)


def test_binding_decisions_are_pairs_of_entry_ids_in_the_order_of_the_first_decision(
    linked: duckdb.DuckDBPyConnection,
) -> None:
    a, b = friends(linked)
    c, d = strangers(linked)
    handle = linked.execute("SELECT handle FROM entries WHERE entry_id = ?", [a]).fetchall()[0][0]
    decisions = [decided("different", d, c), decided("same", b, handle), decided("unsure", a, c), decided("same", c, d)]
    assert binding_decisions(linked, decisions) == BindingDecisions(same=((min(c, d), max(c, d)), (a, b)))
    assert entry_ids(linked, {handle, "gone/line:1"}) == {handle: a, a: a}
    assert entry_ids(linked, set()) == {}
