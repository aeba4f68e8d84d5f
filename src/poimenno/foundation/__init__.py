"""What every room stands on: errors, languages, progress, files, and the database. Knows nothing of history."""
