DROP TABLE temp.{{table}};
