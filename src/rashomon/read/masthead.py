"""The masthead: the line at the head of a page that names who publishes it.

Lives here: which of the first lines it is, and the name cut out of it ("The Post | World | Sport" is The Post).
Must not know: labels, blocks, HTML.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.lexicon import furniture
from rashomon.read.dates import is_date_line
from rashomon.read.line import Line
from rashomon.read.shape import LOOKED_AT, content_words, ends_sentence, furniture_reason, matches

HEAD_LINES = 3
"""Lines at the head of a page, furniture left out, among which a masthead is looked for; menus come next."""

NAME_WORDS, PLAIN_WORDS = 9, 4
"""Words of the longest name of a publisher; of the longest that nothing but its place gives away."""

SIGNATURE_WORDS = 10
"""Words of the longest line at a page's end that counts as its signature: "Federal Post 2009-2019"."""

MENU_LINES = 40
"""Lines at the head of a page among which a name that the page signs with is looked for: menus may go before it."""

LONGEST_SIGNATURE = 300
"""Characters of the longest line of furniture in which a publisher names itself."""

_PARTS = re.compile(
    r"\s*(?:[|•·»*/,“”\"]|\+\+\+|\s[-–—]\s|[:.]\s|\(|\s\d{2,3}[.,]\d|\b(?:No\.|Nr\.|Vol\.|Issue|Est\.|Since|Founded)\s)\s*"
)
_STROKE = re.compile(r"\s*(?:[|•·/]|\+\+\+)")
_PLAIN = re.compile(r"[\w'’&]+")
_HOSTS = re.compile(r"(?:@|www\.|https?://(?:www\.)?)([\w-]{3,40})\.[a-z]{2,12}\b")
_SELF = re.compile(
    r"\b(?:told|tells|by|with|for|spoke to|seen by|reviewed by|obtained by|according to|asked by)\s+(?:the\s+)?"
    r"((?:[A-Z][\w'’&-]*)(?:\s(?:of |the |for )?[A-Z][\w'’&-]*){0,4})"
    r"|\(((?:[A-Z][\w'’&-]*)(?:\s[A-Z][\w'’&-]*){0,3})\)\s?[-–—]"
)
_SMALL = frozenset("of the and from for in de la el al a an on to plc ltd inc gmbh".split())
_ADDRESS = re.compile(r"[\w-]{2,30}\.[a-z]{2,4}|[A-Z][a-z]+[A-Z]\w*")
_MENU = re.compile(r"\S\s{2,}\S")
_STATE = re.compile(r"(?:Republic|Kingdom|State|Government|Federation|Union|Province)\b", re.I)
"""How states are named, and governments as wholes."""

_LINKS = frozenset(("of", "for", "from", "in"))
_WORDS = re.compile(r"[\w'’&.-]+")


@dataclass(frozen=True, slots=True)
class Masthead:
    """index of the line, -1 = the page has none; the name, as printed; whether the page signs with it elsewhere."""

    line: int = -1
    name: str = ""
    signed: bool = False


def find_masthead(lines: Sequence[Line], body: int, rest: Sequence[Line]) -> Masthead:
    """The masthead among the lines above the index `body`, where the running text begins; `rest` are the lines below,
    of whose matter a publisher's name has none. The last line above the running text is the headline, never one. A
    name that the page gives again where publishers sign goes before one that only stands at its head."""
    spoken = content_words(*(line.words for line in rest))
    heads = [i for i in range(min(body, len(lines))) if not furniture_reason(lines[i].words)]
    signed = signatures(lines, rest)
    last = heads[-1] if heads else -1
    among = [(i, name_in(lines[i].words)) for i in heads[:MENU_LINES]]
    named = [(i, name) for i, name in among if name and _can_be_one(lines, i, body)]
    named = [(i, name) for i, name in named if i != last or _is_letterhead(lines[i].words, name)]
    by_sign = [(i, name) for i, name in named if is_signed(name, signed)]
    # a state stands above its ministry, as letterheads have it: the ministry publishes
    lower = [(i, name) for i, name in named if is_of_the_trade(name) and not _STATE.match(name)]
    by_sign = [found for found in by_sign if not _STATE.match(found[1]) or not lower]
    if by_sign:
        return Masthead(*max(by_sign, key=lambda found: (is_of_the_trade(found[1]), -found[0])), signed=True)
    first = [(i, name) for i, name in named if i in heads[:HEAD_LINES]]
    by_word = [(i, name) for i, name in first if is_of_the_trade(name) or _ADDRESS.fullmatch(name)]
    by_word = [found for found in by_word if not _STATE.match(found[1]) or not lower]
    by_place = [(i, name) for i, name in first[:1] if i == heads[0] and _stands_as_one(name, lines, i, spoken, rest)]
    by_place = by_place if not by_word or not _STATE.match(by_place[0][1] if by_place else "") else []
    return Masthead(*min(by_word + by_place, default=(-1, "")))


def _is_letterhead(line: str, name: str) -> bool:
    """True of a publisher's name with its sections or its day behind a stroke: no headline looks so."""
    return is_of_the_trade(name) and _STROKE.match(line[len(name) :]) is not None


def signatures(lines: Sequence[Line], rest: Sequence[Line]) -> str:
    """What a page says where publishers name themselves, each after a line break, in small letters and without marks:
    copyright lines, "about", addresses of the web and of mail, "told the Post", "(Post) -", "Post staff"."""
    found: list[str] = []
    for line in lines:
        words = line.words[:LOOKED_AT]
        if "@" in words or "." in words:
            found += [f"={host}=" for host in map(_squeezed, _HOSTS.findall(words))]
        if len(words) <= LONGEST_SIGNATURE and any(matches(table, words) for table in ("OUTLETS", "SIGNATURES")):
            found.append(f"={_bare(words)}=")
    below = rest[-1].start if rest else 0
    found += [f"={_bare(line.words)}=" for line in lines if line.start > below and line.words.count(" ") < PLAIN_WORDS]
    for line in rest:
        found += [f"={_bare(a or b)}=" for a, b in _SELF.findall(line.words[:LOOKED_AT])]
    return "\n".join(found)


def is_signed(name: str, signed: str) -> bool:
    """True of a name among the `signatures` of a page: as the whole of an address, or as words of a line."""
    bare = _bare(name)
    host = _squeezed(name)
    return len(host) > 3 and (f" {bare} " in signed.replace("=", " ") or f"={host}=" in signed)


def _bare(line: str) -> str:
    spoken = _PLAIN.findall(line.casefold())
    return " ".join(spoken[1:] if spoken[:1] == ["the"] else spoken)


def _squeezed(name: str) -> str:
    return _bare(name).replace(" ", "")


def name_in(line: str) -> str:
    """The capitalised name that a line begins with, up to a stroke, colon, bracket or dash; "" when it does not."""
    name = _PARTS.split(line.strip(), maxsplit=1)[0].strip(" .,")
    spoken = _WORDS.findall(name)
    fits = 0 < len(spoken) <= NAME_WORDS and all(_is_capital(word) for word in spoken) and not name[0].isdigit()
    known = name.casefold() in furniture.SECTIONS or any(
        matches(table, name) for table in ("NO_MASTHEADS", "RELATED_HEADS")
    )
    plain = not is_date_line(line) and not known and not _MENU.search(name)
    return name if fits and plain and (len(spoken) == 1 or len({word.casefold() for word in spoken}) > 1) else ""


def is_of_the_trade(name: str) -> bool:
    """True of a name whose head is a word of the trade: its last word, one before "of" or "for", its first."""
    spoken = [word.strip(".,()") for word in name.casefold().replace("-", " ").split()]
    heads = [word for word, after in zip(spoken, [*spoken[1:], "of"], strict=True) if after in _LINKS]
    return any(word in furniture.MASTHEADS for word in heads) or spoken[:1] in [
        [word] for word in furniture.BROADCASTERS
    ]


def _is_capital(word: str) -> bool:
    return word[:1].isupper() or word.casefold() in _SMALL or word.startswith(("al-", "el-")) or not word[:1].isalpha()


def _can_be_one(lines: Sequence[Line], i: int, body: int) -> bool:
    """False of headlines that stand twice above the text, of bylines and captions."""
    line = lines[i].words
    same = (k for k in range(min(body, len(lines))) if len(lines[k].words) == len(line) and k != i)
    again = any(lines[k].words.casefold() == line.casefold() for k in same)
    return not again and not matches("BYLINES", line) and not matches("CAPTIONS", line)


def _stands_as_one(name: str, lines: Sequence[Line], i: int, spoken: set[str], rest: Sequence[Line]) -> bool:
    """True of a short name in the first line of a page that signs with it, or is about nothing of that name."""
    if len(name.split()) > PLAIN_WORDS or ends_sentence(lines[i].words):
        return False
    return _signs(name, lines[i + 1 :], rest) or _names_itself(name, spoken, rest)


def _signs(name: str, below: Sequence[Line], rest: Sequence[Line]) -> bool:
    """True of a name of several words that a short line repeats below the running text, as publishers do."""
    last = rest[-1].start if rest else 0
    short = (line.words for line in below if line.start > last and line.words.count(" ") < SIGNATURE_WORDS)
    return " " in name and any(name.casefold() in words.casefold() for words in short)


def _names_itself(name: str, spoken: set[str], rest: Sequence[Line]) -> bool:
    """True where the page speaks of some word of the name as a part of that name alone: whole, and spoken to."""
    own = content_words(name)
    if not own or own - spoken:
        return True
    whole = re.escape(name)
    if len(own) > 1:
        whole = rf"{whole}|\bthe\s+{re.escape(name.split()[-1])}\b"
    told = rf"\b(?:told|tells|telling|by|to|with|for|from|and)\s+(?:the\s+)?{whole}" if len(own) < 2 else whole
    left = [re.sub(told, " ", line.words[:LOOKED_AT], flags=re.IGNORECASE) for line in rest]
    return bool(own - content_words(*left))
