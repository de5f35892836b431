"""The files of the bundled model: opened once, checked against their hashes, never written.

Rule: the only place that touches files; every failure is a ModelError that names the file, both hashes and the way out.
"""

from __future__ import annotations

import hashlib
import io
import json
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from rashomon.errors import ModelError
from rashomon.models.happenings import Happenings

os.environ["ORT_DISABLE_TELEMETRY"] = "1"  # onnxruntime 1.30 and 1.31 write a device id as soon as they are imported
import onnxruntime as ort
from tokenizers import Tokenizer

FOLDER = Path(__file__).parent / "bundled"
MANIFEST = "manifest.json"
FILES = ("arcs.onnx", "happenings.npz", "pairs.onnx", "reader.onnx", "sense.npz", "tables.json", "tokenizer.json")
_MEND = "reinstall rashomon, or make the model again with `make model`"


@dataclass(frozen=True, slots=True)
class Pack:
    """An opened model: three graphs, the senses' weights [senses, 384] and bias, the head of happenings, the label
    tables, the tokenizer."""

    version: str
    reader: Any
    pairs: Any
    arcs: Any
    sense_weight: NDArray[np.float32]
    sense_bias: NDArray[np.float32]
    happenings: Happenings
    tables: Mapping[str, Any]
    tokenizer: Tokenizer


def open_pack(folder: Path = FOLDER, threads: int = 0) -> Pack:
    """The model in `folder`, read by `threads` threads (0: as many as there are cores).

    Raises ModelError when a file is missing, differs from its hash in the manifest, or cannot be read."""
    manifest = _manifest(folder / MANIFEST)
    read = {name: _checked(folder / name, manifest["sha256"].get(name)) for name in FILES}
    try:
        sense = np.load(io.BytesIO(read["sense.npz"]), allow_pickle=False)
        return Pack(
            f"rashomon-reader {manifest['version']}",
            open_graph(read["reader.onnx"], threads),
            open_graph(read["pairs.onnx"], threads),
            open_graph(read["arcs.onnx"], threads),
            sense["weight"].astype(np.float32),
            sense["bias"].astype(np.float32),
            Happenings(np.load(io.BytesIO(read["happenings.npz"]), allow_pickle=False)),
            json.loads(read["tables.json"]),
            Tokenizer.from_buffer(read["tokenizer.json"]),
        )
    except Exception as error:  # onnxruntime and tokenizers raise their own and bare exceptions
        told = f"the model in {folder} (version {manifest['version']}) cannot be opened: {error}; {_MEND}"
        raise ModelError(told) from error


def _manifest(path: Path) -> dict[str, Any]:
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
        return {"version": str(found["version"]), "sha256": dict(found["sha256"])}
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ModelError(f"the model's manifest {path} cannot be read: {error}; {_MEND}") from error


def _checked(path: Path, wanted: str | None) -> bytes:
    """The file's bytes, when they have the hash that the manifest states."""
    try:
        found = path.read_bytes()
    except OSError as error:
        raise ModelError(f"the model file {path} cannot be read: {error}; {_MEND}") from error
    have = hashlib.sha256(found).hexdigest()
    if have != wanted:
        raise ModelError(f"the model file {path} has SHA-256 {have}, its manifest states {wanted}; {_MEND}")
    return found


def run_for(graph: Any, outputs: Sequence[str], fed: Mapping[str, Any]) -> list[Any]:
    """What some outputs of a graph give; nothing is computed that none of them needs."""
    options = ort.RunOptions()
    options.only_execute_path_to_fetches = True
    found: list[Any] = graph.run(outputs, fed, options)
    return found


def open_graph(graph: bytes, threads: int) -> Any:
    """One graph, run by `threads` threads (0: as many as there are cores) that sleep while they wait."""
    options = ort.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")  # waiting must cost nothing
    return ort.InferenceSession(graph, options, providers=["CPUExecutionProvider"])
