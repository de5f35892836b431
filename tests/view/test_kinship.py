"""Who shares an origin with whom, the boxes of the drawing, and the answers of an event."""

from __future__ import annotations

import itertools
from dataclasses import replace

from rashomon.record import Accounts, Independence
from rashomon.record.linked import Version
from rashomon.view.dependence import graph
from rashomon.view.events import gist, matching
from rashomon.view.facets import facets
from rashomon.view.index import index_of
from rashomon.view.kinship import bonds, families
from rashomon.view.matrix import matrix
from rashomon.view.query import Query
from rashomon.view.spoken import edtf_words, where_words
from tests.web.fixture import CASE, DENIED, FERRY, PORT, RETOLD, TOLD
from tests.web.made import made_case


def with_versions(told: Accounts) -> Accounts:
    first = Version("count", "212 passengers", (TOLD.id,), Independence(1, 1))
    second = Version("count", "about 200 people", (RETOLD.id,), Independence(1, 1, ("cites the Harbour Post",)))
    day = Version("time", "../????-05-04", (DENIED.id, TOLD.id), Independence(2, 2))
    events = tuple(
        replace(e, versions=(day, second, first), weakest=f"{TOLD.id} and {DENIED.id} (+1.0 points): the same ferry")
        if e.id == FERRY
        else e
        for e in told.events
    )
    return replace(told, events=events)


def test_outlets_of_one_event_are_counted_by_pairs() -> None:
    (bond,) = bonds(index_of(CASE))
    assert (bond.a_name, bond.b_name) == ("Harbour Post", "Island Radio")
    assert (bond.events, bond.one_origin) == (1, 1)


def test_outlets_that_never_gave_independent_accounts_are_one_family() -> None:
    index = index_of(CASE)
    assert len(set(families(bonds(index)).values())) == 1
    (frame,) = graph(index).frames
    assert frame.names == ("Harbour Post", "Island Radio")


def test_outlets_that_gave_independent_accounts_once_are_no_family() -> None:
    apart = Independence(2, 2, (), ((TOLD.id,), (RETOLD.id, DENIED.id)))
    events = tuple(replace(e, independence=apart) if e.id == FERRY else e for e in CASE.events)
    index = index_of(replace(CASE, events=events))
    assert families(bonds(index)) == {}
    assert graph(index).frames == ()


def test_no_box_holds_a_speaker_of_another_family() -> None:
    """Every node lies within the box of its family, and in no other; no two boxes touch."""
    drawn = graph(index_of(made_case(events=60, seed=5)))
    boxes = [(f.y, f.y + f.height) for f in drawn.frames]
    assert all(below[0] >= above[1] for above, below in itertools.pairwise(boxes))
    for node in drawn.nodes:
        assert sum(top < node.y < bottom for top, bottom in boxes) <= 1
    assert len({(node.x, node.y) for node in drawn.nodes}) == len(drawn.nodes)
    assert max(node.y for node in drawn.nodes) < drawn.height


def test_readers_who_only_comment_are_not_drawn() -> None:
    drawn = graph(index_of(CASE))
    assert drawn.readers >= 0
    assert all(node.name for node in drawn.nodes)


def test_an_event_is_told_answer_by_answer() -> None:
    shown = matrix(index_of(with_versions(CASE)), FERRY)
    told = {(one.heading, one.words): one for one in shown.versions}
    assert ("When", "until 4 May, year not told") in told
    counts = [one for one in shown.versions if one.slot == "count"]
    assert [(one.first, one.rows) for one in counts] == [(True, 2), (False, 2)]
    assert all(one.accounts for one in shown.versions)
    assert "claim-" not in shown.weakest
    assert "account 1" in shown.weakest


def test_days_in_edtf_are_told_in_words() -> None:
    assert edtf_words("2031-05-04") == "4 May 2031"
    assert edtf_words("2031-05-04/..") == "since 4 May 2031"
    assert edtf_words("Saturday") == "Saturday"


def test_places_of_one_role_are_joined_by_a_word() -> None:
    start = replace(PORT, role="origin", name="Kesmat")
    assert where_words((start, replace(start, name="Orlim"), PORT)) == "Kesmat or Orlim → Port Vessen"
    ends = [replace(PORT, role="place", name=name, relation="between") for name in ("Kesmat", "Orlim")]
    assert where_words(ends) == "between Kesmat and Orlim"


def test_the_gist_is_words_of_the_page_around_what_happened() -> None:
    index = index_of(CASE)
    words = gist(index, index.events[FERRY])
    assert "arrived" in words
    assert all(part.strip() in " ".join(TOLD.quote.text.split()) for part in words.split("…"))


def test_the_data_of_a_site_finds_what_the_index_finds() -> None:
    index = index_of(CASE)
    rows = {row.id: row for row in facets(index)}
    assert {key for key, row in rows.items() if "source-guard" in row.sources} == {
        event.id for event in matching(index, Query(source="source-guard"))
    }
    assert {key for key, row in rows.items() if "denied" in row.statuses} == {
        event.id for event in matching(index, Query(status="denied"))
    }
