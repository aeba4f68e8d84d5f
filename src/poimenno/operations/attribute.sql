-- One row for each case: the rule that fits and has the lowest priority number. The last rule fits every case.
INSERT INTO attributions
WITH dated AS (
    -- When the case may have been decided, from the first to the last possible day: the days of the sentence, else of
    -- the shooting, else the year that follows the arrest, else the year of the case.
    SELECT
        case_id, person_id, body, coalesce(body_type, 'unknown') AS body_type, articles, sentence_years,
        -- Whoever was shot had been sentenced to death, whether or not a source says so.
        CASE WHEN outcome = 'executed' THEN 'death' ELSE sentence_category END AS sentence_category,
        CASE
            WHEN sentence_earliest IS NOT NULL OR sentence_latest IS NOT NULL THEN 'sentence'
            WHEN execution_earliest IS NOT NULL OR execution_latest IS NOT NULL THEN 'execution'
            WHEN arrest_earliest IS NOT NULL OR arrest_latest IS NOT NULL THEN 'arrest'
            WHEN year IS NOT NULL THEN 'year'
        END AS dated_by,
        CASE dated_by WHEN 'sentence' THEN sentence_earliest WHEN 'execution' THEN execution_earliest
            WHEN 'arrest' THEN arrest_earliest ELSE make_date(year, 1, 1) END AS first,
        CASE dated_by WHEN 'sentence' THEN sentence_latest WHEN 'execution' THEN execution_latest
            WHEN 'arrest' THEN CAST(arrest_latest + INTERVAL 1 YEAR AS DATE) ELSE make_date(year, 12, 31) END AS last
    FROM cases
),
-- The ethnic groups that the entries of a person record.
recorded_groups AS (
    SELECT person_id, list(DISTINCT normal ORDER BY normal) AS groups
    FROM person_values WHERE field = 'ethnicity' AND normal IS NOT NULL GROUP BY person_id
),
-- Everything that the entries of a case say about the charge.
charges AS (
    SELECT case_id, string_agg(DISTINCT value, ' | ' ORDER BY value) AS charge
    FROM case_values WHERE field = 'charge' GROUP BY case_id
),
-- One row for each rule and body, so that the rules of a case are found by its body.
rules AS (
    SELECT r.* EXCLUDE (body_type), b.body_type
    FROM attribution_rules AS r
    JOIN (SELECT body_type FROM bodies UNION ALL SELECT 'unknown') AS b
        ON r.body_type IS NULL OR list_contains(string_split(r.body_type, '|'), b.body_type)
),
-- The rules that fit each case, in the order of their priority.
fitting AS (
    SELECT
        d.*, r.rule_id, r.operation, r.confidence, r.ethnic_group, r.article_pattern, r.charge_pattern, g.groups,
        h.charge AS charges,
        row_number() OVER (PARTITION BY d.case_id ORDER BY r.priority) AS rank
    FROM dated AS d
    LEFT JOIN recorded_groups AS g ON g.person_id = d.person_id
    LEFT JOIN charges AS h ON h.case_id = d.case_id
    JOIN rules AS r
        ON r.body_type = d.body_type
        AND (r.date_from IS NULL OR d.first >= r.date_from)
        AND (r.date_to IS NULL OR d.last <= r.date_to)
        AND (r.sentence_category IS NULL OR list_contains(string_split(r.sentence_category, '|'), d.sentence_category))
        AND (r.years_most IS NULL OR d.sentence_years <= r.years_most)
        AND (r.ethnic_group IS NULL OR list_has_any(string_split(r.ethnic_group, '|'), g.groups))
        AND (r.charge_pattern IS NULL OR regexp_matches(h.charge, r.charge_pattern))
        AND (r.article_pattern IS NULL
            OR len(list_filter(d.articles, lambda article: regexp_matches(article, r.article_pattern))) > 0)
)
SELECT
    case_id, operation, confidence, rule_id,
    to_json({
        'dated_by': dated_by, 'first': first, 'last': last, 'body': body,
        'charge': CASE WHEN charge_pattern IS NOT NULL THEN charges END,
        'articles': CASE WHEN article_pattern IS NOT NULL THEN articles END,
        'ethnicity': CASE WHEN ethnic_group IS NOT NULL THEN groups END
    })
FROM fitting
WHERE rank = 1
ORDER BY case_id;
