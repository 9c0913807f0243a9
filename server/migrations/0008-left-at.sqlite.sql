-- Since when somebody has no session on a tablet any more: they signed out, or another person took it. By the clinical
-- clock, which is what a tablet states the time of an act in.
ALTER TABLE tablet_person ADD COLUMN left_at TEXT;
