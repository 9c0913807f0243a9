-- A session that asked for it is locked when nobody touches its tablet; `used_at` is the last touch. Times are real time.
ALTER TABLE session ADD COLUMN locks_after_minutes INTEGER;
ALTER TABLE session ADD COLUMN used_at TEXT;
ALTER TABLE session ADD COLUMN locked_at TEXT;

-- Set when somebody signed out there: from then on only their password begins a session on that tablet.
ALTER TABLE tablet_person ADD COLUMN signed_out_at TEXT;

-- Wrong passwords, PINs and MRNs, a slot each; a slot is taken again when its time is over. Of the user id only a hash is
-- kept, since what is keyed in its field may be a password. Times are real time.
CREATE TABLE wrong_secret (
  facility_id TEXT NOT NULL,
  person_hash TEXT NOT NULL CHECK (length(person_hash) = 64),
  secret TEXT NOT NULL,
  place TEXT NOT NULL,
  slot INTEGER NOT NULL CHECK (slot >= 0),
  at TEXT NOT NULL,
  PRIMARY KEY (facility_id, person_hash, secret, place, slot)
);

-- Who has read which chart, a line an hour. An empty chart_id: the whole ward. An empty tablet_hash: not known.
CREATE TABLE chart_reading (
  facility_id TEXT NOT NULL,
  ward_id TEXT NOT NULL,
  chart_id TEXT NOT NULL,
  user_id TEXT NOT NULL,
  what TEXT NOT NULL CHECK (what IN ('chart', 'board', 'due', 'audit', 'kept')),
  way TEXT NOT NULL CHECK (way IN ('ward', 'emergency')),
  tablet_hash TEXT NOT NULL,
  hour TEXT NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (facility_id, chart_id, ward_id, user_id, hour, what, way, tablet_hash)
);

CREATE INDEX chart_reading_at ON chart_reading (facility_id, at);

-- Who has opened a chart of another ward in an emergency, with what reason and until when.
CREATE TABLE emergency_access (
  facility_id TEXT NOT NULL,
  access_id TEXT NOT NULL,
  user_id TEXT NOT NULL,
  name TEXT NOT NULL,
  role TEXT NOT NULL,
  chart_id TEXT NOT NULL,
  ward_id TEXT NOT NULL,
  tablet_hash TEXT NOT NULL,
  reason TEXT NOT NULL,
  begun_at TEXT NOT NULL,
  ends_at TEXT NOT NULL,
  PRIMARY KEY (facility_id, access_id),
  FOREIGN KEY (facility_id, user_id) REFERENCES account (facility_id, user_id),
  FOREIGN KEY (facility_id, chart_id) REFERENCES chart (facility_id, chart_id)
);

CREATE INDEX emergency_access_of ON emergency_access (facility_id, user_id, chart_id);

-- Which administrator has looked at it, once.
CREATE TABLE emergency_access_review (
  facility_id TEXT NOT NULL,
  access_id TEXT NOT NULL,
  reviewed_by TEXT NOT NULL,
  name TEXT NOT NULL,
  reviewed_at TEXT NOT NULL,
  finding TEXT NOT NULL,
  PRIMARY KEY (facility_id, access_id),
  FOREIGN KEY (facility_id, access_id) REFERENCES emergency_access (facility_id, access_id),
  FOREIGN KEY (facility_id, reviewed_by) REFERENCES account (facility_id, user_id)
);

CREATE FUNCTION refuse_access_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only: % refused', TG_TABLE_NAME, TG_OP;
END
$$;

CREATE TRIGGER chart_reading_keeps_rows BEFORE UPDATE OR DELETE ON chart_reading
FOR EACH ROW EXECUTE FUNCTION refuse_access_change();

CREATE TRIGGER chart_reading_keeps_table BEFORE TRUNCATE ON chart_reading
FOR EACH STATEMENT EXECUTE FUNCTION refuse_access_change();

CREATE TRIGGER emergency_access_keeps_rows BEFORE UPDATE OR DELETE ON emergency_access
FOR EACH ROW EXECUTE FUNCTION refuse_access_change();

CREATE TRIGGER emergency_access_keeps_table BEFORE TRUNCATE ON emergency_access
FOR EACH STATEMENT EXECUTE FUNCTION refuse_access_change();

CREATE TRIGGER emergency_access_review_keeps_rows BEFORE UPDATE OR DELETE ON emergency_access_review
FOR EACH ROW EXECUTE FUNCTION refuse_access_change();

CREATE TRIGGER emergency_access_review_keeps_table BEFORE TRUNCATE ON emergency_access_review
FOR EACH STATEMENT EXECUTE FUNCTION refuse_access_change();

-- Runs even where a session has switched ordinary triggers off.
ALTER TABLE chart_reading ENABLE ALWAYS TRIGGER chart_reading_keeps_rows;
ALTER TABLE chart_reading ENABLE ALWAYS TRIGGER chart_reading_keeps_table;
ALTER TABLE emergency_access ENABLE ALWAYS TRIGGER emergency_access_keeps_rows;
ALTER TABLE emergency_access ENABLE ALWAYS TRIGGER emergency_access_keeps_table;
ALTER TABLE emergency_access_review ENABLE ALWAYS TRIGGER emergency_access_review_keeps_rows;
ALTER TABLE emergency_access_review ENABLE ALWAYS TRIGGER emergency_access_review_keeps_table;
