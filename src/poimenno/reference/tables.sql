-- The bundled tables, each row with its citation. Loaded from the CSV files beside this one.
CREATE TABLE operations (
    operation VARCHAR PRIMARY KEY, name_en VARCHAR NOT NULL, name_ru VARCHAR NOT NULL, kind VARCHAR NOT NULL,
    date_issued DATE, date_started VARCHAR, date_ended VARCHAR, signed_by VARCHAR, target_group VARCHAR,
    deciding_body VARCHAR, category_definitions VARCHAR, title_ru VARCHAR, title_en VARCHAR, source VARCHAR NOT NULL, note VARCHAR
);
COMMENT ON TABLE operations IS 'Mass operations, named by their order.';
COMMENT ON COLUMN operations.operation IS 'Number of the order: 00447, 00485 …; circulars and unnumbered ones by a word.';
COMMENT ON COLUMN operations.date_started IS 'As the source words it; in some orders it differs by region.';
COMMENT ON COLUMN operations.kind IS 'order_00447 | national | family | other.';

CREATE TABLE bodies (
    body_type VARCHAR PRIMARY KEY, name_en VARCHAR NOT NULL, name_ru VARCHAR NOT NULL, period_start DATE, period_end DATE,
    composition VARCHAR, powers VARCHAR, source VARCHAR NOT NULL, note VARCHAR
);
COMMENT ON TABLE bodies IS 'Bodies that sentenced.';
COMMENT ON COLUMN bodies.body_type IS 'Code: troika, special_troika, dvoika, special_board, military_collegium, tribunal, court …';

CREATE TABLE regions (
    region VARCHAR PRIMARY KEY, name_en VARCHAR NOT NULL, name_ru VARCHAR NOT NULL, kind VARCHAR NOT NULL, parent VARCHAR,
    valid_from DATE, valid_to DATE, latitude DOUBLE, longitude DOUBLE, source VARCHAR NOT NULL, note VARCHAR
);
COMMENT ON TABLE regions IS 'Regions of the USSR in 1937-1938, with their changes.';
COMMENT ON COLUMN regions.region IS 'Code, lower-case ASCII: leningrad, west_siberia, dagestan …';
COMMENT ON COLUMN regions.parent IS 'The republic, or the region it was part of; null: the USSR.';
COMMENT ON COLUMN regions.latitude IS 'Of the administrative centre, degrees north, WGS 84.';

CREATE TABLE places (
    place_id VARCHAR PRIMARY KEY, name_en VARCHAR NOT NULL, name_ru VARCHAR NOT NULL, kind VARCHAR NOT NULL, region VARCHAR,
    latitude DOUBLE, longitude DOUBLE, source VARCHAR NOT NULL, note VARCHAR
);
COMMENT ON TABLE places IS 'Places of execution, burial and detention.';

CREATE TABLE attribution_rules (
    rule_id VARCHAR PRIMARY KEY, priority INTEGER NOT NULL, body_type VARCHAR, date_from DATE, date_to DATE,
    article_pattern VARCHAR, charge_pattern VARCHAR, ethnic_group VARCHAR, sentence_category VARCHAR, years_most DOUBLE,
    operation VARCHAR, confidence VARCHAR NOT NULL, reason_en VARCHAR NOT NULL, reason_ru VARCHAR NOT NULL, source VARCHAR NOT NULL
);
COMMENT ON TABLE attribution_rules IS 'How a case is attributed to an operation: the rule of lowest priority number that fits. A null condition fits all.';
COMMENT ON COLUMN attribution_rules.body_type IS 'Codes of bodies separated by |; unknown: no body is named or recognised.';
COMMENT ON COLUMN attribution_rules.date_from IS 'All possible days of the case must lie on or after it; a case without any date does not fit.';
COMMENT ON COLUMN attribution_rules.date_to IS 'All possible days of the case must lie on or before it.';
COMMENT ON COLUMN attribution_rules.article_pattern IS 'Regular expression that one article must match.';
COMMENT ON COLUMN attribution_rules.charge_pattern IS 'Regular expression that is found in the charge.';
COMMENT ON COLUMN attribution_rules.ethnic_group IS 'Codes separated by |; one must be what a source recorded.';
COMMENT ON COLUMN attribution_rules.sentence_category IS 'Codes separated by |; who was shot counts as sentenced to death.';
COMMENT ON COLUMN attribution_rules.years_most IS 'The sentence is a term of at most so many years.';
COMMENT ON COLUMN attribution_rules.confidence IS 'certain | probable | possible | none (no mass operation) | unknown.';

CREATE TABLE measures (measure VARCHAR PRIMARY KEY, name_en VARCHAR NOT NULL, name_ru VARCHAR NOT NULL, note VARCHAR);
COMMENT ON TABLE measures IS 'What a published figure counts.';

CREATE TABLE hierarchies (
    dimension VARCHAR NOT NULL, whole VARCHAR, part VARCHAR NOT NULL, relation VARCHAR NOT NULL, complete VARCHAR,
    measures VARCHAR, source VARCHAR NOT NULL, note VARCHAR
);
COMMENT ON TABLE hierarchies IS 'What a figure may be part of: measures, operations, regions and bodies, each step cited.';
COMMENT ON COLUMN hierarchies.dimension IS 'measure | operation | region | body.';
COMMENT ON COLUMN hierarchies.whole IS 'Code of the whole; null: everything (all operations, the whole USSR, all bodies).';
COMMENT ON COLUMN hierarchies.relation IS 'part: disjoint from the other parts; within: contained, but may overlap others; at_most: as a rule not more than the whole.';
COMMENT ON COLUMN hierarchies.complete IS 'The parts of a whole under the same word make it up entirely; null: there may be others.';
COMMENT ON COLUMN hierarchies.measures IS 'limit: only the first limits, by the table of the order; !limit: all other measures; null: all.';

CREATE TABLE region_changes (
    date VARCHAR NOT NULL, region VARCHAR NOT NULL, successor VARCHAR NOT NULL, extent VARCHAR NOT NULL,
    source VARCHAR NOT NULL, note VARCHAR
);
COMMENT ON TABLE region_changes IS 'Which regions followed which, 1937-1938.';
COMMENT ON COLUMN region_changes.date IS 'EDTF: day or month of the change.';
COMMENT ON COLUMN region_changes.extent IS 'most | part: how much of the successor comes from the region.';

CREATE TABLE periods (
    period VARCHAR PRIMARY KEY, kind VARCHAR NOT NULL, name_en VARCHAR NOT NULL, name_ru VARCHAR NOT NULL,
    starts DATE NOT NULL, ends DATE NOT NULL, source VARCHAR NOT NULL
);
COMMENT ON TABLE periods IS 'Periods that figures count, and how long each operation lasted.';
COMMENT ON COLUMN periods.kind IS 'operation: the life of the operation of that code; period: a span of the calendar.';

CREATE TABLE events (event VARCHAR PRIMARY KEY, name_en VARCHAR NOT NULL, name_ru VARCHAR NOT NULL);
COMMENT ON TABLE events IS 'Events whose dates are stated by sources; the statements are claims.';

CREATE TABLE finding_kinds (kind VARCHAR PRIMARY KEY, sentence_en VARCHAR NOT NULL, sentence_ru VARCHAR NOT NULL, source VARCHAR NOT NULL);
COMMENT ON TABLE finding_kinds IS 'The sentence of each kind of finding, with {placeholders}.';

CREATE TABLE ethnic_groups (ethnic_group VARCHAR PRIMARY KEY, name_en VARCHAR NOT NULL, name_ru VARCHAR NOT NULL);
COMMENT ON TABLE ethnic_groups IS 'Ethnonyms as recorded, brought to one form; a label of the sources, not a judgement.';

CREATE TABLE sentence_categories (sentence_category VARCHAR PRIMARY KEY, name_en VARCHAR NOT NULL, name_ru VARCHAR NOT NULL);
COMMENT ON TABLE sentence_categories IS 'Kinds of sentences; what was decided in words stands in the fields.';

CREATE TABLE articles (
    article VARCHAR NOT NULL, code VARCHAR NOT NULL, alleged_en VARCHAR NOT NULL, alleged_ru VARCHAR NOT NULL,
    source VARCHAR NOT NULL, note VARCHAR, PRIMARY KEY (article, code)
);
COMMENT ON TABLE articles IS 'What an article of a criminal code alleged, in short words: a charge, not a fact.';
COMMENT ON COLUMN articles.code IS 'The code that numbers it so; other republics number differently.';
