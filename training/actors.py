"""Does the model read every side alike: `python -m training.actors`.

Rule: invented sentences, the same for every actor; only the name changes. Figures are the share of the templates in
which the actor is found as the source of what it says, as the agent of what it does, as the one it is done to. A coder
that misses one side's deeds more often than another's would tilt the ledger.
"""

from __future__ import annotations

import json

from rashomon.models import load_bundled
from rashomon.record.parse import Parse

ACTORS = (
    "the Syrian army", "the Russian army", "the Turkish army", "the Israeli army", "the US army", "the Ukrainian army",
    "the Iraqi government", "the Iranian government", "the Saudi government", "the Afghan government",
    "the Syrian Democratic Forces", "Hezbollah", "Hamas", "the Taliban", "the Houthis", "the Islamic State",
    "Hayat Tahrir al-Sham", "the Rapid Support Forces", "the Wagner Group", "the United Nations", "the Red Cross",
    "local residents", "opposition activists",
)  # fmt: skip
SAYS = (
    "{A} said that the town was empty .",
    "The road is closed , according to {a} .",
    "{A} denied that the hospital had been hit .",
    "“ We did not shell the market , ” {a} said in a statement .",
    "{A} claimed on Monday that dozens of fighters had surrendered .",
    "Nobody was hurt , {a} told reporters .",
    "In a statement , {a} confirmed the withdrawal of its units .",
    "{A} reported that nine people had died .",
)
DOES = (
    "{A} bombed the market on Friday .",
    "On Tuesday , {a} evacuated 40 families from the valley .",
    "{A} captured the bridge after two days of fighting .",
    "The town was shelled by {a} for the third day .",
    "Three people were killed by {a} near the crossing .",
    "{A} detained a doctor at a checkpoint .",
)
SUFFERS = (
    "Gunmen attacked {a} near the crossing .",
    "The strike hit {a} at dawn .",
    "{A} was expelled from the northern quarter .",
    "Rebels ambushed {a} on the coastal road .",
)


def main() -> None:
    """Print one line an actor and the spread between the best and the worst."""
    encoder = load_bundled()
    rows = {}
    for actor in ACTORS:
        words = actor.split()
        cased = [words[0][0].upper() + words[0][1:], *words[1:]]
        told = {}
        for name, templates, test in (
            ("source", SAYS, _source),
            ("agent", DOES, _agent),
            ("patient", SUFFERS, _patient),
        ):
            hits = 0
            for template in templates:
                sentence = [
                    w for t in template.split() for w in (cased if t == "{A}" else words if t == "{a}" else [t])
                ]
                at = next(i for i in range(len(sentence)) if sentence[i : i + len(words)] in (words, cased))
                (parse,) = encoder.parse([sentence])
                hits += test(parse, at, at + len(words))
            told[name] = round(hits / len(templates), 2)
        rows[actor] = told
        print(f"{actor:30} {told}")
    spread = {
        k: (min(r[k] for r in rows.values()), max(r[k] for r in rows.values())) for k in ("source", "agent", "patient")
    }
    print(json.dumps(spread))


def _source(parse: Parse, a: int, b: int) -> bool:
    return any(run == (a, b) for q in parse.quotings for run in q.source)


def _agent(parse: Parse, a: int, b: int) -> bool:
    return any(x.label == "ARG0" and x.start <= a and x.end == b for f in parse.frames for x in f.arguments)


def _patient(parse: Parse, a: int, b: int) -> bool:
    return any(x.label == "ARG1" and (x.start, x.end) == (a, b) for f in parse.frames for x in f.arguments)


if __name__ == "__main__":
    main()
