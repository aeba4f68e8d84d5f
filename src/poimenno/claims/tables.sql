-- What may be asserted? One figure, or one date, said by one source.
CREATE TABLE claims (
    claim_id VARCHAR PRIMARY KEY,
    measure VARCHAR NOT NULL,
    operation VARCHAR,
    body VARCHAR,
    scope VARCHAR,
    region VARCHAR,
    territory VARCHAR,
    extent VARCHAR,
    period_start DATE,
    period_end DATE,
    value BIGINT,
    value_low BIGINT,
    value_high BIGINT,
    unit VARCHAR NOT NULL,
    precision VARCHAR NOT NULL,
    possible_low BIGINT,
    possible_high BIGINT,
    event VARCHAR,
    date_edtf VARCHAR,
    date_earliest DATE,
    date_latest DATE,
    source VARCHAR NOT NULL,
    source_year INTEGER,
    page VARCHAR,
    via VARCHAR,
    quotes VARCHAR,
    quote VARCHAR,
    counts VARCHAR,
    status VARCHAR,
    note VARCHAR,
    collection VARCHAR NOT NULL
);
COMMENT ON TABLE claims IS 'Published figures and dates: measure x operation x region x period x body, each with source and status; and the counts of this record itself.';
COMMENT ON COLUMN claims.claim_id IS 'Stable id: collection and the row in its table.';
COMMENT ON COLUMN claims.measure IS 'Code of reference/measures.csv: limit_category_1, arrested, convicted, executed …; event: a date of an event.';
COMMENT ON COLUMN claims.operation IS 'Code of reference/operations.csv; null: not of one operation.';
COMMENT ON COLUMN claims.body IS 'Code of a body in reference/hierarchies.csv; null: all bodies, or not stated.';
COMMENT ON COLUMN claims.scope IS 'Which part of them is counted, as the source words it (a group, a prison, a part of a region); null: all.';
COMMENT ON COLUMN claims.region IS 'Code of reference/regions.csv; null: the whole USSR or not matched (see territory).';
COMMENT ON COLUMN claims.territory IS 'As the source words it; null: not stated.';
COMMENT ON COLUMN claims.extent IS 'Over which territory it counts, decided once from territory and region when the claim is read: whole_ussr (also if the source names no territory) | region | other_territory (one that is no region of reference/regions.csv); null: a dated statement, which counts nobody.';
COMMENT ON COLUMN claims.period_start IS 'First day counted; null: not stated.';
COMMENT ON COLUMN claims.period_end IS 'Last day counted; null: not stated.';
COMMENT ON COLUMN claims.value IS 'The number as printed; null if only a range is given, or if the source was seen without its number.';
COMMENT ON COLUMN claims.value_low IS 'Lower end of a range; null: open or exact.';
COMMENT ON COLUMN claims.value_high IS 'Upper end of a range; null: open or exact.';
COMMENT ON COLUMN claims.unit IS 'people | people_per_month | people_per_day | days | months | times_limit (times the first limit).';
COMMENT ON COLUMN claims.precision IS 'How the number is printed: exact | rounded | about | almost | over | at_least | range | none.';
COMMENT ON COLUMN claims.possible_low IS 'Smallest true number that the claim allows, its precision taken literally; null: no number.';
COMMENT ON COLUMN claims.possible_high IS 'Greatest true number that the claim allows; null: open, or no number.';
COMMENT ON COLUMN claims.event IS 'Code of reference/events.csv, or a name of the user''s own; null: the claim is a number.';
COMMENT ON COLUMN claims.date_edtf IS 'Date stated for the event, EDTF.';
COMMENT ON COLUMN claims.date_earliest IS 'First day that the stated date allows.';
COMMENT ON COLUMN claims.date_latest IS 'Last day that the stated date allows.';
COMMENT ON COLUMN claims.source_year IS 'Year in which the source was written; null: not known.';
COMMENT ON COLUMN claims.page IS 'Page, table or paragraph of the source.';
COMMENT ON COLUMN claims.via IS 'Where it was seen quoted.';
COMMENT ON COLUMN claims.quotes IS 'Whom the source quotes for it; null: nobody, or not stated.';
COMMENT ON COLUMN claims.quote IS 'The figure as it is printed there.';
COMMENT ON COLUMN claims.counts IS 'What the source says it counts; of counts of this record, the rule.';
COMMENT ON COLUMN claims.status IS 'How far the row is verified, as the table says.';
COMMENT ON COLUMN claims.collection IS 'starting_page | statistics | totals | statements | limits_00447_initial | supplements_00447 | stalin_lists | stalin_lists_summed | record (named here) | a source of the archive with kind figures.';

CREATE TABLE rejected_claims (source_id VARCHAR NOT NULL, locator VARCHAR NOT NULL, reason VARCHAR NOT NULL, text VARCHAR NOT NULL);
COMMENT ON TABLE rejected_claims IS 'Rows of the archive''s figures that became no claim. Claims and rejected rows add up to the rows of the file.';
COMMENT ON COLUMN rejected_claims.reason IS 'One sentence in English: what the row has, what was expected; of a row that the reader rejected, the code of the reason.';
COMMENT ON COLUMN rejected_claims.text IS 'The row as read, at most its first 1,000 characters.';

CREATE TABLE claim_findings (
    finding_id VARCHAR PRIMARY KEY,
    kind VARCHAR NOT NULL,
    severity VARCHAR NOT NULL,
    detail JSON NOT NULL,
    arithmetic VARCHAR NOT NULL,
    difference BIGINT,
    operation VARCHAR,
    region VARCHAR,
    measure VARCHAR
);
COMMENT ON TABLE claim_findings IS 'What the checks of figures found, as data: each can be checked by hand. Shown, never smoothed; the sentences are made where they are shown.';
COMMENT ON COLUMN claim_findings.finding_id IS 'Made from the kind and the claims: the same in each build.';
COMMENT ON COLUMN claim_findings.kind IS 'Code of reference/figure_findings.csv, which has a sentence for each kind.';
COMMENT ON COLUMN claim_findings.severity IS 'contradiction: cannot all be true; difference: a sum falls short or a label is doubtful; note: what follows from them.';
COMMENT ON COLUMN claim_findings.detail IS 'JSON: subject (measure, operation, body, scope, region or territory, period [first day, last day]; a missing code means all), and the values that the sentence of the kind needs: computed, product (numbers), length (months or days, as unit says), slip (swap or digit), inner (a subject), changes (claim_id, and change in people, the greatest first).';
COMMENT ON COLUMN claim_findings.arithmetic IS 'The calculation in figures, the same in all languages.';
COMMENT ON COLUMN claim_findings.difference IS 'By how many people (days, for dates) it fails; null: not a single number.';
COMMENT ON COLUMN claim_findings.operation IS 'Operation of the whole; null: none or all.';
COMMENT ON COLUMN claim_findings.region IS 'Region of the whole; null: the USSR, or a territory that is no region of the reference tables.';
COMMENT ON COLUMN claim_findings.measure IS 'Measure of the whole.';

CREATE TABLE claim_finding_claims (finding_id VARCHAR NOT NULL, ordinal INTEGER NOT NULL, claim_id VARCHAR NOT NULL, role VARCHAR NOT NULL);
COMMENT ON TABLE claim_finding_claims IS 'The claims that a finding rests on.';
COMMENT ON COLUMN claim_finding_claims.ordinal IS 'Order of the claims in the sentence, from 1.';
COMMENT ON COLUMN claim_finding_claims.role IS 'whole | part | rival | rate | total | duration | limit | mended | suggested | origin.';

CREATE TABLE claim_origins (claim_id VARCHAR PRIMARY KEY, origin_id VARCHAR NOT NULL, reason VARCHAR NOT NULL);
COMMENT ON TABLE claim_origins IS 'Genealogy: claims of one origin repeat one another and count once.';
COMMENT ON COLUMN claim_origins.origin_id IS 'The oldest claim among those of one origin; the claim itself if it repeats no other.';
COMMENT ON COLUMN claim_origins.reason IS 'own | quotes (the source says whom it quotes) | same_number (the same unrounded number of the same thing).';

CREATE TABLE claim_bounds (
    measure VARCHAR NOT NULL, operation VARCHAR, region VARCHAR, body VARCHAR, period_start DATE, period_end DATE,
    low BIGINT NOT NULL, high BIGINT, published BOOLEAN NOT NULL
);
COMMENT ON TABLE claim_bounds IS 'What follows for the true numbers from all claims, after the least change that makes them possible together.';
COMMENT ON COLUMN claim_bounds.high IS 'Null: no upper bound follows.';
COMMENT ON COLUMN claim_bounds.published IS 'Whether some source states this number; false: it only follows.';
