"""Places for maps: GeoJSON (RFC 7946), WGS 84, longitude first.

Rule: a feature for every place of every event and of every claim; one that could not be located has no geometry and
says why, so that nothing is dropped in silence. `radius_km` is how far the place may lie from its point.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from rashomon.export.files import write_lines
from rashomon.export.flat import TABLES, event_row, place_row
from rashomon.record import Accounts, Place

DIGITS = 6
"""Of a degree: a tenth of a metre, finer than any gazetteer."""


def write(accounts: Accounts, folder: Path) -> list[Path]:
    """events.geojson and claims.geojson: feature collections, one feature a line."""
    events = (({**event_row(event)}, event.places) for event in accounts.events)
    rows = next(table.rows for table in TABLES if table.name == "claims")
    claims = zip(rows(accounts), (claim.places for claim in accounts.claims), strict=True)
    return [
        write_lines(folder / "events.geojson", _collection(_features(events))),
        write_lines(folder / "claims.geojson", _collection(_features(claims))),
    ]


def _features(told: Any) -> Iterator[dict[str, Any]]:
    for row, places in told:
        for number, place in enumerate(places):
            yield _feature(f"{row['id']}#{number}", row, place)
        if not places:
            yield {"type": "Feature", "id": row["id"], "geometry": None, "properties": row}


def _feature(key: str, row: dict[str, Any], place: Place) -> dict[str, Any]:
    where = {f"place_{name}": value for name, value in place_row(place).items() if name not in ("lat", "lon")}
    geometry = None
    if place.lat is not None and place.lon is not None:
        geometry = {"type": "Point", "coordinates": [round(place.lon, DIGITS), round(place.lat, DIGITS)]}
    return {"type": "Feature", "id": key, "geometry": geometry, "properties": {**row, **where}}


def _collection(features: Iterator[dict[str, Any]]) -> Iterator[str]:
    """One feature a line, so that a large file can be looked into with line tools."""
    yield '{"type": "FeatureCollection", "features": ['
    before = None
    for feature in features:
        if before is not None:
            yield f"{before},"
        before = json.dumps(feature, ensure_ascii=False)
    yield f"{before}]}}" if before is not None else "]}"
