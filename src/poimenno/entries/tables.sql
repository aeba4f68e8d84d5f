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
COMMENT ON COLUMN entries.source_id IS 'sources.source_id.';
COMMENT ON COLUMN entries.locator IS 'Place in the source: line:N (from 1), row:N (rows as a spreadsheet numbers them), FILE#N (Nth entry of a file, from 0), notice:N (from 1).';
COMMENT ON COLUMN entries.ordinal IS 'Order in the source, from 0.';
COMMENT ON COLUMN entries.handle IS 'Citable id of the person that this entry is about: a handle of any entry leads to the person it belongs to.';
COMMENT ON COLUMN entries.text IS 'The notice, verbatim; empty if the source has columns only.';
COMMENT ON COLUMN entries.columns IS 'The cells of the row by header, verbatim; null: no columns.';
COMMENT ON COLUMN entries.context IS 'Headings above the entry that apply to it, such as the street in a list by address; null: none.';
COMMENT ON COLUMN entries.head_entry_id IS 'The entry of the head of the family that this entry is listed under; null: it is listed on its own.';

CREATE TABLE rejected (
    source_id VARCHAR NOT NULL,
    locator VARCHAR NOT NULL,
    reason VARCHAR NOT NULL,
    text VARCHAR NOT NULL
);
COMMENT ON TABLE rejected IS 'Rows that became no entry. Entries and rejected rows add up to the rows of the file.';
COMMENT ON COLUMN rejected.source_id IS 'sources.source_id.';
COMMENT ON COLUMN rejected.locator IS 'Place in the source, as in entries.locator.';
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
COMMENT ON COLUMN fields.entry_id IS 'entries.entry_id.';
COMMENT ON COLUMN fields.ordinal IS 'Order of reading within the entry, from 0.';
COMMENT ON COLUMN fields.episode IS '0: the life (name, birth, death, burial); 1, 2 …: the persecutions that the entry describes.';
COMMENT ON COLUMN fields.field IS 'Name of the field, one of reference/fields.csv.';
COMMENT ON COLUMN fields.value IS 'The words of the source, without outer punctuation.';
COMMENT ON COLUMN fields.normal IS 'The same in normal form: EDTF for a date, a code for a body, a category or an ethnonym; null: no normal form known.';
COMMENT ON COLUMN fields.earliest IS 'First possible day of a date; null: not a date, or open to the past.';
COMMENT ON COLUMN fields.latest IS 'Last possible day of a date; null: not a date, or open to the future.';
COMMENT ON COLUMN fields.number IS 'The number meant, in the unit of the field; null: not a number.';
COMMENT ON COLUMN fields.part IS 'Column or context in which the span counts; null: the text of the entry.';
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
COMMENT ON TABLE readings IS 'The life as an entry states it, one row an entry: the first value of each field.';
COMMENT ON COLUMN readings.entry_id IS 'entries.entry_id.';
COMMENT ON COLUMN readings.source_id IS 'sources.source_id.';
COMMENT ON COLUMN readings.surname IS 'Surname as printed; null: not stated.';
COMMENT ON COLUMN readings.given_name IS 'Given name or initial as printed; null: not stated.';
COMMENT ON COLUMN readings.patronymic IS 'Patronymic or father''s name as printed; null: not stated.';
COMMENT ON COLUMN readings.name_variants IS 'Other spellings and names that the entry gives; null: none.';
COMMENT ON COLUMN readings.maiden_name IS 'Name before marriage as printed; null: not stated.';
COMMENT ON COLUMN readings.sex IS 'm or f, from the forms of words; null: not stated.';
COMMENT ON COLUMN readings.birth_edtf IS 'Date of birth as EDTF; null: not stated.';
COMMENT ON COLUMN readings.birth_earliest IS 'First possible day of birth; null: not stated, or open to the past.';
COMMENT ON COLUMN readings.birth_latest IS 'Last possible day of birth; null: not stated, or open to the future.';
COMMENT ON COLUMN readings.birth_place IS 'Place of birth as printed; null: not stated.';
COMMENT ON COLUMN readings.ethnicity IS 'As recorded in the source; null: not stated.';
COMMENT ON COLUMN readings.ethnic_group IS 'Code of reference/ethnonyms.csv for the recorded ethnicity; null: not stated, or not in the table.';
COMMENT ON COLUMN readings.party IS 'Party membership as printed; null: not stated.';
COMMENT ON COLUMN readings.education IS 'Education as printed; null: not stated.';
COMMENT ON COLUMN readings.occupation IS 'Occupation and workplace as printed; null: not stated.';
COMMENT ON COLUMN readings.residence IS 'As printed; if the source says "the same", the place it refers to; null: not stated.';
COMMENT ON COLUMN readings.residence_latitude IS 'Degrees north, WGS 84, as the source gives it; null: not given.';
COMMENT ON COLUMN readings.residence_longitude IS 'Degrees east, WGS 84, as the source gives it; null: not given.';
COMMENT ON COLUMN readings.death_edtf IS 'Date of a death that is not stated as an execution, as EDTF; null: not stated.';
COMMENT ON COLUMN readings.death_earliest IS 'First possible day of that death; null: not stated, or open to the past.';
COMMENT ON COLUMN readings.death_latest IS 'Last possible day of that death; null: not stated, or open to the future.';
COMMENT ON COLUMN readings.death_place IS 'Place of that death as printed; null: not stated.';
COMMENT ON COLUMN readings.burial_place IS 'Place of burial as printed; null: not stated.';
COMMENT ON COLUMN readings.archive_files IS 'File numbers of archives as printed; null: none.';
COMMENT ON COLUMN readings.cross_references IS 'References to other sources or books as printed; null: none.';
COMMENT ON COLUMN readings.family_relation IS 'Relation to the head of the family as printed (wife, son …); null: not stated.';

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
COMMENT ON TABLE episodes IS 'The persecutions that an entry describes, one row each: the first value of each field.';
COMMENT ON COLUMN episodes.entry_id IS 'entries.entry_id.';
COMMENT ON COLUMN episodes.episode IS 'Number of the persecution within the entry, from 1.';
COMMENT ON COLUMN episodes.arrest_edtf IS 'Date of the arrest as EDTF; null: not stated.';
COMMENT ON COLUMN episodes.arrest_earliest IS 'First possible day of the arrest; null: not stated, or open to the past.';
COMMENT ON COLUMN episodes.arrest_latest IS 'Last possible day of the arrest; null: not stated, or open to the future.';
COMMENT ON COLUMN episodes.arrest_place IS 'Place of the arrest as printed; null: not stated.';
COMMENT ON COLUMN episodes.arrest_body IS 'The body that arrested, as printed; null: not stated.';
COMMENT ON COLUMN episodes.sentencing_body IS 'The body that sentenced, as printed; null: not stated.';
COMMENT ON COLUMN episodes.body_type IS 'Code of reference/bodies.csv for the sentencing body; null: not stated or not recognised.';
COMMENT ON COLUMN episodes.body_region IS 'Code of reference/regions.csv for the region named within the body; null: none named or not recognised.';
COMMENT ON COLUMN episodes.sentence_edtf IS 'Date of the sentence as EDTF; null: not stated.';
COMMENT ON COLUMN episodes.sentence_earliest IS 'First possible day of the sentence; null: not stated, or open to the past.';
COMMENT ON COLUMN episodes.sentence_latest IS 'Last possible day of the sentence; null: not stated, or open to the future.';
COMMENT ON COLUMN episodes.charge IS 'What was alleged, as worded in the source; null: not stated.';
COMMENT ON COLUMN episodes.articles IS 'Articles of the criminal code in normal form (58-1а, 58-10); null: none stated.';
COMMENT ON COLUMN episodes.sentence IS 'The sentence as worded in the source; null: not stated.';
COMMENT ON COLUMN episodes.sentence_category IS 'Code of reference/sentence_categories.csv; null: no sentence stated.';
COMMENT ON COLUMN episodes.sentence_years IS 'Years of deprivation of liberty or of exile; null: none, or not stated.';
COMMENT ON COLUMN episodes.execution_edtf IS 'Date of the execution as EDTF; null: not stated.';
COMMENT ON COLUMN episodes.execution_earliest IS 'First possible day of the execution; null: not stated, or open to the past.';
COMMENT ON COLUMN episodes.execution_latest IS 'Last possible day of the execution; null: not stated, or open to the future.';
COMMENT ON COLUMN episodes.execution_place IS 'Place of the execution as printed; null: not stated.';
COMMENT ON COLUMN episodes.deportation_edtf IS 'Date of the deportation as EDTF; null: not stated.';
COMMENT ON COLUMN episodes.deportation_earliest IS 'First possible day of the deportation; null: not stated, or open to the past.';
COMMENT ON COLUMN episodes.deportation_latest IS 'Last possible day of the deportation; null: not stated, or open to the future.';
COMMENT ON COLUMN episodes.release_edtf IS 'Date of the release as EDTF; null: not stated.';
COMMENT ON COLUMN episodes.release_earliest IS 'First possible day of the release; null: not stated, or open to the past.';
COMMENT ON COLUMN episodes.release_latest IS 'Last possible day of the release; null: not stated, or open to the future.';
COMMENT ON COLUMN episodes.rehabilitation_edtf IS 'Date of the rehabilitation as EDTF; null: not stated.';
COMMENT ON COLUMN episodes.rehabilitation_earliest IS 'First possible day of the rehabilitation; null: not stated, or open to the past.';
COMMENT ON COLUMN episodes.rehabilitation_latest IS 'Last possible day of the rehabilitation; null: not stated, or open to the future.';
COMMENT ON COLUMN episodes.rehabilitation_body IS 'The body that rehabilitated, as printed; null: not stated.';
