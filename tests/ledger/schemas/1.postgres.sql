-- schema 1 as it was released: frozen
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
--
CREATE INDEX ix_document_page ON document (page)
--
CREATE TABLE entry (
	seq BIGINT NOT NULL,
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
--
CREATE INDEX ix_entry_kind ON entry (kind)
--
CREATE INDEX ix_entry_subject ON entry (subject)
--
CREATE TABLE event (
	id TEXT NOT NULL,
	type TEXT NOT NULL,
	claims BIGINT NOT NULL,
	earliest TEXT,
	latest TEXT,
	place TEXT,
	latitude DOUBLE PRECISION,
	longitude DOUBLE PRECISION,
	counts TEXT,
	independent_lower BIGINT NOT NULL,
	independent_upper BIGINT NOT NULL,
	grade TEXT,
	reason TEXT,
	body TEXT NOT NULL,
	PRIMARY KEY (id)
)
--
CREATE INDEX ix_event_type ON event (type)
--
CREATE TABLE head (
	id BIGINT NOT NULL,
	seq BIGINT NOT NULL,
	hash TEXT NOT NULL,
	PRIMARY KEY (id)
)
--
CREATE TABLE page_bytes (
	id TEXT NOT NULL,
	raw BYTEA NOT NULL,
	PRIMARY KEY (id)
)
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
--
CREATE INDEX ix_relation_a ON relation (a)
--
CREATE INDEX ix_relation_b ON relation (b)
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
--
CREATE TABLE source (
	id TEXT NOT NULL,
	name TEXT NOT NULL,
	kind TEXT NOT NULL,
	named BIGINT NOT NULL,
	speaks_for TEXT,
	aliases TEXT NOT NULL,
	body TEXT NOT NULL,
	PRIMARY KEY (id)
)
--
CREATE TABLE claim (
	id TEXT NOT NULL,
	document TEXT NOT NULL,
	event TEXT,
	type TEXT,
	act TEXT,
	voice TEXT NOT NULL,
	status TEXT NOT NULL,
	polarity BIGINT NOT NULL,
	trigger TEXT NOT NULL,
	quote TEXT NOT NULL,
	says TEXT NOT NULL,
	earliest TEXT,
	latest TEXT,
	place TEXT,
	latitude DOUBLE PRECISION,
	longitude DOUBLE PRECISION,
	counts TEXT,
	confidence DOUBLE PRECISION NOT NULL,
	extractor TEXT NOT NULL,
	body TEXT NOT NULL,
	PRIMARY KEY (id),
	FOREIGN KEY(document) REFERENCES document (id),
	FOREIGN KEY(event) REFERENCES event (id)
)
--
CREATE INDEX ix_claim_document ON claim (document)
--
CREATE INDEX ix_claim_event ON claim (event)
--
CREATE FUNCTION entry_append_only() RETURNS trigger AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND NEW.body IS NULL AND OLD.kind IN ('reading', 'page', 'decision')
     AND (OLD.seq, OLD.at, OLD.actor, OLD.kind, OLD.subject, OLD.prev, OLD.hash, OLD.body_sha256)
       = (NEW.seq, NEW.at, NEW.actor, NEW.kind, NEW.subject, NEW.prev, NEW.hash, NEW.body_sha256)
     AND EXISTS (SELECT 1 FROM entry r WHERE r.kind = 'removal' AND r.subject = OLD.subject)
  THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'the record is append-only: nothing is deleted from or changed in entry';
END $$ LANGUAGE plpgsql
--
CREATE TRIGGER entry_stays BEFORE UPDATE OR DELETE ON entry FOR EACH ROW EXECUTE FUNCTION entry_append_only()
--
CREATE TRIGGER entry_no_truncate BEFORE TRUNCATE ON entry FOR EACH STATEMENT EXECUTE FUNCTION entry_append_only()
--
CREATE INDEX claim_search ON claim USING gin (to_tsvector('simple', quote || ' ' || says || ' ' || trigger || ' ' || coalesce(place, '')))
--
CREATE INDEX document_search ON document USING gin (to_tsvector('simple', left(text, 200000)))
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
