-- A copy of an intermediate table, in the record.
CREATE TABLE steps.{{table}} AS FROM temp.{{table}};
