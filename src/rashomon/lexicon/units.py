"""What a counted noun is: a person, a household, a vehicle ... ; and the units of measure.

Rule: tables of lower-case singular head nouns. A noun that stands in no table counts as a "thing", or as a person
when the encoder calls it one. No factor is invented: a family is a household, never five people.
"""

from __future__ import annotations

UNIT_NOUNS: dict[str, str] = {
    "person": "person people civilian man woman child boy girl baby infant kid youth teenager adult minor fighter "
    "militant soldier troop terrorist commander leader rebel insurgent jihadist extremist gunman combatant member "
    "officer policeman official civilian resident inhabitant refugee migrant evacuee returnee idp deportee "
    "prisoner detainee hostage captive inmate victim casualty survivor worker employee staff personnel doctor nurse "
    "medic paramedic teacher student pupil journalist reporter activist protester demonstrator supporter follower "
    "villager farmer fisherman driver passenger patient guest voter citizen national foreigner expatriate expat "
    "elder relative widow orphan mother father parent son daughter brother sister wife husband girl bride "
    "conscript recruit volunteer militiaman reservist deserter defector spy agent sniper bomber attacker assailant "
    "suspect trafficker smuggler delegate diplomat lawmaker minister deputy peacekeeper observer monitor pilot sailor "
    "dead wounded injured missing homeless individual human body corpse death fatality murder life toll kurd syrian "
    "iraqi turk russian yemeni afghan ukrainian american israeli palestinian sudanese libyan muslim christian yazidi "
    "servicemember serviceman marine guard operative element operator mercenary asylum-seeker newborn toddler pensioner",
    "household": "family household home-owner",
    "vehicle": "bus truck lorry car vehicle van ambulance tank motorcycle motorbike convoy train boat ship vessel "
    "helicopter plane aircraft jet warplane airplane drone pickup trailer tanker bulldozer minibus coach taxi "
    "wagon barge ferry dinghy gunship bicycle",
    "building": "house home building apartment hospital school mosque church shop store factory dwelling shelter tent "
    "clinic warehouse hotel bridge structure residence villa hut synagogue temple room unit camp",
    "event": "airstrike strike raid attack clash explosion blast bombing shelling sortie battle operation offensive "
    "incident case arrest trip flight visit time round meeting evacuation wave violation breach protest "
    "execution shooting launch bombardment",
    "weapon": "missile rocket shell bomb mortar grenade mine rifle gun bullet round weapon warhead projectile "
    "device ied torpedo artillery piece launcher cartridge kalashnikov machine-gun",
    "animal": "cow sheep goat cattle horse camel dog hog pig chicken animal livestock bird donkey poultry",
    "money": "dollar euro pound yen rupee ruble rouble lira dinar dirham riyal franc cent penny pence yuan won peso "
    "shekel usd eur gbp aud cad nzd hryvnia afghani birr naira rand krona",
    "area": "hectare acre km2 sq square",
    "length": "kilometer kilometre km mile meter metre m cm centimeter centimetre mm foot ft inch yard mi",
    "mass": "ton tonne kg kilogram kilo pound gram ounce lb",
    "volume": "liter litre gallon barrel",
    "share": "percent % per cent percentage",
    "time": "second minute hour day night week month year decade century",
}
"""unit -> head nouns. Plural forms are folded by `singular`. "round" and "home" stand in the first unit listed."""

CURRENCY_SIGNS: dict[str, str] = {
    "US$": "dollar", "U.S.$": "dollar", "C$": "dollar", "A$": "dollar", "NZ$": "dollar", "$": "dollar", "€": "euro",
    "£": "pound", "¥": "yen", "₹": "rupee", "₽": "ruble", "₴": "hryvnia", "USD": "dollar", "EUR": "euro",
    "GBP": "pound", "Rs": "rupee", "Rs.": "rupee", "HK$": "dollar", "S$": "dollar", "RM": "ringgit", "CHF": "franc", "US": "dollar", "PS": "pound",
}  # fmt: skip
"""Signs before a figure. PS is what a pound sign becomes in a page that lost its encoding; US stands so in "US113 trillion"."""

UNIT_SIGNS: dict[str, str] = {
    sign: unit
    for unit, signs in {
        "length": "mm cm m km ft in yd mi nm", "mass": "mg g kg lb lbs oz t", "volume": "ml mL cl l litre liter", "area": "sqm sqft ha sq",
        "time": "s sec secs min mins h hr hrs yr yrs", "money": "p c pc cents", "share": "pc pct pts bps",
        "thing": "W kW MW GW kWh MWh V A mAh Hz kHz MHz GHz Mhz Ghz B KB MB GB TB Mbps Gbps kbps MP px fps rpm hp bhp PS Nm x X G K C F "
        "degC degF mph kph kmh kt bar psi dB lm nits ppm calories",
    }.items()
    for sign in signs.split()
}  # fmt: skip
"""Signs of measure that are written right after a figure ("278kg", "50mph", "5G")."""

IRREGULAR: dict[str, str] = {
    "people": "people", "men": "man", "women": "woman", "children": "child", "wives": "wife", "lives": "life",
    "feet": "foot", "families": "family", "casualties": "casualty", "fatalities": "fatality", "bodies": "body",
    "buses": "bus", "gunmen": "gunman", "policemen": "policeman", "militiamen": "militiaman", "servicemen": "serviceman",
    "fishermen": "fisherman", "troops": "troop", "personnel": "personnel", "cattle": "cattle", "sheep": "sheep",
    "aircraft": "aircraft", "geese": "goose", "teeth": "tooth", "mice": "mouse", "series": "series", "species": "species",
    "businesses": "business", "churches": "church", "houses": "house", "gas": "gas", "corps": "corps",
    "peolpe": "people", "persons": "person", "peole": "people", "lorries": "lorry", "ferries": "ferry",
}  # fmt: skip

UNIT_OF: dict[str, str] = {noun: unit for unit, nouns in reversed(UNIT_NOUNS.items()) for noun in nouns.split()}


COUNTED = frozenset(("person", "household", "vehicle", "building", "event", "weapon", "animal"))
"""Units of what comes in whole numbers only: "12.500 people" has a dot for its thousands."""


def singular(noun: str) -> str:
    """The lower-case singular of an English noun, by table and by ending."""
    low = noun.casefold()
    if low in IRREGULAR:
        return IRREGULAR[low]
    if low in UNIT_OF:
        return low
    for ending, put in (("ies", "y"), ("sses", "ss"), ("shes", "sh"), ("ches", "ch"), ("xes", "x")):
        if low.endswith(ending) and len(low) > len(ending) + 1:
            return low.removesuffix(ending) + put
    return low[:-1] if low.endswith("s") and not low.endswith(("ss", "us", "is")) and len(low) > 3 else low


def unit_of(noun: str) -> str:
    """What a counted head noun is; "thing" where no table holds it."""
    return UNIT_OF.get(singular(noun), "thing")
