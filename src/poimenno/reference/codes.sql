-- The values of a column, null left out.
SELECT DISTINCT {{column}} AS code FROM {{table}} WHERE {{column}} IS NOT NULL ORDER BY code;
