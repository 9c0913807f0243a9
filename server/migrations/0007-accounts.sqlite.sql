-- An account ends and is never deleted: its staff number stands for one person for good (SIGN-1).
ALTER TABLE account ADD COLUMN ended_at TEXT;

-- Set by an administrator: its owner is asked for one of their own.
ALTER TABLE account ADD COLUMN password_is_temporary INTEGER NOT NULL DEFAULT 0
  CHECK (password_is_temporary IN (0, 1));

CREATE TRIGGER account_keeps_rows BEFORE DELETE ON account
BEGIN
  SELECT RAISE(ABORT, 'account is never deleted (SIGN-1): DELETE refused');
END;

CREATE TRIGGER account_keeps_id BEFORE UPDATE OF facility_id, user_id ON account
WHEN old.user_id IS NOT new.user_id OR old.facility_id IS NOT new.facility_id
BEGIN
  SELECT RAISE(ABORT, 'account keeps its user id (SIGN-1): UPDATE refused');
END;

-- What was done to accounts and wards, by whom and when; no secrets. Without a person: at the setting up.
CREATE TABLE account_change (
  facility_id TEXT NOT NULL REFERENCES facility (facility_id),
  change_no INTEGER NOT NULL CHECK (change_no >= 1),
  at TEXT NOT NULL,
  by_user_id TEXT,
  what TEXT NOT NULL,
  about TEXT NOT NULL,
  details TEXT NOT NULL,
  PRIMARY KEY (facility_id, change_no)
) STRICT;

CREATE TRIGGER account_change_keeps_rows BEFORE DELETE ON account_change
BEGIN
  SELECT RAISE(ABORT, 'account_change is append-only (SIGN-1): DELETE refused');
END;

CREATE TRIGGER account_change_keeps_text BEFORE UPDATE ON account_change
BEGIN
  SELECT RAISE(ABORT, 'account_change is append-only (SIGN-1): UPDATE refused');
END;
