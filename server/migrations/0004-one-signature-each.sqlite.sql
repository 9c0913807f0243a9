-- Who has signed which act: one person once (SIGN-3). Written in the transaction of the entry that signs.
CREATE TABLE act_signature (
  facility_id TEXT NOT NULL REFERENCES facility (facility_id),
  chart_id TEXT NOT NULL,
  act_seq INTEGER NOT NULL CHECK (act_seq >= 1),
  user_id TEXT NOT NULL,
  -- The entry that signs: the act itself, or its countersign.
  seq INTEGER NOT NULL CHECK (seq >= act_seq),
  PRIMARY KEY (facility_id, chart_id, act_seq, user_id)
) STRICT;

-- The signatures of the record as it stands. An entry whose text was damaged signs nothing, and holds nothing up.
INSERT OR IGNORE INTO act_signature (facility_id, chart_id, act_seq, user_id, seq)
SELECT
  facility_id,
  chart_id,
  CASE kind WHEN 'countersigned' THEN json_extract(body, '$.actSeq') ELSE seq END,
  json_extract(body, '$.by.userId'),
  seq
FROM chart_entry
WHERE CASE
  WHEN NOT json_valid(body) THEN 0
  WHEN json_type(body, '$.by.userId') IS NOT 'text' THEN 0
  WHEN kind = 'countersigned' THEN json_type(body, '$.actSeq') IS 'integer'
  WHEN kind IN ('infusionStopped', 'infusionCeased')
    THEN json_extract(body, '$.identity') IS 'confirmed'
  ELSE kind IN (
    'bolusGiven', 'infusionStarted', 'rateChanged', 'infusionRestarted', 'infusionResumed',
    'infusionRecommenced', 'rateKept', 'bagHung', 'bedsideFactRecorded', 'entryStruckOut'
  )
END
ORDER BY facility_id, chart_id, seq;

CREATE TRIGGER act_signature_keeps_rows BEFORE DELETE ON act_signature
BEGIN
  SELECT RAISE(ABORT, 'act_signature is append-only (SIGN-3): DELETE refused');
END;

CREATE TRIGGER act_signature_keeps_text BEFORE UPDATE ON act_signature
BEGIN
  SELECT RAISE(ABORT, 'act_signature is append-only (SIGN-3): UPDATE refused');
END;
