"""The event types, version 1: what happened, by group and type, with the roles beyond the common ones.

Rule: a table. Saying is not an event: statements, denials, accusations, demands and threats are acts of a claim
(lexicon/cues.py). The codes of other schemes (PLOVER, ACLED, KAIROS, IDMC) are for export; None = that scheme cannot
express the type.
"""

from __future__ import annotations

from dataclasses import dataclass

VERSION = 1
COMMON_ROLES = ("actor", "affected", "target", "place", "time")


@dataclass(frozen=True, slots=True)
class EventType:
    """name such as "movement.evacuation"; gloss in words; roles beyond COMMON_ROLES; codes of other schemes."""

    name: str
    gloss: str
    roles: tuple[str, ...]
    plover: str | None = None
    acled: str | None = None
    kairos: str | None = None
    idmc: str | None = None


_ROWS = (
    EventType(
        "movement.evacuation",
        "people taken out of danger, by order, deal or rescue",
        ("moved", "means", "origin", "via", "destination", "authority", "permitter", "mediator", "escort"),
        None,
        "Agreement | Other",
        "Movement.Transportation.Evacuation",
        "Evacuated",
    ),
    EventType(
        "movement.flight",
        "people flee, escape or are displaced",
        ("moved", "means", "origin", "via", "destination", "trigger"),
        None,
        "Other",
        "Movement.Transportation.Unspecified",
        "Forced to flee | Displaced",
    ),
    EventType(
        "movement.expulsion",
        "people forced out or forcibly transferred",
        ("moved", "origin", "destination"),
        "COERCE-deport",
        "Other",
        "Movement.Transportation.Unspecified",
        "Displaced | Relocated",
    ),
    EventType(
        "movement.transfer",
        "people or goods taken from one place to another",
        ("moved", "means", "origin", "via", "destination"),
        None,
        "Other",
        "Movement.Transportation.Unspecified",
        "Relocated",
    ),
    EventType(
        "movement.withdrawal",
        "a force or group leaves or pulls back",
        ("moved", "means", "origin", "destination"),
        "RETREAT-withdraw",
        "Non-violent transfer of territory",
        "Conflict.Yield.Retreat",
        None,
    ),
    EventType(
        "movement.return",
        "people go back",
        ("moved", "origin", "destination"),
        "RETREAT",
        "Other",
        "Movement.Transportation.Unspecified",
        "Returns",
    ),
    EventType(
        "movement.arrival",
        "people, vehicles or goods arrive, enter or are sheltered",
        ("moved", "means", "origin", "destination", "host"),
        None,
        "Other",
        "Movement.Transportation.GrantAllowPassage",
        "Sheltered | In relief camp",
    ),
    EventType(
        "movement.deployment",
        "forces or equipment sent, massed or mobilised",
        ("moved", "origin", "destination", "target"),
        "MOBILIZE",
        "Strategic developments",
        None,
        None,
    ),
    EventType(
        "movement.passage_opened",
        "corridor or crossing opened",
        ("granter", "user", "route"),
        "RETREAT-access",
        "Agreement",
        "Movement.Transportation.GrantAllowPassage",
        None,
    ),
    EventType(
        "movement.passage_blocked",
        "convoy stopped, evacuation halted, exit refused",
        ("preventer", "blocked", "route"),
        "COERCE-restrict",
        "Other",
        "Movement.Transportation.PreventPassage",
        None,
    ),
    EventType(
        "territory.siege",
        "place or force encircled, besieged, trapped by a force; or the siege lifted",
        ("besieger", "besieged"),
        "COERCE-restrict",
        "Strategic developments",
        "Control.ImpedeInterfereWith",
        None,
    ),
    EventType(
        "territory.capture",
        "territory taken, lost or handed over",
        ("taker", "loser", "area"),
        "ASSAULT",
        "Government regains territory | Non-state actor overtakes territory",
        "Conflict.Defeat",
        None,
    ),
    EventType(
        "territory.offensive",
        "a campaign, operation or assault launched, continued or repelled",
        ("attacker", "target", "area"),
        "ASSAULT",
        "Armed clash",
        "Conflict.Attack",
        None,
    ),
    EventType(
        "violence.clash",
        "armed forces fight on the ground",
        ("side",),
        "ASSAULT",
        "Armed clash",
        "Conflict.Attack",
        None,
    ),
    EventType(
        "violence.airstrike",
        "strike from aircraft or drone",
        ("attacker", "target", "weapon"),
        "ASSAULT-aerial",
        "Air/drone strike",
        "Conflict.Attack.AirstrikeMissileStrike",
        None,
    ),
    EventType(
        "violence.shelling",
        "artillery, rockets or missiles fired",
        ("attacker", "target", "weapon"),
        "ASSAULT-heavy-weapons",
        "Shelling/artillery/missile attack",
        "Conflict.Attack.AirstrikeMissileStrike",
        None,
    ),
    EventType(
        "violence.bombing",
        "bomb, IED, mine or suicide attack",
        ("attacker", "target", "device"),
        "ASSAULT-explosives",
        "Remote explosive/landmine/IED | Suicide bomb",
        "Conflict.Attack.DetonateExplode",
        None,
    ),
    EventType(
        "violence.chemical",
        "chemical or biological attack",
        ("attacker", "target", "agent"),
        "ASSAULT-unconventional",
        "Chemical weapon",
        "Conflict.Attack.BiologicalChemicalPoisonAttack",
        None,
    ),
    EventType(
        "violence.attack",
        "any other attack on people, convoy or aid",
        ("attacker", "target", "weapon"),
        "ASSAULT",
        "Attack",
        "Conflict.Attack",
        None,
    ),
    EventType(
        "violence.killing",
        "execution, assassination, massacre",
        ("attacker", "victim", "weapon"),
        "ASSAULT-targeted",
        "Attack",
        "Life.Die",
        None,
    ),
    EventType(
        "harm.casualties",
        "people killed, wounded or missing, as an effect",
        ("victim", "cause"),
        None,
        "fatalities",
        "Life.Die | Life.Injure",
        None,
    ),
    EventType(
        "harm.damage",
        "homes, hospital, infrastructure damaged or destroyed",
        ("object", "cause"),
        "ASSAULT-destroy",
        "Looting/property destruction",
        "ArtifactExistence.DamageDestroyDisableDismantle",
        "Destroyed housing | Partially destroyed housing",
    ),
    EventType(
        "custody.detention",
        "arrest, capture, abduction",
        ("taker", "taken"),
        "COERCE-arrest | ASSAULT-abduct",
        "Arrests | Abduction/forced disappearance",
        "Justice.ArrestJailDetain",
        None,
    ),
    EventType(
        "custody.release",
        "release or exchange of people held",
        ("releaser", "released", "exchanged_for"),
        "RETREAT-release",
        "Other",
        "Justice.ReleaseParole",
        None,
    ),
    EventType(
        "deal.negotiation",
        "talks held, under way or stalled",
        ("party", "mediator", "subject"),
        "CONSULT",
        "Other",
        "Contact.Contact",
        None,
    ),
    EventType(
        "deal.agreement",
        "deal or truce reached, in force, broken or collapsed",
        ("party", "mediator", "terms"),
        "AGREE",
        "Agreement",
        None,
        None,
    ),
    EventType("deal.refusal", "deal, offer or demand refused", ("party", "subject"), "REJECT", "Other", None, None),
    EventType(
        "deal.surrender",
        "fighters give themselves or their arms up",
        ("surrenderer", "recipient"),
        "CONCEDE | RETREAT-disarm",
        "Agreement",
        "Conflict.Yield.Surrender",
        None,
    ),
    EventType(
        "support.aid",
        "relief delivered, let in, refused or looted",
        ("giver", "recipient", "goods"),
        "AID",
        "Other",
        "Transaction.Donation",
        None,
    ),
    EventType(
        "support.military",
        "training, arms, cover or intelligence given to a force",
        ("giver", "recipient", "goods"),
        "COOPERATE",
        "Strategic developments",
        None,
        None,
    ),
    EventType(
        "protest.demonstration",
        "people protest, strike or riot",
        ("protester", "target"),
        "PROTEST",
        "Protests | Riots",
        "Conflict.Demonstrate",
        None,
    ),
    EventType(
        "state.presence",
        "people said to be, remain or be trapped somewhere: the stock that movements draw on",
        ("present",),
        None,
        None,
        None,
        "stock",
    ),
)

TYPES: dict[str, EventType] = {row.name: row for row in _ROWS}
"""name -> type, in the order of the ontology."""
