-- What befell the person? Entries become cases; disagreements are kept beside the preferred value.
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
COMMENT ON TABLE cases IS 'One persecution of a person: arrest, charge, body, sentence, outcome. Preferred values; all are in case_values.';
COMMENT ON COLUMN cases.case_id IS 'person_id, hyphen, ordinal.';
COMMENT ON COLUMN cases.ordinal IS 'Order in time within the person, from 1.';
COMMENT ON COLUMN cases.region IS 'Code of reference/regions.csv: of the body, else of who arrested, of the residence, or of the burial place of who was shot; null: unknown.';
COMMENT ON COLUMN cases.outcome IS 'executed | death_sentence | died | imprisoned | deported | other | unknown: what is told of the end of the case.';
COMMENT ON COLUMN cases.year IS 'Year of the sentence, else of execution, else of arrest, where only one is possible; null: unknown.';

CREATE TABLE case_entries (
    case_id VARCHAR NOT NULL,
    entry_id VARCHAR NOT NULL,
    episode INTEGER NOT NULL,
    PRIMARY KEY (entry_id, episode)
);
COMMENT ON TABLE case_entries IS 'Which persecution of which entry a case rests on.';

CREATE TABLE case_values (
    case_id VARCHAR NOT NULL,
    field VARCHAR NOT NULL,
    value VARCHAR NOT NULL,
    normal VARCHAR,
    entry_id VARCHAR NOT NULL,
    preferred BOOLEAN NOT NULL
);
COMMENT ON TABLE case_values IS 'Each value of a case with the entry that says it; those not preferred stay beside.';

CREATE TABLE person_values (
    person_id VARCHAR NOT NULL,
    field VARCHAR NOT NULL,
    value VARCHAR NOT NULL,
    normal VARCHAR,
    entry_id VARCHAR NOT NULL,
    preferred BOOLEAN NOT NULL
);
COMMENT ON TABLE person_values IS 'Each value of a life (name, birth, residence, burial …) with the entry that says it.';

CREATE TABLE findings (
    finding_id VARCHAR PRIMARY KEY,
    kind VARCHAR NOT NULL,
    subject VARCHAR NOT NULL,
    entry_id VARCHAR,
    detail JSON NOT NULL
);
COMMENT ON TABLE findings IS 'What a check found: values that cannot all be true. Shown, never smoothed.';
COMMENT ON COLUMN findings.kind IS 'Code of reference/findings.csv, which has the sentence in both languages with {placeholders}.';
COMMENT ON COLUMN findings.subject IS 'case_id, person_id or claim_id that it is about.';
COMMENT ON COLUMN findings.detail IS 'The values for the placeholders.';

CREATE TABLE person_places (
    person_id VARCHAR NOT NULL,
    role VARCHAR NOT NULL,
    place_id VARCHAR NOT NULL,
    entry_id VARCHAR NOT NULL
);
COMMENT ON TABLE person_places IS 'Recognised places of a person, each with the entry that names it.';
COMMENT ON COLUMN person_places.role IS 'execution | burial.';
COMMENT ON COLUMN person_places.place_id IS 'places.place_id.';
