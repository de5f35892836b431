"""`python -m bench.quality claim-coref FILE`: events of claims that rashomon reads itself (linking/ecb-*).

Every text is read as a page; a claim whose trigger touches a gold event word stands for it, and the events are scored
over these. Linking knows neither the topics nor the gold words. Beside it: claims with the same trigger word as one
event, and every claim alone. `pair_precision`, `pair_recall` are over pairs of claims.
"""

from __future__ import annotations

import pathlib
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from bench.linking.files import rows
from bench.linking.metrics import score_clusters
from rashomon.link import link
from rashomon.record import Claim, Page, PageReading, page_id

PEERS = "none published: claims are read here, not given"


def score(path: pathlib.Path) -> dict[str, float]:
    """conll_f1, b3_f1, precision and recall of pairs, the baselines' conll_f1, and the share of gold words met."""
    articles = list(rows(path))
    readings = _read(articles)
    standing = {c.id: key for a in articles for c, key in _standing_for(a, readings[a["id"]])}
    words = {c.id: c.trigger.text.lower() for reading in readings.values() for c in reading.claims}
    found = {claim: event.id for event in link(readings.values()).events for claim in event.claims}
    ours = {key: found[key] for key in standing}
    figures = score_clusters(standing, ours)
    precision, recall = _pairs(standing, ours)
    return {
        "conll_f1": figures["conll_f1"],
        "b3_f1": figures["b3_f1"],
        "pair_precision": precision,
        "pair_recall": recall,
        "same_trigger_conll_f1": score_clusters(standing, {key: words[key] for key in standing})["conll_f1"],
        "each_alone_conll_f1": score_clusters(standing, {key: key for key in standing})["conll_f1"],
        "gold_words_met": len(standing) / max(1, sum(len(a["events"]) for a in articles)),
    }


def _read(articles: list[dict[str, Any]]) -> dict[str, PageReading]:
    from rashomon.gazetteer import load_gazetteer
    from rashomon.models import load_bundled
    from rashomon.pipeline import read_page
    from rashomon.settings import Settings

    settings, encoder, gazetteer = Settings(), load_bundled(), load_gazetteer()
    found = {}
    for article in articles:
        raw = article["text"].encode()
        page = Page(page_id(raw), f"{article['id']}.txt", None, None, "text/plain", raw)
        found[article["id"]] = read_page(page, encoder, gazetteer, settings)
    return found


def _standing_for(article: dict[str, Any], reading: PageReading) -> Iterator[tuple[Claim, str]]:
    """Claims with the chain of the first gold word that their trigger touches."""
    for claim in reading.claims:
        at = article["text"].find(claim.quote.text) if claim.type else -1
        start = at + claim.trigger.start - claim.quote.start
        end = start + len(claim.trigger.text)
        met = (e["chain"] for e in article["events"] if at >= 0 and e["span"][0] < end and start < e["span"][1])
        chain = next(met, None)
        if chain is not None:
            yield claim, f"{article['id']} {chain}" if chain.startswith(("INTRA", "SINGLE")) else chain


def _pairs(gold: Mapping[str, str], found: Mapping[str, str]) -> tuple[float, float]:
    right = _count(Counter((gold[key], found[key]) for key in gold))
    told, asked = _count(Counter(found.values())), _count(Counter(gold.values()))
    return right / max(1, told), right / max(1, asked)


def _count(sizes: Counter[Any]) -> int:
    return sum(size * (size - 1) // 2 for size in sizes.values())
