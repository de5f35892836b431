"""What the encoder says of one sentence: plain values, in token positions, no text.

Rule: nouns only. A Parse knows nothing of models, pages or the ontology; it is what crosses the seam
`ports.Encoder`, so that the bundled model, a stub in a test and a later, larger model are exchangeable.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Labelled:
    """A labelled run of tokens: half-open positions in the sentence."""

    label: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Frame:
    """A predicate with its arguments (PropBank).

    index      the predicate's token
    roleset    such as "evacuate.01"; "" when the sense is not told
    arguments  role spans, labels such as ARG0, ARG1, ARGM-LOC, ARGM-TMP, ARGM-MOD, ARGM-NEG
    """

    index: int
    roleset: str = ""
    arguments: tuple[Labelled, ...] = ()


@dataclass(frozen=True, slots=True)
class Quoting:
    """An attribution (PolNeAR): who is quoted, by which words, with what content.

    Each part is a tuple of half-open token runs; source may be empty where none is named. What an attribution has in
    another sentence than its cue's stands there as a Quoting of its own, with an empty cue and `back`.

    back  how many sentences (empty ones counted) before this one the cue stands: 0 here, 1 in the sentence before, -1
          in the next.
          A quotation that runs on is a Quoting without cue and source whose cue is `back` sentences before it.
    of    the first run of its cue, counted in the cue's own sentence: the same sentence and `of` = the same attribution
    """

    cue: tuple[tuple[int, int], ...]
    source: tuple[tuple[int, int], ...] = ()
    content: tuple[tuple[int, int], ...] = ()
    back: int = 0
    of: tuple[int, int] = (0, 0)


@dataclass(frozen=True, slots=True)
class Happening:
    """A word that names an event of the ontology.

    index  its token
    types  types of the ontology with their probabilities, the likeliest first; what is left to 1 is "no event"
    """

    index: int
    types: tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class Parse:
    """One sentence read by the encoder; all sequences are as long as the sentence has tokens.

    upos        universal part-of-speech tags
    heads       position of each token's head, -1 for the root
    deprels     universal dependency relations, with subtypes ("nsubj:pass")
    entities    named entities, 9 classes (Person, Location, Organization, NORP, Date, Money, Facility, Product, Misc)
    frames      predicates with their arguments, by position
    quotings    attributions found
    factuality  per token, in [-3, 3]: 3 certainly happened, -3 certainly not; it means something where the token is the
                head of an event (a frame's index, a trigger), and is noise elsewhere; empty unless asked for
    triggers    event triggers: label = two-level KAIROS type ("Life.Die"), run of tokens; told when asked for
    trigger_arguments  for each trigger, its arguments with KAIROS role names
    event_places  for each frame (same order), the runs of tokens that say where its event happened
    happenings  words that rather name an event of the ontology than none, in order
    """

    upos: tuple[str, ...]
    heads: tuple[int, ...]
    deprels: tuple[str, ...]
    entities: tuple[Labelled, ...] = ()
    frames: tuple[Frame, ...] = ()
    quotings: tuple[Quoting, ...] = ()
    factuality: tuple[float, ...] = ()
    triggers: tuple[Labelled, ...] = ()
    trigger_arguments: tuple[tuple[Labelled, ...], ...] = ()
    event_places: tuple[tuple[tuple[int, int], ...], ...] = ()
    happenings: tuple[Happening, ...] = ()
