-- The columns of the view `exported`, in their order.
SELECT column_name AS name, column_type AS sql_type FROM (DESCRIBE exported);
