SELECT count(*) FROM exported;
