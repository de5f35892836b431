"""Disjoint groups that grow by joining. Rule: knows nothing of what is joined; the root of a group is its smallest
member, so that it does not depend on the order of the joins."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Generic, TypeVar

K = TypeVar("K", bound=Any)


class Groups(Generic[K]):
    """Union-find with member lists (Tarjan 1975); members must be sortable."""

    def __init__(self, members: Iterable[K] = ()) -> None:
        self._parent: dict[K, K] = {}
        self._members: dict[K, list[K]] = {}
        for member in members:
            self.add(member)

    def __contains__(self, member: object) -> bool:
        return member in self._parent

    def add(self, member: K) -> None:
        """A group of one, unless it is known."""
        if member not in self._parent:
            self._parent[member] = member
            self._members[member] = [member]

    def root(self, member: K) -> K:
        """The smallest member of its group."""
        while self._parent[member] != member:
            self._parent[member] = self._parent[self._parent[member]]
            member = self._parent[member]
        return member

    def unite(self, one: K, other: K) -> bool:
        """True when two groups became one, False when they were one already."""
        low, high = sorted((self.root(one), self.root(other)))
        if low == high:
            return False
        self._parent[high] = low
        self._members[low].extend(self._members.pop(high))
        return True

    def members(self, member: K) -> list[K]:
        """The group of a member, sorted."""
        return sorted(self._members[self.root(member)])

    def groups(self) -> list[list[K]]:
        """All groups, each sorted, in the order of their roots."""
        return [sorted(self._members[root]) for root in sorted(self._members)]
