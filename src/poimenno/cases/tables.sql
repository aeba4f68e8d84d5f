-- What befell the person? Entries become cases; values that differ are kept beside the preferred one.
CREATE TABLE cases (
    case_id VARCHAR PRIMARY KEY,
    person_id VARCHAR NOT NULL,
    ordinal INTEGER NOT NULL,
    arrest_edtf VARCHAR,
    arrest_earliest DATE,
    arrest_latest DATE,
    body VARCHAR,
    body_type VARCHAR,
    region VARCHAR,
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
    release_edtf VARCHAR,
    rehabilitation_edtf VARCHAR,
    rehabilitation_body VARCHAR,
    outcome VARCHAR NOT NULL,
    year INTEGER
);
COMMENT ON TABLE cases IS 'One persecution of a person: arrest, charge, body, sentence, outcome. Preferred values; case_values has all.';
COMMENT ON COLUMN cases.case_id IS 'person_id, hyphen, ordinal.';
COMMENT ON COLUMN cases.person_id IS 'persons.person_id.';
COMMENT ON COLUMN cases.ordinal IS 'Order in time within the person, from 1.';
COMMENT ON COLUMN cases.arrest_edtf IS 'Date of the arrest as EDTF; null: not stated.';
COMMENT ON COLUMN cases.arrest_earliest IS 'First possible day of the arrest; null: not stated, or open to the past.';
COMMENT ON COLUMN cases.arrest_latest IS 'Last possible day of the arrest; null: not stated, or open to the future.';
COMMENT ON COLUMN cases.body IS 'The sentencing body as worded in the source; null: not stated.';
COMMENT ON COLUMN cases.body_type IS 'Code of reference/bodies.csv for the body; null: not stated or not recognised.';
COMMENT ON COLUMN cases.region IS 'Code of reference/regions.csv: region of the sentencing body, else of the body that arrested, else of the residence, else, if shot, of the burial place; null: unknown.';
COMMENT ON COLUMN cases.sentence_edtf IS 'Date of the sentence as EDTF; null: not stated.';
COMMENT ON COLUMN cases.sentence_earliest IS 'First possible day of the sentence; null: not stated, or open to the past.';
COMMENT ON COLUMN cases.sentence_latest IS 'Last possible day of the sentence; null: not stated, or open to the future.';
COMMENT ON COLUMN cases.charge IS 'What was alleged, as worded in the source; null: not stated.';
COMMENT ON COLUMN cases.articles IS 'Articles of the criminal code in normal form (58-1а, 58-10); null: none stated.';
COMMENT ON COLUMN cases.sentence IS 'The sentence as worded in the source; null: not stated.';
COMMENT ON COLUMN cases.sentence_category IS 'Code of reference/sentence_categories.csv; null: no sentence stated.';
COMMENT ON COLUMN cases.sentence_years IS 'Term in years; null: none, or not stated.';
COMMENT ON COLUMN cases.execution_edtf IS 'Date of the execution as EDTF; null: not stated.';
COMMENT ON COLUMN cases.execution_earliest IS 'First possible day of the execution; null: not stated, or open to the past.';
COMMENT ON COLUMN cases.execution_latest IS 'Last possible day of the execution; null: not stated, or open to the future.';
COMMENT ON COLUMN cases.execution_place IS 'Place of the execution as worded in the source; null: not stated.';
COMMENT ON COLUMN cases.deportation_edtf IS 'Date of the deportation as EDTF; null: not stated.';
COMMENT ON COLUMN cases.release_edtf IS 'Date of the release as EDTF; null: not stated.';
COMMENT ON COLUMN cases.rehabilitation_edtf IS 'Date of the rehabilitation as EDTF; null: not stated.';
COMMENT ON COLUMN cases.rehabilitation_body IS 'The body that rehabilitated, as worded in the source; null: not stated.';
COMMENT ON COLUMN cases.outcome IS 'How the case ended, as far as stated: executed | death_sentence | died | imprisoned | deported | other | unknown.';
COMMENT ON COLUMN cases.year IS 'Year of the sentence, else of the execution, else of the arrest, else of the deportation, if only one is possible; null: unknown.';

CREATE TABLE case_entries (
    case_id VARCHAR NOT NULL,
    entry_id VARCHAR NOT NULL,
    episode INTEGER NOT NULL,
    PRIMARY KEY (entry_id, episode)
);
COMMENT ON TABLE case_entries IS 'Which persecutions of which entries a case rests on.';
COMMENT ON COLUMN case_entries.case_id IS 'cases.case_id.';
COMMENT ON COLUMN case_entries.entry_id IS 'entries.entry_id.';
COMMENT ON COLUMN case_entries.episode IS 'episodes.episode; 0: the entry states only a place of burial.';

CREATE TABLE case_values (
    case_id VARCHAR NOT NULL,
    field VARCHAR NOT NULL,
    value VARCHAR NOT NULL,
    normal VARCHAR,
    entry_id VARCHAR NOT NULL,
    preferred BOOLEAN NOT NULL
);
COMMENT ON TABLE case_values IS 'Each value of a case with the entry that states it, preferred or not.';
COMMENT ON COLUMN case_values.case_id IS 'cases.case_id.';
COMMENT ON COLUMN case_values.field IS 'Name of the field, one of reference/fields.csv.';
COMMENT ON COLUMN case_values.value IS 'The words of the source, without outer punctuation.';
COMMENT ON COLUMN case_values.normal IS 'The same in normal form: EDTF for a date, a code for a body or a category; null: no normal form known.';
COMMENT ON COLUMN case_values.entry_id IS 'entries.entry_id of the entry that states it.';
COMMENT ON COLUMN case_values.preferred IS 'Whether the case shows this value; of a field of the type list, all are preferred.';

CREATE TABLE person_values (
    person_id VARCHAR NOT NULL,
    field VARCHAR NOT NULL,
    value VARCHAR NOT NULL,
    normal VARCHAR,
    entry_id VARCHAR NOT NULL,
    preferred BOOLEAN NOT NULL
);
COMMENT ON TABLE person_values IS 'Each value of a life (name, birth, residence, burial …) with the entry that states it.';
COMMENT ON COLUMN person_values.person_id IS 'persons.person_id.';
COMMENT ON COLUMN person_values.field IS 'Name of the field, one of reference/fields.csv.';
COMMENT ON COLUMN person_values.value IS 'The words of the source, without outer punctuation.';
COMMENT ON COLUMN person_values.normal IS 'The same in normal form: EDTF for a date, a code for an ethnonym; null: no normal form known.';
COMMENT ON COLUMN person_values.entry_id IS 'entries.entry_id of the entry that states it.';
COMMENT ON COLUMN person_values.preferred IS 'Whether the person shows this value; of a field of the type list, all are preferred.';

CREATE TABLE findings (
    finding_id VARCHAR PRIMARY KEY,
    kind VARCHAR NOT NULL,
    subject VARCHAR NOT NULL,
    entry_id VARCHAR,
    detail JSON NOT NULL
);
COMMENT ON TABLE findings IS 'What a check found: values that cannot all be true. Shown, never smoothed.';
COMMENT ON COLUMN findings.finding_id IS 'kind, subject and number within both, joined by colons.';
COMMENT ON COLUMN findings.kind IS 'Code of reference/findings.csv, which has the sentence in each language, with {placeholders}.';
COMMENT ON COLUMN findings.subject IS 'case_id or person_id that it is about.';
COMMENT ON COLUMN findings.entry_id IS 'entries.entry_id, if it is about one entry; null: it is about several.';
COMMENT ON COLUMN findings.detail IS 'The values for the placeholders.';

CREATE TABLE person_places (
    person_id VARCHAR NOT NULL,
    role VARCHAR NOT NULL,
    place_id VARCHAR NOT NULL,
    entry_id VARCHAR NOT NULL
);
COMMENT ON TABLE person_places IS 'Recognised places of a person, each with the entry that names it.';
COMMENT ON COLUMN person_places.person_id IS 'persons.person_id.';
COMMENT ON COLUMN person_places.role IS 'execution | burial.';
COMMENT ON COLUMN person_places.place_id IS 'places.place_id.';
COMMENT ON COLUMN person_places.entry_id IS 'entries.entry_id of the entry that names the place.';
