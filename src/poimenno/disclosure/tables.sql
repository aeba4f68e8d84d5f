-- Who may see what, and how it is found.
CREATE TABLE search_tokens (
    token VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    person_id VARCHAR NOT NULL
);
COMMENT ON TABLE search_tokens IS 'Folded words of the names of every entry of a person, for search in any spelling or script.';
COMMENT ON COLUMN search_tokens.token IS 'values.person_names.fold of one word of a name: lower-case ASCII.';
COMMENT ON COLUMN search_tokens.kind IS 'surname | given_name | patronymic | variant.';

CREATE TABLE search_words (token VARCHAR PRIMARY KEY);
COMMENT ON TABLE search_words IS 'The distinct tokens, which a word of a query is compared with.';

CREATE TABLE cards (
    person_id VARCHAR PRIMARY KEY,
    sort_name VARCHAR NOT NULL,
    dead BOOLEAN NOT NULL,
    latest_birth_year INTEGER,
    case_id VARCHAR,
    year INTEGER,
    day DATE,
    outcome VARCHAR,
    region VARCHAR,
    body_type VARCHAR,
    operation VARCHAR,
    burial_place_id VARCHAR,
    burial_place VARCHAR,
    sentenced BOOLEAN,
    arrested_first DATE,
    arrested_last DATE,
    sentenced_first DATE,
    sentenced_last DATE,
    shot_first DATE,
    shot_last DATE
);
COMMENT ON TABLE cards IS 'What a list of persons shows of each, and what decides on disclosure.';
COMMENT ON COLUMN cards.sort_name IS 'Name in small letters without accents, for the order of lists.';
COMMENT ON COLUMN cards.dead IS 'A source tells of an execution, another death or a burial.';
COMMENT ON COLUMN cards.latest_birth_year IS 'Last possible year of birth; else 16 years before the first arrest or sentence; null: nothing tells.';
COMMENT ON COLUMN cards.case_id IS 'The case that the list shows: of 1937-1938, else the last.';
COMMENT ON COLUMN cards.day IS 'Day of execution, where exactly one is preferred.';
COMMENT ON COLUMN cards.operation IS 'Inferred operation of that case.';
COMMENT ON COLUMN cards.burial_place_id IS 'Recognised place of burial.';
COMMENT ON COLUMN cards.sentenced IS 'A source tells of a sentence in that case; null: there is no case.';
COMMENT ON COLUMN cards.arrested_first IS 'First possible day of the arrest in that case; _last: the last; so too for the sentence and the shooting.';
COMMENT ON COLUMN cards.burial_place IS 'Place of burial as the founding source words it.';

CREATE TABLE record (key VARCHAR PRIMARY KEY, value VARCHAR NOT NULL);
COMMENT ON TABLE record IS 'What this record was built from: program, version, inputs. Holds no time of day: the same inputs make the same record.';
