"""Interviews: an answer is on the word of the person asked."""

from rashomon.claim.interview import answering
from rashomon.record import Block, Document, Parse, Sentence, Span, Token
from rashomon.record.annotation import Mention

INTRODUCED = "Our reporter spoke to Mara Lund on Friday."
ASKED = "Q. What happened in the harbour?"
ANSWERED = "A. The shed burned down."
WENT_ON = "Nobody was hurt."


def _page(*lines: str) -> tuple[Document, tuple[Sentence, ...]]:
    text, blocks, sentences = "", [], []
    for n, line in enumerate(lines):
        start = len(text)
        words = Token(start, start + len(line), line)
        blocks.append(Block("paragraph", start, start + len(line)))
        parse = Parse(upos=("X",), heads=(-1,), deprels=("root",))
        sentences.append(Sentence(n, start, start + len(line), (words,), parse))
        text += line + "\n\n"
    return Document("doc-1", "page-1", "page.txt", text, tuple(blocks)), tuple(sentences)


def _named(document: Document, name: str) -> Mention:
    start = document.text.index(name)
    return Mention(Span.of(document.text, start, start + len(name)), "person", 0, name)


def test_whoever_was_named_before_the_first_question_answers() -> None:
    """The answer and the sentence after it, not the question."""
    document, sentences = _page(INTRODUCED, ASKED, ANSWERED, WENT_ON, ASKED)
    found = answering(document, sentences, [_named(document, "Mara Lund")])
    assert {n: m.name for n, m in found.items()} == {2: "Mara Lund", 3: "Mara Lund"}


def test_nobody_named_before_nobody_guessed() -> None:
    """A page that names nobody before its first question has no known speaker."""
    document, sentences = _page(ASKED, ANSWERED)
    assert answering(document, sentences, []) == {}


def test_a_page_without_questions_is_no_interview() -> None:
    """ "A." may begin any sentence."""
    document, sentences = _page(INTRODUCED, ANSWERED)
    assert answering(document, sentences, [_named(document, "Mara Lund")]) == {}


def test_whom_a_briefing_is_opened_by_speaks_before_any_question() -> None:
    """The paragraph that ends in a colon hands over; a question names who asks in brackets, the answer his office."""
    opening = "The spokesman, Mara Lund, opened the briefing:"
    asked, answered = "Question (Mr Orr, Harbour Wire): Who fired?", "Spokesman: Nobody did."
    document, sentences = _page(INTRODUCED, opening, WENT_ON, asked, answered)
    found = answering(document, sentences, [_named(document, "Mara Lund")])
    assert sorted(found) == [4]
    found = answering(document, sentences[1:], [_later(document, "Mara Lund")])
    assert [document.text[sentences[1:][n].start :].partition("\n")[0] for n in sorted(found)] == [WENT_ON, answered]


def _later(document: Document, name: str) -> Mention:
    start = document.text.rindex(name)
    return Mention(Span.of(document.text, start, start + len(name)), "person", 0, name)
