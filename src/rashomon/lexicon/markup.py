"""What elements, classes and roles of web pages say of the text inside them.

Rule: data only. Names are whole tokens of an attribute, in lower case: "site-footer" has the tokens site and footer.
"""

from __future__ import annotations

SKIPPED = frozenset(
    "script style noscript template svg math canvas object iframe head meta link input select option textarea datalist "
    "audio video map area param source track colgroup col dialog".split()
)
"""Elements whose text no browser shows as text of the page."""

BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form "
    "h1 h2 h3 h4 h5 h6 header hr html legend li main menu nav ol p pre section summary table tbody td tfoot th thead "
    "tr ul option button iframe".split()
)
"""Elements that end a line."""

TAG_HINTS: dict[str, str] = {
    "nav": "nav",
    "footer": "footer",
    "aside": "aside",
    "figcaption": "caption",
    "blockquote": "quote",
    "form": "form",
    "button": "form",
    "label": "form",
    "menu": "nav",
    "time": "time",
    "address": "about",
}

ROLE_HINTS: dict[str, str] = {
    "navigation": "nav",
    "contentinfo": "footer",
    "complementary": "aside",
    "search": "form",
    "banner": "header",
    "menu": "nav",
    "menubar": "nav",
    "form": "form",
    "dialog": "promo",
    "alertdialog": "promo",
}

TOKEN_HINTS: dict[str, str] = {
    **dict.fromkeys(
        "nav navbar navigation menu menus breadcrumb breadcrumbs pagination pager toc topbar".split(), "nav"
    ),
    **dict.fromkeys("footer foot colophon copyright".split(), "footer"),
    **dict.fromkeys("masthead logo branding".split(), "header"),
    **dict.fromkeys("sidebar widget widgets aside rail".split(), "aside"),
    **dict.fromkeys("comment comments commentlist disqus respond wpdiscuz commentary responses".split(), "comment"),
    **dict.fromkeys("share sharing social addthis addtoany sharedaddy".split(), "share"),
    **dict.fromkeys(
        "related recommended recommendations trending popular outbrain taboola readmore jp-relatedposts".split(),
        "related",
    ),
    **dict.fromkeys("caption captions photocaption credit".split(), "caption"),
    **dict.fromkeys(
        "tweet tweets twitter-tweet instagram instagram-media fb-post fb-video fb-comment-embed embed embedded embeds telegram "
        "telegram-post tgme reddit-card bluesky mastodon tiktok vk-post oembed socialembed".split(),
        "embedded",
    ),
    **dict.fromkeys(
        "newsletter subscribe subscription donate donation promo promotion advert advertisement ads ad sponsored sponsor cookie cookies consent gdpr paywall popup modal banner".split(),
        "promo",
    ),
    **dict.fromkeys("byline author authors writer".split(), "byline"),
    **dict.fromkeys("date dateline published timestamp pubdate posted updated time".split(), "time"),
    **dict.fromkeys("tags tag taxonomy categories hashtags".split(), "tags"),
    **dict.fromkeys("bio about-author author-bio authorbox".split(), "about"),
    **dict.fromkeys("hidden sr-only visually-hidden screen-reader-text".split(), "hidden"),
}

FURNITURE_HINTS: dict[str, str] = {
    "nav": "navigation",
    "footer": "footer",
    "header": "site head",
    "aside": "side column",
    "share": "share",
    "promo": "promotion",
    "form": "form",
    "tags": "tags",
    "about": "about",
}
"""Hints that make a line furniture, with the reason that is given."""
