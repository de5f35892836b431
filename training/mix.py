"""The mean of several runs' weights: `python -m training.mix RUN/average.pt RUN/average.pt --to FILE`.

Rule: runs that went on from one another lie in one valley, where the mean of their weights does better than either
(Wortsman et al. 2022, "Model soups"). A tensor that only some runs have is the mean of those.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import torch
from torch import Tensor


def mixed(runs: list[dict[str, Tensor]]) -> dict[str, Tensor]:
    """The mean of each tensor over the runs that have it in the last run's shape; names go by the last run."""
    found = {}
    for name, last in runs[-1].items():
        own = [run[name] for run in runs if name in run and run[name].shape == last.shape]
        found[name] = torch.stack(own).mean(0) if last.dtype.is_floating_point else last
    return found


def main() -> None:
    """Write the mean."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("runs", type=Path, nargs="+")
    parser.add_argument("--to", type=Path, required=True)
    args = parser.parse_args()
    torch.save(mixed([torch.load(path) for path in args.runs]), args.to)


if __name__ == "__main__":
    main()
