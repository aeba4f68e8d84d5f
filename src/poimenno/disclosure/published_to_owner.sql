-- The cards of all persons: for the owner of the archive, who has the sources anyway.
CREATE OR REPLACE TEMP VIEW published AS
SELECT * FROM cards
