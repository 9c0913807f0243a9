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
);

CREATE FUNCTION refuse_storage_audit_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'ward_storage_audit is append-only (AUDIT-1): % refused', TG_OP;
END
$$;

CREATE TRIGGER ward_storage_audit_keeps_rows BEFORE UPDATE OR DELETE ON ward_storage_audit
FOR EACH ROW EXECUTE FUNCTION refuse_storage_audit_change();

CREATE TRIGGER ward_storage_audit_keeps_table BEFORE TRUNCATE ON ward_storage_audit
FOR EACH STATEMENT EXECUTE FUNCTION refuse_storage_audit_change();

-- Runs even where a session has switched ordinary triggers off.
ALTER TABLE ward_storage_audit ENABLE ALWAYS TRIGGER ward_storage_audit_keeps_rows;
ALTER TABLE ward_storage_audit ENABLE ALWAYS TRIGGER ward_storage_audit_keeps_table;
