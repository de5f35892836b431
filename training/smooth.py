"""Moves the encoder's large activations into its weights, so that eight bits lose less.

Rule: SmoothQuant (Xiao et al. 2023). In front of each matrix the activations are divided, channel by channel, by s and
its rows multiplied by s, with s = (largest activation)^SHARE / (largest weight)^(1 - SHARE): the product stays what it
was. The division is a node of its own, as the norms of MiniLM feed the residual as well and cannot take it in.
"""

from __future__ import annotations

from collections.abc import Iterable

import torch
from torch import Tensor, nn

from training.model import Encoder

SHARE = 0.7
"""How much of an activation's size goes into the weights. Found on TRAIN kept aside, of 0.5 to 0.85."""
MATRICES = ("qkv", "out", "up", "down")
LEAST = 1e-4
"""Activations and weights count as this large at least."""


class Smooth(nn.Module):
    """A linear layer, its input divided by `scale` and its weights multiplied by it."""

    def __init__(self, layer: nn.Linear, scale: Tensor) -> None:
        super().__init__()
        self.inverse = nn.Parameter(1 / scale)
        self.linear = nn.Linear(layer.in_features, layer.out_features)
        self.linear.weight.data = layer.weight.data * scale[None]
        self.linear.bias.data = layer.bias.data

    def forward(self, x: Tensor) -> Tensor:
        """[..., in] -> [..., out]."""
        return self.linear(x * self.inverse)


def smooth(encoder: Encoder, batches: Iterable[tuple[Tensor, Tensor, Tensor]]) -> None:
    """Put a Smooth in the place of every matrix; `batches`: inputs of the encoder, which tell its activations."""
    for place, peak in _peaks(encoder, batches).items():
        layer, name = place
        matrix = getattr(layer, name)
        weight = matrix.weight.data.abs().amax(0).clamp(min=LEAST)
        scale = peak.clamp(min=LEAST) ** SHARE / weight ** (1 - SHARE)
        setattr(layer, name, Smooth(matrix, (scale / scale.mean()).clamp(min=1e-3)))


def _peaks(encoder: Encoder, batches: Iterable[tuple[Tensor, Tensor, Tensor]]) -> dict[tuple[nn.Module, str], Tensor]:
    """The largest activation of each input channel of each matrix."""
    peaks: dict[tuple[nn.Module, str], Tensor] = {}

    def watch(place: tuple[nn.Module, str]) -> None:
        def look(_: nn.Module, given: tuple[Tensor, ...]) -> None:
            here = given[0].abs().flatten(0, -2).amax(0)
            peaks[place] = torch.maximum(peaks.get(place, here), here)

        hooks.append(getattr(*place).register_forward_pre_hook(look))

    hooks: list[torch.utils.hooks.RemovableHandle] = []
    for layer in encoder.layers:
        for name in MATRICES:
            watch((layer, name))
    with torch.no_grad():
        for batch in batches:
            encoder(*batch)
    for hook in hooks:
        hook.remove()
    return peaks
