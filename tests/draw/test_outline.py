"""The outline map: what a frame shows of rivers, and what links a site on disk has."""

from __future__ import annotations

import pytest

from rashomon.draw import FileLinks, built_assets, picture
from rashomon.draw.outline import WIDTH, _runs, projection, rivers
from rashomon.view.index import index_of
from rashomon.view.map import Box, event_map
from rashomon.view.query import Query
from tests.web.fixture import CASE

LOWER_DANUBE = Box(25.0, 43.0, 28.0, 45.0)


@pytest.mark.skipif("rivers-50m.json" not in built_assets(), reason="the outline map was not built")
def test_a_great_river_is_drawn_across_its_valley() -> None:
    shown = projection(LOWER_DANUBE)
    paths = rivers(shown)
    assert paths
    assert all(path.startswith("M") for path in paths)
    reach = [float(step.partition(",")[0]) for path in paths for step in path[1:].replace("Q", "L").split("L")]
    assert min(reach) < WIDTH / 4 < 3 * WIDTH / 4 < max(reach), "it goes from one side to the other"


def test_a_line_is_cut_where_it_leaves_the_frame() -> None:
    line = [(float(n), 0.5) for n in range(20)]
    (part,) = _runs(line, Box(5.5, 0.0, 8.5, 1.0))
    assert part == [(5.0, 0.5), (6.0, 0.5), (7.0, 0.5), (8.0, 0.5), (9.0, 0.5)]
    assert list(_runs(line, Box(5.5, 2.0, 8.5, 3.0))) == []


def test_a_country_is_no_exact_place() -> None:
    found = event_map(index_of(CASE), Query())
    drawn = picture(found)
    assert drawn
    assert [dot.spot.wide for dot in drawn.dots] == [False]


def test_what_is_asked_of_a_file_stands_after_its_name() -> None:
    links = FileLinks()
    assert links.to("events", [("type", "movement"), ("page", "2")]) == "index-2.html#type=movement"
    assert links.to("map", [("place", "Port Vessen & co")]) == "map.html#place=Port+Vessen+%26+co"
    assert links.to("timeline") == "timeline.html"
