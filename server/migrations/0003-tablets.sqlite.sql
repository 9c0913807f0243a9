-- A tablet is known from the first sign-in on it, by a cookie of which only the SHA-256 is kept. Times are real time.
CREATE TABLE tablet (
  facility_id TEXT NOT NULL REFERENCES facility (facility_id),
  tablet_hash TEXT NOT NULL,
  known_since TEXT NOT NULL,
  PRIMARY KEY (facility_id, tablet_hash)
) STRICT;

-- Who has signed in on a tablet with their password, and when last.
CREATE TABLE tablet_person (
  facility_id TEXT NOT NULL,
  tablet_hash TEXT NOT NULL,
  user_id TEXT NOT NULL,
  signed_in_at TEXT NOT NULL,
  PRIMARY KEY (facility_id, tablet_hash, user_id),
  FOREIGN KEY (facility_id, tablet_hash) REFERENCES tablet (facility_id, tablet_hash),
  FOREIGN KEY (facility_id, user_id) REFERENCES account (facility_id, user_id)
) STRICT;

-- The tablet that a session was begun on; none for those begun before tablets were known.
ALTER TABLE session ADD COLUMN tablet_hash TEXT;
