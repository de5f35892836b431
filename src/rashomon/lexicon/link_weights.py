"""The weights by which two claims are held to be one event. Version 6.

Rule: a table a reader can check by hand. Each weight is in points; a pair is one event when its points, PRIOR among
them, reach THRESHOLD. A veto is no weight: it keeps two claims apart whatever else speaks for them.

How they were found: set by hand first, from the questions a coder asks (which day, which town, who, by what means),
and where chance is known by it (a date falls on a named weekday once in seven: log 7 = 1.9). Then the rows for two
pages were fitted to the pairs of claims of the corpus (`python -m training.linking`: logistic regression drawn to the
hand's weights; pairs of pages of different cases as noes). Corpus cases tell of one matter each; so what tells
look-alike events of one conflict apart (places, days, other means, words for those affected) was left nearer to the
hand's weight than the fit asks, and `pages.linked`, which says little within one matter, was lowered. The rows of one
page (`page.*`) and those of what claims say of each other (`cites_*`, `confirms_*`) are set by hand.
"""

from __future__ import annotations

VERSION = "6"

PRIOR = -3.8
"""Two claims of two pages picked at random are seldom one event; several kinds of evidence must speak for it. 0.4 above
what the fit gives: its noes hold pairs that a coder left out, and a link missed hides a contradiction."""
PAGE_PRIOR = -3.5
"""The same of two claims of one page, by hand: what joins them is a sign in the text."""
THRESHOLD = 0.0

WEIGHTS: dict[str, float] = {
    "type.same": 1.9,
    "type.kin": 0.5,
    "harm.same": -0.1,
    "type.distant": -0.7,
    "time.same_day": 2.3,
    "time.same_day_open_year": 1.4,
    "time.within_days": 0.9,
    "time.within_month": 0.7,
    "time.overlaps": 0.4,
    "time.same_weekday": 0.4,
    "time.weekday_of_date": 1.2,
    "time.sum": -0.2,
    "time.unknown": 0.0,
    "time.open": 0.1,
    "time.context": 0.6,
    "time.context_apart": 0.0,
    "time.reported_near": 1.2,
    "time.reported_apart": -2.3,
    "time.other_weekday": -2.0,
    "time.next_day": -0.9,
    "place.same_town": 1.4,
    "place.same_area": 0.8,
    "place.same_country": 0.1,
    "place.within_town": 1.9,
    "place.within_area": 0.5,
    "place.within_country": 0.1,
    "place.overlaps": 0.5,
    "place.near_miss": -1.5,
    "place.context": 0.2,
    "place.context_area": 0.1,
    "place.context_apart": -0.2,
    "actor.same": 0.5,
    "actor.words": 0.7,
    "actor.other": -0.7,
    "actor.other_mover": -3.0,
    "affected.same": 1.2,
    "affected.death": 3.9,
    "affected.named": 0.8,
    "affected.words": 0.4,
    "affected.other_class": -1.3,
    "affected.other": -0.5,
    "means.same": 0.8,
    "means.other": -0.3,
    "ordinal.same": 2.3,
    "ordinal.other": -4.0,
    "ordinal.one": 0.1,
    "count.same": 1.0,
    "count.same_odd": 2.4,
    "count.same_large": 2.4,
    "count.adds_up": 2.5,
    "text.shared": 1.9,
    "text.verbatim": 3.5,
    "names.shared": 0.0,
    "denial": 0.2,
    "pages.linked": 0.5,
    "story.shared": 0.8,
    "story.other": -1.5,
    "story.only_one": 0.3,
    "page.continues": 5.0,
    "page.same_scene": 3.5,
    "page.denies": 5.0,
    "page.denies_source": 0.5,
    "page.answers": 5.0,
    "page.another_source": 4.5,
    "page.restates": 4.0,
    "page.in_figures": 4.0,
    "page.title": 3.0,
    "page.lede": 0.5,
    "page.separate_report": -3.5,
    "page.new_event_words": -2.0,
    "answers": 6.0,
    "confirms_report": 5.0,
    "confirms_report_elsewhere": 1.0,
    "lead.both": 1.0,
    "lead.one": 0.3,
    "order.apart": -1.8,
    "type.many": -0.4,
    "source.same": 0.1,
    "source.both": 0.3,
    "source.one": 0.2,
    "status.one_planned": -0.9,
    "status.one_denied": 0.0,
    "status.both_denied": 1.3,
    "count.meets": 1.7,
    "count.close": 1.1,
    "count.far": 0.1,
    "people.meet": 1.0,
    "people.close": 1.1,
    "people.far": -0.4,
    "affected.sense": 0.6,
    "words.rare": 0.7,
    "words.alike": 0.9,
    "cites_page": 1.2,
    "cites_sources": 1.0,
}
"""feature -> points. Some are multiplied by how far the feature holds (the share of words in common, of a page between
the two, the log of like claims); that is `share` of `link.item.Evidence`."""

TEXT_MOST = 0.35
"""Share of words in common beyond which more of them add nothing, short of a verbatim copy: one conflict repeats them."""
NAMES_MOST = 3
"""Most words of names and titles in both sentences that count: pages of one matter repeat its names."""

TOWN_KM = 20.0
"""A place of up to this radius tells events apart like a town; AREA_KM: like a province."""
AREA_KM = 160.0
NEAR_MISS_KM = 60.0
"""Two towns up to this far apart cost points; further apart is a veto: reports name the nearest known town."""
VETO_DAYS = 2
"""Days of distance from which two dated claims are never one event: local time and late reports explain one day."""
REPORTED_DAYS = 10
"""News is told within days: what is reported on a day, and when it happened left open, is looked for so far back."""
REPORTED_VETO = 45
"""Days between such a report and the other's date from which the two are never one event."""
STRONG = 2.0
"""Points from which a pair of claims shows that its two pages tell one story."""
RUNNING_DAYS = 45
"""A window longer than this, or a running total, speaks of a series and is never one event with a single day."""
VERBATIM = 0.8
"""Share of content words (Jaccard) from which two quotes count as the same words."""

STORY_WEIGHTS: dict[str, float] = {
    "prior": -5.6,
    "words": 10.1,
    "rare_names": 1.0,
    "opening": 7.8,
    "figures": 0.6,
    "days": -1.03,
    "not_compared": -5.0,
}
"""Two whole texts: log-odds of telling one story. words: root of the cosine of weighted words; opening: cosine of the
first 120 words; rare_names: log of the weight of rare capitalised words in common; figures: the same of ages,
addresses and times of day; days: log(1 + days between the dates). The form was chosen by logistic regression on one half
of the incidents of a gun-violence collection and checked on the other half, both ways (held out: B3 .956, CoNLL .935,
`python -m bench.quality same-event`); these are the weights of the whole, rounded. `prior` is moved by +1, since a missed link and a false one weigh alike in B-cubed."""
STORY_COMMON = 15.0
"""A capitalised word in more texts than this is no rare name."""
UNKNOWN_GAP_DAYS = 30.0
"""What an unknown distance of days is counted as: neither the same day nor another year."""

MENTION_WEIGHTS: dict[str, float] = {
    "prior": -3.2,
    "same_stem": 3.0,
    "near": 1.8,
    "same_stem_sentence": 0.4,
    "story": 0.07,
    "same_stem_story": 0.38,
    "same_text": -0.4,
    "same_stem_text": 1.75,
    "not_compared": -4.0,
}
"""Two event words in text: log-odds of naming one event. same_stem: a stem in common; near: share of the content words
around them in common; sentence: root of the cosine of their sentences; story: points of the two texts (between -6 and
8, 0 within one text). Fitted by logistic regression on the training half of ECB+ (topics 1-35 without the development
topics), `prior` moved by +0.5 as for stories; checked on its development topics."""
NEAR_CHARACTERS = 60
"""How far around an event word its company is looked at."""
STORY_RANGE = (-6.0, 8.0)
