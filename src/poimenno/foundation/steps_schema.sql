-- Where intermediate tables are kept.
CREATE SCHEMA IF NOT EXISTS steps;
