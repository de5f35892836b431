"""A case is a folder: a parsed page (page.conllu, CoNLL-U) and the claims it makes (claims.yaml).

The parses are written down, so that the cases test the rules of this stage and no model. To add a case, add a folder.
"""

from pathlib import Path
from typing import Any

import pytest
import yaml

from rashomon.annotate.mentions import find_mentions
from rashomon.claim import find_claims
from rashomon.record import Annotation, Block, Claim, Document, Labelled, Parse, Sentence, Token

CASES = Path(__file__).parent / "cases"


@pytest.mark.parametrize("case", sorted(p.name for p in CASES.iterdir() if p.is_dir()))
def test_the_claims_of_a_page_are_found(case: str) -> None:
    """Exactly the written claims, with their status, chain, roles and answers."""
    document, annotation = read_case(CASES / case)
    claims, _ = find_claims(document, annotation)
    expected = yaml.safe_load((CASES / case / "claims.yaml").read_text("utf-8")) or []
    assert [claim.trigger.text for claim in claims] == [row["trigger"] for row in expected]
    triggers = {claim.id: claim.trigger.text for claim in claims}
    for claim, row in zip(claims, expected, strict=True):
        _holds(claim, row, triggers)


def _holds(claim: Claim, row: dict[str, Any], triggers: dict[str, str]) -> None:
    assert (claim.type, claim.act) == (row.get("type"), row.get("act"))
    assert (claim.status, claim.polarity) == (row["status"], row.get("polarity", 1))
    assert [[step.name, step.act] for step in claim.attribution] == row["chain"]
    assert [triggers[answered] for answered in claim.answers] == row.get("answers", [])
    for role, words in row.get("roles", {}).items():
        assert [span.text for span in claim.role(role)] == [words], role


def read_case(folder: Path) -> tuple[Document, Annotation]:
    """The document and annotation that a folder's page.conllu describes: one paragraph."""
    text, sentences = "", []
    for part in (folder / "page.conllu").read_text("utf-8").strip().split("\n\n"):
        rows = [line.split("\t") for line in part.split("\n")]
        tokens = []
        for row in rows:
            tokens.append(Token(len(text), len(text) + len(row[1]), row[1]))
            text += row[1] + ("" if "SpaceAfter=No" in row[9] else " ")
        text = text.rstrip() + " "
        parse = Parse(
            upos=tuple(row[3] for row in rows),
            heads=tuple(int(row[6]) - 1 for row in rows),
            deprels=tuple(row[7] for row in rows),
            entities=_entities([row[9] for row in rows]),
        )
        sentences.append(Sentence(0, tokens[0].start, tokens[-1].end, tuple(tokens), parse))
    text = text.rstrip()
    document = Document("doc-1", "page-1", "page.txt", text, (Block("paragraph", 0, len(text)),))
    return document, Annotation(document.id, tuple(sentences), find_mentions(document, sentences))


def _entities(misc: list[str]) -> tuple[Labelled, ...]:
    found: list[Labelled] = []
    for i, cell in enumerate(misc):
        label = next((part[len("Entity=") :] for part in cell.split("|") if part.startswith("Entity=")), "")
        if label.startswith("B-"):
            found.append(Labelled(label[2:], i, i + 1))
        elif label.startswith("I-") and found:
            found[-1] = Labelled(found[-1].label, found[-1].start, i + 1)
    return tuple(found)


def test_the_same_page_gives_the_same_claims() -> None:
    """Ids are hashes of what was found where: nothing depends on a run."""
    for folder in sorted(CASES.iterdir()):
        document, annotation = read_case(folder)
        assert find_claims(document, annotation) == find_claims(document, annotation)


def test_every_span_is_the_words_of_the_page() -> None:
    """Quotes, triggers, roles and sources stand at their offsets, to the character."""
    for folder in sorted(CASES.iterdir()):
        document, annotation = read_case(folder)
        for claim in find_claims(document, annotation)[0]:
            spans = [claim.quote, claim.trigger, *(s for _, spans in claim.roles for s in spans)]
            spans += [s for step in claim.attribution for s in (step.span, step.cue_span) if s is not None]
            assert all(document.text[s.start : s.end] == s.text for s in spans)
