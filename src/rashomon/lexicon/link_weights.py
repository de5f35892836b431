"""The weights by which two claims are held to be one event. Version 5.

Rule: a table a reader can check by hand. Each weight is in points; a pair is one event when its points, PRIOR among
them, reach THRESHOLD. A veto is no weight: it keeps two claims apart whatever else speaks for them.

How they were found: set by hand from the questions a coder asks (which day, which town, who, by what means), so that no
single answer suffices and a day together with a town does; where chance is known they follow it (a date falls on a
named weekday once in seven: log 7 = 1.9). Then checked on claims read from the training half of ECB+ (a logistic
regression over the same features asks for weights of like size and sign): PRIOR, `text.shared`, `story.shared` and the
`*.context` rows were moved towards it as far as look-alike events of one conflict stayed apart. Held-out figures:
`python -m bench.quality claim-coref` on its development topics. `bench.linking.world` knows its events too.
"""

from __future__ import annotations

VERSION = "5"

PRIOR = -3.5
"""Two claims picked at random within a block are seldom one event; at least two kinds of evidence must speak for it."""
THRESHOLD = 0.0

WEIGHTS: dict[str, float] = {
    "type.same": 1.2,
    "type.kin": 0.6,
    "harm.same": 0.5,
    "type.distant": 0.0,
    "time.same_day": 2.5,
    "time.same_day_open_year": 1.8,
    "time.within_days": 1.5,
    "time.within_month": 0.7,
    "time.overlaps": 0.4,
    "time.same_weekday": 0.8,
    "time.weekday_of_date": 1.9,
    "time.sum": -0.8,
    "time.unknown": -0.5,
    "time.open": 0.0,
    "time.context": 0.4,
    "time.context_apart": -0.4,
    "time.reported_near": 0.6,
    "time.reported_apart": -2.5,
    "time.other_weekday": -1.5,
    "time.next_day": -1.5,
    "place.same_town": 2.0,
    "place.same_area": 0.8,
    "place.same_country": 0.1,
    "place.within_town": 1.4,
    "place.within_area": 0.5,
    "place.within_country": 0.1,
    "place.overlaps": 0.5,
    "place.near_miss": -1.5,
    "place.context": 0.8,
    "place.context_area": 0.2,
    "place.context_apart": -1.2,
    "actor.same": 0.9,
    "actor.words": 0.6,
    "actor.other": -0.4,
    "actor.other_mover": -3.0,
    "affected.same": 0.9,
    "affected.death": 4.0,
    "affected.named": 1.3,
    "affected.words": 0.6,
    "affected.other_class": -0.2,
    "affected.other": -0.3,
    "means.same": 0.7,
    "means.other": -0.3,
    "ordinal.same": 2.5,
    "ordinal.other": -4.0,
    "ordinal.one": -0.8,
    "count.same": 0.6,
    "count.same_odd": 2.4,
    "count.same_large": 3.0,
    "count.adds_up": 2.4,
    "text.shared": 3.5,
    "text.verbatim": 3.5,
    "names.shared": 0.3,
    "denial": 1.0,
    "pages.linked": 1.5,
    "story.shared": 1.5,
    "story.only_one": 0.9,
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
    "cites_page": 2.2,
    "cites_sources": 1.0,
}
"""feature -> points. `text.shared` and `story.shared` are multiplied by the share of words in common."""

WHO_CAP = 1.6
"""Most points that actor, affected and means may give together: one conflict repeats them in every event."""
TEXT_CAP = 1.2
"""Most points for words in common short of a verbatim copy, for the same reason."""

NAMES_CAP = 0.9
"""Most points for words of names and titles that both sentences hold: pages of one matter repeat its names."""

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
