-- A hash over what stands beside the hashed text of a row: of an entry the command's hash and the refusal, of a storage
-- audit the whole row. Null: written by a build that did not keep it.
ALTER TABLE chart_entry ADD COLUMN kept_hash TEXT;
ALTER TABLE ward_storage_audit ADD COLUMN kept_hash TEXT;
