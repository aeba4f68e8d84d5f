-- Who may see what, and how it is found.
CREATE TABLE search_tokens (
    token VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    person_id VARCHAR NOT NULL
);
COMMENT ON TABLE search_tokens IS 'Folded words of the names of every entry of a person, for search in any spelling or script.';
COMMENT ON COLUMN search_tokens.token IS 'values.names.fold of one word of a name: lower-case ASCII.';
COMMENT ON COLUMN search_tokens.kind IS 'surname | given_name | patronymic | variant.';

CREATE TABLE record (key VARCHAR PRIMARY KEY, value VARCHAR NOT NULL);
COMMENT ON TABLE record IS 'What this record was built from: program, version, inputs. Holds no time of day: the same inputs make the same record.';
