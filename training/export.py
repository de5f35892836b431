"""Checkpoint to the files that ship: `python -m training.export --run DIR --to src/rashomon/models/bundled`.

Rule: writes reader.onnx (encoder, taggers, arcs), pairs.onnx (words as seen from a predicate), arcs.onnx (labels of
arcs), sense.npz, tables.json, tokenizer.json and manifest.json with the SHA-256 of each. The encoder's matrices are
smoothed and then int8 per channel with reduced range (per tensor is unusable: cosine 0.74 to fp32), its embeddings
int8; the last matrix of each layer has int8 weights only, as its input is what eight bits spoil most; the heads fp16.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import shutil
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import numpy as np
import onnx
import torch
import torch.nn.functional as F
from onnx import TensorProto, helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic
from tokenizers import Tokenizer
from torch import Tensor, nn

from rashomon.models.features import Pieces
from training.batches import PAIR_HEADS, Collator, sizes, windows
from training.data import polnear, treebank
from training.model import LABEL, PAIR, PAIR_WIDTH, Look, Reader
from training.smooth import smooth
from training.train import SEED, minilm_folder

OPSET = 17
WEIGHTS_ONLY = "/down/"
"""In the names of the matrices whose input stays fp32."""
SEEN_OFTEN = 20
"""How often a roleset must be seen before an argument that it was never seen with is barred. On the part of TRAIN kept
aside 3, 5 and 10 do as well, but web text has few wars: "bomb.01" and "detain.01" would lose their agents."""
ARTICLES = 40
"""How many articles of TRAIN tell how large activations are."""


class Reading(nn.Module):
    """Everything that is said of words alone."""

    def __init__(self, model: Reader) -> None:
        super().__init__()
        self.model = model

    def forward(self, pieces: Tensor, shapes: Tensor, length: Tensor, firsts: Tensor) -> tuple[Tensor, ...]:
        """As Reader.words; word vectors and the scores of every tagger, arcs [B, W, W + 1]."""
        m = self.model
        x = m.words(pieces, shapes, length, firsts)
        predicate = m.predicate(x)
        return (x, m.upos(x).argmax(-1), predicate[..., 1] - predicate[..., 0], m.ner(x), m.quote(x), m.trigger(x),
                m.fact(x).squeeze(-1), m.arcs(x))  # fmt: skip


class Arcs(nn.Module):
    """The label of each word's arc: x [M, D], head [M], a row of x or -1 for the root -> [M]."""

    def __init__(self, model: Reader) -> None:
        super().__init__()
        self.model = model
        self.register_buffer("root", F.gelu(model.label_out(model.root[None])).detach())

    def forward(self, x: Tensor, head: Tensor) -> Tensor:
        """The number of each arc's relation."""
        m = self.model
        out = torch.where((head < 0)[:, None], self.root, F.gelu(m.label_out(x))[head.clamp(min=0)])
        inn = F.gelu(m.label_in(x))
        mixed = (inn @ m.label.reshape(LABEL, -1)).reshape(-1, m.label.shape[1], LABEL)
        scores = (mixed @ out[..., None]).squeeze(-1) + m.label_bias(torch.cat([inn, out], -1))
        return scores.argmax(-1)


class Asked(nn.Module):
    """PairNet for predicates laid end to end instead of side by side: T places in all, none of them empty.

    What is beside a word is looked up by number, T where nothing is; each task's labels are scored for the words that
    are asked for them. The same figures as PairNet's."""

    def __init__(self, model: Reader) -> None:
        super().__init__()
        self.pair = model.pair
        sizes = [model.sizes[head] for head in PAIR_HEADS]
        for head, weight, bias in zip(
            PAIR_HEADS, model.pair.out.weight.split(sizes), model.pair.out.bias.split(sizes), strict=True
        ):
            self.register_buffer(f"{head}_weight", weight.detach().T.contiguous())
            self.register_buffer(f"{head}_bias", bias.detach().clone())

    def forward(self, x: Tensor, predicate: Tensor, task: Tensor, owner: Tensor, words: Tensor, beside: Tensor,
                distance: Tensor, path: Tensor, *asked: Tensor) -> tuple[Tensor, ...]:  # fmt: skip
        """x [M, D]; predicate [P, D], task [P]; of each place its predicate, word, distance and path [T], and what is
        beside it [T, PAIR_WIDTH]; for each task the places that are asked [A] -> scores [A, labels]."""
        p = self.pair
        h = F.embedding(words, p.token(x)) * F.embedding(owner, 1 + p.gate(predicate))
        h = h + F.embedding(owner, p.predicate(predicate) + p.task(task)) + p.distance(distance)
        h = F.gelu(h + p.path(path))
        for look in (p.look1, p.look2):
            padded = torch.cat([h, torch.zeros(1, PAIR)])
            near = F.embedding(beside, padded).reshape(-1, PAIR * PAIR_WIDTH)
            h = h + F.gelu(near @ look.table + look.bias)
        return tuple(
            F.embedding(rows, h) @ getattr(self, f"{head}_weight") + getattr(self, f"{head}_bias")
            for head, rows in zip(PAIR_HEADS, asked, strict=True)
        )


def export(model: Reader, folder: Path, happenings: list[str], whole: bool) -> None:
    """Write the three graphs; `whole` keeps fp32, for comparing."""
    model.eval()
    for layer in model.encoder.layers:
        layer.eager = True
    for part in model.modules():
        if isinstance(part, Look):
            part.unroll()
    _export_reader(model, folder / "reader.onnx", whole)
    _export_pairs(model, folder / "pairs.onnx", whole)
    _export_arcs(model, folder / "arcs.onnx", whole)
    np.savez(folder / "happenings.npz", types=np.array(happenings), weight=model.happen.weight.detach().numpy()
             .astype(np.float16), bias=model.happen.bias.detach().numpy().astype(np.float16))  # fmt: skip
    np.savez(folder / "sense.npz", weight=model.sense.weight.detach().numpy().astype(np.float16),
             bias=model.sense.bias.detach().numpy().astype(np.float16))  # fmt: skip


def _export_reader(model: Reader, path: Path, whole: bool) -> None:
    long = torch.long
    with tempfile.TemporaryDirectory() as scratch:
        rough = Path(scratch) / "reader.onnx"
        firsts = torch.tensor([[1, 2, 3, 0], [1, 2, 0, 0]])
        given = (torch.ones(2, 6, dtype=long), torch.ones(2, 6, dtype=long), torch.tensor([6, 5]), firsts)
        names = ["pieces", "shapes", "length", "firsts"]
        outs = ["x", "upos", "predicate", "ner", "quote", "trigger", "fact", "arcs"]
        axes = {"pieces": {0: "B", 1: "S"}, "shapes": {0: "B", 1: "S"}, "length": {0: "B"}, "firsts": {0: "B", 1: "W"}}
        axes |= {n: {0: "B", 1: "W"} for n in outs} | {"arcs": {0: "B", 1: "W", 2: "H"}}
        torch.onnx.export(Reading(model), given, str(rough), dynamo=False, opset_version=OPSET, input_names=names,
                          output_names=outs, dynamic_axes=axes)  # fmt: skip
        if whole:
            shutil.copy(rough, path)
            return
        graph = onnx.load(str(rough)).graph
        held = {i.name for i in graph.initializer}
        chosen = [n.name for n in graph.node if "/encoder/" in n.name and n.op_type in ("MatMul", "Gather")
                  and any(i in held for i in n.input) and WEIGHTS_ONLY not in n.name]  # fmt: skip
        quantize_dynamic(rough, path, weight_type=QuantType.QInt8, per_channel=True, reduce_range=True,
                         nodes_to_quantize=chosen, op_types_to_quantize=["MatMul", "Gather"])  # fmt: skip
    _narrow(path)
    _halve(path)


def _export_pairs(model: Reader, path: Path, whole: bool) -> None:
    long = torch.long
    places = ["owner", "words", "beside", "distance", "path"]
    asked = [f"{head}_at" for head in PAIR_HEADS]
    shapes = [(7, PAIR_WIDTH) if name == "beside" else (7,) for name in places]
    given = (torch.ones(9, 384), torch.ones(2, 384), torch.zeros(2, dtype=long),
             *(torch.ones(shape, dtype=long) for shape in shapes),
             *(torch.tensor([1, 2, 5]) for _ in asked))  # fmt: skip
    axes = {"x": {0: "M"}, "predicate": {0: "P"}, "task": {0: "P"}} | {name: {0: "T"} for name in places}
    axes |= {name: {0: f"A_{head}"} for head in PAIR_HEADS for name in (head, f"{head}_at")}
    torch.onnx.export(Asked(model), given, str(path), dynamo=False, opset_version=OPSET,
                      input_names=["x", "predicate", "task", *places, *asked], output_names=list(PAIR_HEADS),
                      dynamic_axes=axes)  # fmt: skip
    if not whole:
        _quantise(path, ("token", "gate", "predicate", "/MatMul", "/MatMul_1"))
        _quantise_early(path)
        _halve(path)


def _export_arcs(model: Reader, path: Path, whole: bool) -> None:
    given = (torch.ones(4, 384), torch.tensor([-1, 0, 1, 2]))
    torch.onnx.export(Arcs(model), given, str(path), dynamo=False, opset_version=OPSET, input_names=["x", "head"],
                      output_names=["label"],
                      dynamic_axes={"x": {0: "M"}, "head": {0: "M"}, "label": {0: "M"}})  # fmt: skip
    if not whole:
        _quantise(path, ("/MatMul",))
        _halve(path)


def _narrow(path: Path) -> None:
    """Keep the weights of WEIGHTS_ONLY as int8 with a scale for each column, widened again when the file is opened."""
    model = onnx.load(str(path))
    tables = {held.name: held for held in model.graph.initializer}
    widened = []
    for node in model.graph.node:
        if node.op_type == "MatMul" and WEIGHTS_ONLY in node.name:
            held = tables[node.input[1]]
            weight = numpy_helper.to_array(held)
            scale = (np.abs(weight).max(0) / 127).astype(np.float32)
            model.graph.initializer.remove(held)
            parts = {".int8": np.round(weight / scale).astype(np.int8), ".scale": scale}
            model.graph.initializer.extend(numpy_helper.from_array(v, held.name + k) for k, v in parts.items())
            widened += [
                helper.make_node("Cast", [held.name + ".int8"], [held.name + ".wide"], to=TensorProto.FLOAT),
                helper.make_node("Mul", [held.name + ".wide", held.name + ".scale"], [held.name]),
            ]
    for node in reversed(widened):
        model.graph.node.insert(0, node)
    onnx.save(model, str(path))


def _quantise(path: Path, names: tuple[str, ...]) -> None:
    """Matrix products by name ("/MatMul") or by the name of their layer ("token") to int8, per channel."""
    rough = path.with_suffix(".rough")
    shutil.move(path, rough)
    chosen = [n.name for n in onnx.load(str(rough)).graph.node if n.op_type in ("MatMul", "Gemm")
              and (n.name in names or n.name.split("/")[-2] in names)]  # fmt: skip
    if len(chosen) != len(names):
        raise ValueError(f"{path}: of the products {names} there are {chosen}")
    # onnxruntime makes each Gemm a MatMul of this name before it chooses
    chosen += [name + "_MatMul" for name in chosen]
    quantize_dynamic(rough, path, weight_type=QuantType.QInt8, per_channel=True, reduce_range=True,
                     nodes_to_quantize=chosen, op_types_to_quantize=["MatMul"])  # fmt: skip
    rough.unlink()


def _quantise_early(path: Path) -> None:
    """Quantise each word once, before its neighbours are laid beside it: the same figures to the last bit (what is
    beside a word is a word or nothing, so the range is the same), a quarter less time."""
    model = onnx.load(str(path))
    graph = model.graph
    nodes = [onnx.NodeProto.FromString(n.SerializeToString()) for n in graph.node]
    maker = {out: n for n in nodes for out in n.output}
    for quantiser in [n for n in nodes if n.op_type == "DynamicQuantizeLinear"]:
        laid = maker.get(quantiser.input[0])
        if laid is None or laid.op_type != "Reshape":
            continue
        padded = maker[maker[laid.input[0]].input[0]]  # the words, and a row for "nothing"
        narrow, _, zero = quantiser.output
        quantiser.input[0], quantiser.output[0] = padded.input[0], narrow + ".own"
        graph.initializer.append(numpy_helper.from_array(np.array([1, PAIR]), narrow + ".shape"))
        nodes.append(helper.make_node("Expand", [zero, narrow + ".shape"], [narrow + ".nothing"]))
        padded.input[0], padded.input[1] = narrow + ".own", narrow + ".nothing"
        laid.output[0] = narrow
    have = {i.name for i in (*graph.input, *graph.initializer)} | {""}
    del graph.node[:], graph.value_info[:]
    while nodes:  # makers before users
        ready = [n for n in nodes if all(i in have for i in n.input)]
        if not ready:
            raise ValueError(f"{path}: the graph has a loop")
        graph.node.extend(ready)
        have |= {out for n in ready for out in n.output}
        nodes = [n for n in nodes if not all(out in have for out in n.output)]
    onnx.checker.check_model(model)
    onnx.save(model, str(path))


def _halve(path: Path) -> None:
    """Keep the larger fp32 tables as fp16, widened again when the file is opened."""
    model = onnx.load(str(path))
    casts = []
    for held in list(model.graph.initializer):
        if held.data_type == TensorProto.FLOAT and int(np.prod(held.dims)) > 4096:
            table = numpy_helper.to_array(held).astype(np.float16)
            name = held.name
            model.graph.initializer.remove(held)
            model.graph.initializer.append(numpy_helper.from_array(table, name + ".half"))
            casts.append(helper.make_node("Cast", [name + ".half"], [name], name + ".widen", to=TensorProto.FLOAT))
    for cast in reversed(casts):
        model.graph.node.insert(0, cast)
    onnx.save(model, str(path))


def tables(run: Path, data: Path) -> dict[str, object]:
    """Label sets, the lemma of each predicate's written form, and each lemma's senses, the most frequent first;
    the numbered arguments that a roleset was seen with.

    A word list, no text of the data. Lemmas whose only sense is 01 are left out of the senses."""
    kept = json.loads((run / "labels.json").read_text())
    forms: dict[str, Counter[str]] = defaultdict(Counter)
    senses: dict[str, Counter[str]] = defaultdict(Counter)
    cores: dict[str, set[str]] = defaultdict(set)
    for doc in treebank(data, "train"):
        for sent in doc.sents:
            for i, roleset, args in sent.frames or ():
                lemma = roleset.rsplit(".", 1)[0]
                forms[sent.words[i].lower()][lemma] += 1
                senses[lemma][roleset] += 1
                cores[roleset] |= {role[3:] for role, _, _ in args if role[:3] == "ARG" and role[3:].isdigit()}
    return {
        "labels": kept["labels"],
        "pairs": list(PAIR_HEADS),
        "forms": {f: c.most_common(1)[0][0] for f, c in sorted(forms.items())},
        "senses": {k: [r.rsplit(".", 1)[1] for r, _ in c.most_common()] for k, c in sorted(senses.items())
                   if list(c) != [k + ".01"]},
        "cores": {k: "".join(sorted(v)) for k, v in sorted(cores.items())
                  if v and senses[k.rsplit(".", 1)[0]][k] >= SEEN_OFTEN},
    }  # fmt: skip


def inputs(data: Path, labels: dict[str, list[str]]) -> Iterator[tuple[Tensor, Tensor, Tensor]]:
    """What the encoder is fed for some articles of TRAIN."""
    collate = Collator(labels, Pieces(Tokenizer.from_file(str(next(minilm_folder().rglob("tokenizer.json"))))))
    rng = random.Random(SEED)
    drawn = (w for doc in polnear(data, "train")[:ARTICLES] for w in windows(doc, collate.pieces, rng))
    while some := list(islice(drawn, 8)):
        fed = collate(some)
        yield fed["pieces"], fed["shapes"], fed["length"]


def main() -> None:
    """Write the folder that ships."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--run", type=Path, required=True)
    parser.add_argument("--weights", default="average.pt")
    parser.add_argument("--to", type=Path, required=True)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--version", default="0.5.0")
    parser.add_argument("--whole", action="store_true", help="fp32, for comparing; does not ship")
    args = parser.parse_args()
    args.to.mkdir(parents=True, exist_ok=True)
    found = tables(args.run, args.data)
    model = Reader(sizes(found["labels"]))
    model.load_state_dict(torch.load(args.run / args.weights))
    if not args.whole:
        smooth(model.encoder.eval(), inputs(args.data, found["labels"]))
    export(model, args.to, found["labels"]["happen"], args.whole)
    (args.to / "tables.json").write_text(json.dumps(found, ensure_ascii=False, sort_keys=True, separators=(",", ":")))
    shutil.copy(next(minilm_folder().rglob("tokenizer.json")), args.to / "tokenizer.json")
    (args.to / "manifest.json").unlink(missing_ok=True)
    files = {p.name: hashlib.sha256(p.read_bytes()).hexdigest() for p in sorted(args.to.iterdir())}
    (args.to / "manifest.json").write_text(json.dumps({"version": args.version, "sha256": files}, indent=1) + "\n")
    print({p.name: p.stat().st_size for p in args.to.iterdir()}, sum(p.stat().st_size for p in args.to.iterdir()) / 1e6)


if __name__ == "__main__":
    main()
