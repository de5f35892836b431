"""`python -m bench.speed linking`: linking and weighing of 2,000 and of 20,000 generated pages, in one process.

Prints seconds by the clock (link_s, weigh_s) and of processor time (cpu_s_per_1000, their growth: what a busy machine
cannot blur), peak memory in MiB, and how well the known events and copies were found.
"""

from __future__ import annotations

import resource
import time

from bench.linking.metrics import score_clusters
from bench.linking.world import World, make_world
from rashomon.link import link
from rashomon.record import Accounts
from rashomon.weigh import weigh

SIZES = (2_000, 20_000)


def measure(sizes: tuple[int, ...] = SIZES) -> dict[str, float]:
    """Figures by size; the bar: 20,000 pages under 600 s and 4,096 MiB, time per page growing less than 1.5 times."""
    figures: dict[str, float] = {}
    for size in sizes:
        world = make_world(size)
        started, worked = time.perf_counter(), time.process_time()
        linked = link(world.readings)
        between = time.perf_counter()
        accounts = weigh(linked)
        ended = time.perf_counter()
        figures |= {f"link_s_{size}": between - started, f"weigh_s_{size}": ended - between}
        figures[f"cpu_s_per_1000_{size}"] = (time.process_time() - worked) / size * 1000
        figures |= {f"{name}_{size}": value for name, value in _right(world, accounts).items()}
    figures["growth"] = figures[f"cpu_s_per_1000_{sizes[-1]}"] / figures[f"cpu_s_per_1000_{sizes[0]}"]
    figures["peak_mib"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return figures


def _right(world: World, accounts: Accounts) -> dict[str, float]:
    found = {claim: event.id for event in accounts.events for claim in event.claims}
    echoes = {frozenset((r.a, r.b)) for r in accounts.relations if r.kind == "echoes" and r.a in _documents(accounts)}
    made = {frozenset(pair) for pair in world.copies}
    return {
        "events_b3": score_clusters(world.truth, found)["b3_f1"],
        "copies_found": len(made & echoes) / max(1, len(made)),
        "relations_per_page": len(accounts.relations) / max(1, len(accounts.documents)),
    }


def _documents(accounts: Accounts) -> frozenset[str]:
    return frozenset(document.id for document in accounts.documents)
