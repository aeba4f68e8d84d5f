"""What can be asked of a finished record? One SQL file a question, one class an answer."""
