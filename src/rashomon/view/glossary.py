"""What the words of a page mean, one sentence each. Rule: see view/__init__; a sentence says what the rule in weigh
says, and no more."""

from __future__ import annotations

GRADES = {
    "contested": "Accounts contradict or deny one another.",
    "confirmed by the responsible party": "Those named as having done it say so too.",
    "opposing sides agree": "Sides that oppose one another both tell of it.",
    "several independent": "At least two accounts that do not rest on one another.",
    "single origin": "All that is told goes back to one source, however many pages carry it.",
    "denied only": "Every account says that it did not happen.",
    "superseded": "Its source has since given another figure.",
    "insufficient": "Told only by readers' comments, in another story's headline, or by nobody who can be traced.",
}
"""Assessment grade -> what it says. No grade says what is true."""
KINDS = {
    "same": "Both say the same.",
    "finer": "Says the same, more exactly.",
    "broader": "Says the same, less exactly.",
    "adds_up": "The figures are parts of one sum.",
    "updates": "A later word of the same source takes the place of an earlier one.",
    "differs": "They do not say the same, and both may hold.",
    "contradicts": "Both cannot hold.",
    "denies": "Says that what the other tells is not so.",
    "confirms": "Says that what the other tells is so.",
    "echoes": "The other's text, reprinted or reworded.",
    "rests_on": "Cites the other: it is no second word.",
    "same_origin": "Both go back to one source.",
}
"""Relation kind -> what it says of the two accounts."""
