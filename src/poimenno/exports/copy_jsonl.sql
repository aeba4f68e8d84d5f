-- Writes the view `exported` as JSON Lines, with the exact texts: one object per row.
COPY exported TO $file (FORMAT json, ARRAY false);
