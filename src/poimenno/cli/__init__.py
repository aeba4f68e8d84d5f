"""The command line: parses arguments, asks `queries`, prints with `wording`. It decides nothing."""
