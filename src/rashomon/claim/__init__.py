"""Claim: a document and its annotation to claims, each with the chain of words it rests on. Pure."""

from __future__ import annotations

from rashomon.claim.stage import find_claims

__all__ = ["find_claims"]
