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
COMMENT ON TABLE persons IS 'A human being: the entries that are about the same one, by the linkage and by decisions of reviewers.';
COMMENT ON COLUMN persons.person_id IS 'Citable id: the handle of the founding entry (ten betanumeric characters and a NOID check character).';
COMMENT ON COLUMN persons.founding_entry_id IS 'The earliest of the entries, by order of source and of entry.';
COMMENT ON COLUMN persons.name IS 'Preferred form: surname, given name, patronymic, as the founding entry has it; a dash if it has none.';
COMMENT ON COLUMN persons.surname IS 'As the founding entry has it, else the next entry that has one; null: no entry has one.';
COMMENT ON COLUMN persons.given_name IS 'As the founding entry has it, else the next entry that has one; null: no entry has one.';
COMMENT ON COLUMN persons.patronymic IS 'As the founding entry has it, else the next entry that has one; null: no entry has one.';
COMMENT ON COLUMN persons.sex IS 'm or f, as the first entry that states it; null: no entry states it.';
COMMENT ON COLUMN persons.birth_edtf IS 'Preferred birth (EDTF): the one that most entries are compatible with, of these the narrowest; null: no entry states it.';
COMMENT ON COLUMN persons.birth_earliest IS 'First possible day of the preferred birth; null: unknown or open.';
COMMENT ON COLUMN persons.birth_latest IS 'Last possible day of the preferred birth; null: unknown or open.';
COMMENT ON COLUMN persons.entries IS 'Number of entries.';
COMMENT ON COLUMN persons.sources IS 'Number of sources.';
COMMENT ON COLUMN persons.confidence IS 'Probability that all entries are about one human being: of the weakest link that holds them; 1 for a single entry.';
COMMENT ON COLUMN persons.made_up IS 'True if any entry comes from invented data.';

CREATE TABLE person_entries (
    entry_id VARCHAR PRIMARY KEY,
    person_id VARCHAR NOT NULL,
    probability DOUBLE NOT NULL
);
COMMENT ON TABLE person_entries IS 'Which person an entry is about, by the linkage and by decisions of reviewers.';
COMMENT ON COLUMN person_entries.entry_id IS 'The entry; each is about one person.';
COMMENT ON COLUMN person_entries.person_id IS 'The person.';
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
COMMENT ON TABLE links IS 'Pairs of entries that may be about one person, as the model or a decision has it, with the reasons.';
COMMENT ON COLUMN links.entry_id_a IS 'The entry whose id is the smaller.';
COMMENT ON COLUMN links.entry_id_b IS 'The other entry.';
COMMENT ON COLUMN links.weight IS 'Match weight in bits: log2 of the Bayes factor (Fellegi and Sunter 1969); 100 or -100 for a decision.';
COMMENT ON COLUMN links.probability IS 'Probability that both are about one person; 1 or 0 for a decision.';
COMMENT ON COLUMN links.origin IS 'model | decision: the model of the linkage, or a decision of a reviewer, which replaces what the model found.';
COMMENT ON COLUMN links.used IS 'Whether the link holds a person together.';
COMMENT ON COLUMN links.evidence IS 'List of {comparison, level, level_ru, weight}: what was compared, the outcome in words, and its share of the weight in bits; null for a decision.';
COMMENT ON COLUMN links.surprise IS 'How unusual the pair would be for one person, in bits: of each comparison of who they are, log2 of the share of the most usual outcome over that of this one; null for a decision.';
