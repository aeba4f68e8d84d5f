-- What did we receive? One row a source, as its source.toml says, and one row a file.
CREATE TABLE sources (
    source_id VARCHAR PRIMARY KEY,
    ordinal INTEGER NOT NULL,
    title VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    language VARCHAR NOT NULL,
    citation VARCHAR,
    licence VARCHAR,
    url VARCHAR,
    reader VARCHAR NOT NULL,
    dialect VARCHAR,
    made_up BOOLEAN NOT NULL
);
COMMENT ON TABLE sources IS 'A published or archival work that entries come from.';
COMMENT ON COLUMN sources.source_id IS 'Name of its folder in the archive: letters, digits, dot, hyphen and underscore.';
COMMENT ON COLUMN sources.ordinal IS 'Order in which it was added to the archive, from 1; ids of persons rest on it.';
COMMENT ON COLUMN sources.title IS 'As printed, in its own language.';
COMMENT ON COLUMN sources.kind IS 'What its rows are: list (of people) or figures.';
COMMENT ON COLUMN sources.language IS 'Language of the source, an ISO 639-1 code: ru, uk, et, en.';
COMMENT ON COLUMN sources.citation IS 'How to cite it; null: not stated.';
COMMENT ON COLUMN sources.licence IS 'Licence as stated by its publisher; null: not stated.';
COMMENT ON COLUMN sources.url IS 'Where it was received from; null: not stated.';
COMMENT ON COLUMN sources.reader IS 'The reader that turned it into entries: delimited, xlsx, jsonl, yaml, separated, lines, html.';
COMMENT ON COLUMN sources.dialect IS 'The dialect of its notices (entries/dialects); null: it has no prose.';
COMMENT ON COLUMN sources.made_up IS 'True: invented test data, which is never shown together with real people.';

CREATE TABLE files (
    source_id VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    bytes BIGINT NOT NULL,
    sha256 VARCHAR NOT NULL,
    encoding VARCHAR,
    PRIMARY KEY (source_id, name)
);
COMMENT ON TABLE files IS 'The files of a source, as received.';
COMMENT ON COLUMN files.source_id IS 'sources.source_id.';
COMMENT ON COLUMN files.name IS 'Path inside the folder of the source.';
COMMENT ON COLUMN files.bytes IS 'Size in bytes.';
COMMENT ON COLUMN files.sha256 IS 'Checksum of the bytes, lower-case hexadecimal.';
COMMENT ON COLUMN files.encoding IS 'Encoding in which the text was read; null: a binary format.';
