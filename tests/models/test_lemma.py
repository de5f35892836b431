"""Written forms go back to their lemmas."""

from __future__ import annotations

import pytest

from rashomon.models.lemma import lemma


@pytest.mark.parametrize(
    ("form", "upos", "wanted"),
    [
        ("shelled", "VERB", "shell"), ("besieging", "VERB", "besiege"),
        ("evacuating", "VERB", "evacuate"),
        ("carries", "VERB", "carry"), ("stopped", "VERB", "stop"), ("airstrikes", "NOUN", "airstrike"),
        ("clashes", "NOUN", "clash"), ("negotiated", "VERB", "negotiate"), ("fled", "VERB", "flee"),
        ("siege", "NOUN", "siege"),
        ("bombing", "VERB", "bomb"), ("crossed", "VERB", "cross"), ("hoped", "VERB", "hope"),
        ("Exiled", "VERB", "exile"),
    ],
)  # fmt: skip
def test_rules_and_table_give_the_lemma(form: str, upos: str, wanted: str) -> None:
    assert lemma(form, upos, {"fled": "flee"}, {"exile"}) == wanted
