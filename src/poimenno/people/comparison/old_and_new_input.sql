-- The entries of sources whose scores are cached, and those of the others.
CREATE OR REPLACE TEMP TABLE linkage_old AS
FROM linkage_input SEMI JOIN old_sources USING (source_id);

CREATE OR REPLACE TEMP TABLE linkage_new AS
FROM linkage_input ANTI JOIN old_sources USING (source_id);
