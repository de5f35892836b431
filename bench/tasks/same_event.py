"""`python -m bench.quality same-event FILE`: which articles report one incident (linking/violent-*).

FILE has id, incident, date, text. Beside it, on the same file, TF-IDF cosine with the best of five thresholds, as
connected components and as average linkage: the baselines may choose their threshold on the answers, rashomon's
weights are fixed. `held_out_*`: the same weights fitted anew on one half of the incidents and measured on the other.
"""

from __future__ import annotations

import datetime
import pathlib
from typing import Any

from bench.linking.baselines import tfidf_groups
from bench.linking.files import rows
from bench.linking.held_out import cross_validated
from bench.linking.metrics import score_clusters
from rashomon.link.story import Text, group_stories

PEERS = "none published for this grouping; SemEval-2018 task 5 scored other things on these texts"
THRESHOLDS = {True: (0.15, 0.2, 0.25, 0.3, 0.35), False: (0.25, 0.3, 0.35, 0.4, 0.5)}


def score(path: pathlib.Path) -> dict[str, float]:
    """b3_f1, muc_f1, ceafe_f1, conll_f1, pairwise_f1, the held-out and the baselines' b3_f1 and conll_f1."""
    articles = list(rows(path))
    gold = {article["id"]: article["incident"] for article in articles}
    figures = score_clusters(gold, group_stories(_text(article) for article in articles))
    figures |= cross_validated([_text(article) for article in articles], gold)
    for average, name in ((False, "tfidf_threshold"), (True, "tfidf_average")):
        texts = {article["id"]: article["text"] for article in articles}
        tried = [score_clusters(gold, tfidf_groups(texts, value, average)) for value in THRESHOLDS[average]]
        best = max(tried, key=lambda found: found["b3_f1"] + found["conll_f1"])
        figures |= {f"{name}_b3_f1": best["b3_f1"], f"{name}_conll_f1": best["conll_f1"]}
    return figures


def _text(article: dict[str, Any]) -> Text:
    return Text(article["id"], article["text"], _day(article.get("date")))


def _day(date: str | None) -> int | None:
    try:
        return datetime.date.fromisoformat((date or "")[:10]).toordinal()
    except ValueError:
        return None
