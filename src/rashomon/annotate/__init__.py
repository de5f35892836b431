"""Annotate: a document to sentences, tokens, parses and mentions. Pure; the encoder is a port."""

from __future__ import annotations

from rashomon.annotate.stage import annotate

__all__ = ["annotate"]
