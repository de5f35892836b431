"""English inflection, forwards: from a lemma to its written forms, so that a table of lemmas can be looked up by form.

Rule: spelling rules and a table of irregular forms; no page, no parse. Source of the rules: Quirk et al., A
Comprehensive Grammar of the English Language (1985), 3.2 to 3.19 and 5.73 to 5.103.
"""

from __future__ import annotations

from typing import Literal

Form = Literal["base", "s", "past", "participle", "ing", "noun", "plural"]

IRREGULAR: dict[str, tuple[str, str]] = {
    "arise": ("arose", "arisen"),
    "be": ("was", "been"),
    "beat": ("beat", "beaten"),
    "become": ("became", "become"),
    "begin": ("began", "begun"),
    "bleed": ("bled", "bled"),
    "blow": ("blew", "blown"),
    "break": ("broke", "broken"),
    "bring": ("brought", "brought"),
    "build": ("built", "built"),
    "burn": ("burned", "burnt"),
    "burst": ("burst", "burst"),
    "buy": ("bought", "bought"),
    "catch": ("caught", "caught"),
    "come": ("came", "come"),
    "cost": ("cost", "cost"),
    "creep": ("crept", "crept"),
    "cut": ("cut", "cut"),
    "deal": ("dealt", "dealt"),
    "draw": ("drew", "drawn"),
    "drive": ("drove", "driven"),
    "fall": ("fell", "fallen"),
    "feed": ("fed", "fed"),
    "feel": ("felt", "felt"),
    "fight": ("fought", "fought"),
    "find": ("found", "found"),
    "flee": ("fled", "fled"),
    "fly": ("flew", "flown"),
    "forbid": ("forbade", "forbidden"),
    "foresee": ("foresaw", "foreseen"),
    "free": ("freed", "freed"),
    "forsake": ("forsook", "forsaken"),
    "freeze": ("froze", "frozen"),
    "get": ("got", "got"),
    "give": ("gave", "given"),
    "go": ("went", "gone"),
    "grind": ("ground", "ground"),
    "have": ("had", "had"),
    "hang": ("hanged", "hanged"),
    "hear": ("heard", "heard"),
    "hide": ("hid", "hidden"),
    "hit": ("hit", "hit"),
    "hold": ("held", "held"),
    "hurt": ("hurt", "hurt"),
    "keep": ("kept", "kept"),
    "know": ("knew", "known"),
    "lay": ("laid", "laid"),
    "lead": ("led", "led"),
    "leave": ("left", "left"),
    "let": ("let", "let"),
    "lie": ("lay", "lain"),
    "lend": ("lent", "lent"),
    "lose": ("lost", "lost"),
    "make": ("made", "made"),
    "mean": ("meant", "meant"),
    "meet": ("met", "met"),
    "overrun": ("overran", "overrun"),
    "pay": ("paid", "paid"),
    "put": ("put", "put"),
    "quit": ("quit", "quit"),
    "read": ("read", "read"),
    "rebuild": ("rebuilt", "rebuilt"),
    "retake": ("retook", "retaken"),
    "ride": ("rode", "ridden"),
    "rise": ("rose", "risen"),
    "run": ("ran", "run"),
    "say": ("said", "said"),
    "see": ("saw", "seen"),
    "seek": ("sought", "sought"),
    "sell": ("sold", "sold"),
    "send": ("sent", "sent"),
    "set": ("set", "set"),
    "shake": ("shook", "shaken"),
    "shoot": ("shot", "shot"),
    "shut": ("shut", "shut"),
    "sit": ("sat", "sat"),
    "slay": ("slew", "slain"),
    "sleep": ("slept", "slept"),
    "sink": ("sank", "sunk"),
    "slit": ("slit", "slit"),
    "speak": ("spoke", "spoken"),
    "spend": ("spent", "spent"),
    "spread": ("spread", "spread"),
    "stand": ("stood", "stood"),
    "steal": ("stole", "stolen"),
    "stick": ("stuck", "stuck"),
    "strike": ("struck", "struck"),
    "swear": ("swore", "sworn"),
    "swim": ("swam", "swum"),
    "sweep": ("swept", "swept"),
    "take": ("took", "taken"),
    "teach": ("taught", "taught"),
    "tear": ("tore", "torn"),
    "tell": ("told", "told"),
    "think": ("thought", "thought"),
    "throw": ("threw", "thrown"),
    "understand": ("understood", "understood"),
    "undertake": ("undertook", "undertaken"),
    "win": ("won", "won"),
    "withdraw": ("withdrew", "withdrawn"),
    "withstand": ("withstood", "withstood"),
    "write": ("wrote", "written"),
}
"""lemma -> (past, past participle)."""

_VOWELS = frozenset("aeiou")
_PREFIXES = ("with", "over", "under", "out", "up", "re", "mis", "un", "fore")
_NOT_DOUBLED = frozenset(
    (
        "enter offer suffer open happen listen visit limit order target shelter gather render surrender batter "
        "deliver answer cover recover discover consider question mention murmur hammer pester plunder slaughter "
        "transfer"
    ).split()
) - {"transfer"}
_DOUBLED = frozenset(
    "transfer refer confer defer infer admit commit permit submit regret rebel expel repel compel propel dispel excel "
    "control patrol allot abet rebut kidnap airdrop equip occur incur concur recur deter initial worship squat".split()
)


def verb_forms(lemma: str) -> dict[str, Form]:
    """Every written form of a verb (first word inflected, rest kept: "pull back" -> "pulled back")."""
    head, _, rest = lemma.partition(" ")
    tail = f" {rest}" if rest else ""
    past, participle = IRREGULAR.get(head) or _prefixed(head) or (_regular_past(head),) * 2
    forms: dict[str, Form] = {
        head + tail: "base",
        _third_person(head) + tail: "s",
        _ing(head) + tail: "ing",
        participle + tail: "participle",
    }
    forms.setdefault(past + tail, "past")
    if head == "bus":  # "bused" beside "bussed"
        forms |= {f"bused{tail}": "participle", f"busing{tail}": "ing"}
    if head.endswith(("el", "al", "ol")) and past == head + "ed":  # both "traveled" and "travelled"
        forms |= {f"{head}led{tail}": "participle", f"{head}ling{tail}": "ing"}
    return forms


def _prefixed(verb: str) -> tuple[str, str] | None:
    """The past forms of a verb made of a prefix and an irregular one ("withhold", "overtake"); None for others."""
    for prefix in _PREFIXES:
        stem = IRREGULAR.get(verb.removeprefix(prefix)) if verb.startswith(prefix) else None
        if stem is not None and len(verb) > len(prefix) + 2:
            return prefix + stem[0], prefix + stem[1]
    return None


def noun_forms(lemma: str) -> dict[str, Form]:
    """Singular and plural of a noun; the last word is inflected ("air strike" -> "air strikes")."""
    return {lemma: "noun", _plural(lemma): "plural"}


def _third_person(verb: str) -> str:
    return {"be": "is", "have": "has"}.get(verb) or _plural(verb)


def _plural(noun: str) -> str:
    if noun.endswith(("s", "x", "z", "ch", "sh")) or noun in ("go", "undergo", "torpedo", "veto"):
        return noun + "es"
    if noun.endswith("y") and noun[-2:-1] not in _VOWELS:
        return noun[:-1] + "ies"
    return noun + "s"


def _regular_past(verb: str) -> str:
    if verb.endswith("e"):
        return verb + "d"
    if verb.endswith("y") and verb[-2] not in _VOWELS:
        return verb[:-1] + "ied"
    return (verb + verb[-1] if _doubles(verb) else verb) + "ed"


def _ing(verb: str) -> str:
    if verb.endswith("ie"):
        return verb[:-2] + "ying"
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")) and verb != "be":
        return verb[:-1] + "ing"
    return (verb + verb[-1] if _doubles(verb) else verb) + "ing"


def _doubles(verb: str) -> bool:
    if verb in _DOUBLED:
        return True
    if verb in _NOT_DOUBLED or len(verb) < 3 or verb[-1] in "aeiouwxyh":
        return False
    one_vowel = verb[-2] in _VOWELS and verb[-3] not in _VOWELS
    return one_vowel and sum(c in _VOWELS for c in verb) == 1
