"""The network: MiniLM with the casing of words beside its word pieces, and one head a task.

Rule: torch only, no file and no data; names of parameters follow the checkpoint of MiniLM where they come from it.
Shapes: B windows, S word pieces, W words, P predicates, L words seen by a predicate, D = 384.
"""

from __future__ import annotations

import torch
import torch.nn.functional as F
from torch import Tensor, nn

D, LAYERS, ATTENTION, INNER, PIECES, POSITIONS = 384, 6, 12, 1536, 30522, 512
SHAPES = 24  # twelve shapes of a word, times first word of its sentence or not
PAIR, PAIR_WIDTH, ARC, LABEL, TASKS = 128, 5, 192, 96, 4
DISTANCES = 43  # signed distance in words to the predicate, in buckets
DROP = 0.1  # of what each layer adds and each head has seen, while it learns


class Layer(nn.Module):
    """One block of BERT."""

    def __init__(self) -> None:
        super().__init__()
        self.qkv = nn.Linear(D, 3 * D)
        self.out = nn.Linear(D, D)
        self.norm1 = nn.LayerNorm(D, eps=1e-12)
        self.up = nn.Linear(D, INNER)
        self.down = nn.Linear(INNER, D)
        self.norm2 = nn.LayerNorm(D, eps=1e-12)
        self.drop = nn.Dropout(DROP)
        self.eager = False

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """[B, S, D], additive mask [B, 1, 1, S] -> [B, S, D]."""
        b, s, _ = x.shape
        q, k, v = (t.view(b, s, ATTENTION, D // ATTENTION).transpose(1, 2) for t in self.qkv(x).chunk(3, -1))
        if self.eager:
            scores = q @ k.transpose(-1, -2) * (D // ATTENTION) ** -0.5 + mask
            y = scores.softmax(-1) @ v
        else:
            y = F.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        x = self.norm1(x + self.drop(self.out(y.transpose(1, 2).reshape(b, s, D))))
        return self.norm2(x + self.drop(self.down(F.gelu(self.up(x)))))


class Encoder(nn.Module):
    """Word pieces and shapes to word vectors."""

    def __init__(self) -> None:
        super().__init__()
        self.word = nn.Embedding(PIECES, D)
        self.position = nn.Embedding(POSITIONS, D)
        self.shape = nn.Embedding(SHAPES, D)
        nn.init.zeros_(self.shape.weight)
        self.kind = nn.Parameter(torch.zeros(D))
        self.norm = nn.LayerNorm(D, eps=1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))

    def forward(self, pieces: Tensor, shapes: Tensor, length: Tensor) -> Tensor:
        """pieces, shapes [B, S]; length [B] -> [B, S, D]."""
        s = pieces.shape[1]
        places = torch.arange(s, device=pieces.device)
        x = self.word(pieces) + self.position(places)[None] + self.kind
        x = self.norm(x + self.shape(shapes))
        mask = (places[None] >= length[:, None]).to(x.dtype)[:, None, None] * -1e4
        for layer in self.layers:
            x = layer(x, mask)
        return x


class Look(nn.Conv1d):
    """A convolution over neighbouring words, [N, L, C] -> [N, L, O].

    Unrolled, it is one matrix product over the neighbours side by side: the same figures, and several times as fast
    where it is run by onnxruntime."""

    table: Tensor | None

    def __init__(self, inner: int, outer: int, width: int) -> None:
        super().__init__(inner, outer, width, padding=width // 2)
        self.register_buffer("table", None)

    def unroll(self) -> None:
        """From now on, be a matrix product."""
        self.table = self.weight.detach().permute(2, 1, 0).reshape(-1, self.out_channels).contiguous()

    def forward(self, x: Tensor) -> Tensor:
        """[N, L, C] -> [N, L, O]."""
        if self.table is None:
            return super().forward(x.transpose(1, 2)).transpose(1, 2)
        width = self.kernel_size[0]
        x = F.pad(x, (0, 0, width // 2, width // 2))
        near = [x[:, i : i + 1 - width] if i + 1 < width else x[:, i:] for i in range(width)]
        return torch.cat(near, -1) @ self.table + self.bias


class Tagger(nn.Module):
    """Labels of words that look at their neighbours."""

    def __init__(self, labels: int, width: int = 128) -> None:
        super().__init__()
        self.look = Look(D, width, 3)
        self.out = nn.Linear(width + D, labels)
        self.drop = nn.Dropout(DROP)

    def forward(self, x: Tensor) -> Tensor:
        """[B, W, D] -> [B, W, labels]."""
        near = F.gelu(self.look(x))
        return self.out(self.drop(torch.cat([near, x], -1)))


class PairNet(nn.Module):
    """Labels of words as seen from one predicate: arguments, sources and contents, places."""

    def __init__(self, labels: int, paths: int) -> None:
        super().__init__()
        self.token = nn.Linear(D, PAIR)
        self.predicate = nn.Linear(D, PAIR)
        self.distance = nn.Embedding(DISTANCES, PAIR)
        self.path = nn.Embedding(paths, PAIR)
        nn.init.zeros_(self.path.weight)
        self.task = nn.Embedding(TASKS, PAIR)
        self.gate = nn.Linear(D, PAIR)
        self.look1 = Look(PAIR, PAIR, PAIR_WIDTH)
        self.look2 = Look(PAIR, PAIR, PAIR_WIDTH)
        self.out = nn.Linear(PAIR, labels)
        self.drop = nn.Dropout(DROP)

    def forward(
        self, x: Tensor, predicate: Tensor, words: Tensor, distance: Tensor, path: Tensor, task: Tensor
    ) -> Tensor:
        """x [M, D] all words; predicate [P, D]; words, distance, path [P, L]; task [P] -> [P, L, labels].

        `words` are rows of x; a place that is empty is -1, and -1 is read as zeros."""
        near = self.token(x)[words.clamp(min=0)]
        h = near * (1 + self.gate(predicate)[:, None]) + (self.predicate(predicate) + self.task(task))[:, None]
        filled = (words >= 0).to(h.dtype)[..., None]
        h = self.drop(F.gelu(h + self.distance(distance) + self.path(path))) * filled
        h = h + self.drop(F.gelu(self.look1(h))) * filled
        h = h + F.gelu(self.look2(h))
        return self.out(self.drop(h))


class Reader(nn.Module):
    """The whole: encoder, taggers, biaffine parser, pair net."""

    def __init__(self, sizes: dict[str, int]) -> None:
        super().__init__()
        self.sizes = sizes
        self.encoder = Encoder()
        self.upos = nn.Linear(D, sizes["upos"])
        self.ner = Tagger(sizes["ner"])
        self.quote = Tagger(sizes["quote"])
        self.trigger = Tagger(sizes["trigger"])
        self.predicate = nn.Linear(D, 2)
        self.happen = nn.Linear(D, sizes["happen"])
        self.sense = nn.Linear(D, sizes["sense"])
        self.fact = nn.Sequential(nn.Linear(D, 128), nn.GELU(), nn.Linear(128, 1))
        self.arc_in = nn.Linear(D, ARC)
        self.arc_out = nn.Linear(D, ARC)
        self.arc = nn.Parameter(torch.randn(ARC, ARC) * ARC**-0.5)
        self.arc_bias = nn.Linear(ARC, 1)
        self.root = nn.Parameter(torch.randn(D) * 0.02)
        self.label_in = nn.Linear(D, LABEL)
        self.label_out = nn.Linear(D, LABEL)
        self.label = nn.Parameter(torch.randn(LABEL, sizes["deprel"], LABEL) * 0.02)
        self.label_bias = nn.Linear(2 * LABEL, sizes["deprel"])
        self.pair = PairNet(sizes["role"] + sizes["part"] + sizes["argument"] + sizes["place"], sizes["path"])

    def words(self, pieces: Tensor, shapes: Tensor, length: Tensor, firsts: Tensor) -> Tensor:
        """Word vectors [B, W, D]; `firsts` [B, W] is the place of each word's first piece (0 where there is none)."""
        x = self.encoder(pieces, shapes, length)
        return x.gather(1, firsts[..., None].expand(-1, -1, D))

    def arcs(self, x: Tensor) -> Tensor:
        """Scores [B, W, W + 1] of every head of every word; head 0 is the root."""
        heads = torch.cat([self.root.expand(x.shape[0], 1, D), x], 1)
        dependent, head = F.gelu(self.arc_in(x)), F.gelu(self.arc_out(heads))
        return dependent @ self.arc @ head.transpose(1, 2) + self.arc_bias(head).transpose(1, 2)

    def labels(self, dependent: Tensor, head: Tensor) -> Tensor:
        """Scores [N, deprels] of N arcs, from vectors [N, D] of both ends."""
        a, b = F.gelu(self.label_in(dependent)), F.gelu(self.label_out(head))
        mixed = (a @ self.label.view(LABEL, -1)).view(a.shape[0], -1, LABEL)
        return (mixed @ b[..., None]).squeeze(-1) + self.label_bias(torch.cat([a, b], -1))


def load_minilm(encoder: Encoder, weights: dict[str, Tensor]) -> None:
    """Fill the encoder from MiniLM's checkpoint; raises KeyError naming the tensor that is missing."""

    def copy(target: nn.Module, name: str) -> None:
        target.weight.data.copy_(weights[f"{name}.weight"])
        if getattr(target, "bias", None) is not None:
            target.bias.data.copy_(weights[f"{name}.bias"])

    copy(encoder.word, "embeddings.word_embeddings")
    copy(encoder.position, "embeddings.position_embeddings")
    copy(encoder.norm, "embeddings.LayerNorm")
    encoder.kind.data.copy_(weights["embeddings.token_type_embeddings.weight"][0])
    for i, layer in enumerate(encoder.layers):
        at = f"encoder.layer.{i}"
        parts = [f"{at}.attention.self.{n}" for n in ("query", "key", "value")]
        layer.qkv.weight.data.copy_(torch.cat([weights[f"{p}.weight"] for p in parts]))
        layer.qkv.bias.data.copy_(torch.cat([weights[f"{p}.bias"] for p in parts]))
        copy(layer.out, f"{at}.attention.output.dense")
        copy(layer.norm1, f"{at}.attention.output.LayerNorm")
        copy(layer.up, f"{at}.intermediate.dense")
        copy(layer.down, f"{at}.output.dense")
        copy(layer.norm2, f"{at}.output.LayerNorm")
