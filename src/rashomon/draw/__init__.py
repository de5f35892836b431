"""View records drawn as HTML: templates, styles and small scripts, the same for the server and for a site on disk.

Rule: draws and decides nothing; it knows view records and link schemes, and no case, no route, no request. Every word
of a page of the case goes through the template engine's escaping; no template marks anything as safe.
"""

from __future__ import annotations

from rashomon.draw.links import FileLinks, Links, ServerLinks
from rashomon.draw.paper import Paper, built_assets, static_folder
from rashomon.draw.picture import Picture, picture

__all__ = ["FileLinks", "Links", "Paper", "Picture", "ServerLinks", "built_assets", "picture", "static_folder"]
