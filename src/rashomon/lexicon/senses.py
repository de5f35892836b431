"""Words that mean nearly the same in news of conflict, so that two accounts of one event meet in other words.

Rule: a table of everyday English, each row one sense; a stem stands in one row only ("detainee" and "detained" have
one, so that the word for the act is kept). It brings words together for linking alone: what a page printed is shown as
printed.
"""

from __future__ import annotations

from functools import lru_cache

from rashomon.lexicon.wording import content_set, stem

SENSES: tuple[str, ...] = (
    # people
    "soldier soldiers troop troops serviceman servicemen conscript conscripts infantry recruit recruits",
    "fighter fighters militant militants gunman gunmen rebel rebels insurgent insurgents guerrilla guerrillas terrorist "
    "terrorists jihadist jihadists militiaman militiamen assailant assailants",
    "villager villagers resident residents inhabitant inhabitants townspeople local locals",
    "child children minor minors boy boys girl girls kid kids schoolchildren infant infants baby babies toddler",
    "woman women wife wives mother mothers widow widows",
    "police policeman policemen gendarme gendarmes constable constables",
    "prisoner prisoners inmate inmates captive captives convict convicts",
    "pupil pupils student students schoolgirl schoolgirls schoolboy schoolboys",
    "protester protesters protest protests demonstrator demonstrators demonstration demonstrations marcher march rally rallies",
    "refugee refugees displaced migrant migrants asylum",
    "sailor sailors seaman seamen crew crewman crewmen deckhand",
    "worker workers employee employees labourer labourers laborer laborers staff miner miners",
    "medic medics doctor doctors physician physicians surgeon surgeons nurse nurses paramedic paramedics",
    "journalist journalists reporter reporters correspondent correspondents",
    "commander commanders commandant chief chiefs leader leaders warlord emir",
    "corpse corpses body bodies remains",
    "passenger passengers traveller travellers commuter commuters",
    "worshipper worshippers faithful pilgrim pilgrims devotee devotees",
    "fisherman fishermen fisher fishers",
    "farmer farmers peasant peasants herder herders herdsman herdsmen shepherd shepherds",
    # things and places
    "house houses home homes dwelling dwellings hut huts cottage cottages",
    "apartment apartments flat flats building buildings tower storey",
    "hospital hospitals clinic clinics infirmary ward dispensary",
    "school schools classroom classrooms kindergarten nursery academy",
    "church churches cathedral chapel parish",
    "mosque mosques shrine shrines temple temples",
    "truck trucks lorry lorries",
    "bus buses coach coaches minibus minibuses",
    "car cars vehicle vehicles jeep jeeps van vans pickup pickups",
    "tank tanks armour armor armoured armored",
    "plane planes aircraft jet jets warplane warplanes airplane",
    "helicopter helicopters chopper choppers gunship",
    "drone drones uav unmanned",
    "boat boats vessel vessels ship ships ferry trawler dinghy",
    "train trains railway rail wagon wagons carriage carriages",
    "missile missiles rocket rockets projectile projectiles",
    "shell shells shelling shelled mortar mortars artillery howitzer howitzers bombard bombarded bombardment",
    "bomb bombs explosive explosives device devices ied mine mines",
    "gas chlorine sarin chemical chemicals toxic fumes",
    "rifle rifles gun guns firearm firearms weapon weapons arm arms munition munitions ammunition",
    "bullet bullets gunshot gunshots shot shots gunfire",
    "road roads highway highways route motorway street",
    "bridge bridges crossing crossings overpass",
    "checkpoint checkpoints roadblock roadblocks post posts barricade barricades",
    "border frontier boundary",
    "market markets bazaar marketplace souk",
    "camp camps settlement settlements",
    "base bases barracks garrison compound headquarters",
    "jail jails gaol custody cell cells penitentiary",
    "quarter district neighbourhood neighborhood suburb suburbs",
    "town towns city cities",
    "harbour harbor port quay pier jetty dock wharf",
    "airport airfield airstrip runway airbase",
    "factory plant refinery mill",
    "dam embankment dyke levee",
    "food flour rice bread grain rations foodstuffs",
    "medicine medicines drugs",
    "aid relief humanitarian assistance",
    "grave graves tomb burial buried",
    "convoy convoys column columns motorcade",
    "hostage hostages",
    "woods forest jungle bush",
    # acts
    "kill kills killed killing killings die dies died dying death deaths dead fatal fatality fatalities perish perished "
    "slain murder murdered slaughter slaughtered massacre massacred toll lives lost",
    "wound wounds wounded wounding injure injures injured injuring injury injuries hurt maimed",
    "execute executed executing execution executions beheaded summarily",
    "burn burns burned burnt burning torch torched ablaze fire arson",
    "explode exploded explosion explosions blast blasts detonate detonated detonation",
    "arrest arrests arrested arresting detain detains detained detaining detention round rounded apprehended",
    "abduct abducted abduction kidnap kidnapped kidnapping seized-from",
    "free freed release released releasing liberated turned-over",
    "capture captured capturing seize seized seizing seizure take taken overrun overran retake retaken recaptured",
    "withdraw withdrew withdrawn withdrawal retreat retreated pull pulled pullout",
    "flee fled fleeing flight escape escaped escaping",
    "evacuate evacuated evacuation rescue rescued airlift airlifted",
    "attack attacks attacked attacking assault assaulted raid raids raided raiding storm stormed storming",
    "besiege besieged siege encircle encircled encirclement surround surrounded",
    "agree agreed agreement deal pact accord treaty",
    "ceasefire truce armistice",
    "talk talks negotiation negotiations negotiate negotiated",
    "loot looted looting plunder plundered ransack ransacked pillage",
    "destroy destroyed destroying destruction demolish demolished ruin ruined wreck wrecked flatten flattened",
    "damage damaged damaging",
    "expel expelled expulsion deport deported deportation evict evicted",
    "block blocked blocking close closed closing closure shut",
    "surrender surrendered surrendering capitulate capitulated",
    "disperse dispersed dispersing dispersal clear cleared clearing clearance",
    "drown drowned drowning sink sank sunk capsized",
    "clash clashes clashed battle battles gunbattle firefight skirmish skirmishes",
)  # fmt: skip
"""Rows of words of one sense."""

_SENSE: dict[str, str] = {}
for _number, _row in enumerate(SENSES):
    for _word in _row.split():
        _SENSE.setdefault(stem(_word), f"#{_number}")


@lru_cache(maxsize=1 << 16)
def sense_set(words: frozenset[str]) -> frozenset[str]:
    """Content stems, those with a sense of the table as that sense."""
    return frozenset(_SENSE.get(word, word) for word in words)


def senses_of(text: str) -> frozenset[str]:
    """The senses of a text's content words."""
    return sense_set(content_set(text))
