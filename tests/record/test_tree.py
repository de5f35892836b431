"""A tree answers on broken parses too."""

from hypothesis import given
from hypothesis import strategies as st

from rashomon.claim.arguments import object_, subject
from rashomon.record import Parse, Sentence, Token
from rashomon.record.tree import Tree, remembered


@given(
    st.integers(1, 8).flatmap(
        lambda n: st.lists(st.integers(-3, n + 2), min_size=0, max_size=n + 2).map(lambda h: (n, h))
    )
)
def test_any_heads_give_answers_and_no_error(given_heads: tuple[int, list[int]]) -> None:
    """Circles, heads outside the sentence and missing tags end every walk."""
    n, heads = given_heads
    text = " ".join("w" * n)
    tokens = tuple(Token(2 * i, 2 * i + 1, "w") for i in range(n))
    tree = Tree(Sentence(0, 0, len(text), tokens, Parse((), tuple(heads), ("conj",) * len(heads))), text)
    for i in range(n):
        assert len(list(tree.ancestors(i))) <= n
        start, end = tree.run(i)
        assert 0 <= start <= i < end <= n
        subject(tree, i)
        object_(tree, i)
        assert i in tree.subtree(i)


def test_a_remembered_question_is_asked_once_a_tree() -> None:
    asked = []

    @remembered
    def length(tree: Tree, i: int) -> int:
        asked.append((tree, i))
        return len(tree.lower[i])

    words = tuple(Token(k, k + 1, "x" * (k + 1)) for k in range(2))
    sentence = Sentence(0, 0, 2, words, Parse(("X", "X"), (-1, 0), ("root", "dep")))
    one, other = Tree(sentence, "xx"), Tree(sentence, "xx")
    assert [length(one, 1), length(one, 1), length(one, 0), length(other, 1)] == [2, 2, 1, 2]
    assert asked == [(one, 1), (one, 0), (other, 1)]
