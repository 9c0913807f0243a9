-- The storage audits of a ward's heparin ampoules. The body is the text as it was sent, with who and when.
CREATE TABLE ward_storage_audit (
  facility_id TEXT NOT NULL,
  ward_id TEXT NOT NULL,
  command_id TEXT NOT NULL,
  happened_at TEXT NOT NULL,
  body TEXT NOT NULL,
  body_hash TEXT NOT NULL CHECK (length(body_hash) = 64),
  PRIMARY KEY (facility_id, ward_id, command_id),
  FOREIGN KEY (facility_id, ward_id) REFERENCES ward (facility_id, ward_id)
) STRICT;

CREATE TRIGGER ward_storage_audit_keeps_rows BEFORE DELETE ON ward_storage_audit
BEGIN
  SELECT RAISE(ABORT, 'ward_storage_audit is append-only (AUDIT-1): DELETE refused');
END;

CREATE TRIGGER ward_storage_audit_keeps_text BEFORE UPDATE ON ward_storage_audit
BEGIN
  SELECT RAISE(ABORT, 'ward_storage_audit is append-only (AUDIT-1): UPDATE refused');
END;
