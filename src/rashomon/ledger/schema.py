"""The schema, in one table of columns. Rule: what is stored and what it means; no code that reads or writes it.

`entry` is the truth: appended to, never changed. `past` holds what a run replaced, and only grows. The other tables are
derived from the entries and rebuilt; each carries the record's whole JSON in `body`, and the columns people ask for
beside it. `tables.py` turns this into SQL, `migrate.py` older schemas into this one.
"""

from __future__ import annotations

from typing import NamedTuple

SCHEMA_VERSION = 2
"""Stored as SQLite's user_version, in PostgreSQL in the comment on `entry`; raised with every change of a word below,
with a step in migrate.py beside it.

    1  entries, derived records
    2  past: what every run replaced, so that two runs are compared by what was stored
"""

APPLICATION_ID = 0x52534D4E
"""Stored as SQLite's application_id ("RSMN"), so that a foreign file named case.db is told apart."""


class Column(NamedTuple):
    """rule: "key" (primary key), "index", "unique", "null" (may be NULL) or ""; type: text, int, real, blob."""

    table: str
    name: str
    type: str
    rule: str
    meaning: str


COLUMNS: tuple[Column, ...] = (
    Column("entry", "seq", "int", "key", "place in the chain, from 1, without a gap"),
    Column("entry", "at", "text", "", "RFC 3339 time of writing, by this machine's clock; orders nothing"),
    Column("entry", "actor", "text", "", 'who: a reviewer\'s name, or "rashomon 0.1.0"'),
    Column(
        "entry",
        "kind",
        "text",
        "index",
        "page, reading, refusal, decision, removal, linked, seal, timestamp, migrated, redacted",
    ),
    Column("entry", "subject", "text", "index", "id of what it is about: a page, a decision, a refusal"),
    Column("entry", "body", "text", "null", "canonical JSON; NULL once the page it comes from has been removed"),
    Column("entry", "body_sha256", "text", "", "SHA-256 of body in UTF-8; outlives a removed body"),
    Column("entry", "prev", "text", "", "hash of the entry before; 64 zeros for the first"),
    Column("entry", "hash", "text", "unique", "hash over prev, seq, at, actor, kind, subject, body_sha256"),
    Column("head", "id", "int", "key", "1: there is one head"),
    Column("head", "seq", "int", "", "seq of the last entry"),
    Column("head", "hash", "text", "", "its hash: an entry taken off the end is missed"),
    Column("document", "id", "text", "key", "id of the document"),
    Column("document", "page", "text", "index", "SHA-256 of the page's bytes: its name in pages/"),
    Column("document", "file", "text", "", "name the page was given under"),
    Column("document", "url", "text", "null", "where it was collected"),
    Column("document", "title", "text", "null", "the article's title"),
    Column("document", "outlet", "text", "null", "who publishes it"),
    Column("document", "published_earliest", "text", "null", "ISO day"),
    Column("document", "published_latest", "text", "null", "ISO day"),
    Column("document", "language", "text", "null", "ISO 639-1"),
    Column("document", "text", "text", "", "all visible text; spans are offsets into it, in code points"),
    Column("document", "body", "text", "", "the record as JSON, without its text"),
    Column("claim", "id", "text", "key", "id of the claim"),
    Column("claim", "document", "text", "index", "id of the document"),
    Column("claim", "event", "text", "null index", "id of the event it tells of"),
    Column("claim", "type", "text", "null", "event type; NULL for an act that answers other claims"),
    Column("claim", "act", "text", "null", "denies, no_comment, ...: of a claim without a type"),
    Column("claim", "voice", "text", "", "article, title, caption, comment, related, embedded"),
    Column("claim", "status", "text", "", "asserted, possible, planned, denied, ongoing, completed, failed"),
    Column("claim", "polarity", "int", "", "+1 it happened, -1 it is said not to have"),
    Column("claim", "trigger", "text", "", "the words that name the event"),
    Column("claim", "quote", "text", "", "the words that carry the claim"),
    Column(
        "claim", "says", "text", "", "who says so: the chain, outermost first, joined by ' > '; '' = the page itself"
    ),
    Column("claim", "earliest", "text", "null", "first day it can have happened"),
    Column("claim", "latest", "text", "null", "last day it can have happened"),
    Column("claim", "place", "text", "null", "its places, by role"),
    Column("claim", "latitude", "real", "null", "degrees, WGS 84, of the first place that has one"),
    Column("claim", "longitude", "real", "null", "degrees, WGS 84"),
    Column("claim", "counts", "text", "null", "its counts in words, with their bounds"),
    Column("claim", "confidence", "real", "", "the reader's own, 0 to 1"),
    Column("claim", "extractor", "text", "", "name and version of what read it"),
    Column("claim", "body", "text", "", "the record as JSON"),
    Column("source", "id", "text", "key", "id of the source"),
    Column("source", "name", "text", "", "fullest name printed"),
    Column("source", "kind", "text", "", "outlet, monitor, military, ..."),
    Column("source", "named", "int", "", "1, or 0 for 'local sources'"),
    Column("source", "speaks_for", "text", "null", "the party it speaks for"),
    Column("source", "aliases", "text", "", "other names printed, joined by '; '"),
    Column("source", "body", "text", "", "the record as JSON"),
    Column("event", "id", "text", "key", "id of the event"),
    Column("event", "type", "text", "index", "event type"),
    Column("event", "claims", "int", "", "how many claims tell of it"),
    Column("event", "earliest", "text", "null", "first day it can have happened"),
    Column("event", "latest", "text", "null", "last day it can have happened"),
    Column("event", "place", "text", "null", "its places, by role"),
    Column("event", "latitude", "real", "null", "degrees, WGS 84"),
    Column("event", "longitude", "real", "null", "degrees, WGS 84"),
    Column("event", "counts", "text", "null", "every version of its counts"),
    Column("event", "independent_lower", "int", "", "independent origins, all unknown links joined"),
    Column("event", "independent_upper", "int", "", "independent origins, none joined"),
    Column("event", "grade", "text", "null", "assessment"),
    Column("event", "reason", "text", "null", "why that grade, in words"),
    Column("event", "body", "text", "", "the record as JSON"),
    Column("relation", "id", "text", "key", "id of the relation"),
    Column("relation", "a", "text", "index", "a claim (or, for an echo of pages, a document) ..."),
    Column("relation", "b", "text", "index", "... and the other it stands in relation to"),
    Column("relation", "slot", "text", "", "what they are compared in"),
    Column("relation", "kind", "text", "", "same, finer, contradicts, echoes, ..."),
    Column("relation", "reason", "text", "", "why, in words"),
    Column("relation", "body", "text", "", "the record as JSON"),
    Column("refusal", "id", "text", "key", "id of the refusal"),
    Column("refusal", "stage", "text", "", "what declined"),
    Column("refusal", "code", "text", "", "stable reason code"),
    Column("refusal", "detail", "text", "", "why, for a person"),
    Column("refusal", "file", "text", "", "the page's file name or path as given"),
    Column("refusal", "document", "text", "null", "id of the document"),
    Column("refusal", "body", "text", "", "the record as JSON"),
    Column("ruling", "id", "text", "key", "id of the decision"),
    Column("ruling", "at", "text", "", "when it was made"),
    Column("ruling", "who", "text", "", "the reviewer"),
    Column("ruling", "kind", "text", "", "accept, reject, correct, merge, split, same_source, ..."),
    Column("ruling", "slot", "text", "", "what of the claim is corrected; what a comment or tag is about"),
    Column("ruling", "value", "text", "", "the corrected value, grade, words or tag"),
    Column("ruling", "why", "text", "", "the reviewer's reason"),
    Column("ruling", "state", "text", "", "applied, noted, superseded, undone, disputed, orphaned"),
    Column("ruling", "note", "text", "", "why that state, in words"),
    Column("ruling", "targets", "text", "", "ids it stands on now, joined by a space"),
    Column("ruling", "body", "text", "", "the record as JSON"),
    Column("past", "run", "int", "key", "the run that replaced it: seq of its entry of kind linked"),
    Column("past", "kind", "text", "key", "document, claim, source, event, relation, refusal, ruling"),
    Column("past", "id", "text", "key", "id of the record"),
    Column("past", "change", "text", "", "what the run did to it: new, changed, gone"),
    Column("past", "body", "text", "null", "the record before, as JSON; NULL for a new one and after a removal"),
    Column("past", "body_sha256", "text", "null", "SHA-256 of body in UTF-8; outlives a removed body"),
    Column("page_bytes", "id", "text", "key", "SHA-256 of the page (PostgreSQL only; SQLite keeps pages/ beside it)"),
    Column("page_bytes", "raw", "blob", "", "the page, byte for byte"),
)

DERIVED = ("document", "claim", "source", "event", "relation", "refusal", "ruling")
"""Tables rebuilt from the entries, in the order of their export files."""

VIEWS: dict[str, str] = {
    "documents": """SELECT id, file, title, outlet, published_earliest, published_latest, language, url, page
        FROM document""",
    "claims": """SELECT c.id, d.file AS page, d.outlet, c.says, c.type, c.act, c.status, c.polarity, c.earliest,
        c.latest, c.place, c.counts, c.trigger, c.quote, c.voice, c.event, c.confidence, c.extractor
        FROM claim c JOIN document d ON d.id = c.document""",
    "events": """SELECT id, type, earliest, latest, place, counts, claims, independent_lower, independent_upper, grade,
        reason, latitude, longitude FROM event""",
    "sources": "SELECT id, name, kind, named, speaks_for, aliases FROM source",
    "relations": """SELECT r.id, r.kind, r.slot, r.reason, r.a, r.b, x.quote AS quote_a, y.quote AS quote_b
        FROM relation r LEFT JOIN claim x ON x.id = r.a LEFT JOIN claim y ON y.id = r.b""",
    "refusals": "SELECT id, stage, code, detail, file FROM refusal",
    "decisions": "SELECT id, at, who, kind, slot, value, why, state, note, targets FROM ruling",
    "entries": "SELECT seq, at, actor, kind, subject, hash FROM entry",
    "runs": "SELECT seq AS run, at, actor FROM entry WHERE kind = 'linked'",
    "changes": "SELECT run, kind, change, id FROM past",
}
"""Views with plain names, for Datasette, sqlite-utils and psql."""
