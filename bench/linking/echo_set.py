"""Builds a set of text pairs with known answers for the echo task.

    python -m bench.linking.echo_set FAKES OUT

FAKES is linking/fakes-dev (outlet, date, title, text, location, cause, figures); OUT a .jsonl file of
{a, b, text_a, text_b, gold, how}. gold: echo (one text made from the other), independent (one event, written apart),
different (another event).

Rule: answers never come from the measure under test. Echoes are made by editing; real near-copies are told by
characters (8-grams); different events by their dates and facts; independent reports are written by hand (`own_texts`).
"""

from __future__ import annotations

import json
import pathlib
import random
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from itertools import combinations
from typing import Any

from bench.linking.files import rows
from bench.linking.own_texts import EVENTS, SYNONYMS

SEED = 20
NEAR_COPY = 0.5
"""Share of 8-character grams (Jaccard) from which two real articles are held to be copies."""
APART_DAYS = 10
_SENTENCE = re.compile(r"[^.!?]+[.!?]*\s*")
Edit = Callable[[str, random.Random], str]


def main(arguments: Sequence[str]) -> int:
    """Writes OUT and prints how many pairs of each answer it holds."""
    source, out = (pathlib.Path(argument) for argument in arguments)
    pairs = list(build(list(rows(source))))
    out.write_text("".join(json.dumps(pair, ensure_ascii=False) + "\n" for pair in pairs), "utf-8")
    for gold in ("echo", "independent", "different"):
        print(f"{gold}: {sum(pair['gold'] == gold for pair in pairs)}")
    return 0


def build(articles: Sequence[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """All pairs, in a fixed order."""
    unique = sorted({article["text"]: article for article in articles}.values(), key=lambda article: article["id"])
    chance = random.Random(SEED)
    texts = [first for first, _ in EVENTS] + [second for _, second in EVENTS]
    texts += [article["text"] for article in chance.sample(unique, 60)]
    yield from _edited(texts, chance)
    yield from _near_copies(unique)
    for number, (first, second) in enumerate(EVENTS):
        yield _pair(f"own-{number}", first, second, "independent", "written apart")
    for (one, (first, _)), (other, (second, _)) in combinations(enumerate(EVENTS), 2):
        yield _pair(f"own-{one}-{other}", first, second, "different", "other events")
    yield from _alike(unique)


def _edited(texts: Sequence[str], chance: random.Random) -> Iterator[dict[str, Any]]:
    for number, text in enumerate(texts):
        for how, edit in EDITS.items():
            yield _pair(f"edit-{number}-{how}", text, edit(text, chance), "echo", how)


def _near_copies(articles: Sequence[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    grams = [frozenset(a["text"][start : start + 8] for start in range(len(a["text"]) - 7)) for a in articles]
    for one, other in combinations(range(len(articles)), 2):
        if len(grams[one] & grams[other]) / len(grams[one] | grams[other]) >= NEAR_COPY:
            yield _pair(f"real-{one}-{other}", articles[one]["text"], articles[other]["text"], "echo", "near copy")


def _alike(articles: Sequence[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """The pairs most alike in words (Jaccard) whose places, dates and causes say that they are different events."""
    bags = [frozenset(article["text"].lower().split()) for article in articles]
    apart = [
        (len(bags[i] & bags[j]) / len(bags[i] | bags[j]), i, j)
        for i, j in combinations(range(len(articles)), 2)
        if _different(articles[i], articles[j])
    ]
    for _, i, j in sorted(apart, reverse=True)[:400]:
        yield _pair(f"alike-{i}-{j}", articles[i]["text"], articles[j]["text"], "different", "same subject")


def _different(one: dict[str, Any], other: dict[str, Any]) -> bool:
    days = abs((date.fromisoformat(one["date"][:10]) - date.fromisoformat(other["date"][:10])).days)
    return days >= APART_DAYS and one["location"] != other["location"] and one["title"] != other["title"]


def _pair(key: str, first: str, second: str, gold: str, how: str) -> dict[str, Any]:
    return {"a": f"{key}-a", "b": f"{key}-b", "text_a": first, "text_b": second, "gold": gold, "how": how}


def _sentences(text: str) -> list[str]:
    return [match.strip() for match in _SENTENCE.findall(text) if match.strip()]


def _copied(text: str, chance: random.Random) -> str:
    return f"{chance.choice(['NEWS DESK', 'From our correspondent', 'Agencies'])}. {text} Read more on our site."


def _cut(text: str, chance: random.Random) -> str:
    sentences = _sentences(text)
    return " ".join(sentences[: max(2, len(sentences) * 2 // 5)])


def _shuffled(text: str, chance: random.Random) -> str:
    sentences = _sentences(text)
    kept = [sentence for sentence in sentences if chance.random() < 0.65] or sentences[:2]
    chance.shuffle(kept)
    return " ".join(kept)


def _swapped(text: str, chance: random.Random) -> str:
    def swap(match: re.Match[str]) -> str:
        word = match.group()
        other = SYNONYMS.get(word.lower())
        if other is None or chance.random() > 0.9:
            return word
        return other.capitalize() if word[0].isupper() else other

    return re.sub(r"[A-Za-z]+", swap, text)


def _thinned(text: str, chance: random.Random) -> str:
    return " ".join(word for word in text.split() if chance.random() > 0.12)


def _updated(text: str, chance: random.Random) -> str:
    """Other figures, as later versions of a report have."""
    return re.sub(r"\b\d+\b", lambda match: str(int(match.group()) + chance.randint(1, 9)), text)


def _contained(text: str, chance: random.Random) -> str:
    first, second = chance.choice(EVENTS)
    return f"{first} {text} {second}" if text not in (first, second) else f"In brief. {text} More follows."


def _rewritten(text: str, chance: random.Random) -> str:
    return _thinned(_swapped(_shuffled(text, chance), chance), chance)


EDITS: dict[str, Edit] = {
    "copy": _copied, "cut": _cut, "shuffled": _shuffled, "synonyms": _swapped, "thinned": _thinned, "updated": _updated,
    "contained": _contained, "rewritten": _rewritten,
}  # fmt: skip

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
