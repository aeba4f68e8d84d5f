-- Which entries are about one person?
CREATE TABLE persons (
    person_id VARCHAR PRIMARY KEY,
    founding_entry_id VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    surname VARCHAR,
    given_name VARCHAR,
    patronymic VARCHAR,
    sex VARCHAR,
    birth_edtf VARCHAR,
    birth_earliest DATE,
    birth_latest DATE,
    entries INTEGER NOT NULL,
    sources INTEGER NOT NULL,
    confidence DOUBLE NOT NULL,
    made_up BOOLEAN NOT NULL
);
COMMENT ON TABLE persons IS 'A human being: the entries judged to be about the same one.';
COMMENT ON COLUMN persons.person_id IS 'Citable id: the handle of the founding entry (ten betanumeric characters and a NOID check character).';
COMMENT ON COLUMN persons.founding_entry_id IS 'The earliest of the entries, by order of source and of entry.';
COMMENT ON COLUMN persons.name IS 'Preferred form: surname, given name, patronymic, as the founding entry has it.';
COMMENT ON COLUMN persons.birth_edtf IS 'Preferred birth: the narrowest that most entries are compatible with.';
COMMENT ON COLUMN persons.entries IS 'Number of entries.';
COMMENT ON COLUMN persons.sources IS 'Number of sources.';
COMMENT ON COLUMN persons.confidence IS 'Probability that all entries are about one human being: of the weakest link that holds them; 1 for a single entry.';
COMMENT ON COLUMN persons.made_up IS 'True where any entry comes from invented data.';

CREATE TABLE person_entries (
    entry_id VARCHAR PRIMARY KEY,
    person_id VARCHAR NOT NULL,
    probability DOUBLE NOT NULL
);
COMMENT ON TABLE person_entries IS 'Which person an entry is about: a judgement.';
COMMENT ON COLUMN person_entries.probability IS 'Of the best link of this entry to another of the person; 1 for a single entry.';

CREATE TABLE links (
    entry_id_a VARCHAR NOT NULL,
    entry_id_b VARCHAR NOT NULL,
    weight DOUBLE NOT NULL,
    probability DOUBLE NOT NULL,
    origin VARCHAR NOT NULL,
    used BOOLEAN NOT NULL,
    evidence JSON,
    surprise DOUBLE,
    PRIMARY KEY (entry_id_a, entry_id_b)
);
COMMENT ON TABLE links IS 'Pairs of entries that were judged, with the reasons.';
COMMENT ON COLUMN links.weight IS 'Match weight: log2 of the Bayes factor (Fellegi and Sunter 1969).';
COMMENT ON COLUMN links.probability IS 'Probability that both are about one person.';
COMMENT ON COLUMN links.origin IS 'model | decision: who judged.';
COMMENT ON COLUMN links.used IS 'Whether it holds a person together.';
COMMENT ON COLUMN links.evidence IS 'List of {comparison, level, level_ru, weight}: what was compared, the outcome in words, and its share of the weight; null for a decision.';
COMMENT ON COLUMN links.surprise IS 'How unusual the pair would be for one person, in bits: of each comparison of who they are, log2 of the share of the most usual outcome over that of this one; null for a decision.';
