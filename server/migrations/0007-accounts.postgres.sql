-- An account ends and is never deleted: its staff number stands for one person for good (SIGN-1).
ALTER TABLE account ADD COLUMN ended_at TEXT;

-- Set by an administrator: its owner is asked for one of their own.
ALTER TABLE account ADD COLUMN password_is_temporary INTEGER NOT NULL DEFAULT 0
  CHECK (password_is_temporary IN (0, 1));

CREATE FUNCTION refuse_account_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'UPDATE' THEN
    RAISE EXCEPTION 'account is never deleted (SIGN-1): % refused', TG_OP;
  END IF;
  IF old.user_id IS DISTINCT FROM new.user_id OR old.facility_id IS DISTINCT FROM new.facility_id THEN
    RAISE EXCEPTION 'account keeps its user id (SIGN-1): UPDATE refused';
  END IF;
  RETURN new;
END
$$;

CREATE TRIGGER account_keeps_rows BEFORE UPDATE OR DELETE ON account
FOR EACH ROW EXECUTE FUNCTION refuse_account_change();

CREATE TRIGGER account_keeps_table BEFORE TRUNCATE ON account
FOR EACH STATEMENT EXECUTE FUNCTION refuse_account_change();

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
);

CREATE FUNCTION refuse_account_log_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'account_change is append-only (SIGN-1): % refused', TG_OP;
END
$$;

CREATE TRIGGER account_change_keeps_rows BEFORE UPDATE OR DELETE ON account_change
FOR EACH ROW EXECUTE FUNCTION refuse_account_log_change();

CREATE TRIGGER account_change_keeps_table BEFORE TRUNCATE ON account_change
FOR EACH STATEMENT EXECUTE FUNCTION refuse_account_log_change();

-- Both run even where a session has switched ordinary triggers off.
ALTER TABLE account ENABLE ALWAYS TRIGGER account_keeps_rows;
ALTER TABLE account ENABLE ALWAYS TRIGGER account_keeps_table;
ALTER TABLE account_change ENABLE ALWAYS TRIGGER account_change_keeps_rows;
ALTER TABLE account_change ENABLE ALWAYS TRIGGER account_change_keeps_table;
