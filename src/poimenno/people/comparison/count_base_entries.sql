-- How many entries the base sources have: the model's prior rests on them, so that a small list changes no score.
SELECT count(*) FROM linkage_input SEMI JOIN base_sources USING (source_id);
