-- Copies of what was compared, no longer needed.
DROP TABLE IF EXISTS old_sources;
DROP TABLE IF EXISTS linkage_old;
DROP TABLE IF EXISTS linkage_new;
DROP TABLE IF EXISTS cached_pairs;
