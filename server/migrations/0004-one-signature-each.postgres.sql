-- Who has signed which act: one person once (SIGN-3). Written in the transaction of the entry that signs.
CREATE TABLE act_signature (
  facility_id TEXT NOT NULL REFERENCES facility (facility_id),
  chart_id TEXT NOT NULL,
  act_seq INTEGER NOT NULL CHECK (act_seq >= 1),
  user_id TEXT NOT NULL,
  -- The entry that signs: the act itself, or its countersign.
  seq INTEGER NOT NULL CHECK (seq >= act_seq),
  PRIMARY KEY (facility_id, chart_id, act_seq, user_id)
);

-- An entry whose text was damaged signs nothing, and holds nothing up.
CREATE FUNCTION act_seq_in(kind TEXT, seq INTEGER, body TEXT) RETURNS INTEGER LANGUAGE plpgsql AS $$
BEGIN
  RETURN CASE
    WHEN kind = 'countersigned' THEN (body::jsonb ->> 'actSeq')::INTEGER
    WHEN kind IN ('infusionStopped', 'infusionCeased')
      THEN CASE body::jsonb ->> 'identity' WHEN 'confirmed' THEN seq END
    WHEN kind IN (
      'bolusGiven', 'infusionStarted', 'rateChanged', 'infusionRestarted', 'infusionResumed',
      'infusionRecommenced', 'rateKept', 'bagHung', 'bedsideFactRecorded', 'entryStruckOut'
    ) THEN seq
  END;
EXCEPTION WHEN others THEN
  RETURN NULL;
END
$$;

CREATE FUNCTION signer_in(body TEXT) RETURNS TEXT LANGUAGE plpgsql AS $$
BEGIN
  RETURN body::jsonb -> 'by' ->> 'userId';
EXCEPTION WHEN others THEN
  RETURN NULL;
END
$$;

-- The signatures of the record as it stands.
INSERT INTO act_signature (facility_id, chart_id, act_seq, user_id, seq)
SELECT facility_id, chart_id, act_seq_in(kind, seq, body), signer_in(body), seq
FROM chart_entry
WHERE act_seq_in(kind, seq, body) BETWEEN 1 AND seq AND signer_in(body) IS NOT NULL
ORDER BY facility_id, chart_id, seq
ON CONFLICT DO NOTHING;

DROP FUNCTION act_seq_in;

DROP FUNCTION signer_in;

CREATE FUNCTION refuse_signature_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'act_signature is append-only (SIGN-3): % refused', TG_OP;
END
$$;

CREATE TRIGGER act_signature_keeps_rows BEFORE UPDATE OR DELETE ON act_signature
FOR EACH ROW EXECUTE FUNCTION refuse_signature_change();

CREATE TRIGGER act_signature_keeps_table BEFORE TRUNCATE ON act_signature
FOR EACH STATEMENT EXECUTE FUNCTION refuse_signature_change();

-- Runs even where a session has switched ordinary triggers off.
ALTER TABLE act_signature ENABLE ALWAYS TRIGGER act_signature_keeps_rows;
ALTER TABLE act_signature ENABLE ALWAYS TRIGGER act_signature_keeps_table;
