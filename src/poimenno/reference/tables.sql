-- The bundled tables, each row with its citation. Loaded from the CSV files beside this one.
CREATE TABLE operations (
    operation VARCHAR PRIMARY KEY, name_en VARCHAR NOT NULL, name_ru VARCHAR NOT NULL, kind VARCHAR NOT NULL,
    date_issued DATE, date_started VARCHAR, date_ended VARCHAR, signed_by VARCHAR, target_group VARCHAR,
    deciding_body VARCHAR, category_definitions VARCHAR, title_ru VARCHAR, title_en VARCHAR, source VARCHAR NOT NULL, note VARCHAR
);
COMMENT ON TABLE operations IS 'Mass operations, named by their order.';
COMMENT ON COLUMN operations.operation IS 'Number of the order: 00447, 00485 …; circulars and unnumbered ones by a word.';
COMMENT ON COLUMN operations.name_en IS 'Name in English.';
COMMENT ON COLUMN operations.name_ru IS 'Name in Russian.';
COMMENT ON COLUMN operations.kind IS 'order_00447 | national | family | other.';
COMMENT ON COLUMN operations.date_issued IS 'Day on which the order was issued; null: not known.';
COMMENT ON COLUMN operations.date_started IS 'As the source words it; in some orders it differs by region.';
COMMENT ON COLUMN operations.date_ended IS 'When the operation ended, as the source words it; null: not known.';
COMMENT ON COLUMN operations.signed_by IS 'Who signed the order, as the source words it; null: not known.';
COMMENT ON COLUMN operations.target_group IS 'Whom the order was directed against, as the source words it; null: not known.';
COMMENT ON COLUMN operations.deciding_body IS 'Which body decided on the cases, as the source words it; null: not known.';
COMMENT ON COLUMN operations.category_definitions IS 'What the categories of the order meant, as the source words it; null: not known.';
COMMENT ON COLUMN operations.title_ru IS 'Title of the order in Russian; null: not seen.';
COMMENT ON COLUMN operations.title_en IS 'Title of the order in English; null: not seen.';
COMMENT ON COLUMN operations.source IS 'Where the row comes from: a publication, a page or a rule of the program.';
COMMENT ON COLUMN operations.note IS 'What a reader should know about the row; null: nothing.';

CREATE TABLE bodies (
    body_type VARCHAR PRIMARY KEY, name_en VARCHAR NOT NULL, name_ru VARCHAR NOT NULL, period_start DATE, period_end DATE,
    composition VARCHAR, powers VARCHAR, source VARCHAR NOT NULL, note VARCHAR
);
COMMENT ON TABLE bodies IS 'Bodies that sentenced.';
COMMENT ON COLUMN bodies.body_type IS 'Code: troika, special_troika, dvoika, special_board, military_collegium, tribunal, court …';
COMMENT ON COLUMN bodies.name_en IS 'Name in English.';
COMMENT ON COLUMN bodies.name_ru IS 'Name in Russian.';
COMMENT ON COLUMN bodies.period_start IS 'Day on which the body was established; null: not known or not limited.';
COMMENT ON COLUMN bodies.period_end IS 'Day on which the body was abolished; null: not known or not limited.';
COMMENT ON COLUMN bodies.composition IS 'Who sat on the body; null: not known.';
COMMENT ON COLUMN bodies.powers IS 'Which sentences the body could pass; null: not known.';
COMMENT ON COLUMN bodies.source IS 'Where the row comes from: a publication, a page or a rule of the program.';
COMMENT ON COLUMN bodies.note IS 'What a reader should know about the row; null: nothing.';

CREATE TABLE regions (
    region VARCHAR PRIMARY KEY, name_en VARCHAR NOT NULL, name_ru VARCHAR NOT NULL, kind VARCHAR NOT NULL, parent VARCHAR,
    valid_from DATE, valid_to DATE, latitude DOUBLE, longitude DOUBLE, source VARCHAR NOT NULL, note VARCHAR
);
COMMENT ON TABLE regions IS 'Regions of the USSR in 1937-1938, with their changes.';
COMMENT ON COLUMN regions.region IS 'Code, lower-case ASCII: leningrad, west_siberia, dagestan …';
COMMENT ON COLUMN regions.name_en IS 'Name in English.';
COMMENT ON COLUMN regions.name_ru IS 'Name in Russian.';
COMMENT ON COLUMN regions.kind IS 'union republic | ASSR | krai | oblast | camps (camp administrations of the NKVD).';
COMMENT ON COLUMN regions.parent IS 'The republic, or the region it was part of; null: the USSR.';
COMMENT ON COLUMN regions.valid_from IS 'First day of the region; null: not given, because it was before 1937.';
COMMENT ON COLUMN regions.valid_to IS 'Last day of the region; null: not given, because it was after 1938.';
COMMENT ON COLUMN regions.latitude IS 'Of the administrative centre, degrees north, WGS 84.';
COMMENT ON COLUMN regions.longitude IS 'Of the administrative centre, degrees east, WGS 84.';
COMMENT ON COLUMN regions.source IS 'Where the row comes from: a publication, a page or a rule of the program.';
COMMENT ON COLUMN regions.note IS 'What a reader should know about the row; null: nothing.';

CREATE TABLE places (
    place_id VARCHAR PRIMARY KEY, name_en VARCHAR NOT NULL, name_ru VARCHAR NOT NULL, kind VARCHAR NOT NULL, region VARCHAR,
    latitude DOUBLE, longitude DOUBLE, source VARCHAR NOT NULL, note VARCHAR
);
COMMENT ON TABLE places IS 'Places of execution, burial and detention.';
COMMENT ON COLUMN places.place_id IS 'Code of the place, lower-case ASCII: butovo, levashovo …';
COMMENT ON COLUMN places.name_en IS 'Name in English.';
COMMENT ON COLUMN places.name_ru IS 'Name in Russian.';
COMMENT ON COLUMN places.kind IS 'execution, burial or detention; two of them joined by "and" for a place of both.';
COMMENT ON COLUMN places.region IS 'Code of regions.region; null: not known.';
COMMENT ON COLUMN places.latitude IS 'Degrees north, WGS 84; null: not known.';
COMMENT ON COLUMN places.longitude IS 'Degrees east, WGS 84; null: not known.';
COMMENT ON COLUMN places.source IS 'Where the row comes from: a publication, a page or a rule of the program.';
COMMENT ON COLUMN places.note IS 'What a reader should know about the row; null: nothing.';

CREATE TABLE attribution_rules (
    rule_id VARCHAR PRIMARY KEY, priority INTEGER NOT NULL, body_type VARCHAR, date_from DATE, date_to DATE,
    article_pattern VARCHAR, charge_pattern VARCHAR, ethnic_group VARCHAR, sentence_category VARCHAR, years_most DOUBLE,
    operation VARCHAR, confidence VARCHAR NOT NULL, reason_en VARCHAR NOT NULL, reason_ru VARCHAR NOT NULL, source VARCHAR NOT NULL
);
COMMENT ON TABLE attribution_rules IS 'How a case is attributed to an operation: the rule of lowest priority number that fits. A null condition fits all.';
COMMENT ON COLUMN attribution_rules.rule_id IS 'Name of the rule, unique.';
COMMENT ON COLUMN attribution_rules.priority IS 'Of the rules that fit a case, the lowest number decides.';
COMMENT ON COLUMN attribution_rules.body_type IS 'Codes of bodies separated by |; unknown: no body is named or recognised.';
COMMENT ON COLUMN attribution_rules.date_from IS 'All possible days of the case must lie on or after it; a case without any date does not fit.';
COMMENT ON COLUMN attribution_rules.date_to IS 'All possible days of the case must lie on or before it.';
COMMENT ON COLUMN attribution_rules.article_pattern IS 'Regular expression that one article must match.';
COMMENT ON COLUMN attribution_rules.charge_pattern IS 'Regular expression that is found in the charge.';
COMMENT ON COLUMN attribution_rules.ethnic_group IS 'Codes separated by |; one must be what a source recorded.';
COMMENT ON COLUMN attribution_rules.sentence_category IS 'Codes separated by |; who was shot counts as sentenced to death.';
COMMENT ON COLUMN attribution_rules.years_most IS 'The sentence is a term of at most so many years.';
COMMENT ON COLUMN attribution_rules.operation IS 'Code of operations.operation; null: the rule attributes to no operation (see confidence).';
COMMENT ON COLUMN attribution_rules.confidence IS 'certain | probable | possible | none (no mass operation) | unknown.';
COMMENT ON COLUMN attribution_rules.reason_en IS 'Why the rule attributes so, in English.';
COMMENT ON COLUMN attribution_rules.reason_ru IS 'Why the rule attributes so, in Russian.';
COMMENT ON COLUMN attribution_rules.source IS 'Where the row comes from: a publication, a page or a rule of the program.';

CREATE TABLE measures (measure VARCHAR PRIMARY KEY, name_en VARCHAR NOT NULL, name_ru VARCHAR NOT NULL, note VARCHAR);
COMMENT ON TABLE measures IS 'What a published figure counts.';
COMMENT ON COLUMN measures.measure IS 'Code of the measure: arrested, convicted, executed …';
COMMENT ON COLUMN measures.name_en IS 'Name in English.';
COMMENT ON COLUMN measures.name_ru IS 'Name in Russian.';
COMMENT ON COLUMN measures.note IS 'What a reader should know about the row; null: nothing.';

CREATE TABLE hierarchies (
    dimension VARCHAR NOT NULL, whole VARCHAR, part VARCHAR NOT NULL, relation VARCHAR NOT NULL, complete VARCHAR,
    measures VARCHAR, source VARCHAR NOT NULL, note VARCHAR
);
COMMENT ON TABLE hierarchies IS 'What a figure may be part of: measures, operations, regions and bodies, each step cited.';
COMMENT ON COLUMN hierarchies.dimension IS 'measure | operation | region | body.';
COMMENT ON COLUMN hierarchies.whole IS 'Code of the whole; null: everything (all operations, the whole USSR, all bodies).';
COMMENT ON COLUMN hierarchies.part IS 'Code of the part, in the list of the dimension.';
COMMENT ON COLUMN hierarchies.relation IS 'part: disjoint from the other parts; within: contained, but may overlap others; at_most: as a rule not more than the whole.';
COMMENT ON COLUMN hierarchies.complete IS 'The parts of a whole under the same word make it up entirely; null: there may be others.';
COMMENT ON COLUMN hierarchies.measures IS 'limit: only the first limits, by the table of the order; !limit: all other measures; null: all.';
COMMENT ON COLUMN hierarchies.source IS 'Where the row comes from: a publication, a page or a rule of the program.';
COMMENT ON COLUMN hierarchies.note IS 'What a reader should know about the row; null: nothing.';

CREATE TABLE region_changes (
    date VARCHAR NOT NULL, region VARCHAR NOT NULL, successor VARCHAR NOT NULL, extent VARCHAR NOT NULL,
    source VARCHAR NOT NULL, note VARCHAR
);
COMMENT ON TABLE region_changes IS 'Which regions followed which, 1937-1938.';
COMMENT ON COLUMN region_changes.date IS 'EDTF: day or month of the change.';
COMMENT ON COLUMN region_changes.region IS 'Code of regions.region: the region that ended or lost territory.';
COMMENT ON COLUMN region_changes.successor IS 'Code of regions.region: the region that the territory went to.';
COMMENT ON COLUMN region_changes.extent IS 'most | part: how much of the successor comes from the region.';
COMMENT ON COLUMN region_changes.source IS 'Where the row comes from: a publication, a page or a rule of the program.';
COMMENT ON COLUMN region_changes.note IS 'What a reader should know about the row; null: nothing.';

CREATE TABLE periods (
    period VARCHAR PRIMARY KEY, kind VARCHAR NOT NULL, name_en VARCHAR NOT NULL, name_ru VARCHAR NOT NULL,
    starts DATE NOT NULL, ends DATE NOT NULL, source VARCHAR NOT NULL
);
COMMENT ON TABLE periods IS 'Periods that figures count, and how long each operation lasted.';
COMMENT ON COLUMN periods.period IS 'Code of the period; for the life of an operation, the code of the operation.';
COMMENT ON COLUMN periods.kind IS 'operation: the life of the operation of that code; period: a span of the calendar.';
COMMENT ON COLUMN periods.name_en IS 'Name in English.';
COMMENT ON COLUMN periods.name_ru IS 'Name in Russian.';
COMMENT ON COLUMN periods.starts IS 'First day.';
COMMENT ON COLUMN periods.ends IS 'Last day.';
COMMENT ON COLUMN periods.source IS 'Where the row comes from: a publication, a page or a rule of the program.';

CREATE TABLE events (event VARCHAR PRIMARY KEY, name_en VARCHAR NOT NULL, name_ru VARCHAR NOT NULL);
COMMENT ON TABLE events IS 'Events whose dates are stated by sources; the statements are claims.';
COMMENT ON COLUMN events.event IS 'Code of the event: order_00447, yezhov_arrested …';
COMMENT ON COLUMN events.name_en IS 'Name in English.';
COMMENT ON COLUMN events.name_ru IS 'Name in Russian.';

CREATE TABLE finding_kinds (kind VARCHAR PRIMARY KEY, sentence_en VARCHAR NOT NULL, sentence_ru VARCHAR NOT NULL, source VARCHAR NOT NULL);
COMMENT ON TABLE finding_kinds IS 'The sentence of each kind of finding, with {placeholders}.';
COMMENT ON COLUMN finding_kinds.kind IS 'Code of the kind of finding.';
COMMENT ON COLUMN finding_kinds.sentence_en IS 'Sentence in English, with {placeholders} for the values of a finding.';
COMMENT ON COLUMN finding_kinds.sentence_ru IS 'Sentence in Russian, with {placeholders} for the values of a finding.';
COMMENT ON COLUMN finding_kinds.source IS 'Where the row comes from: a publication, a page or a rule of the program.';

CREATE TABLE ethnic_groups (ethnic_group VARCHAR PRIMARY KEY, name_en VARCHAR NOT NULL, name_ru VARCHAR NOT NULL);
COMMENT ON TABLE ethnic_groups IS 'Ethnonyms as recorded, brought to one form; a label of the sources, not a judgement.';
COMMENT ON COLUMN ethnic_groups.ethnic_group IS 'Code of the group, lower-case ASCII: russian, ukrainian …';
COMMENT ON COLUMN ethnic_groups.name_en IS 'Name in English.';
COMMENT ON COLUMN ethnic_groups.name_ru IS 'Name in Russian.';

CREATE TABLE sentence_categories (sentence_category VARCHAR PRIMARY KEY, name_en VARCHAR NOT NULL, name_ru VARCHAR NOT NULL);
COMMENT ON TABLE sentence_categories IS 'Kinds of sentences; what was decided in words stands in the fields.';
COMMENT ON COLUMN sentence_categories.sentence_category IS 'Code of the category: death, camp, prison …';
COMMENT ON COLUMN sentence_categories.name_en IS 'Name in English.';
COMMENT ON COLUMN sentence_categories.name_ru IS 'Name in Russian.';

CREATE TABLE articles (
    article VARCHAR NOT NULL, code VARCHAR NOT NULL, alleged_en VARCHAR NOT NULL, alleged_ru VARCHAR NOT NULL,
    source VARCHAR NOT NULL, note VARCHAR, PRIMARY KEY (article, code)
);
COMMENT ON TABLE articles IS 'What an article of a criminal code alleged, in short words: a charge, not a fact.';
COMMENT ON COLUMN articles.article IS 'Number of the article in normal form: 58-10, 58-1а.';
COMMENT ON COLUMN articles.code IS 'The code that numbers it so; other republics number differently.';
COMMENT ON COLUMN articles.alleged_en IS 'What the article alleged, in English.';
COMMENT ON COLUMN articles.alleged_ru IS 'What the article alleged, in Russian.';
COMMENT ON COLUMN articles.source IS 'Where the row comes from: a publication, a page or a rule of the program.';
COMMENT ON COLUMN articles.note IS 'What a reader should know about the row; null: nothing.';
