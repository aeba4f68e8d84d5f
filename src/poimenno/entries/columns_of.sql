-- The names and types of the columns of a table, in order.
DESCRIBE {{table}}
