"""What reviewers decided: which decisions bind, how archives share them, what to review next."""
