CREATE TABLE facility (
  facility_id TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL
);

CREATE TABLE ward (
  facility_id TEXT NOT NULL REFERENCES facility (facility_id),
  ward_id TEXT NOT NULL,
  name TEXT NOT NULL,
  PRIMARY KEY (facility_id, ward_id)
);

CREATE TABLE account (
  facility_id TEXT NOT NULL REFERENCES facility (facility_id),
  user_id TEXT NOT NULL,
  name TEXT NOT NULL,
  role TEXT NOT NULL,
  password_hash TEXT NOT NULL,
  pin_hash TEXT NOT NULL,
  learning_package_until TEXT,
  iv_units INTEGER NOT NULL CHECK (iv_units IN (0, 1)),
  notation INTEGER NOT NULL CHECK (notation IN (0, 1)),
  PRIMARY KEY (facility_id, user_id)
);

CREATE TABLE account_ward (
  facility_id TEXT NOT NULL,
  user_id TEXT NOT NULL,
  ward_id TEXT NOT NULL,
  PRIMARY KEY (facility_id, user_id, ward_id),
  FOREIGN KEY (facility_id, user_id) REFERENCES account (facility_id, user_id),
  FOREIGN KEY (facility_id, ward_id) REFERENCES ward (facility_id, ward_id)
);

-- Only the SHA-256 of a session's token is kept. Times are real time.
CREATE TABLE session (
  facility_id TEXT NOT NULL,
  token_hash TEXT NOT NULL,
  user_id TEXT NOT NULL,
  begun_at TEXT NOT NULL,
  seen_at TEXT NOT NULL,
  PRIMARY KEY (facility_id, token_hash),
  FOREIGN KEY (facility_id, user_id) REFERENCES account (facility_id, user_id)
);

-- The record. The body is the exact text that was hashed.
CREATE TABLE chart_entry (
  facility_id TEXT NOT NULL REFERENCES facility (facility_id),
  chart_id TEXT NOT NULL,
  seq INTEGER NOT NULL CHECK (seq >= 1),
  version INTEGER NOT NULL CHECK (version >= 0),
  command_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  recorded_at TEXT NOT NULL,
  body TEXT NOT NULL,
  body_hash TEXT NOT NULL CHECK (length(body_hash) = 64),
  refusal TEXT,
  previous_hash TEXT NOT NULL CHECK (length(previous_hash) = 64),
  hash TEXT NOT NULL CHECK (length(hash) = 64),
  PRIMARY KEY (facility_id, chart_id, seq),
  UNIQUE (facility_id, chart_id, command_id)
);

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'chart_entry is append-only (CHART-1): % refused', TG_OP;
END
$$;

CREATE TRIGGER chart_entry_keeps_rows BEFORE UPDATE OR DELETE ON chart_entry
FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER chart_entry_keeps_table BEFORE TRUNCATE ON chart_entry
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Runs even where a session has switched ordinary triggers off.
ALTER TABLE chart_entry ENABLE ALWAYS TRIGGER chart_entry_keeps_rows;
ALTER TABLE chart_entry ENABLE ALWAYS TRIGGER chart_entry_keeps_table;

-- Where each chart stands: derived from its entries in the same transaction.
CREATE TABLE chart (
  facility_id TEXT NOT NULL,
  chart_id TEXT NOT NULL,
  ward_id TEXT NOT NULL,
  bed TEXT NOT NULL,
  mrn TEXT NOT NULL,
  is_open INTEGER NOT NULL CHECK (is_open IN (0, 1)),
  seq INTEGER NOT NULL,
  PRIMARY KEY (facility_id, chart_id),
  FOREIGN KEY (facility_id, ward_id) REFERENCES ward (facility_id, ward_id)
);

CREATE UNIQUE INDEX chart_open_mrn ON chart (facility_id, mrn) WHERE is_open = 1;

CREATE INDEX chart_open_ward ON chart (facility_id, ward_id) WHERE is_open = 1;
