-- The cards of the persons who may be shown: known to be dead, or born so long ago that their files are open.
-- Without the variable, which `publish` sets, only the dead are shown.
CREATE OR REPLACE TEMP VIEW published AS
SELECT * FROM cards WHERE dead OR latest_birth_year <= getvariable('last_published_birth_year')
