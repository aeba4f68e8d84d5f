"""Tables of the record as files, with a codebook."""
