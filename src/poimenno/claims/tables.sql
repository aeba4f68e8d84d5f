-- What may be asserted? One figure said by one source.
CREATE TABLE claims (
    claim_id VARCHAR PRIMARY KEY,
    measure VARCHAR NOT NULL,
    operation VARCHAR,
    scope VARCHAR,
    region VARCHAR,
    territory VARCHAR,
    period_start DATE,
    period_end DATE,
    value BIGINT,
    value_low BIGINT,
    value_high BIGINT,
    source VARCHAR NOT NULL,
    via VARCHAR,
    quote VARCHAR,
    status VARCHAR,
    note VARCHAR,
    collection VARCHAR NOT NULL
);
COMMENT ON TABLE claims IS 'Published figures: measure x operation x region x period, each with source and status.';
COMMENT ON COLUMN claims.claim_id IS 'Stable id: collection and the row in its table.';
COMMENT ON COLUMN claims.measure IS 'Code of reference/measures.csv: limit_category_1, arrested, convicted, executed …';
COMMENT ON COLUMN claims.operation IS 'Code of reference/operations.csv; null: not of one operation.';
COMMENT ON COLUMN claims.scope IS 'Which cases of them are counted, as the source words it (a body, a group, a part); null: all.';
COMMENT ON COLUMN claims.region IS 'Code of reference/regions.csv; null: the whole USSR or not matched (see territory).';
COMMENT ON COLUMN claims.territory IS 'As the source words it.';
COMMENT ON COLUMN claims.value IS 'Number of people; null where only a range is given, or where the source was seen without its number.';
COMMENT ON COLUMN claims.value_low IS 'Lower end of a range; null: open or exact.';
COMMENT ON COLUMN claims.value_high IS 'Upper end of a range; null: open or exact.';
COMMENT ON COLUMN claims.via IS 'Where it was seen quoted.';
COMMENT ON COLUMN claims.status IS 'How far the row is verified, as the table says.';
COMMENT ON COLUMN claims.collection IS 'limits_00447_initial | supplements_00447 | statistics | stalin_lists | a source of the archive with kind figures.';

CREATE TABLE rejected_claims (source_id VARCHAR NOT NULL, locator VARCHAR NOT NULL, reason VARCHAR NOT NULL, text VARCHAR NOT NULL);
COMMENT ON TABLE rejected_claims IS 'Rows of the archive''s figures that became no claim. Claims and rejected rows add up to the rows of the file.';
COMMENT ON COLUMN rejected_claims.reason IS 'One sentence: what was found, what was expected.';
COMMENT ON COLUMN rejected_claims.text IS 'The row as read, at most its first 1,000 characters.';
