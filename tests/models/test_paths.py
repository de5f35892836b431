"""The way through the tree from each word to a predicate."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from rashomon.models.paths import APART, NO_TREE, SELF, UNKNOWN, Ways, middle, relations, size

LABELS = ["ccomp", "det", "nsubj", "nsubj:pass", "obj", "root"]
BASES, NUMBERS = relations(LABELS)
# 0 the, 1 army, 2 shelled, 3 the, 4 market, 5 said
HEADS = [1, 2, 5, 4, 2, -1]
RELATIONS = ["det", "nsubj", "ccomp", "det", "obj", "root"]


def ways(heads: list[int] = HEADS) -> Ways:
    return Ways.of(heads, [NUMBERS[LABELS.index(name)] for name in RELATIONS][: len(heads)], len(BASES))


def test_subtypes_share_a_base() -> None:
    """nsubj and nsubj:pass are one relation."""
    assert BASES == ["ccomp", "det", "nsubj", "obj", "root"]
    assert NUMBERS[2] == NUMBERS[3]


def test_words_below_are_named_by_the_dependent_that_holds_them() -> None:
    """From "shelled", "the army" is the subject, "the" its first word; "the market" is another dependent."""
    of = ways().buckets([2])[0]
    subject = BASES.index("nsubj")
    assert of[0] == 3 + 2 * subject + 1
    assert of[1] == 3 + 2 * subject
    assert of[2] == SELF
    assert of[3] == 3 + 2 * BASES.index("obj") + 1
    assert of[4] == 3 + 2 * BASES.index("obj")


def test_the_word_above_is_named_by_the_own_relation() -> None:
    """From "shelled", "said" is the head that it hangs from as a ccomp; from "market", "said" is two steps up."""
    r = len(BASES)
    assert ways().buckets([2])[0][5] == 3 + 2 * r + BASES.index("ccomp")
    assert ways().buckets([4])[0][5] == 3 + 5 * r + BASES.index("ccomp")
    assert ways().buckets([4])[0][1] == 3 + 3 * r + 2 * BASES.index("nsubj")


def test_a_sentence_without_tree_is_unknown() -> None:
    """Its words, and every word as seen from them; another tree's words are apart."""
    found = ways([1, -1, NO_TREE, NO_TREE]).buckets([0, 2])
    assert found[0].tolist()[2:] == [UNKNOWN, UNKNOWN]
    assert set(found[1].tolist()) == {UNKNOWN}
    assert ways([-1, -1, 1]).buckets([0])[0].tolist() == [SELF, APART, APART]


def test_the_middle_of_a_predicate_is_the_word_whose_head_lies_outside() -> None:
    """ "the market": market."""
    assert middle(HEADS, 3, 4) == 4
    assert middle([1, 0], 0, 1) == 0


@given(st.lists(st.integers(-2, 11), min_size=12, max_size=12))
def test_any_heads_give_buckets_in_range(heads: list[int]) -> None:
    """Loops and missing trees too."""
    found = Ways.of(heads, [0] * 12, len(BASES)).buckets(range(12))
    assert found.shape == (12, 12)
    assert found.min() >= 0
    assert found.max() < size(len(BASES))
