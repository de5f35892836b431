"""Words that say what kind of people or acts are spoken of, where accounts often part ways.

Rule: a table; the words are kept as printed, the class only says which of them exclude each other. No class is truer
than another: "liberated" and "seized" are two accounts of one act.
"""

from __future__ import annotations

from functools import lru_cache

from rashomon.lexicon.wording import content_set, fold

PEOPLE: dict[str, str] = {
    "civilians": "civilian civilians resident residents villager villagers family families woman women child children "
    "inhabitant inhabitants refugee refugees population evacuee evacuees wife wives boy boys girl girls elderly "
    "townspeople worshipper worshippers patient patients doctor doctors schoolchildren locals",
    "fighters": "fighter fighters militant militants commander commanders terrorist terrorists gunman gunmen rebel "
    "rebels insurgent insurgents jihadist jihadists soldier soldiers troop troops militiaman militiamen combatant combatants "
    "fundamentalist fundamentalists leader leaders extremist extremists guerrilla guerrillas mercenary mercenaries",
    "agents": "spy spies agent agents operative operatives adviser advisers advisor advisors instructor instructors "
    "informant informants trainer trainers",
}
"""class of people -> words."""

EXCLUSIVE_PEOPLE: frozenset[frozenset[str]] = frozenset({
    frozenset({"civilians", "fighters"}), frozenset({"civilians", "agents"}), frozenset({"fighters", "agents"}),
})  # fmt: skip
"""Classes that cannot both be the right word for the same people."""

ANYBODY = content_set(
    "people person persons man men woman women individual individuals number numbers group body bodies anybody anyone "
    "nobody one two three four five six seven eight nine ten eleven twelve dozen dozens hundred hundreds thousand "
    "thousands several some many others dead wounded killed injured victim victims twenty thirty forty fifty sixty "
    "seventy eighty ninety convoy column bus buses lorry lorries truck trucks coach coaches vehicle vehicles passenger "
    "passengers member members"
)
"""Words that name no kind of people: beside them any other word may stand for the same people."""

VEHICLES = content_set("convoy column bus buses lorry lorries truck trucks coach coaches vehicle vehicles")
"""Those among them that are no people."""

HARMS: dict[str, str] = {
    "killed": "kill kills killed killing killings dead death deaths die dies died dying drown drowned drowning perish "
    "perished slain murder murdered fatality fatalities martyr martyrs martyred body bodies corpse corpses toll",
    "wounded": "wound wounds wounded wounding injure injures injured injuring injury injuries hurt maimed burned",
    "missing": "missing unaccounted disappeared vanished",
}
"""What became of people -> words. Those killed and those wounded in one attack are two figures, never two versions."""

DOERS: dict[str, str] = {
    "authorities": "army armies troop troops soldier soldiers police policemen gendarmes government ministry regime "
    "authorities state forces guard guards",
    "insurgents": "rebel rebels insurgent insurgents militant militants guerrilla guerrillas gunman gunmen terrorist "
    "terrorists jihadist jihadists extremist extremists separatist separatists bandit bandits gang gangs",
}
"""Side of a doer that no name tells -> words; the two exclude each other as the doer of one act."""

ACTS: dict[str, str] = {
    "freed": "liberate liberated liberates liberating liberation free freed recapture recaptured retake retook retaken "
    "cleanse cleansed secure secured",
    "seized": "seize seized seizes seizing seizure occupy occupied occupies occupation invade invaded overrun overran "
    "storm stormed grab grabbed",
    "fell": "fall fell fallen lose lost collapse collapsed",
}
"""class of words for taking territory -> words; "freed" and "seized" are kept as a conflict of words."""

EXCLUSIVE_ACTS: frozenset[frozenset[str]] = frozenset({frozenset({"freed", "seized"})})


@lru_cache(maxsize=1 << 16)
def people_classes(text: str) -> frozenset[str]:
    """The classes of people that a text's words tell of."""
    return _classes(text, _PEOPLE)


@lru_cache(maxsize=1 << 14)
def act_classes(text: str) -> frozenset[str]:
    """The classes of words for taking territory in a text."""
    return _classes(text, _ACTS)


@lru_cache(maxsize=1 << 14)
def harm_classes(text: str) -> frozenset[str]:
    """What became of people, by a text's words."""
    return _classes(text, _HARMS)


@lru_cache(maxsize=1 << 14)
def doer_classes(text: str) -> frozenset[str]:
    """The sides of the doers that a text's words tell of."""
    return _classes(text, _DOERS)


def _classes(text: str, table: dict[str, str]) -> frozenset[str]:
    return frozenset(table[word] for word in fold(text).split() if word in table)


_PEOPLE = {word: name for name, row in PEOPLE.items() for word in row.split()}
_ACTS = {word: name for name, row in ACTS.items() for word in row.split()}
_HARMS = {word: name for name, row in HARMS.items() for word in row.split()}
_DOERS = {word: name for name, row in DOERS.items() for word in row.split()}
