-- The persons of whom every word of a query is alike a word of their names; nobody, if there is no word.
CREATE OR REPLACE TEMP TABLE named_persons AS
WITH query_words AS (
    SELECT unnest($words::VARCHAR[]) AS word, generate_subscripts($words::VARCHAR[], 1) AS n
),
-- The words of names that a word of the query may mean, found among the distinct ones: the exact first.
alike AS (
    SELECT
        q.n,
        w.token,
        CASE
            WHEN w.token = q.word THEN 3.0
            WHEN starts_with(w.token, q.word) THEN 2.0
            ELSE jaro_winkler_similarity(w.token, q.word)
        END AS score
    FROM query_words AS q
    JOIN search_words AS w
        ON w.token = q.word
        OR starts_with(w.token, q.word)
        OR (length(q.word) >= 4 AND jaro_winkler_similarity(w.token, q.word) >= $least_similarity)
    UNION ALL
    -- Words that only sound alike, found by their codes outside the database.
    SELECT unnest($sound_numbers::INTEGER[]), unnest($sound_tokens::VARCHAR[]), 0.7
),
-- The best match of each word of the query among the names of a person; surnames come before other names.
hits AS (
    SELECT t.person_id, a.n, max(a.score + if(t.kind = 'surname', 0.5, 0.0)) AS score
    FROM alike AS a
    JOIN search_tokens AS t ON t.token = a.token
    GROUP BY t.person_id, a.n
)
SELECT person_id, sum(score) AS score
FROM hits
GROUP BY person_id
HAVING count(*) = len($words)
