"""Attribution chains: on whose word an event stands, outermost source first.

Rule: cues of a document in reading order; a cue inside the content of another is a further link, so that chains of any
depth come from one mechanism. The outlet itself is left out. What is not attributed on the page stays without a
source: no chain is guessed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.claim.arguments import phrase
from rashomon.claim.cues import Cue, covers, find_cues
from rashomon.claim.interview import answering
from rashomon.claim.outlet import Outlet
from rashomon.claim.pronouns import MEANT, may_mean
from rashomon.claim.quotation import quoted_runs
from rashomon.lexicon.cues import RELAYING
from rashomon.lexicon.descriptions import TITLES
from rashomon.lexicon.nouns import classes
from rashomon.record import Annotation, Document, Mention, Sentence, Span, Step
from rashomon.record.tree import Tree

MAX_TITLE = 24
"""Longest comma and title between a description and the name it describes, in characters (", Lieutenant General ")."""
Chain = tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Read:
    """One sentence as this stage reads it: its tree and cues, and its place in the document."""

    index: int
    block: int
    tree: Tree
    cues: tuple[Cue, ...]


class Attributor:
    """Knows every cue of one document, who is meant by it, and the quotations that run over sentences."""

    def __init__(self, document: Document, annotation: Annotation) -> None:
        self.document = document
        self.mentions = annotation.mentions
        self._persons = [m for m in self.mentions if m.kind == "person"]
        self._mentioned: dict[int, Mention | None] = {}
        self._steps_known: dict[tuple[int, int, int, int, str, bool], Step] = {}
        self.sentences = [self._read(document, n, s) for n, s in enumerate(annotation.sentences)]
        self._by_block: dict[int, list[tuple[int, int]]] = {}
        self._introduced: dict[int, Chain] = {}
        self._outlet = Outlet(document)
        self._answering = answering(document, annotation.sentences, annotation.mentions)
        self._learn_introductions()

    @staticmethod
    def _read(document: Document, index: int, sentence: Sentence) -> Read:
        tree = Tree(sentence, document.text)
        return Read(index, sentence.block, tree, tuple(find_cues(tree)))

    # ------------------------------------------------------------ chains

    def chain(self, read: Read, head: int) -> tuple[Chain, tuple[Cue, ...]]:
        """The chain of the event at token `head`, outermost first, and the cues of its own sentence that carry it."""
        cues = sorted((c for c in read.cues if covers(c, head)), key=lambda c: (-len(c.scope), c.head))
        cues = [c for c in cues if not self._apart(read, c, head, cues) and not (c.negated and c.act == "confirms")]
        cues = [c for c in cues if c.source >= 0 or c.relayed or c.recipient >= 0 or c.act in ("accuses", "denies")]
        at = read.tree.tokens[head].start
        steps = self._steps(read, cues, at)
        quote = self._quotation(read.block, at)
        if quote is not None and not any(self._outside(read, c, quote) for c in cues):
            steps = (*self._carried(read, quote), *steps)
        if quote is None:
            steps = (*self._answers(read), *steps)
        return _without_repeats(self._without_outlet(steps)), tuple(cues)

    def _apart(self, read: Read, cue: Cue, head: int, cues: Sequence[Cue]) -> bool:
        """ "X was burnt; the army says it was an accident": a report reaches back over no semicolon, and forward over
        one only where nobody else reports what stands there."""
        first, last = sorted((cue.head, head))
        stops = [k for k in range(first + 1, last) if read.tree.lower[k] == ";"]
        if not stops or self._quotation(read.block, read.tree.tokens[head].start) is not None:
            return False
        if cue.head > head:
            return True
        return any(c is not cue and c.head > stops[-1] and c.source >= 0 for c in cues)

    def _answers(self, read: Read) -> Chain:
        """Who gives the answer that the sentence stands in, in an interview."""
        guest = self._answering.get(read.index)
        return (_named_step(guest, "Answer"),) if guest is not None else ()

    def _without_outlet(self, steps: Chain) -> Chain:
        """The page's own outlet is no link ("told the Courier", in the Courier; "told this agency")."""
        return tuple([step for step in steps if not self._outlet.is_it(step)])

    def _steps(self, read: Read, cues: Sequence[Cue], at: int) -> Chain:
        steps: list[Step] = []
        for cue in cues:
            steps += self.steps_of(read, cue, at)
        return tuple(steps)

    def steps_of(self, read: Read, cue: Cue, at: int = -1) -> list[Step]:
        """The links that one cue adds: who was told, who told, whom they cite."""
        direct = at >= 0 and self._quotation(read.block, at) is not None
        found: list[Step] = []
        if cue.recipient >= 0 and not self._is_itself(read, cue.recipient):
            found.append(self._step(read, cue, cue.recipient, "says", False))
        if cue.source >= 0:
            source = self._step(read, cue, cue.source, cue.act, direct)
            outer = found or list(self._inherited(read, cue)) or (list(self._told_before(read, cue)) if direct else [])
            found = [*outer, source]
        found += [self._step(read, cue, noun, "says", False) for noun in cue.relayed]
        return found

    def _is_itself(self, read: Read, noun: int) -> bool:
        """ "told the station", "told this newspaper", with no station named before: the page's own outlet."""
        mention = self.mention_at(read.tree.tokens[noun].start)
        unnamed = mention is None or mention.kind == "description"
        named = _named_after(read.tree, noun) != noun
        return unnamed and not named and read.tree.tag(noun) == "NOUN" and "medium" in classes(read.tree.lower[noun])

    def _step(self, read: Read, cue: Cue, noun: int, act: str, direct: bool) -> Step:
        key = (read.index, cue.start, cue.end, noun, act, direct)
        found = self._steps_known.get(key)
        if found is None:
            found = self._steps_known[key] = self._new_step(read, cue, noun, act, direct)
        return found

    def _new_step(self, read: Read, cue: Cue, noun: int, act: str, direct: bool) -> Step:
        tree = read.tree
        noun = _named_after(tree, noun)
        span = tree.span(*_without_citing(tree, *phrase(tree, noun)))
        mention = self._person_in(span) or self._speaking(span, tree.tokens[noun].start)
        cue_span = tree.span(cue.start, cue.end)
        spoke = self._spoke_before(read, tree.lower[noun], mention)
        if spoke is not None:
            return Step(spoke.name, cue_span.text, act, direct, span, None, cue_span, spoke.described_as)
        name = mention.name if mention is not None and _stands_for(mention, span.text) else span.text
        described = tuple(d.text for d in mention.described_as) if mention is not None else ()
        return Step(name, cue_span.text, act, direct, span, None, cue_span, described)

    def _spoke_before(self, read: Read, word: str, mention: Mention | None) -> Step | None:
        """Who spoke last and may be meant by a pronoun: "he" rather is the person who spoke in the sentence before than
        one spoken of, "it" is no person, and "they" are rather those who just spoke."""
        if mention is not None and self._outlet.is_called(mention.name):
            mention = None
        if word not in MEANT or (mention is not None and mention.kind in MEANT[word]):
            return None
        named = mention is not None and mention.kind == "person"
        for earlier in reversed(self.sentences[max(0, read.index - (1 if named else 2)) : read.index]):
            for cue in sorted((c for c in earlier.cues if c.source >= 0 and not c.noun), key=lambda c: -c.head):
                if may_mean(earlier.tree, cue.source, word, self.mention_at(earlier.tree.tokens[cue.source].start)):
                    spoke = self._step(earlier, cue, cue.source, cue.act, False)
                    return spoke if not named or any(m.name == spoke.name for m in self._persons) else None
        return None

    def mention_at(self, position: int) -> Mention | None:
        """The mention whose words cover a character, the shortest where several do."""
        if position not in self._mentioned:
            covering = [m for m in self.mentions if m.span.start <= position < m.span.end]
            shortest = min(covering, key=lambda m: (m.span.end - m.span.start, m.span.start), default=None)
            self._mentioned[position] = shortest
        return self._mentioned[position]

    def _speaking(self, span: Span, position: int) -> Mention | None:
        """The mention at the head of a source phrase; where that is a place inside it ("the Orlim-based group"), the
        one that ends the phrase."""
        found = self.mention_at(position)
        if found is None or found.kind not in ("place", "norp") or found.span.end >= span.end:
            return found
        ending = [m for m in self.mentions if m.span.end == span.end and m.span.start >= span.start and m is not found]
        return max(ending, key=lambda m: m.span.end - m.span.start, default=found)

    def _person_in(self, span: Span) -> Mention | None:
        """The person named at the end of a source phrase ("the Monitor's head NAME"), or right after it ("the head of
        the Monitor, NAME"), whatever its grammatical head."""
        persons = [m for m in self._persons if span.start <= m.span.start <= span.end + MAX_TITLE]
        ending = [m for m in persons if m.span.end == span.end]
        after = [m for m in persons if m.span.start > span.end and self._apposed(span.end, m.span.start)]
        return max(ending or after, key=lambda m: m.span.start - m.span.end, default=None)

    def _apposed(self, start: int, end: int) -> bool:
        """True when only a comma and a title stand between a source phrase and a name."""
        between = self.document.text[start:end].split()
        return between[:1] == [","] and all(w.rstrip(".").casefold() in TITLES for w in between[1:])

    # ------------------------------------------------------------ sources taken up again

    def _learn_introductions(self) -> None:
        """Remembers through whom an unnamed source was first heard ("local sources told the agency"), so that "the
        sources" two sentences on keep the agency before them."""
        for read in self.sentences:
            for cue in read.cues:
                if cue.source < 0:
                    continue
                mention = self.mention_at(read.tree.tokens[cue.source].start)
                outer = self._outer(read, cue)
                if mention is not None and outer:
                    self._introduced.setdefault(mention.chain, outer)

    def _outer(self, read: Read, cue: Cue) -> Chain:
        if cue.recipient >= 0:
            return (self._step(read, cue, cue.recipient, "says", False),)
        around = [c for c in read.cues if c is not cue and covers(c, cue.head) and c.source >= 0]
        return tuple(self._step(read, c, c.source, c.act, False) for c in around[:1])

    def _inherited(self, read: Read, cue: Cue) -> Chain | list[Step]:
        mention = self.mention_at(read.tree.tokens[cue.source].start)
        if (
            mention is None
            or mention.kind in ("person", "organisation", "place")
            or any(covers(c, cue.head) for c in read.cues)
        ):
            return []
        return [_carried_over(step) for step in self._introduced.get(mention.chain, ())]

    # ------------------------------------------------------------ quotations

    def _quotation(self, block: int, at: int) -> tuple[int, int] | None:
        if block not in self._by_block:
            b = self.document.blocks[block]
            self._by_block[block] = quoted_runs(self.document.text, b.start, b.end)
        return next((run for run in self._by_block[block] if run[0] <= at < run[1]), None)

    @staticmethod
    def _outside(read: Read, cue: Cue, quote: tuple[int, int]) -> bool:
        return not quote[0] <= read.tree.tokens[cue.head].start < quote[1]

    def _carried(self, read: Read, quote: tuple[int, int]) -> Chain:
        """The chain of whoever is quoted, when the quotation runs over sentences or the cue stands beside it."""
        block = [r for r in self.sentences if r.block == read.block]
        touching = [r for r in block if r.tree.tokens[0].start < quote[1] and quote[0] < r.tree.tokens[-1].end]
        for near in (*reversed(touching), *self._neighbours(block, touching)):
            speaking = [c for c in near.cues if c.source >= 0 and not c.noun and self._outside(near, c, quote)]
            if speaking:
                cue = self._nearest(near, speaking, quote)
                return tuple(self.steps_of(near, cue, quote[0] + 1))
        return self._before_colon(read, quote)

    def _before_colon(self, read: Read, quote: tuple[int, int]) -> Chain:
        """ "The Lamp: '...'": a block that opens with a name and a colon quotes who is named."""
        block = self.document.blocks[read.block]
        opening = self.document.text[block.start : quote[0]].rstrip()
        if not opening.endswith(":"):
            return ()
        end = block.start + len(opening) - 1
        name = next((m for m in self.mentions if m.span.end == end and m.kind != "description"), None)
        alone = name is not None and not self.document.text[block.start : name.span.start].strip(" -–—•*\n")
        return (_named_step(name, ":"),) if name is not None and alone else ()

    @staticmethod
    def _nearest(read: Read, cues: Sequence[Cue], quote: tuple[int, int]) -> Cue:
        def distance(cue: Cue) -> int:
            at = read.tree.tokens[cue.head].start
            return min(abs(at - quote[0]), abs(at - quote[1]))

        return min(cues, key=distance)

    @staticmethod
    def _neighbours(block: Sequence[Read], touching: Sequence[Read]) -> list[Read]:
        """The sentence before a quotation that stands alone, when it ends by announcing one."""
        if not touching:
            return []
        return [r for r in block if r.index == touching[0].index - 1]

    def _told_before(self, read: Read, cue: Cue) -> Chain:
        """ "X confirmed to Y. '...,' he explained": Y heard this too, when the same source goes on at once."""
        if cue.recipient >= 0:
            return ()
        mine = self.mention_at(read.tree.tokens[cue.source].start)
        for earlier in reversed(self.sentences[max(0, read.index - 2) : read.index]):
            for other in earlier.cues:
                if earlier.block != read.block or other.source < 0 or other.recipient < 0 or mine is None:
                    continue
                theirs = self.mention_at(earlier.tree.tokens[other.source].start)
                if theirs is not None and theirs.chain == mine.chain:
                    return (_carried_over(self._step(earlier, other, other.recipient, "says", False)),)
        return ()


def _without_citing(tree: Tree, start: int, end: int) -> tuple[int, int]:
    """ "The Bearer, quoting the Telegraph": the words of who cites, without whom they cite."""
    cut = next((k for k in range(start + 1, end) if tree.lower[k] in RELAYING), end)
    while cut < end and cut - start > 1 and tree.tag(cut - 1) == "PUNCT":
        cut -= 1
    return start, cut


def _named_after(tree: Tree, noun: int) -> int:
    """ "the website NAME": the name's last word, where a medium's noun is followed by it; the noun itself otherwise."""
    end = noun + 1
    while end < len(tree) and tree.tag(end) == "PROPN":
        end += 1
    named = end > noun + 1 and tree.tag(noun) == "NOUN" and "medium" in classes(tree.lower[noun])
    return end - 1 if named else noun


def _stands_for(mention: Mention, words: str) -> bool:
    """The chain's name replaces the words when it is a proper name, or when the words are a pronoun."""
    return mention.kind in ("person", "organisation", "group", "place", "facility", "norp") or " " not in words


def _named_step(mention: Mention, cue: str) -> Step:
    described = tuple(d.text for d in mention.described_as)
    return Step(mention.name, cue, "says", True, mention.span, None, None, described)


def _carried_over(step: Step) -> Step:
    return Step(step.name, step.cue, step.act, step.direct, None, step.source, None, step.described_as)


def _without_repeats(steps: Chain) -> Chain:
    """Each source once; "the Monitor" after "the Valley Monitor" is the same."""
    kept: list[Step] = []
    for step in steps:
        name = step.name.casefold()
        short = name.removeprefix("the ")
        if not any(other.name.casefold() == name or _ends_in(other.name.casefold(), name, short) for other in kept):
            kept.append(step)
    return tuple(kept)


def _ends_in(full: str, name: str, short: str) -> bool:
    return short != name and full.endswith(f" {short}")
