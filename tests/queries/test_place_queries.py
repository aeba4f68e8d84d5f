"""Places and bodies have the persons that the tables give them."""

from typing import TYPE_CHECKING

from poimenno.queries.body_queries import find_body, list_bodies
from poimenno.queries.place_queries import find_place, list_places, residences_of_place

if TYPE_CHECKING:
    import duckdb


def test_places_have_their_persons(db: "duckdb.DuckDBPyConnection") -> None:
    places = list_places(db)
    assert [place.persons for place in places] == sorted((place.persons for place in places), reverse=True)
    for place in places:
        rows = db.execute(
            "SELECT count(DISTINCT person_id) FROM person_places WHERE place_id = ?", [place.place_id]
        ).fetchall()
        assert rows == [(place.persons,)]
        found = find_place(db, place.place_id)
        assert found is not None
        assert found.name_ru == place.name_ru
    assert find_place(db, "no-such-place") is None


def test_bodies_have_their_persons(db: "duckdb.DuckDBPyConnection") -> None:
    bodies = list_bodies(db)
    assert sum(body.persons for body in bodies) > 0
    for body in bodies:
        rows = db.execute(
            "SELECT count(*), count(*) FILTER (outcome = 'executed') FROM published WHERE body_type = ?",
            [body.body_type],
        ).fetchall()
        assert rows == [(body.persons, body.shot)]
        assert find_body(db, body.body_type) is not None
    assert find_body(db, "no-such-body") is None


def test_residences_are_points_of_the_readings(db: "duckdb.DuckDBPyConnection") -> None:
    points = {
        (round(latitude, 4), round(longitude, 4))
        for latitude, longitude in db.execute(
            "SELECT residence_latitude, residence_longitude FROM readings WHERE residence_latitude IS NOT NULL"
        ).fetchall()
    }
    rows = [row for place in list_places(db) for row in residences_of_place(db, place.place_id)]
    assert rows
    assert all((row.latitude, row.longitude) in points and row.count > 0 for row in rows)
