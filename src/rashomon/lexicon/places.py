"""Words around place names: kinds of places, relations, prepositions and the roles they give, precision and reach.

Rule: tables only. Precision and reach are those of DESIGN.md and record/distance.py.
"""

from __future__ import annotations

from rashomon.record.grounded import PlacePrecision

KINDS: dict[str, str] = {
    "province": "admin1", "governorate": "admin1", "governate": "admin1", "state": "admin1", "oblast": "admin1", "region": "region",
    "muhafazah": "admin1", "wilayat": "admin1", "emirate": "admin1", "prefecture": "admin1", "canton": "admin1", "territory": "region",
    "provinces": "admin1", "governorates": "admin1", "states": "admin1", "regions": "region",
    "district": "admin2", "county": "admin2", "parish": "admin2", "raion": "admin2", "department": "admin2", "subdistrict": "admin3",
    "sub-district": "admin3", "municipality": "admin3", "commune": "admin3", "districts": "admin2", "counties": "admin2", "township": "admin3",
    "city": "city", "town": "town", "village": "village", "capital": "city", "settlement": "village", "hamlet": "village",
    "cities": "city", "towns": "town", "villages": "village", "suburb": "quarter", "suburbs": "outskirts", "neighborhood": "quarter",
    "neighbourhood": "quarter", "neighborhoods": "quarter", "neighbourhoods": "quarter", "quarter": "quarter", "outskirts": "outskirts",
    "countryside": "countryside", "rural": "countryside", "hinterland": "countryside", "area": "area", "areas": "area", "pocket": "area",
    "enclave": "area", "valley": "valley", "basin": "valley", "plain": "valley", "plateau": "valley", "desert": "valley", "steppe": "valley",
    "mountains": "mountain", "mountain": "mountain", "hills": "mountain", "hill": "mountain", "mount": "mountain", "heights": "mountain",
    "river": "water", "lake": "water", "sea": "water", "gulf": "water", "strait": "water", "bay": "water", "ocean": "water", "canal": "water",
    "reservoir": "water", "coast": "water", "channel": "water", "delta": "water", "creek": "water", "shore": "water",
    "island": "island", "islands": "island", "peninsula": "region", "border": "border", "frontier": "border",
    "crossing": "site", "camp": "site", "camps": "site", "base": "site", "airbase": "site", "airport": "site", "airfield": "site",
    "field": "site", "oilfield": "site", "dam": "site", "bridge": "site", "hospital": "site", "prison": "site", "square": "site",
    "street": "site", "road": "site", "avenue": "site", "highway": "site", "university": "site", "school": "site", "mosque": "site",
    "church": "site", "station": "site", "port": "site", "harbor": "site", "harbour": "site", "refinery": "site", "mine": "site",
    "junction": "site", "market": "site", "stadium": "site", "park": "site", "plant": "site", "barracks": "site", "checkpoint": "site",
    "roundabout": "site", "silos": "site", "monastery": "site", "castle": "site", "forest": "valley", "farm": "site", "farms": "site",
}  # fmt: skip
"""Generic word, lower case -> kind of place."""

ANAPHORS = (
    "town", "city", "village", "area", "district", "province", "governorate", "region", "subdistrict", "neighborhood",
    "neighbourhood", "quarter", "camp", "pocket", "enclave", "settlement", "island", "airport", "airbase", "base", "oilfield", "dam",
    "crossing", "valley",
)  # fmt: skip
"""Generic words that stand for a place named before ("the town"); "the state", "the capital" mean more than a place."""
NO_ANAPHOR_AFTER = ("between", "near", "around", "where", "which", "that", "north", "south", "east", "west", "southeast", "southwest",
                    "northeast", "northwest", "centre", "center", "council", "hall", "officials", "authorities", "mayor", "governor")  # fmt: skip
"""Words after such a description by which it says itself what it means, or means a body."""

KIND_PRECISION: dict[str, PlacePrecision] = {
    "site": "P1", "quarter": "P1", "city": "P2", "town": "P2", "village": "P2", "outskirts": "P3", "area": "P3", "admin3": "P4",
    "admin4": "P4", "admin2": "P4", "admin1": "P5", "county": "P5", "countryside": "P5", "valley": "P6", "region": "P6", "mountain": "P6", "island": "P6",
    "continent": "P6", "country": "P7", "water": "P8", "border": "P8", "road": "P1",
}  # fmt: skip
REACH_KM: dict[PlacePrecision, float] = {
    "P1": 2.0, "P2": 5.0, "P3": 15.0, "P4": 40.0, "P5": 120.0, "P6": 150.0, "P7": 600.0, "P8": 100.0,
}  # fmt: skip
"""How far the place may lie from its point, in km, by precision: rounded radii of typical units."""

_COMPASS = ("north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest", "north-east", "north-west",
            "south-east", "south-west")  # fmt: skip
RELATIONS: dict[str, str] = {
    "near": "near", "close to": "near", "around": "near", "next to": "near", "adjacent to": "near", "not far from": "near",
    "in the vicinity of": "near", "on the outskirts of": "near", "outskirts of": "near", "outside": "near", "outside of": "near",
    "surrounding": "near", "in the suburbs of": "near", "nearby": "near", "just outside": "near", "along": "near", "between": "between",
    "toward": "toward", "towards": "toward", "in the direction of": "toward", "at the edge of": "near", "beside": "near", "by": "near",
    "at": "at", "in": "in", "inside": "in", "within": "in", "on": "at", "into": "in", "across": "in", "throughout": "in", "over": "in",
    "from": "in", "to": "in", "of": "in", "through": "in", "via": "in",
    **{f"{side} of": f"{side} of" for side in _COMPASS}, **{f"to the {side} of": f"{side} of" for side in _COMPASS},
}  # fmt: skip
"""Words before a place name -> the relation they say."""
DIRECTIONS = (
    *_COMPASS,
    *(f"{side}ern" for side in _COMPASS),
    "central",
    "upper",
    "lower",
    "middle",
    "inner",
    "outer",
    "rural",
    "greater",
)
"""Words that cut a part out of the place named after them ("eastern Syria")."""

ROLE_OF_PREPOSITION: dict[str, str] = {
    "from": "origin", "out of": "origin", "to": "destination", "into": "destination", "toward": "destination", "towards": "destination",
    "via": "via", "through": "via", "in": "place", "at": "place", "near": "place", "on": "place", "around": "place", "inside": "place",
    "outside": "place", "within": "place", "between": "place", "along": "place", "across": "place", "throughout": "place", "over": "place",
    "of": "place", "against": "place", "south": "place", "north": "place", "east": "place", "west": "place", "for": "destination", "off": "place",
    "there": "destination",
}  # fmt: skip
"""Preposition -> the role of its place in a claim about a movement; in other claims every one of them gives "place"."""

LOCATIVE_ROLES: dict[str, str] = {
    "place": "place", "origin": "origin", "destination": "destination", "via": "via", "route": "via", "area": "place", "host": "destination",
}  # fmt: skip
"""Roles of a claim whose words say where, and the role of the Place they give."""
TAKEN_ROLES = (
    "target",
    "object",
    "besieged",
    "affected",
    "loser",
    "area",
    "recipient",
    "cause",
    "subject",
    "terms",
    "moved",
    "weapon",
)
"""Roles that may be filled by a place itself ("took the town")."""

NO_TOPONYM = frozenset(
    "the a an this that these those it he she they we i in on at to from of and or but for with by as if not no yes mr mrs ms dr gen col lt "
    "maj capt sgt president minister king prince sheikh imam army navy police force forces government parliament ministry council committee "
    "party front movement brigade division coalition observatory agency news report reports press media un nato eu us-led god islam islamist ramadan "
    "january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday "
    "sunday spokesman spokesperson spokeswoman commander state states united allied alliance operation isis isil is daesh sdf sana sohr afp ap "
    "reuters ypg ypj pkk fsa saa idf hamas hezbollah taliban qaeda nusra what when where why how who there here while after before since then "
    "according meanwhile however also later earlier more most many some several all both each every other another such".split()
)
"""Capitalised words that begin or are no place name, where no encoder says what they are."""
