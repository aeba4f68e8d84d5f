"""The projection keeps areas, and Chukotka lies in the east."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from poimenno.charts.projection import RADIUS, project


@given(st.floats(20, 179), st.floats(36, 79))
def test_areas_are_kept(longitude: float, latitude: float) -> None:
    """A small square of the sphere is as large on the plane."""
    step = 1e-3
    x, y = project(longitude, latitude)
    (x1, y1), (x2, y2) = project(longitude + step, latitude), project(longitude, latitude + step)
    plane = abs((x1 - x) * (y2 - y) - (x2 - x) * (y1 - y))
    north = math.radians(latitude)
    sphere = RADIUS**2 * math.radians(step) * (math.sin(north + math.radians(step)) - math.sin(north))
    assert plane == pytest.approx(sphere, rel=1e-3)


def test_chukotka_lies_in_the_east() -> None:
    assert project(-172.0, 65.0) == project(188.0, 65.0)
    assert project(-172.0, 65.0)[0] > project(160.0, 65.0)[0] > 0
    assert project(90.0, 56.0) == pytest.approx((0, 0))
