"""link: names → sources, claims → events, across all pages of a case. Entered by `link` alone."""

from __future__ import annotations

from rashomon.link.accounts import link

__all__ = ["link"]
