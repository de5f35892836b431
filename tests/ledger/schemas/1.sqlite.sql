-- schema 1 as it was released: frozen
CREATE TABLE entry (
	seq INTEGER NOT NULL,
	at TEXT NOT NULL,
	actor TEXT NOT NULL,
	kind TEXT NOT NULL,
	subject TEXT NOT NULL,
	body TEXT,
	body_sha256 TEXT NOT NULL,
	prev TEXT NOT NULL,
	hash TEXT NOT NULL,
	PRIMARY KEY (seq),
	UNIQUE (hash)
)
 STRICT
--
CREATE INDEX ix_entry_subject ON entry (subject)
--
CREATE INDEX ix_entry_kind ON entry (kind)
--
CREATE TABLE head (
	id INTEGER NOT NULL,
	seq INTEGER NOT NULL,
	hash TEXT NOT NULL,
	PRIMARY KEY (id)
)
 STRICT
--
CREATE TABLE document (
	id TEXT NOT NULL,
	page TEXT NOT NULL,
	file TEXT NOT NULL,
	url TEXT,
	title TEXT,
	outlet TEXT,
	published_earliest TEXT,
	published_latest TEXT,
	language TEXT,
	text TEXT NOT NULL,
	body TEXT NOT NULL,
	PRIMARY KEY (id)
)
 STRICT
--
CREATE INDEX ix_document_page ON document (page)
--
CREATE TABLE source (
	id TEXT NOT NULL,
	name TEXT NOT NULL,
	kind TEXT NOT NULL,
	named INTEGER NOT NULL,
	speaks_for TEXT,
	aliases TEXT NOT NULL,
	body TEXT NOT NULL,
	PRIMARY KEY (id)
)
 STRICT
--
CREATE TABLE event (
	id TEXT NOT NULL,
	type TEXT NOT NULL,
	claims INTEGER NOT NULL,
	earliest TEXT,
	latest TEXT,
	place TEXT,
	latitude REAL,
	longitude REAL,
	counts TEXT,
	independent_lower INTEGER NOT NULL,
	independent_upper INTEGER NOT NULL,
	grade TEXT,
	reason TEXT,
	body TEXT NOT NULL,
	PRIMARY KEY (id)
)
 STRICT
--
CREATE INDEX ix_event_type ON event (type)
--
CREATE TABLE relation (
	id TEXT NOT NULL,
	a TEXT NOT NULL,
	b TEXT NOT NULL,
	slot TEXT NOT NULL,
	kind TEXT NOT NULL,
	reason TEXT NOT NULL,
	body TEXT NOT NULL,
	PRIMARY KEY (id)
)
 STRICT
--
CREATE INDEX ix_relation_a ON relation (a)
--
CREATE INDEX ix_relation_b ON relation (b)
--
CREATE TABLE refusal (
	id TEXT NOT NULL,
	stage TEXT NOT NULL,
	code TEXT NOT NULL,
	detail TEXT NOT NULL,
	file TEXT NOT NULL,
	document TEXT,
	body TEXT NOT NULL,
	PRIMARY KEY (id)
)
 STRICT
--
CREATE TABLE ruling (
	id TEXT NOT NULL,
	at TEXT NOT NULL,
	who TEXT NOT NULL,
	kind TEXT NOT NULL,
	slot TEXT NOT NULL,
	value TEXT NOT NULL,
	why TEXT NOT NULL,
	state TEXT NOT NULL,
	note TEXT NOT NULL,
	targets TEXT NOT NULL,
	body TEXT NOT NULL,
	PRIMARY KEY (id)
)
 STRICT
--
CREATE TABLE claim (
	id TEXT NOT NULL,
	document TEXT NOT NULL,
	event TEXT,
	type TEXT,
	act TEXT,
	voice TEXT NOT NULL,
	status TEXT NOT NULL,
	polarity INTEGER NOT NULL,
	"trigger" TEXT NOT NULL,
	quote TEXT NOT NULL,
	says TEXT NOT NULL,
	earliest TEXT,
	latest TEXT,
	place TEXT,
	latitude REAL,
	longitude REAL,
	counts TEXT,
	confidence REAL NOT NULL,
	extractor TEXT NOT NULL,
	body TEXT NOT NULL,
	PRIMARY KEY (id),
	FOREIGN KEY(document) REFERENCES document (id),
	FOREIGN KEY(event) REFERENCES event (id)
)
 STRICT
--
CREATE INDEX ix_claim_event ON claim (event)
--
CREATE INDEX ix_claim_document ON claim (document)
--
CREATE TRIGGER entry_stays BEFORE DELETE ON entry
BEGIN SELECT RAISE(ABORT, 'the record is append-only: nothing is deleted from entry'); END
--
CREATE TRIGGER entry_unchanged BEFORE UPDATE ON entry
WHEN NEW.body IS NOT NULL OR OLD.seq IS NOT NEW.seq OR OLD.at IS NOT NEW.at OR OLD.actor IS NOT NEW.actor
  OR OLD.kind IS NOT NEW.kind OR OLD.subject IS NOT NEW.subject OR OLD.prev IS NOT NEW.prev
  OR OLD.hash IS NOT NEW.hash OR OLD.body_sha256 IS NOT NEW.body_sha256
  OR OLD.kind NOT IN ('reading', 'page', 'decision')
  OR NOT EXISTS (SELECT 1 FROM entry r WHERE r.kind = 'removal' AND r.subject = OLD.subject)
BEGIN SELECT RAISE(ABORT, 'the record is append-only: nothing is changed in entry'); END
--
CREATE TRIGGER entry_in_line BEFORE INSERT ON entry
WHEN NEW.seq <> (SELECT COALESCE(MAX(seq), 0) + 1 FROM entry)
BEGIN SELECT RAISE(ABORT, 'the record grows at its end: seq must follow the last one'); END
--
CREATE VIRTUAL TABLE claim_search USING fts5(quote, says, trigger, place, content='claim',
  tokenize='unicode61 remove_diacritics 2')
--
CREATE VIRTUAL TABLE document_search USING fts5(title, text, content='document',
  tokenize='unicode61 remove_diacritics 2')
--
CREATE VIEW documents AS SELECT id, file, title, outlet, published_earliest, published_latest, language, url, page
        FROM document
--
CREATE VIEW claims AS SELECT c.id, d.file AS page, d.outlet, c.says, c.type, c.act, c.status, c.polarity, c.earliest,
        c.latest, c.place, c.counts, c.trigger, c.quote, c.voice, c.event, c.confidence, c.extractor
        FROM claim c JOIN document d ON d.id = c.document
--
CREATE VIEW events AS SELECT id, type, earliest, latest, place, counts, claims, independent_lower, independent_upper, grade,
        reason, latitude, longitude FROM event
--
CREATE VIEW sources AS SELECT id, name, kind, named, speaks_for, aliases FROM source
--
CREATE VIEW relations AS SELECT r.id, r.kind, r.slot, r.reason, r.a, r.b, x.quote AS quote_a, y.quote AS quote_b
        FROM relation r LEFT JOIN claim x ON x.id = r.a LEFT JOIN claim y ON y.id = r.b
--
CREATE VIEW refusals AS SELECT id, stage, code, detail, file FROM refusal
--
CREATE VIEW decisions AS SELECT id, at, who, kind, slot, value, why, state, note, targets FROM ruling
--
CREATE VIEW entries AS SELECT seq, at, actor, kind, subject, hash FROM entry
