"""The edge to the bundled encoder: `load_bundled()` gives a `ports.Encoder`. Needs onnxruntime, tokenizers, numpy; no
network, no file written."""

from __future__ import annotations

from rashomon.models.draft import Given
from rashomon.models.encoder import BundledEncoder, load_bundled

load_encoder = load_bundled

__all__ = ["BundledEncoder", "Given", "load_bundled", "load_encoder"]
