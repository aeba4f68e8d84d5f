-- Every name that an entry gives, once.
SELECT DISTINCT unnest(list_concat([surname, given_name, patronymic, maiden_name], coalesce(name_variants, []))) AS name
FROM readings
ORDER BY name
