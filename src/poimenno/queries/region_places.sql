-- Where each region lies: the one that it is part of, and its administrative centre.
SELECT region, parent, latitude, longitude FROM regions ORDER BY region
