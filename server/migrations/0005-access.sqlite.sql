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
) STRICT;

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
) STRICT;

CREATE TRIGGER chart_reading_keeps_rows BEFORE DELETE ON chart_reading
BEGIN
  SELECT RAISE(ABORT, 'chart_reading is append-only: DELETE refused');
END;

CREATE TRIGGER chart_reading_keeps_text BEFORE UPDATE ON chart_reading
BEGIN
  SELECT RAISE(ABORT, 'chart_reading is append-only: UPDATE refused');
END;

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
) STRICT;

CREATE TRIGGER emergency_access_keeps_rows BEFORE DELETE ON emergency_access
BEGIN
  SELECT RAISE(ABORT, 'emergency_access is append-only: DELETE refused');
END;

CREATE TRIGGER emergency_access_keeps_text BEFORE UPDATE ON emergency_access
BEGIN
  SELECT RAISE(ABORT, 'emergency_access is append-only: UPDATE refused');
END;

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
) STRICT;

CREATE TRIGGER emergency_access_review_keeps_rows BEFORE DELETE ON emergency_access_review
BEGIN
  SELECT RAISE(ABORT, 'emergency_access_review is append-only: DELETE refused');
END;

CREATE TRIGGER emergency_access_review_keeps_text BEFORE UPDATE ON emergency_access_review
BEGIN
  SELECT RAISE(ABORT, 'emergency_access_review is append-only: UPDATE refused');
END;
