"""Records survive the way to JSON and back, whatever they hold."""

import dataclasses
import json
import typing

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import rashomon.record as record
from rashomon.record import Claim, Count, Document, Event, Refusal, Relation, Source, Span, Time, from_plain, to_plain

RECORDS = (Document, Claim, Source, Event, Relation, Refusal, Time, Count)


FINITE = st.floats(allow_nan=False, allow_infinity=False)
st.register_type_strategy(float, FINITE)


@settings(max_examples=40, suppress_health_check=list(HealthCheck), deadline=None)
@given(st.data())
def test_every_record_survives_json(data: st.DataObject) -> None:
    """from_plain(to_plain(r)) == r, through real JSON text."""
    cls = data.draw(st.sampled_from(RECORDS))
    value = _paired_once(data.draw(st.from_type(cls)))
    assert from_plain(cls, json.loads(json.dumps(to_plain(value)))) == value


def _paired_once(value: typing.Any) -> typing.Any:
    """Pairs become an object in JSON, so that a name can stand once only."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        changes = {}
        for field in dataclasses.fields(value):
            item = getattr(value, field.name)
            if field.name in ("roles", "meta"):
                changes[field.name] = tuple(dict(item).items())
            elif isinstance(item, tuple):
                changes[field.name] = tuple(_paired_once(part) for part in item)
        return dataclasses.replace(value, **changes)
    return value


def test_unknown_keys_are_left_aside() -> None:
    """A record written by a newer version opens: what is not known is not read."""
    assert from_plain(Span, {"start": 0, "end": 2, "text": "ab", "new": 1}) == Span(0, 2, "ab")


def test_the_contract_of_field_names_stands() -> None:
    """The names that other tools read are there: a rename breaks them."""
    wanted = {
        Claim: "id document quote trigger type roles voice attribution status polarity said_at time places counts "
        "event method confidence act answers",
        Document: "id page file text blocks sentences title outlet published updated language coverage",
        record.Source: "id name aliases kind named speaks_for described_as",
        record.Time: "text earliest latest precision year_known basis edtf",
        record.Place: "role text name id lat lon precision relation radius_km candidates reason",
        record.Count: "text of low high quantifier unit aggregation window part_of",
        record.Event: "id type claims time places counts independence assessment",
        record.Relation: "a b slot kind reason spans",
        record.Refusal: "stage code detail span",
    }
    for cls, names in wanted.items():
        assert set(names.split()) <= {field.name for field in dataclasses.fields(cls)}, cls
