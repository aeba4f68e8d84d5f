-- What Spark predicted, as a table of the record.
CREATE OR REPLACE TEMP TABLE {{table}} AS FROM fetched_pairs;
