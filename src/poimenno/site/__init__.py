"""The site: server-rendered pages of a record, in English and Russian, readable without scripts or a network."""
