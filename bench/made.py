"""Pages made up by counting, for timing and for memory: no two alike, the same at each run.

Lives here: sites, each with its own head, menu, side column, thread and footer; articles of invented towns; the same
pages with their tags gone. Must not know: what reads them. The words of no page on the web are in here.
"""

from __future__ import annotations

import random
from dataclasses import dataclass

SITES = 24
"""Publishers; menus and footers repeat within one, as they do in what investigators collect."""

TEXT_SHARE = 0.35
"""Share of the pages whose tags are gone."""

_TOWN = ("Tar", "Vel", "Hol", "Mon", "Sun", "Kor", "Bren", "Ost", "Lin", "Jas", "Ard", "Qel")
_END = ("san", "mar", "vik", "te", "dra", "lo", "rin", "bash", "ema", "ost", "uk", "ina")
_NAME = ("Anna", "Luka", "Samir", "Irene", "Tomas", "Yara", "Piet", "Nadia", "Omar", "Vera", "Jon", "Leila")
_WHO = (
    "the mayor of {town}", "a spokesman for the {body}", "{n} residents of {town}",
    "{name}, who drives a bus in {town},",
    "the {body}", "a teacher from {town}", "officials of the {body} in {town}", "an aid worker near {town}",
    "the provincial governor, {name},", "a doctor at the hospital of {town}", "the head of the {body}, {name},",
)  # fmt: skip
_BODY = (
    "ministry of transport", "regional council", "water board", "border guard", "farmers' union", "rescue service",
    "harbour authority", "valley monitor", "election committee", "railway company", "teachers' federation",
)  # fmt: skip
_SAID = (
    "said on {day} that", "denied that", "told reporters that", "confirmed in a statement that", "wrote that",
    "warned late on {day} that", "could not say whether", "insisted that", "repeated that", "had announced that",
)  # fmt: skip
_WHAT = (
    "{n} lorries with several hundred people had left {town} before dawn",
    "the road from {town} to {town2} had been closed since the first week of {month}",
    "nobody had been hurt when shells fell on the market and the {n} houses beside it",
    "an agreement between both sides had been reached after {n} days of talks in {town2}",
    "more than {n} families were waiting for water, fuel and medicine at the edge of {town}",
    "the bridge near {town} would be repaired before the rains, at a cost of {n} million crowns",
    "{n} wounded men had been carried across the river and taken to the clinic in {town2}",
    "prices of bread and flour had risen by {n} per cent since the harvest failed in the valley",
    "the vote in {town} would be held again because {n} boxes had been found unsealed",
    "soldiers searched the warehouses behind the station and took {n} people away for questioning",
    "the school on the hill above {town} had served as a shelter for {n} nights",
)
_THEN = (
    "", "", ", according to a list that this newspaper has seen", ", while the {body} gave no figure",
    " on {day} morning",
    ", the second such case this year", ", and that more would follow within {n} days", ", without naming anyone",
)  # fmt: skip
_TALK = (
    "I do not believe a word of it, not after what happened in {town}.",
    "And who paid for the {n} lorries? Nobody ever asks!",
    "My cousin in {town2} saw them pass. It is true, and it was on {day}!",
    "Thanks for this. You forgot to mention the {body}, as always...",
    "lol, {name} said the same thing {n} months ago and look where we are now",
    "I'm from {town}, and I can tell you that the market is open again. Come and see for yourself, and bring your own "
    "money because the bank is closed.",
)
_HEADLINE = (
    "{n} lorries leave {town} as talks resume", "Council of {town} rejects new toll",
    "Who blew up the bridge at {town}?",
    "Floods cut road between {town} and {town2}", "{town} buries {n} dead", "Governor visits {town2} after strike",
)  # fmt: skip
_MENU = ("Home", "News", "World", "Region", "Business", "Culture", "Opinion", "Sports", "Weather", "Video", "Archive")
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = ("January", "March", "April", "June", "July", "September", "October", "December")


@dataclass(frozen=True, slots=True)
class Made:
    """name of the file, its bytes, and the text of its article, a line a paragraph, title left out."""

    name: str
    raw: bytes
    article: str

    @property
    def is_html(self) -> bool:
        """False of a page whose tags are gone."""
        return self.name.endswith(".html")


@dataclass(frozen=True, slots=True)
class _Story:
    title: str
    said: tuple[str, ...]
    captions: tuple[str, ...]
    related: tuple[str, ...]
    comments: tuple[tuple[str, str], ...]
    day: str


@dataclass(frozen=True, slots=True)
class _Site:
    name: str
    menu: tuple[str, ...]
    legal: str
    shape: int


def made(number: int) -> Made:
    """The page of that number: always the same."""
    chance = random.Random(number)
    site = _site(chance.randrange(SITES))
    story = _story(chance)
    article = "\n".join(story.said)
    if chance.random() < TEXT_SHARE:
        return Made(f"{number:05}.txt", _plain(site, story).encode(), article)
    return Made(f"{number:05}.html", _html(site, story).encode(), article)


def _fill(chance: random.Random, form: str) -> str:
    town, town2 = (chance.choice(_TOWN) + chance.choice(_END) for _ in range(2))
    return form.format(
        town=town, town2=town2, n=chance.randint(2, 90), name=f"{chance.choice(_NAME)} {town2}sen",
        body=chance.choice(_BODY), day=chance.choice(_DAYS), month=chance.choice(_MONTHS),
    )  # fmt: skip


def _sentence(chance: random.Random) -> str:
    form = f"{chance.choice(_WHO)} {chance.choice(_SAID)} {chance.choice(_WHAT)}{chance.choice(_THEN)}."
    said = _fill(chance, form)
    return said[0].upper() + said[1:]


def _several(chance: random.Random, forms: tuple[str, ...], fewest: int, most: int) -> tuple[str, ...]:
    return tuple(_fill(chance, chance.choice(forms)) for _ in range(chance.randint(fewest, most)))


def _story(chance: random.Random) -> _Story:
    said = tuple(" ".join(_sentence(chance) for _ in range(chance.randint(1, 4))) for _ in range(chance.randint(6, 24)))
    talk = _several(chance, _TALK, 0, 60) if chance.random() < 0.5 else ()
    return _Story(
        title=_fill(chance, chance.choice(_HEADLINE)),
        said=said,
        captions=_several(chance, ("People wait for the bus in {town}, {month} 3, 2031. (Photo: {name})",), 0, 3),
        related=_several(chance, _HEADLINE, 5, 25),
        comments=tuple((_fill(chance, "{name}"), line) for line in talk),
        day=f"2031-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}",
    )


def _site(number: int) -> _Site:
    chance = random.Random(-1 - number)
    name = f"{chance.choice(_TOWN)}{chance.choice(_END)} {chance.choice(('Post', 'Herald', 'Times', 'Radio'))}"
    more = [_fill(chance, "{town} and {town2}") for _ in range(chance.randint(20, 160))]
    return _Site(name, (*_MENU, *more), f"© 2031 {name}. All rights reserved.", number % 3)


def _html(site: _Site, story: _Story) -> str:
    menu = "".join(f'<li class="menu-item"><a href="/s/{n}">{entry}</a></li>' for n, entry in enumerate(site.menu))
    figures = [
        f'<figure><img src="/i/{n}.jpg" alt="{words}"><figcaption>{words}</figcaption></figure>'
        for n, words in enumerate(story.captions)
    ]
    middle = "".join(f"{figures[n] if n < len(figures) else ''}<p>{p}</p>" for n, p in enumerate(story.said))
    related = "".join(f'<div class="card"><a href="/r/{n}">{line}</a></div>' for n, line in enumerate(story.related))
    body = _BODIES[site.shape].format(title=story.title, day=story.day, site=site.name, article=middle)
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{story.title} | {site.name}</title>'
        f"<style>{'.a{b:c}' * 900}</style><script>{'var a=1;' * 1500}</script>"
        f'<meta property="og:site_name" content="{site.name}"></head><body class="single post">'
        f'<header class="site-header"><a class="logo" href="/">{site.name}</a><nav><ul>{menu}</ul></nav></header>'
        f'<div class="wrap">{body}<aside class="sidebar"><h3>Related stories</h3>{related}</aside></div>'
        f'{_thread(story)}<footer class="site-footer"><ul>{menu}</ul><p>{site.legal}</p></footer></body></html>'
    )


_BODIES = (
    "<main><article><h1>{title}</h1><p class='byline'>By Vera Lindte</p><time datetime='{day}'>{day}</time>{article}"
    "</article></main>",
    "<div class='content'><div class='post-body'><h2 class='headline'>{title}</h2><div class='share'>Share on Facebook"
    "</div><span class='date'>{day}</span>{article}<div class='tags'>Tags: valley, roads</div></div></div>",
    "<table class='layout'><tr><td class='left'>{site}</td><td><h1>{title}</h1><div>{day}</div>{article}</td></tr>"
    "</table>",
)


def _thread(story: _Story) -> str:
    each = "".join(
        f'<li class="comment" id="comment-{n}"><div><cite class="fn">{who}</cite><span>3 days ago</span></div>'
        f'<p>{words}</p><a class="reply" href="#r{n}">Reply</a></li>'
        for n, (who, words) in enumerate(story.comments)
    )
    return f'<section id="comments"><h3>{len(story.comments)} comments</h3><ol>{each}</ol></section>' if each else ""


def _plain(site: _Site, story: _Story) -> str:
    """The same page as a crawler leaves it that took the tags away."""
    lines = [
        site.name,
        *site.menu[: len(site.menu) // 3],
        "Share on Facebook",
        story.title,
        "By Vera Lindte",
        story.day,
    ]
    for n, said in enumerate(story.said):
        lines += [story.captions[n], said] if n < len(story.captions) else [said]
    lines += ["Related stories", *story.related]
    lines += [f"{len(story.comments)} comments"] if story.comments else []
    for who, words in story.comments:
        lines += [who, "3 days ago", words, "Reply"]
    return "\n\n".join([*lines, site.legal])
