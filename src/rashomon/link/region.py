"""Which claims a change of the case touches: the smallest region that must be grouped anew for a full run's result.

Rule: a region is closed under edges, in the case as it is now; it starts from every claim that is new, gone or read
otherwise, from the claims that shared a block with one of those before, and from pairs that a block now proposes or no
longer proposes (a name that became too common); always from whole pages, since two pages of one story lift each other's
pairs.
"""

from __future__ import annotations

from collections import defaultdict

from rashomon.link.pairs import Pairs


def touched(now: Pairs, before: Pairs) -> frozenset[int]:
    """Positions in `now` of the claims whose events may differ from those of the earlier run."""
    region: set[int] = set()
    waiting = sorted(now.positions[key] for key in _changed(now, before) if key in now.positions)
    partners: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for pair in (*now.within, *now.across):
        partners[pair[0]].append(pair)
        partners[pair[1]].append(pair)
    while waiting:
        position = waiting.pop()
        if position in region:
            continue
        region.add(position)
        for pair in partners[position]:
            other = pair[0] + pair[1] - position
            if other not in region and now.edge(pair) is not None:
                waiting.append(other)
    return frozenset(region)


def _changed(now: Pairs, before: Pairs) -> set[str]:
    was = {item.claim.id: item for item in before.items}
    here = {item.claim.id: item for item in now.items}
    changed = {key for key in was.keys() | here.keys() if was.get(key) != here.get(key)}
    old_pairs, new_pairs = _by_id(before), _by_id(now)
    reblocked = {key for pair in old_pairs ^ new_pairs if not changed & set(pair) for key in pair}
    pages = {(here.get(key) or was[key]).profile.document for key in changed | reblocked}
    stirred = {key for part in (was, here) for key, item in part.items() if item.profile.document in pages}
    return stirred | {key for pair in old_pairs if stirred & set(pair) for key in pair}


def _by_id(pairs: Pairs) -> set[tuple[str, str]]:
    ids = [item.claim.id for item in pairs.items]
    return {(ids[a], ids[b]) for a, b in (*pairs.within, *pairs.across)}
