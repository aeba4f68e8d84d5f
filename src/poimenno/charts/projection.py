"""Where a place of the USSR stands on a map that keeps areas: Albers' equal-area conic (Snyder 1987, pp. 98-103).

On the sphere, with standard parallels 50° and 65° north and the middle meridian 90° east. For the whole country
only: a town is drawn true to scale at its own latitude (see `town_map`).
"""

import math

RADIUS = 6371.0
_PARALLEL_SOUTH, _PARALLEL_NORTH, _ORIGIN, _MERIDIAN = (math.radians(angle) for angle in (50.0, 65.0, 56.0, 90.0))
_N = (math.sin(_PARALLEL_SOUTH) + math.sin(_PARALLEL_NORTH)) / 2
_C = math.cos(_PARALLEL_SOUTH) ** 2 + 2 * _N * math.sin(_PARALLEL_SOUTH)


def project(longitude: float, latitude: float) -> tuple[float, float]:
    """Kilometres to the east and to the north of 90° E, 56° N. Degrees in; longitudes west of 20° W count as east."""
    angle = math.radians(longitude + 360 if longitude < -20 else longitude)
    theta = _N * (angle - _MERIDIAN)
    rho = _rho(math.radians(latitude))
    return rho * math.sin(theta), _rho(_ORIGIN) - rho * math.cos(theta)


def _rho(latitude: float) -> float:
    return RADIUS * math.sqrt(max(0.0, _C - 2 * _N * math.sin(latitude))) / _N
