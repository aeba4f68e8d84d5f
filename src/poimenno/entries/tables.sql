-- What does each entry say? Verbatim text, what was read from it and where, and what could not be used.
CREATE TABLE entries (
    entry_id VARCHAR PRIMARY KEY,
    source_id VARCHAR NOT NULL,
    locator VARCHAR NOT NULL,
    ordinal BIGINT NOT NULL,
    handle VARCHAR NOT NULL,
    text VARCHAR NOT NULL,
    columns JSON,
    context JSON,
    head_entry_id VARCHAR
);
COMMENT ON TABLE entries IS 'One record about one person in one source, kept verbatim and never changed.';
COMMENT ON COLUMN entries.entry_id IS 'source_id and locator, joined by "/".';
COMMENT ON COLUMN entries.locator IS 'Place in the source: line:N (from 1), row:N (rows as a spreadsheet numbers them), FILE#N (Nth entry of a file, from 0), notice:N (from 1).';
COMMENT ON COLUMN entries.ordinal IS 'Order in the source, from 0.';
COMMENT ON COLUMN entries.handle IS 'Citable id of whoever this entry is about: any handle leads to the person that holds the entry.';
COMMENT ON COLUMN entries.text IS 'The notice, verbatim; empty where the source has columns only.';
COMMENT ON COLUMN entries.columns IS 'The cells of the row by header, verbatim; null where there are none.';
COMMENT ON COLUMN entries.context IS 'What stands around the entry and holds for it, such as the street of a list by address; null: none.';
COMMENT ON COLUMN entries.head_entry_id IS 'The entry of the head of the family under which this one stands; null: stands alone.';

CREATE TABLE rejected (
    source_id VARCHAR NOT NULL,
    locator VARCHAR NOT NULL,
    reason VARCHAR NOT NULL,
    text VARCHAR NOT NULL
);
COMMENT ON TABLE rejected IS 'Rows that became no entry. Entries and rejected rows add up to the rows of the file.';
COMMENT ON COLUMN rejected.reason IS 'Code of the reason: empty | page_furniture | continuation | header | no_name | too_long | too_few_cells | too_many_cells | not_an_object | not_yaml | duplicate_key.';
COMMENT ON COLUMN rejected.text IS 'The row verbatim, at most its first 1,000 characters.';

CREATE TABLE fields (
    entry_id VARCHAR NOT NULL,
    ordinal INTEGER NOT NULL,
    episode INTEGER NOT NULL,
    field VARCHAR NOT NULL,
    value VARCHAR NOT NULL,
    normal VARCHAR,
    earliest DATE,
    latest DATE,
    number DOUBLE,
    part VARCHAR,
    start INTEGER,
    stop INTEGER
);
COMMENT ON TABLE fields IS 'What was read from an entry: one row a value, with its span.';
COMMENT ON COLUMN fields.ordinal IS 'Order of reading within the entry, from 0.';
COMMENT ON COLUMN fields.episode IS '0 for the life (name, birth, death, burial), 1, 2 … for each persecution that the entry tells of.';
COMMENT ON COLUMN fields.field IS 'Name of the field, one of reference/fields.csv.';
COMMENT ON COLUMN fields.value IS 'The words of the source, without outer punctuation.';
COMMENT ON COLUMN fields.normal IS 'The same in normal form: EDTF for a date, a code for a body, a category or an ethnonym; null: no normal form known.';
COMMENT ON COLUMN fields.earliest IS 'First possible day of a date; null: not a date, or open to the past.';
COMMENT ON COLUMN fields.latest IS 'Last possible day of a date; null: not a date, or open to the future.';
COMMENT ON COLUMN fields.number IS 'The number meant, in the unit of the field; null: not a number.';
COMMENT ON COLUMN fields.part IS 'Column or context that the span counts in; null: the text of the entry.';
COMMENT ON COLUMN fields.start IS 'First character of the span, from 0; null: inferred from the whole (sex from the form of a word).';
COMMENT ON COLUMN fields.stop IS 'Character after the last of the span.';

CREATE TABLE readings (
    entry_id VARCHAR PRIMARY KEY,
    source_id VARCHAR NOT NULL,
    surname VARCHAR,
    given_name VARCHAR,
    patronymic VARCHAR,
    name_variants VARCHAR[],
    maiden_name VARCHAR,
    sex VARCHAR,
    birth_edtf VARCHAR,
    birth_earliest DATE,
    birth_latest DATE,
    birth_place VARCHAR,
    ethnicity VARCHAR,
    ethnic_group VARCHAR,
    party VARCHAR,
    education VARCHAR,
    occupation VARCHAR,
    residence VARCHAR,
    residence_latitude DOUBLE,
    residence_longitude DOUBLE,
    death_edtf VARCHAR,
    death_earliest DATE,
    death_latest DATE,
    death_place VARCHAR,
    burial_place VARCHAR,
    archive_files VARCHAR[],
    cross_references VARCHAR[],
    family_relation VARCHAR
);
COMMENT ON TABLE readings IS 'The life that an entry tells, one row an entry, from the fields; null: the entry does not say.';
COMMENT ON COLUMN readings.sex IS 'm or f, from the forms of words; null: not told.';
COMMENT ON COLUMN readings.name_variants IS 'Other spellings and names that the entry gives.';
COMMENT ON COLUMN readings.ethnicity IS 'As recorded in the source.';
COMMENT ON COLUMN readings.ethnic_group IS 'Code of reference/ethnonyms.csv for what was recorded; null: not in the table.';
COMMENT ON COLUMN readings.birth_edtf IS 'Date of birth as EDTF; earliest and latest are the first and last possible day.';
COMMENT ON COLUMN readings.death_edtf IS 'Death that is not told as an execution, as EDTF.';
COMMENT ON COLUMN readings.archive_files IS 'File numbers of the archives as printed.';
COMMENT ON COLUMN readings.cross_references IS 'References to other sources or books as printed.';
COMMENT ON COLUMN readings.family_relation IS 'Relation to the head of the family as printed (wife, son …).';
COMMENT ON COLUMN readings.residence IS 'As printed; where the source says "the same", what it is the same as.';
COMMENT ON COLUMN readings.residence_latitude IS 'Degrees north, WGS 84, where the source gives it.';
COMMENT ON COLUMN readings.residence_longitude IS 'Degrees east, WGS 84, where the source gives it.';

CREATE TABLE episodes (
    entry_id VARCHAR NOT NULL,
    episode INTEGER NOT NULL,
    arrest_edtf VARCHAR,
    arrest_earliest DATE,
    arrest_latest DATE,
    arrest_place VARCHAR,
    arrest_body VARCHAR,
    sentencing_body VARCHAR,
    body_type VARCHAR,
    body_region VARCHAR,
    sentence_edtf VARCHAR,
    sentence_earliest DATE,
    sentence_latest DATE,
    charge VARCHAR,
    articles VARCHAR[],
    sentence VARCHAR,
    sentence_category VARCHAR,
    sentence_years DOUBLE,
    execution_edtf VARCHAR,
    execution_earliest DATE,
    execution_latest DATE,
    execution_place VARCHAR,
    deportation_edtf VARCHAR,
    deportation_earliest DATE,
    deportation_latest DATE,
    release_edtf VARCHAR,
    release_earliest DATE,
    release_latest DATE,
    rehabilitation_edtf VARCHAR,
    rehabilitation_earliest DATE,
    rehabilitation_latest DATE,
    rehabilitation_body VARCHAR,
    PRIMARY KEY (entry_id, episode)
);
COMMENT ON TABLE episodes IS 'The persecutions that an entry tells of, one row each, from the fields; null: the entry does not say.';
COMMENT ON COLUMN episodes.body_type IS 'Code of reference/bodies.csv for the sentencing body; null: not recognised.';
COMMENT ON COLUMN episodes.body_region IS 'Code of reference/regions.csv named within the body; null: none named or not recognised.';
COMMENT ON COLUMN episodes.charge IS 'What was alleged, as worded in the source.';
COMMENT ON COLUMN episodes.articles IS 'Articles of the criminal code, normalised: 58-1а, 58-10.';
COMMENT ON COLUMN episodes.sentence_category IS 'Code of reference/sentences.csv: death, camp, prison, exile, dekulakization, deportation, disfranchisement, fine_or_other, acquitted_or_dropped, unknown.';
COMMENT ON COLUMN episodes.sentence_years IS 'Years of deprivation of liberty or of exile; null: none or not told.';
